"""From utterances and reports to quotes: in text order, the current speaker goes on where nobody else is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from dragoman.model.records import Quote
from dragoman.model.text import Span
from dragoman.quotes.antecedents import antecedent, is_possessive
from dragoman.quotes.attributions import Attribution
from dragoman.quotes.direct import FEWEST_WORDS, PERSONS, Found, count_words, find_direct
from dragoman.quotes.echoes import echoed
from dragoman.quotes.interviews import interviewee
from dragoman.quotes.lists import list_reports
from dragoman.quotes.report import Report
from dragoman.quotes.reports import reports_in
from dragoman.quotes.scene import Scene
from dragoman.quotes.sequels import is_source, means_source
from dragoman.quotes.voices import Voice, mention_of
from dragoman.speech.turns import ANSWER


class _Current(msgspec.Struct, frozen=True):
    """Who spoke last, where, and in which group of utterances (None: reported speech)."""

    voice: Voice
    at: int
    paragraph: int
    group: int | None


def quotes_of(scene: Scene) -> tuple[Quote, ...]:
    """See `find_quotes`."""
    reports = [r for s in scene.parse.sentences for r in reports_in(scene, s)]
    reports += list_reports(scene, reports)
    sweep = _Sweep(scene, reports, find_direct(scene))
    quoted, kept = sweep.run()
    quoted += [q for found in sweep.unsaid if (q := _of_headline(scene, found, quoted)) is not None]
    quoting = {number for q in quoted for number in _numbers(scene, q.context or q.span)}
    # a sentence that quotes is not told a second time as reported speech
    told = (r for r in kept if _stands(r) and not quoting & _numbers(scene, r.evidence))
    indirect = _distinct(_indirect(scene, r) for r in told)
    return tuple(_renumbered(sorted([*quoted, *indirect], key=lambda q: (q.span.start, q.span.end))))


class _Sweep:
    """Goes over utterances and reports in text order and keeps who spoke last."""

    def __init__(self, scene: Scene, reports: Sequence[Report], direct: Sequence[Found]) -> None:
        self.scene = scene
        self.direct = direct
        self.reports = reports
        self.told_of = [r for r in reports if r.rule == "about-that"]
        self.current: _Current | None = None
        self.unsaid: list[Found] = []
        self._used: set[int] = set()
        self._source: str | None = None

    def run(self) -> tuple[list[Quote], list[Report]]:
        """The quotations that somebody says, and the reports with their speakers; the rest goes to `unsaid`."""
        steps: list[tuple[int, int, Found | Report]] = [(f.start, 0, f) for f in self.direct]
        steps += [(r.at, 1, r) for r in self.reports]
        quoted: list[Quote] = []
        told: list[Report] = []
        for _, _, step in sorted(steps, key=lambda s: s[:2]):
            if isinstance(step, Found):
                quoted += self._utter(step)
            else:
                told.append(self._report(step))
        return quoted, told

    def _utter(self, found: Found) -> list[Quote]:
        attribution = found.attribution or self._told_after(found)
        said = self._said(found, attribution)
        if said is None or (said.voice is None and not _told_by_author(found, said)):
            self.unsaid.append(found)
            return []
        self._used.add(said.at)
        group = found.utterance.first.group
        if attribution is None and self.current is not None and self.current.group is not None:
            group = self.current.group
        if said.voice is not None:
            self._now(said.voice, found.utterance.last.outer.end - 1, group)
        return _quotes_for(self.scene, found, said, group)

    def _told_after(self, found: Found) -> Attribution | None:
        """«…». Об этом заявил министр."""
        for report in self.told_of:
            if found.whole and report.evidence.meets(found.utterance.last.outer):
                return Attribution(report.voice, report.cue, report.at, report.rule)
        return None

    def _said(self, found: Found, attribution: Attribution | None) -> Attribution | None:
        """The attribution with a speaker: its own, or whoever spoke just before; None where nobody may be meant."""
        if attribution is None and found.turn == ANSWER:
            return self._answered(found)
        if attribution is None and found.labelled:
            return None
        if attribution is not None and attribution.voice is not None and not _nameless(attribution.voice):
            return msgspec.structs.replace(attribution, voice=self._full(attribution.voice))
        span = attribution.voice.speaker.span if attribution and attribution.voice else None
        cue = attribution.cue if attribution else None
        current = self.current
        if current is not None and (found.whole or attribution is not None) and self._near(current, found.start):
            return Attribution(_placed(current.voice, span), cue, found.start, "continues")
        owner = self._owner(span)
        return Attribution(owner, cue, found.start, "possessive") if owner else attribution

    def _answered(self, found: Found) -> Attribution | None:
        """Words that answer a question are the interviewee's, never those of whoever spoke before."""
        voice = self._interviewee
        return Attribution(_placed(voice, None), None, found.start, "interview") if voice else None

    @cached_property
    def _interviewee(self) -> Voice | None:
        return interviewee(self.scene, self.direct)

    def _owner(self, span: Span | None) -> Voice | None:
        """Whom a possessive means, placed at it."""
        if span is None or not is_possessive(self.scene, span):
            return None
        owner = antecedent(self.scene, span)
        return _placed(owner, span) if owner else None

    def _report(self, report: Report) -> Report:
        """The report with its speaker; who is not named is the one before, if he spoke just now."""
        current = self.current
        leaves_open = report.continues if report.voice is None else _nameless(report.voice)
        span = report.voice.speaker.span if report.voice else None
        if current is not None and leaves_open and self._goes_on(report, current):
            report = msgspec.structs.replace(report, voice=_placed(current.voice, span))
        elif leaves_open and (owner := self._owner(span)) is not None:
            report = msgspec.structs.replace(report, voice=owner)
        elif report.voice is not None:
            report = msgspec.structs.replace(report, voice=self._full(report.voice))
        if report.voice is not None and report.at not in self._used:
            self._now(report.voice, report.at, None)
        return report

    def _goes_on(self, report: Report, current: _Current) -> bool:
        """Whether a report that names nobody is the current speaker's; a passive goes on with a document or a body."""
        if report.voice is None and report.impersonal:
            return current.voice.kind not in PERSONS and self._near(current, report.at)
        return self._near(current, report.at) and (report.voice is None or current.voice.kind in PERSONS)

    def _near(self, current: _Current, at: int) -> bool:
        """Whether the current speaker may go on at `at`: same or next paragraph, nobody else the subject between."""
        return self._paragraph(at) - current.paragraph <= 1 and not self._others_between(current, at)

    def _others_between(self, current: _Current, at: int) -> bool:
        between = self.scene.sentences_in(Span(current.at, at))[1:]
        return any(
            mention.kind in ("person", "role") and mention.name != current.voice.speaker.name
            for sentence in between
            for index, token in enumerate(sentence.tokens)
            if token.rel == "nsubj" and token.span.end <= at and not self.scene.spoken_at(token.span.start)
            if (mention := mention_of(self.scene, sentence, index)) is not None
        )

    def _full(self, voice: Voice) -> Voice:
        """The voice; "собеседник агентства" is the anonymous source named before, where there is one."""
        name = voice.speaker.name
        if voice.kind != "words" or name is None:
            return voice
        if is_source(name):
            self._source = name
        if self._source is None or not means_source(name):
            return voice
        return msgspec.structs.replace(voice, speaker=msgspec.structs.replace(voice.speaker, name=self._source))

    def _now(self, voice: Voice, at: int, group: int | None) -> None:
        self.current = _Current(voice, at, self._paragraph(at), group)

    def _paragraph(self, at: int) -> int:
        sentences = self.scene.sentences_in(Span(at, at + 1))
        return self.scene.paragraph_of[sentences[0].number] if sentences else -1


