"""Whether two titles of a document, body or project can be the same thing's, whatever case they are declined in."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SMALL = 3
"""Words up to this length (prepositions, conjunctions) decide nothing, unless they hold a digit."""

_ALIKE = 75
"""Likeness in percent from which two words are forms of one: «договор – договора» 93, «экспорт – импорт» 62."""


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
    from rapidfuzz.fuzz import ratio

    if one == other:
        return True
    has_digit = any(c.isdigit() for c in one + other)
    return not has_digit and ratio(one, other) >= _ALIKE


def _words(title: str) -> tuple[str, ...]:
    """The words that matter, lower case, ё as е, sorted, each once."""
    words = _WORD.findall(title.casefold().replace("ё", "е"))
    kept = {word for word in words if len(word) > _SMALL or any(c.isdigit() for c in word)}
    return tuple(sorted(kept or set(words)))
