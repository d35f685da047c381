"""Words between marks and dash speech: which are quotations, and which words of the author tell whose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from dragoman.model.text import Span
from dragoman.quotes.attributions import Attribution, attributed, attribution_in
from dragoman.quotes.cues import cues_in
from dragoman.quotes.report import Report
from dragoman.quotes.reports import reports_in
from dragoman.quotes.scene import Scene
from dragoman.quotes.voices import Voice, mention_of, speaker_of, voice_of
from dragoman.speech import Region
from dragoman.speech.cues import WORD
from dragoman.speech.dashes import DASH
from dragoman.speech.turns import QUESTION

FEWEST_WORDS = 3
"""A shorter stretch between marks is a name or a turn of phrase."""

AFTER_DASH = re.compile(rf"[*_]{{0,4}}[,.!?…]?[*_]{{0,4}}\s{{0,4}}[{DASH}]\s{{0,4}}")
AFTER_COMMA = re.compile(r"[*_]{0,4},[*_]{0,4}\s{1,4}")
BLANK = re.compile(r"[^\w«„“\"]*")
LETTER = re.compile(r"[^\W_]")


class Utterance(msgspec.Struct, frozen=True):
    """The pieces of one utterance, in text order."""

    regions: tuple[Region, ...]

    @property
    def first(self) -> Region:
        """The first piece."""
        return self.regions[0]

    @property
    def last(self) -> Region:
        """The last piece."""
        return self.regions[-1]


class Found(msgspec.Struct, frozen=True):
    """An utterance with its attribution, None where its own words have none. `context`: the sentence around a fragment.

    `whole`: it stands as sentences of its own, so it may continue whoever spoke before.
    """

    utterance: Utterance
    attribution: Attribution | None
    context: Span | None
    whole: bool

    @property
    def start(self) -> int:
        """Where its first piece begins, marks included."""
        return self.utterance.first.outer.start

    @property
    def labelled(self) -> bool:
        """Whether a label stands before it that must tell who speaks: it goes on with nobody."""
        return self.utterance.first.style == ":"

    @property
    def turn(self) -> str | None:
        """What it is in a printed conversation (see `Region`)."""
        return self.utterance.first.turn


def utterances(scene: Scene) -> Iterator[Utterance]:
    """The spoken outermost regions of a text, pieces of one group together; those too short left out.

    An interviewer's questions are nobody's quotation.
    """
    spoken = sorted(
        (r for r in scene.top_regions if r.spoken and r.turn != QUESTION), key=lambda r: (r.group, r.outer.start)
    )
    for _, pieces in groupby(spoken, key=lambda r: r.group):
        found = tuple(pieces)
        if sum(count_words(scene.text, r.span) for r in found) >= FEWEST_WORDS:
            yield Utterance(found)


def count_words(text: str, span: Span) -> int:
    """How many words, numbers not counted."""
    return sum(1 for _ in WORD.finditer(text, span.start, span.end))


def find_direct(scene: Scene) -> list[Found]:
    """Every utterance with what its surroundings say of the speaker, in text order."""
    found = [_find(scene, utterance) for utterance in utterances(scene)]
    return sorted(found, key=lambda f: f.start)


def _find(scene: Scene, utterance: Utterance) -> Found:
    if utterance.first.style == ":":
        return Found(utterance, _label(scene, utterance), None, True)
    whole = _stands_alone(scene, utterance.first)
    context = None if whole else _context(scene, utterance.first)
    for rule in (_inside, _after, _before) if whole else (_inside, _before, _after, _around):
        attribution = rule(scene, utterance)
        if attribution is not None:
            return Found(utterance, attribution, context, whole)
    return Found(utterance, None, context, whole)


def _label(scene: Scene, utterance: Utterance) -> Attribution | None:
    """М. Орлов: Мост будет построен. A label that names a person; "Ответ:" names nobody, an outlet only asks."""
    start = scene.text.rfind("\n", 0, utterance.first.outer.start) + 1
    for sentence, index in scene.tokens_in(Span(start, utterance.first.outer.start)):
        mention = mention_of(scene, sentence, index)
        if mention is not None and mention.kind in PERSONS:
            return Attribution(Voice(speaker_of(mention), mention.kind), None, start, "label")
    return None


def _stands_alone(scene: Scene, region: Region) -> bool:
    """Whether no words of the narrator's sentence run into it, but for an introduction that ends in a colon."""
    if region.kind == "dash":
        return True
    before = scene.text[_clause_start(scene, region) : region.outer.start].rstrip(" \t\n\u00a0*_")
    return not LETTER.search(before) or before[-1:] in (":", *DASH)


def _clause_start(scene: Scene, region: Region) -> int:
    """Where the sentence around the region's beginning begins; not before the region before it ends."""
    sentence = scene.parse.sentence_at(region.outer.start)
    start = sentence.span.start if sentence else region.outer.start
    line = scene.text.rfind("\n", start, region.outer.start) + 1
    return max(start, line)


def _context(scene: Scene, region: Region) -> Span | None:
    sentence = scene.parse.sentence_at(region.outer.start)
    return sentence.span if sentence else None


def _inside(scene: Scene, utterance: Utterance) -> Attribution | None:
    """The author's words between pieces, or after dash speech."""
    for region in utterance.regions:
        if region.author is not None:
            found = attribution_in(scene, region.author, "author-inside")
            if found is not None:
                return found
    for one, other in zip(utterance.regions, utterance.regions[1:], strict=False):
        found = _following(scene, one, Span(one.outer.end, other.outer.start))
        if found is not None:
            return found
    return None


