"""Names in quotation marks: «Каспий», газета «Правда», договор «О дружбе» are nobody's words."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.lang import load
from dragoman.model.text import Span
from dragoman.speech.cues import WORD, fold
from dragoman.speech.dashes import SEPARATOR, is_author

LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[\s*_]{1,4}\Z")
LONGEST_NAME = 2
"""Words; a capitalised stretch as short as this without anybody saying it is a name."""

LONGEST_TITLE = 25
LONGEST_ENDING = 3
"""Letters of a case ending: договор, договорами."""


def is_title(text: str, words: Span, outer: Span) -> bool:
    """Whether the marks hold a name: after a noun that takes one, or one or two words with a capital.

    >>> text = "газета «Утро края» пишет: «Утро доброе»"
    >>> is_title(text, Span(8, 17), Span(7, 18)), is_title(text, Span(27, 38), Span(26, 39))
    (True, False)
    """
    if not len(words) or not (text[words.start].isupper() or text[words.start].isdigit()) or _said(text, outer.end):
        return False
    before = text[max(0, outer.start - 40) : outer.start]
    if before.rstrip(" \u00a0\n*_").endswith(":"):
        return False
    noun = LAST_WORD.search(before)
    if noun and takes_a_name(noun.group(1)):
        return _count(text, words) <= LONGEST_TITLE
    return _count(text, words) <= LONGEST_NAME and text[words.end - 1] not in ".!?…,"


def takes_a_name(noun: str) -> bool:
    """Whether names in quotation marks stand after this noun.

    >>> takes_a_name("договора"), takes_a_name("президента")
    (True, False)
    """
    stems, whole = _nouns()
    word = fold(noun)
    return word in whole or any(word[:-cut] in stems for cut in range(1, LONGEST_ENDING + 1)) or word in stems


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    rows = load("ru", "named_things.tsv")
    return (
        frozenset(row["stem"] for row in rows if not row["whole"]),
        frozenset(row["stem"] for row in rows if row["whole"]),
    )


def _count(text: str, words: Span) -> int:
    return sum(1 for _ in WORD.finditer(text, words.start, min(words.end, words.start + 400)))


def _said(text: str, end: int) -> bool:
    """Whether somebody is said to say it right after the closing mark."""
    found = SEPARATOR.search(text, max(0, end - 1), min(len(text), end + 8))
    return found is not None and is_author(text, found.end(), len(text), ",")
