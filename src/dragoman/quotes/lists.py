"""Entries of a list under a heading that names the speaker: "Главное из речи министра:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.text import Span
from dragoman.quotes.letters import author_of, written_words
from dragoman.quotes.report import Report
from dragoman.quotes.scene import Scene
from dragoman.quotes.voices import Voice, mention_of, speaker_of
from dragoman.speech import Region
from dragoman.syntax.tree import Sentence

LONGEST_BARE_HEADING = 2
"""Words of a heading that names nothing: "Главное:", "Основные тезисы:"."""


def list_reports(scene: Scene, told: Sequence[Report]) -> list[Report]:
    """A report for each entry of such a list, but for entries with a speaker of their own."""
    own = [report.evidence for report in told]
    found = []
    for heading, items in _lists(scene):
        voice = _voice_of_heading(scene, heading)
        if voice is not None:
            found += [_entry(i, voice) for i in items if not (_told(i, own) or _tells_of(scene, i, voice))]
    return found


def _told(item: Region, own: Sequence[Span]) -> bool:
    return any(span.meets(item.span) for span in own)


def _tells_of(scene: Scene, item: Region, voice: Voice) -> bool:
    """Whether the narrator tells of the speaker there ("– Министр поблагодарил коллегу"): no words of his."""
    for sentence in scene.sentences_in(item.span):
        subject = _subject(scene, sentence)
        if subject is not None and (subject.speaker.name, subject.speaker.actor) == (
            voice.speaker.name,
            voice.speaker.actor,
        ):
            return True
    return False


def _entry(item: Region, voice: Voice) -> Report:
    return Report(item.span, voice, None, item.span.start, "list")


def _lists(scene: Scene) -> Iterator[tuple[Sentence, list[Region]]]:
    """Runs of entries with the sentence that stands before them."""
    items = [region for region in scene.top_regions if region.kind == "item"]
    run: list[Region] = []
    for item in items:
        if run and scene.text[run[-1].outer.end : item.outer.start].strip():
            yield from _headed(scene, run)
            run = []
        run.append(item)
    yield from _headed(scene, run)


def _headed(scene: Scene, run: list[Region]) -> Iterator[tuple[Sentence, list[Region]]]:
    if not run:
        return
    start = run[0].outer.start
    before = [s for s in scene.sentences_in(Span(max(0, start - 400), start)) if s.span.end <= start]
    if before and scene.text[before[-1].span.start : start].rstrip(" \n\t\u00a0*_").endswith(":"):
        yield before[-1], run


def _voice_of_heading(scene: Scene, heading: Sentence) -> Voice | None:
    """Whose speech the heading names; for a bare heading the subject of the sentence before it."""
    for index, token in enumerate(heading.tokens):
        if token.lemma in written_words():
            voice = author_of(scene, heading, index)
            if voice is not None:
                return voice
    number = heading.number
    bare = sum(token.pos != "PUNCT" for token in heading.tokens) <= LONGEST_BARE_HEADING
    if not bare or number == 0:
        return None
    return _subject(scene, scene.parse.sentences[number - 1])


def _subject(scene: Scene, sentence: Sentence) -> Voice | None:
    for index, token in enumerate(sentence.tokens):
        if token.rel == "nsubj":
            mention = mention_of(scene, sentence, index)
            if mention is not None and mention.kind in ("person", "role"):
                return Voice(speaker_of(mention), mention.kind)
            return None
    return None