def _told_by_author(found: Found, said: Attribution) -> bool:
    """Whether a verb of saying stands beside the words although nobody is named: «…», – говорится в документе."""
    return found.whole and said.cue is not None


def _nameless(voice: Voice) -> bool:
    """Whether it is a pronoun that nobody resolved and that keeps no candidates."""
    return voice.kind == "pronoun" and not voice.named and not voice.speaker.candidates


def _placed(voice: Voice, span: Span | None) -> Voice:
    """The same speaker where other words, or none, name him."""
    return msgspec.structs.replace(voice, speaker=msgspec.structs.replace(voice.speaker, span=span))


def _quotes_for(scene: Scene, found: Found, said: Attribution, group: int) -> list[Quote]:
    """One quote a piece; the short pieces of a fragment are no quotes."""
    return [
        Quote(
            span=region.span,
            text=region.span.of(scene.text),
            form="direct" if found.whole else "mixed",
            group=group,
            speaker=said.voice.speaker if said.voice else None,
            cue=said.cue,
            repaired=region.repaired,
            context=found.context,
            rule=said.rule,
        )
        for region in found.utterance.regions
        if found.whole or count_words(scene.text, region.span) >= FEWEST_WORDS
    ]


def _of_headline(scene: Scene, found: Found, quoted: Sequence[Quote]) -> Quote | None:
    """A headline's words that nobody is said to say, by the speaker whose words they are further down."""
    speaker = echoed(scene, found.utterance.first, quoted)
    if speaker is None:
        return None
    said = Attribution(Voice(speaker, "person"), None, found.start, "headline-echo")
    return _quotes_for(scene, found, said, found.utterance.first.group)[0]


def _stands(report: Report) -> bool:
    """Whether it is a report by itself; without a speaker only where the source names none ("сообщается, что")."""
    return not report.outer and (report.voice is not None or report.impersonal)


def _numbers(scene: Scene, span: Span) -> set[int]:
    """The numbers of the sentences that a span touches."""
    return {sentence.number for sentence in scene.sentences_in(span)}


def _indirect(scene: Scene, report: Report) -> Quote:
    voice = report.voice
    return Quote(
        span=report.evidence,
        text=report.evidence.of(scene.text),
        form="indirect",
        group=0,
        speaker=voice.speaker if voice else None,
        cue=report.cue,
        rule=report.rule,
    )


def _distinct(quotes: Iterator[Quote]) -> Iterator[Quote]:
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
