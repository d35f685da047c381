"""Names in which a letter of the other alphabet hides: "Tокаев" with a Latin T is found by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.kb.checks.problem import Problem
from dragoman.kb.rows import Row

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
    for field in msgspec.structs.fields(row):
        if NAMING.search(field.name):
            value = getattr(row, field.name)
            yield field.encode_name, " ".join(value) if isinstance(value, tuple) else value


def is_mixed(word: str) -> bool:
    """Whether a run of letters has both alphabets.

    >>> is_mixed("Tокаев"), is_mixed("Токаев")
    (True, False)
    """
    return bool(CYRILLIC.search(word) and LATIN.search(word))
