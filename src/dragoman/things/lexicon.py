"""The word lists of lang/ru/things, as sets and tables that are built once."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.lang import load


@cache
def listed(file: str, name: str) -> frozenset[str]:
    """A list of a file, or the keys of a table of it.

    >>> "совет" in listed("bodies", "heads")
    True
    """
    return frozenset(table(file)[name])


@cache
def table(file: str) -> dict[str, Any]:
    """All lists and tables of a file."""
    found: dict[str, Any] = load("ru", f"things/{file}.yaml")
    return found
