"""Whose: "его визит", "своя поездка", "у него запланирована встреча"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.arguments import Argument, argument
from dragoman.clauses.clause import Clause
from dragoman.model.actors import Mention

SEXES = {"его": "m", "ее": "f", "её": "f", "него": "m", "нее": "f", "неё": "f"}
BACK = 2
"""Sentences before within which a possessive's person is looked for."""


def possessors(clause: Clause, noun: int) -> tuple[Argument, ...]:
    """Whom a possessive before the noun means: the subject for "свой", the person named last for "его" and "её".

    takes: «Министр рассказал о своей поездке»; refuses: «наша встреча» (whose depends on who speaks)
    """
    for i in clause.sentence.children(noun):
        token = clause.sentence.tokens[i]
        if token.lemma == "свой":
            return tuple(
                a for a in clause.subjects() if a.mention.kind in ("person", "role", "pronoun", "group", "state")
            )
        if token.text.lower() in SEXES and token.pos in ("DET", "PRON"):
            return tuple(last_person(clause, i, SEXES[token.text.lower()]))
    return _having(clause)


def _having(clause: Clause) -> tuple[Argument, ...]:
    """ "у него запланирован ряд встреч", "у президента намечена поездка"."""
    tokens = clause.sentence.tokens
    for i, token in enumerate(tokens[1:], start=1):
        sex = SEXES.get(token.text.lower()) if tokens[i - 1].text.lower() == "у" else None
        if sex is not None and clause.segments[i] == clause.segments[clause.trigger]:
            return tuple(last_person(clause, i, sex))
    return ()


def last_person(clause: Clause, index: int, sex: str) -> Iterator[Argument]:
    """The person of that sex named last before a word (an oblique pronoun),
    in this sentence or the one or two before.
    """
    sentences = clause.scene.parse.sentences
    start = sentences[max(0, clause.sentence.number - BACK)].span.start
    at = clause.sentence.tokens[index].span.start
    before = [
        m
        for m in clause.scene.mentions
        if start <= m.span.start < at and m.kind in ("person", "role", "pronoun") and m.country
    ]
    fitting = [m for m in before if _sex(clause, m) in (sex, None)]
    if fitting:
        yield argument(clause.sentence, index, fitting[-1])


def _sex(clause: Clause, mention: Mention) -> str | None:
    person = clause.scene.kb.persons.get(mention.actor or "")
    return person.sex if person else None
