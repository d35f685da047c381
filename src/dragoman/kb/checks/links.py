"""Codes that name rows of other tables, and cells that hold one of a few words. Which: links.tsv, values.tsv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.kb.checks.data import read_data
from dragoman.kb.checks.problem import Problem
from dragoman.kb.rows import Row
from dragoman.kb.tables import columns_of

Rows = Mapping[str, Sequence[Row]]


def check_links(rows: Rows) -> Iterator[Problem]:
    """Codes that no row of any folder has."""
    known = _known(rows)
    what = {
        "country": "states or organisations",
        "organisation": "organisations",
        "role": "offices",
        "person": "persons",
    }
    for link in read_data("links.tsv"):
        column, to, free = link["column"], link["to"], link["may_be"]
        for row in rows.get(link["table"], ()):
            for code in _values(row, column):
                if code not in known[to] and code != free:
                    yield Problem(severity="error", line=row.line, message=f"{column}: {code!r} is not in {what[to]}")


def _known(rows: Rows) -> dict[str, set[str]]:
    codes = {name: {_cell(row, key) for row in rows.get(name, ())} for name, key in _IDENTIFIERS}
    return {
        "country": codes["states"] | codes["organisations"],
        "organisation": codes["organisations"],
        "role": codes["offices"],
        "person": codes["persons"],
    }


_IDENTIFIERS = (("states", "code"), ("organisations", "code"), ("offices", "role"), ("persons", "id"))


def _cell(row: Row, column: str) -> Any:
    return getattr(row, columns_of(type(row))[column])


def _values(row: Row, column: str) -> tuple[str, ...]:
    """The codes in a cell; none where it is empty."""
    cell = _cell(row, column)
    return cell if isinstance(cell, tuple) else (cell,) if cell else ()


def check_values(rows: Rows) -> Iterator[Problem]:
    """Words that are none of those that a column may hold."""
    for rule in read_data("values.tsv"):
        column, allowed = rule["column"], rule["values"].split("|")
        for row in rows.get(rule["table"], ()):
            if _cell(row, column) not in allowed:
                message = f"{column}: {_cell(row, column)!r} is none of {', '.join(filter(None, allowed))}"
                yield Problem(severity="error", line=row.line, message=message)


def check_bodies(rows: Rows) -> Iterator[Problem]:
    """Parties of a body out of order: they are compared as written."""
    for row in rows.get("bodies", ()):
        parties = _values(row, "parties")
        if list(parties) != sorted(set(parties)):
            yield Problem(
                severity="error",
                line=row.line,
                message=f"parties: {'|'.join(parties)} is not sorted, or one is there twice",
            )