def _after(scene: Scene, utterance: Utterance) -> Attribution | None:
    """«…», – сказал министр. «…», отмечается в письме."""
    last = utterance.last
    return _following(scene, last, Span(last.outer.end, _author_end(scene, last)))


def _following(scene: Scene, region: Region, gap: Span) -> Attribution | None:
    dash = AFTER_DASH.match(scene.text, gap.start, gap.end)
    if dash:
        window = Span(dash.end(), gap.end)
        return attribution_in(scene, window, "after-dash") or _name_alone(scene, window)
    comma = AFTER_COMMA.match(scene.text, gap.start, gap.end)
    if comma is None:
        return None
    window = Span(comma.end(), gap.end)
    first = next(scene.tokens_in(window), None)
    if first is None:
        return None
    found = attribution_in(scene, window, "after-comma")
    return found if found and found.at - window.start <= NEAR else None


NEAR = 25
"""Characters between the comma and the verb: "», сегодня же сообщил"."""


def _author_end(scene: Scene, region: Region) -> int:
    """Where the author's words after a region end: with their sentence, or where the next speech begins."""
    at = min(len(scene.text) - 1, region.outer.end + 4)
    sentence = scene.parse.sentence_at(at) or scene.parse.sentence_at(region.outer.end)
    end = sentence.span.end if sentence else region.outer.end
    spoken = [r.outer.start for r in scene.regions_in(Span(region.outer.end, max(end, region.outer.end))) if r.spoken]
    return max(region.outer.end, min([end, *(s for s in spoken if s >= region.outer.end)]))


def _name_alone(scene: Scene, window: Span) -> Attribution | None:
    """«…», — МИД: nothing but a name after the dash."""
    words = window.of(scene.text).strip(" \t\n\u00a0.*_")
    voice = _only_name(scene, window, words)
    return Attribution(voice, None, window.start, "dash-name") if voice else None


def _only_name(scene: Scene, window: Span, words: str) -> Voice | None:
    for sentence, index in scene.tokens_in(window):
        mention = mention_of(scene, sentence, index)
        if mention is None:
            continue
        speaker = speaker_of(mention)
        covered = speaker.span.of(scene.text).strip("*_ ") if speaker.span else ""
        return Voice(speaker, mention.kind) if covered == words else None
    return None


def _before(scene: Scene, utterance: Utterance) -> Attribution | None:
    """Министр сказал: «…». Министр: «…»."""
    start = _introduction_start(scene, utterance.first)
    introduction = scene.text[start : utterance.first.outer.start].rstrip(" \t\n\u00a0*_")
    if not introduction.endswith(":"):
        return None
    window = Span(start, start + len(introduction) - 1)
    found = attribution_in(scene, window, "before-colon", last=True) or _any_cue(scene, window)
    return found or _name_of_headline(scene, window) or _subject_before(scene, window)


def _introduction_start(scene: Scene, region: Region) -> int:
    """The beginning of the sentence that introduces the region, which may be the end of the paragraph before."""
    at = region.outer.start - 1
    while at > 0 and (scene.text[at].isspace() or scene.text[at] in "*_"):
        at -= 1
    sentence = scene.parse.sentence_at(at)
    start = sentence.span.start if sentence else at
    ends = [r.outer.end for r in scene.regions_in(Span(start, at + 1)) if r.spoken and r.outer.end <= at]
    return max([start, *ends])


def _any_cue(scene: Scene, window: Span) -> Attribution | None:
    """Sources and reports in the introduction: "По словам министра:", "Его поддержал депутат:"."""
    for sentence in scene.sentences_in(window):
        for report in reports_in(scene, sentence):
            if window.start <= report.at < window.end:
                return _as_attribution(report)
    return None


def _subject_before(scene: Scene, window: Span) -> Attribution | None:
    """Коллегу поддержал министр: «…»: a person who is the subject of any verb, if he is the only one."""
    for sentence, index in scene.tokens_in(window):
        token = sentence.tokens[index]
        if token.rel == "nsubj" and token.feats.get("Case") == "Nom":
            voice = voice_of(scene, sentence, index)
            return Attribution(voice, None, window.start, "before-colon") if voice.kind in PERSONS else None
    return None


PERSONS = ("person", "role", "pronoun")


def _name_of_headline(scene: Scene, window: Span) -> Attribution | None:
    words = BLANK.sub("", window.of(scene.text), count=1).strip(" \t\n\u00a0*_")
    voice = _only_name(scene, window, words)
    return Attribution(voice, None, window.start, "headline-colon") if voice else None


def _around(scene: Scene, utterance: Utterance) -> Attribution | None:
    """A fragment inside reported speech: the cue before it in its sentence, else the one after it."""
    sentence = scene.parse.sentence_at(utterance.first.outer.start)
    if sentence is None:
        return None
    found = [_as_attribution(report) for report in reports_in(scene, sentence)]
    found += [a for s in cues_in(scene, sentence) if (a := attributed(scene, s, None, "cue-around")).voice]
    before = [a for a in found if a.at < utterance.first.outer.start]
    return max(before, key=lambda a: a.at, default=None) or min(found, key=lambda a: a.at, default=None)


def _as_attribution(report: Report) -> Attribution:
    return Attribution(report.voice, report.cue, report.at, report.rule)
