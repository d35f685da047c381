"""Printed interviews: who answers, where questions and answers stand in paragraphs without words of an author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.text import Span
from dragoman.quotes.direct import Found
from dragoman.quotes.scene import Scene
from dragoman.quotes.subjects import subject_of
from dragoman.quotes.voices import Voice, voice_of
from dragoman.speech.cues import cue_of
from dragoman.syntax.tree import Sentence

WHO_ANSWERS = ("person", "role")

TALKS = frozenset({"интервью", "беседа"})
"""Nouns of the lead: "в интервью газете заявил", "беседа с министром"."""

ANSWERED, QUESTIONS = "ответить", "вопрос"

WITH = frozenset({"с", "со"})


def interviewee(scene: Scene, direct: Sequence[Found]) -> Voice | None:
    """The one person interviewed: named so before the first question, else by the headline, else beside an answer.

    None where nobody or more than one may be meant.
    """
    turns = [region.outer.start for region in scene.top_regions if region.turn]
    if not turns:
        return None
    lead = [s for s in scene.sentences_in(Span(0, min(turns))) if s.span.end <= min(turns)]
    for found in (_talking(scene, lead), _headline(scene, lead), _beside_answers(direct)):
        voices = {(v.speaker.actor, v.speaker.name): v for v in found if v.kind in WHO_ANSWERS and v.named}
        if voices:
            return next(iter(voices.values())) if len(voices) == 1 else None
    return None


def _talking(scene: Scene, lead: Sequence[Sentence]) -> Iterator[Voice]:
    """ "Министр в интервью газете рассказал", "интервью с министром", "интервью министра газете"."""
    for sentence in lead:
        for index, token in enumerate(sentence.tokens):
            if scene.spoken_at(token.span.start):
                continue
            if token.lemma in TALKS:
                yield from _partner(scene, sentence, index)
                yield from _subject(scene, sentence, _verb_above(sentence, index))
            elif token.lemma == QUESTIONS and _answered(sentence, index):
                yield from _subject(scene, sentence, _verb_above(sentence, index))


def _answered(sentence: Sentence, question: int) -> bool:
    verb = _verb_above(sentence, question)
    form = cue_of(sentence.tokens[verb].text) if verb is not None else None
    return form is not None and form.cue.infinitive == ANSWERED


def _partner(scene: Scene, sentence: Sentence, talk: int) -> Iterator[Voice]:
    for child in sentence.children(talk):
        token = sentence.tokens[child]
        partner = WITH & {sentence.tokens[c].text.lower() for c in sentence.children(child)}
        if token.rel == "nmod" and (partner or token.feats.get("Case") == "Gen"):
            yield voice_of(scene, sentence, child)


def _verb_above(sentence: Sentence, index: int) -> int | None:
    return next((i for i in sentence.path_up(index) if sentence.tokens[i].pos == "VERB"), None)


def _subject(scene: Scene, sentence: Sentence, verb: int | None) -> Iterator[Voice]:
    subject = subject_of(scene, sentence, verb) if verb is not None else None
    if subject is not None:
        yield voice_of(scene, sentence, subject)


def _headline(scene: Scene, lead: Sequence[Sentence]) -> Iterator[Voice]:
    """ "Марк Орлов: Мост будет построен" over an interview."""
    if lead:
        colon = scene.text.find(":", lead[0].span.start, lead[0].span.end)
        name = Span(lead[0].span.start, colon)
        head = lead[0].head_of(name) if colon > name.start else None
        if head is not None:
            yield voice_of(scene, lead[0], head)


def _beside_answers(direct: Sequence[Found]) -> Iterator[Voice]:
    """ "– Весной, – ответил министр" among answers that name nobody."""
    for found in direct:
        said = found.attribution
        if said is not None and said.voice is not None and said.cue == ANSWERED:
            yield said.voice
