"""From utterances and reports to quotes: in text order, the current speaker goes on where nobody else is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.model.records import Quote, Speaker
from dragoman.model.text import Span
from dragoman.quotes.attributions import Attribution
from dragoman.quotes.direct import FEWEST_WORDS, PERSONS, Found, count_words, find_direct
from dragoman.quotes.lists import list_reports
from dragoman.quotes.reports import Report, reports_in
from dragoman.quotes.scene import Scene
from dragoman.quotes.voices import Voice, mention_of


class _Current(msgspec.Struct, frozen=True):
    """Who spoke last, in which paragraph, in which group of utterances (None: reported speech)."""

    voice: Voice
    at: int
    paragraph: int
    group: int | None
    cue: str | None


def assemble(scene: Scene) -> tuple[Quote, ...]:
    """See `find_quotes`."""
    direct = find_direct(scene)
    reports = [r for s in scene.parse.sentences for r in reports_in(scene, s)]
    reports += list_reports(scene, reports)
    return tuple(_renumbered(_Sweep(scene, direct).run(reports)))


class _Sweep:
    """Goes over utterances and reports in text order and keeps who spoke last."""

    def __init__(self, scene: Scene, direct: Sequence[Found]) -> None:
        self.scene = scene
        self.direct = direct
        self.current: _Current | None = None
        self.quoted: list[Quote] = []

    def run(self, reports: Sequence[Report]) -> list[Quote]:
        """All quotes, in order of their words."""
        steps: list[tuple[int, int, Found | Report]] = [(f.utterance.first.outer.start, 0, f) for f in self.direct]
        steps += [(r.at, 1, r) for r in reports]
        kept: list[Report] = []
        for _, _, step in sorted(steps, key=lambda s: s[:2]):
            if isinstance(step, Found):
                self._utter(step, reports)
            else:
                kept.append(self._report(step))
        indirect = [self._indirect(r) for r in kept if not r.outer and self._stands(r)]
        return sorted([*self.quoted, *_distinct(indirect)], key=lambda q: (q.span.start, q.span.end))

    def _utter(self, found: Found, reports: Sequence[Report]) -> None:
        attribution = found.attribution or self._told_after(found, reports)
        group = found.utterance.first.group
        if attribution is None or attribution.voice is None:
            if not self._may_continue(found, attribution):
                return
            before = self.current
            assert before is not None
            group = before.group if before.group is not None and found.whole and attribution is None else group
            cue = attribution.cue if attribution else None
            attribution = Attribution(_placed(before.voice, None), cue, found.utterance.first.outer.start, "continues")
        voice = attribution.voice
        assert voice is not None
        for region in found.utterance.regions:
            self._add(found, attribution, voice.speaker, region.span, group, region.repaired)
        self._now(voice, found.utterance.last.outer.end - 1, group, attribution.cue)

    def _told_after(self, found: Found, reports: Sequence[Report]) -> Attribution | None:
        """«…». Об этом заявил министр."""
        for report in reports:
            if report.rule == "about-that" and found.whole and report.evidence.meets(found.utterance.last.outer):
                return Attribution(report.voice, report.cue, report.at, report.rule)
        return None

    def _may_continue(self, found: Found, attribution: Attribution | None) -> bool:
        """Whole sentences go on after who spoke in this paragraph or the one before; a fragment after "отмечается"."""
        if self.current is None or not (found.whole or attribution is not None):
            return False
        return self._paragraph(found.utterance.first.outer.start) - self.current.paragraph <= 1

    def _add(
        self, found: Found, attribution: Attribution, speaker: Speaker, span: Span, group: int, repaired: bool
    ) -> None:
        mixed = not found.whole
        if mixed and count_words(self.scene.text, span) < FEWEST_WORDS:
            return
        quote = Quote(
            span=span,
            text=span.of(self.scene.text),
            form="mixed" if mixed else "direct",
            group=group,
            speaker=speaker,
            cue=attribution.cue,
            repaired=repaired,
            context=found.context,
            rule=attribution.rule,
        )
        self.quoted.append(quote)

    def _report(self, report: Report) -> Report:
        """The report with its speaker; who is not named is the one before, if he spoke just now."""
        voice = report.voice
        current = self.current
        if current is not None and _without_name(report) and self._goes_on(report, current):
            span = voice.speaker.span if voice else None
            voice = _placed(current.voice, span)
            report = msgspec.structs.replace(report, voice=voice)
        if voice is not None:
            self._now(voice, report.at, None, report.cue)
        return report

    def _goes_on(self, report: Report, current: _Current) -> bool:
        """Whether a report that names nobody is the current speaker's; a passive goes on with a document or a body."""
        if self._paragraph(report.at) - current.paragraph > 1:
            return False
        if report.voice is None:
            return current.voice.kind not in PERSONS or not report.impersonal
        return current.voice.kind in PERSONS and not self._others_between(current, report)

    def _others_between(self, current: _Current, report: Report) -> bool:
        """Whether somebody else is the subject of a sentence between the two: then "он" may be he."""
        between = self.scene.sentences_in(Span(current.at, report.at))[1:]
        return any(
            m.kind in ("person", "role") and m.name != current.voice.speaker.name
            for s in between
            for i, token in enumerate(s.tokens)
            if token.rel == "nsubj" and token.span.end <= report.at and not self.scene.spoken_at(token.span.start)
            if (m := mention_of(self.scene, s, i)) is not None
        )

    def _now(self, voice: Voice, at: int, group: int | None, cue: str | None) -> None:
        self.current = _Current(voice, at, self._paragraph(at), group, cue)

    def _paragraph(self, at: int) -> int:
        sentences = self.scene.sentences_in(Span(at, at + 1))
        if not sentences:
            return -1
        return self.scene.paragraph_of[sentences[0].number]

    def _stands(self, report: Report) -> bool:
        """Whether the sentence reports without quoting, and it is known or openly said by nobody that it was said."""
        return not any(
            quote.span.meets(report.evidence) or (quote.context or quote.span).meets(report.evidence)
            for quote in self.quoted
        )

    def _indirect(self, report: Report) -> Quote:
        voice = report.voice
        return Quote(
            span=report.evidence,
            text=report.evidence.of(self.scene.text),
            form="indirect",
            group=0,
            speaker=voice.speaker if voice else None,
            cue=report.cue,
            rule=report.rule,
        )


def _placed(voice: Voice, span: Span | None) -> Voice:
    """The same speaker where other words, or none, name him."""
    return msgspec.structs.replace(voice, speaker=msgspec.structs.replace(voice.speaker, span=span))


def _without_name(report: Report) -> bool:
    """Whether a report leaves its speaker to what was said before: no subject, or a pronoun that nobody resolved."""
    if report.voice is None:
        return report.continues
    speaker = report.voice.speaker
    return report.voice.kind == "pronoun" and speaker.name is None and not speaker.candidates


def _distinct(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """One report a sentence and speaker."""
    seen: set[tuple[Span, str | None]] = set()
    for quote in quotes:
        key = (quote.span, quote.speaker.name if quote.speaker else None)
        if key not in seen:
            seen.add(key)
            yield quote


def _renumbered(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Groups numbered from 1 in order of their first words; each report is a group of its own."""
    groups: dict[tuple[int, int], int] = {}
    for number, quote in enumerate(quotes):
        key = (0, number) if quote.form == "indirect" else (1, quote.group)
        yield msgspec.structs.replace(quote, group=groups.setdefault(key, len(groups) + 1))
