"""The verbs of saying, found by their written form: no parser is asked, for it runs after the marks are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from dragoman.lang import load

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

PRESENT = (
    ("овать", ("ует", "уют", "уя")),
    ("нуть", ("нет", "нут")),
    ("ать", ("ает", "ают", "ая")),
    ("ять", ("яет", "яют", "яя")),
    ("шить", ("шит", "шат", "ша")),
    ("щить", ("щит", "щат", "ща")),
    ("ить", ("ит", "ят", "я")),
)
"""Infinitive's end → ends of the third persons and of the gerund. The other conjugations stand in the table itself."""

PAST = ("л", "ла", "ло", "ли")
REFLEXIVE = re.compile(r"с[яь]$")


class Cue(msgspec.Struct, frozen=True):
    """A verb of saying. `licenses` and `kind`: see lang/ru/cues.tsv; `infinitive`: what a quote prints."""

    infinitive: str
    licenses: frozenset[str]
    kind: str


class CueForm(msgspec.Struct, frozen=True):
    """One written form of a cue. `shape`: `finite`, `passive` ("отмечается", "отмечено") or `gerund` ("отметив")."""

    cue: Cue
    shape: str


def fold(word: str) -> str:
    """Lower case with ё as е."""
    return word.lower().replace("ё", "е")


def cue_of(word: str) -> CueForm | None:
    """The cue that this word is a form of, or None.

    >>> cue_of("отмечает").cue.infinitive, cue_of("отмечается").shape, cue_of("отметка")
    ('отметить', 'passive', None)
    """
    return forms().get(fold(word))


@lru_cache(maxsize=1)
def forms() -> Mapping[str, CueForm]:
    """Every written form in use of every cue; where two rows share a form, the earlier row has it."""
    found: dict[str, CueForm] = {}
    for row in load("ru", "cues.tsv"):
        cue = Cue(row["infinitive"], frozenset(filter(None, row["licenses"].split("|"))), row["kind"])
        for form, shape in _forms_of_row(row):
            found.setdefault(fold(form), CueForm(cue, shape))
    return found


def _forms_of_row(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((form, "finite") for form in row["irregular"].split("|") if form)
    yield from ((form, "passive") for form in row["passive"].split("|") if form)
    for infinitive in (row["lemma"], row["aspect_pair"]):
        if infinitive:
            yield from derived(infinitive)


def derived(infinitive: str) -> Iterator[tuple[str, str]]:
    """The regular forms of a verb, each with its shape.

    >>> [form for form, shape in derived("надеяться") if shape == "finite"][:2]
    ['надеялся', 'надеялась']
    """
    reflexive = bool(REFLEXIVE.search(infinitive))
    plain = REFLEXIVE.sub("", infinitive)
    if not plain.endswith("ть") or plain.endswith("сть"):
        return
    for form, shape in _plain_forms(plain):
        yield (_reflexive(form) if reflexive else form), shape
        if not reflexive and shape == "finite" and form[-1] in "то":
            yield _reflexive(form), "passive"


def _plain_forms(infinitive: str) -> Iterator[tuple[str, str]]:
    stem = infinitive[:-2]
    yield from ((stem + end, "finite") for end in PAST)
    yield stem + "в", "gerund"
    for end, persons in PRESENT:
        if infinitive.endswith(end):
            root = infinitive.removesuffix(end)
            yield from ((root + person, "finite" if person[-1] == "т" else "gerund") for person in persons)
            return


def _reflexive(form: str) -> str:
    """
    >>> _reflexive("удивила"), _reflexive("удивит"), _reflexive("удивив")
    ('удивилась', 'удивится', 'удивившись')
    """
    if form.endswith("в"):
        return form + "шись"
    return form + ("сь" if form[-1] in "аеиоуыэюя" else "ся")
