"""Whether two titles of a document, body or project can be the same thing's, whatever case they are declined in."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

_WORD = re.compile(r"[^\W_]+")
_SMALL = 3
"""Words up to this length (prepositions, conjunctions) decide nothing, unless they hold a digit."""

_ENDING = 3
"""Letters that an ending has at most: «высший – высшего», «стороны – сторонами»."""

_MISPRINT = 90
"""Likeness in percent from which two long words are one with a letter amiss; «экспорт – импорт» is 62."""


@lru_cache(maxsize=65536)
def same_title(one: str | None, other: str | None) -> bool:
    """Whether one title's words are all, declined or not, among the other's.

    A shorter title fits a longer one, but where each has a word that the other lacks they are two.
    No title fits no title, and nothing else.

    >>> same_title("Договор о союзнических отношениях", "договора о союзнических отношениях между сторонами")
    True
    >>> same_title("Соглашение о сотрудничестве в области культуры", "соглашения в области образования")
    False
    >>> same_title("Соглашение № 5", "Соглашение № 6"), same_title(None, "Соглашение"), same_title(None, None)
    (False, False, True)
    """
    if one is None or other is None:
        return one is other
    # In one order, because pairing word by word need not be symmetrical.
    left, right = sorted((_words(one), _words(other)))
    if left == right:
        return True
    matched, left_alone, right_alone = _pair(left, right)
    if left_alone and right_alone:
        return False
    # One common word is not enough to tell «договор» from «договор о границе».
    return matched >= 2 or not (left_alone or right_alone)


def _pair(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[int, int, int]:
    """How many words pair up, and how many stay alone on each side."""
    rest = list(right)
    for word in left:
        mate = next((candidate for candidate in rest if _same_word(word, candidate)), None)
        if mate is not None:
            rest.remove(mate)
    matched = len(right) - len(rest)
    return matched, len(left) - matched, len(rest)


def _same_word(one: str, other: str) -> bool:
    """Whether they are forms of one word, or one is misprinted. Numbers must be equal.

    >>> _same_word("высший", "высшего"), _same_word("экономический", "экологический"), _same_word("2024", "2025")
    (True, False, False)
    """
    if one == other:
        return True
    if any(c.isdigit() for c in one + other):
        return False
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    short = min(len(one), len(other)) <= 5
    longest_rest = max(len(one), len(other)) - stem
    if stem >= (3 if short else 4) and longest_rest <= (1 if short and stem < 4 else _ENDING):
        return True
    return not short and _like(one, other) >= _MISPRINT


def _like(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(one, other))


def _words(title: str) -> tuple[str, ...]:
    """The words that matter, lower case, ё as е, sorted, each once."""
    words = _WORD.findall(title.casefold().replace("ё", "е"))
    kept = {word for word in words if len(word) > _SMALL or any(c.isdigit() for c in word)}
    return tuple(sorted(kept or set(words)))
