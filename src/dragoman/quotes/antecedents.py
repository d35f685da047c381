"""Whom a possessive means ("по его словам", "в её телеграмме") where no current speaker does."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.text import Span
from dragoman.quotes.scene import Scene
from dragoman.quotes.voices import Voice, mention_of, speaker_of
from dragoman.syntax.lemmas import fold
from dragoman.syntax.tree import Sentence

GENDERS = {"его": "Masc", "ее": "Fem"}
"""Possessives of one person → his grammatical gender; "их" may mean anybody and is not followed."""


def is_possessive(scene: Scene, span: Span) -> bool:
    """Whether the words are a possessive of one person."""
    return fold(span.of(scene.text)) in GENDERS


def antecedent(scene: Scene, span: Span) -> Voice | None:
    """The only person in the nominative before the possessive in its sentence, else in the narrator's sentence before.

    None where there are two, or nobody of that gender.
    """
    here = scene.parse.sentence_at(span.start)
    if here is None:
        return None
    gender = GENDERS[fold(span.of(scene.text))]
    for sentence in (here, _before(scene, here)):
        persons = {(v.speaker.actor, v.speaker.name): v for v in _subjects(scene, sentence, span.start, gender)}
        if persons:
            return next(iter(persons.values())) if len(persons) == 1 else None
    return None


def _before(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence before, in the same paragraph or the one above."""
    number = sentence.number - 1
    if number < 0 or scene.paragraph_of[sentence.number] - scene.paragraph_of[number] > 1:
        return None
    return scene.parse.sentences[number]


def _subjects(scene: Scene, sentence: Sentence | None, end: int, gender: str) -> Iterator[Voice]:
    """Every person whom the narrator names in the nominative before `end`."""
    for index, token in enumerate(sentence.tokens if sentence else ()):
        if token.feats.get("Case") != "Nom" or token.span.start >= end or scene.spoken_at(token.span.start):
            continue
        mention = mention_of(scene, sentence, index) if sentence and token.pos in ("NOUN", "PROPN") else None
        fits = token.feats.get("Gender", gender) == gender or token.pos == "NOUN"
        if mention is not None and mention.kind in ("person", "role") and mention.name and fits:
            yield Voice(speaker_of(mention), mention.kind)
