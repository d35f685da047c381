"""One article names a thing several times: the tellings become one, with all their evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from dragoman.model.records import Act, Body, Document, Evidence, Forum, Project, Relation, Statement
from dragoman.syntax.lemmas import normal_forms

T = TypeVar("T", Body, Document, Forum, Project, Relation, Statement)


def gather(found: Iterable[T], same: Callable[[T, T], bool], join: Callable[[T, T], T]) -> tuple[T, ...]:
    """Each thing once, in the order of its first telling."""
    kept: list[T] = []
    for thing in found:
        index = next((i for i, known in enumerate(kept) if same(known, thing)), None)
        if index is None:
            kept.append(thing)
        else:
            kept[index] = join(kept[index], thing)
    return tuple(kept)


def joined(a: T, b: T) -> T:
    """The first telling with the evidence of both."""
    return msgspec.structs.replace(a, evidence=evidence_of(a.evidence, b.evidence))


def evidence_of(a: tuple[Evidence, ...], b: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Both, each span and rule once."""
    return tuple(dict.fromkeys((*a, *b)))


def acts_of(a: tuple[Act, ...], b: tuple[Act, ...]) -> tuple[Act, ...]:
    """Acts of both; an undated or vaguer one gives way to the sharper of its kind, contradicting dates both stay."""
    every = list(dict.fromkeys((*a, *b)))
    return tuple(act for act in every if not any(_sharper(other, act) for other in every))


def _sharper(a: Act, b: Act) -> bool:
    if a == b or a.act != b.act or a.date is None:
        return False
    return b.date is None or a.date.startswith(b.date)


def same_name(a: str, b: str) -> bool:
    """Whether the words of one name, in any case, are all among the other's.

    >>> same_name("Договор о дружбе", "договора о дружбе и мире"), same_name("Договор о мире", "Договор о дружбе")
    (True, False)
    """
    short, long = sorted((a.split(), b.split()), key=len)
    forms = [normal_forms(word.strip('«»",.')) for word in long]
    return all(any(not normal_forms(word.strip('«»",.')).isdisjoint(f) for f in forms) for word in short)


def gather_documents(found: Iterable[Document]) -> tuple[Document, ...]:
    """Documents by kind, parties and title."""
    return gather(found, _same_document, _join_documents)


def _same_document(a: Document, b: Document) -> bool:
    nested = set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)
    if a.kind != b.kind or not nested or not same_name(_topic(a.title), _topic(b.title)):
        return False
    left, right = ({x.date for x in d.acts if x.act == "signed" and x.date} for d in (a, b))
    return not left or not right or any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def _topic(title: str) -> str:
    """A title without the states it is between, who are compared as parties.

    >>> _topic("Договор о дружбе с Велардией"), _topic("Договор о дружбе между Велардией и Мальдорой")
    ('Договор о дружбе', 'Договор о дружбе')
    """
    words = title.split(" между ")[0].split()
    while len(words) > 3 and words[-1][:1].isupper():
        words.pop()
    return " ".join(words[:-1] if words[-1] in ("с", "со", "и") else words)


def _join_documents(a: Document, b: Document) -> Document:
    fuller = b if len(b.title) > len(a.title) else a
    return msgspec.structs.replace(
        a,
        title=fuller.title,
        parties=max(a.parties, b.parties, key=len),
        klass=a.klass or b.klass,
        acts=acts_of(a.acts, b.acts),
        evidence=evidence_of(a.evidence, b.evidence),
    )
