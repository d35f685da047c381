"""Clauses by the marks between them: a second witness beside the tree, which hangs words across commas at times."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dragoman.lang import load
from dragoman.syntax.tree import Sentence, Token

MARKS = frozenset(",;:—–()")
OPENERS = frozenset(
    {
        "который",
        "где",
        "куда",
        "когда",
        "что",
        "чтобы",
        "кто",
        "как",
        "если",
        "хотя",
        "поскольку",
        "чей",
        "пока",
        "зачем",
        "почему",
    }
)
"""Words that begin a subordinate clause, at once or after a preposition."""


def segments(sentence: Sentence) -> tuple[int, ...]:
    """For each token the number of its clause: a stretch between marks that has a finite verb.

    A stretch without one goes on with the clause before it, at the beginning of the sentence with the one after. A
    subordinate clause and an inverted one ("сообщил министр") end where they end: what follows without a verb of its
    own goes on with what stood before them.
    """
    pieces = list(_pieces(sentence))
    owners = _owners(sentence, pieces)
    numbers = [0] * len(sentence.tokens)
    for (first, last), owner in zip(pieces, owners, strict=True):
        for i in range(first, last):
            numbers[i] = owner
    return tuple(numbers)


def _pieces(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches between marks, half-open, each with the mark that ends it."""
    first = 0
    for i, token in enumerate(sentence.tokens):
        if token.text in MARKS:
            yield first, i + 1
            first = i + 1
    if first < len(sentence.tokens):
        yield first, len(sentence.tokens)


def _owners(sentence: Sentence, pieces: list[tuple[int, int]]) -> list[int]:
    owners: list[int] = []
    main: int | None = None
    for number, piece in enumerate(pieces):
        has_verb = any(is_finite(t) for t in sentence.tokens[slice(*piece)])
        if has_verb and (_subordinate(sentence, piece) or (number > 0 and _inverted(sentence, piece))):
            owners.append(number)
        elif has_verb:
            owners.append(number)
            owners = _claimed(owners, number, main)
            main = number
        else:
            owners.append(-1 if main is None else main)
    return [number if owner < 0 else owner for number, owner in enumerate(owners)]


def _claimed(owners: list[int], number: int, main: int | None) -> list[int]:
    """The first main clause takes what stood before it without a verb."""
    return [number if owner < 0 else owner for owner in owners] if main is None else owners


def _subordinate(sentence: Sentence, piece: tuple[int, int]) -> bool:
    beginning = [t for t in sentence.tokens[slice(*piece)] if t.pos != "PUNCT"][:3]
    words = [t.lemma for t in beginning if t.pos not in ("ADP", "PART")]
    return bool(words) and words[0] in OPENERS


def _inverted(sentence: Sentence, piece: tuple[int, int]) -> bool:
    """ "сообщил министр", "заявили в МИД": a verb of saying comes first."""
    beginning = next((t for t in sentence.tokens[slice(*piece)] if t.pos != "PUNCT"), None)
    return beginning is not None and is_finite(beginning) and beginning.lemma in sayings()


@lru_cache(maxsize=1)
def sayings() -> frozenset[str]:
    """Verbs that bring in somebody's words, both aspects, ё folded."""
    rows = load("ru", "cues.tsv")
    return frozenset(lemma.replace("ё", "е") for row in rows for lemma in (row["lemma"], row["aspect_pair"]) if lemma)


def is_finite(token: Token) -> bool:
    """A personal verb form, a short participle, or a predicate such as "намерен", "должен"."""
    if token.pos in ("VERB", "AUX"):
        return token.feats.get("VerbForm") == "Fin" or token.feats.get("Variant") == "Short"
    return token.pos == "ADJ" and token.feats.get("Variant") == "Short"
