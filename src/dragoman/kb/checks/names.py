"""Names in which a letter of the other alphabet hides: "Tокаев" with a Latin T is found by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dragoman.kb.checks.problem import Problem
from dragoman.kb.rows import Row
from dragoman.kb.tables import columns_of

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

NAMING = re.compile(r"name|alias|titles|surname|given|patronymics|adjectives|demonyms")


def check_names(rows: Mapping[str, Sequence[Row]]) -> Iterator[Problem]:
    """Each word of a naming column that mixes Cyrillic and Latin letters."""
    for table in rows.values():
        for row in table:
            for column, words in _named(row):
                for word in filter(is_mixed, WORD.findall(words)):
                    yield Problem(
                        severity="error", line=row.line, message=f"{column}: {word!r} mixes Cyrillic and Latin letters"
                    )


def _named(row: Row) -> Iterator[tuple[str, str]]:
    for column, name in _naming(type(row)):
        value = getattr(row, name)
        yield column, " ".join(value) if isinstance(value, tuple) else value


@cache
def _naming(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """Column and field of what names something."""
    return tuple((column, name) for column, name in columns_of(kind).items() if NAMING.search(name))


def is_mixed(word: str) -> bool:
    """Whether a run of letters has both alphabets.

    >>> is_mixed("Tокаев"), is_mixed("Токаев")
    (True, False)
    """
    return bool(CYRILLIC.search(word) and LATIN.search(word))
