"""The form of one table file: header, cells, dates, keys, order.

A line that is off here takes no part in other checks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from dragoman.kb.checks.problem import Problem
from dragoman.kb.rows import TABLES, Row
from dragoman.kb.tables import columns_of, required_columns, row_of
from dragoman.model.text import first_day, last_day

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Checked(msgspec.Struct, frozen=True):
    """A file's rows that are well-formed, in order, and what is wrong with the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def check_form(name: str, text: str, where: str) -> Checked:
    """One table. Nothing raises: without its columns a table gives no rows.

    >>> [p.message for p in check_form("memberships", "organisation\\tcountry\\tsource\\nUN", "m.tsv").problems]
    ['missing column status, valid_from, valid_to']
    """
    lines = text.removeprefix("\ufeff").split("\n")
    header = lines[0].rstrip("\r").split("\t")
    problems = list(_header(name, header, f"{where}:1"))
    if any(p.severity == "error" for p in problems):
        return Checked((), tuple(problems))
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() and not line.startswith("#"):
            cells = line.rstrip("\r").split("\t")
            found = list(_line(name, header, cells, f"{where}:{number}"))
            problems += found
            if not found:
                rows.append(row_of(TABLES[name][0], header, cells, f"{where}:{number}"))
    return Checked(tuple(rows), (*problems, *_keys(name, rows)))


def _header(name: str, header: list[str], line: str) -> Iterator[Problem]:
    kind, keys = TABLES[name]
    needed = {*required_columns(kind), *keys, "source", "valid_from", "valid_to"}
    missing = sorted(needed - set(header))
    if missing:
        yield Problem(severity="error", line=line, message=f"missing column {', '.join(missing)}")
    unknown = [column for column in header if column not in columns_of(kind) or column == "line"]
    if unknown:
        yield Problem(
            severity="warning", line=line, message=f"unknown column {', '.join(map(repr, unknown))}, not read"
        )
    twice = sorted({column for column in header if header.count(column) > 1})
    if twice:
        yield Problem(severity="error", line=line, message=f"column {', '.join(twice)} stands twice")


def _line(name: str, header: list[str], cells: list[str], line: str) -> Iterator[Problem]:
    if len(cells) != len(header):
        yield Problem(severity="error", line=line, message=f"{len(cells)} cells, the header has {len(header)}")
        return
    values = dict(zip(header, cells, strict=True))
    for column, cell in values.items():
        if cell != cell.strip() or any(v != v.strip() or not v for v in cell.split("|") if cell):
            yield Problem(
                severity="error", line=line, message=f"{column}: blanks at an end or an empty value in {cell!r}"
            )
    for column in TABLES[name][1]:
        if not values[column].strip() and column != "valid_from":
            yield Problem(severity="error", line=line, message=f"{column} is empty")
    if not values["source"].strip():
        yield Problem(severity="error", line=line, message="no source: say where it was confirmed, or `recall`")
    yield from _dates(values["valid_from"], values["valid_to"], line)


def _dates(valid_from: str, valid_to: str, line: str) -> Iterator[Problem]:
    sound = True
    for column, written in (("valid_from", valid_from), ("valid_to", valid_to)):
        if written and not is_date(written):
            sound = False
            yield Problem(
                severity="error", line=line, message=f"{column}: {written!r} is no date (YYYY, YYYY-MM, YYYY-MM-DD)"
            )
    if sound and valid_from and valid_to and first_day(valid_from) > last_day(valid_to):
        yield Problem(severity="error", line=line, message=f"ends ({valid_to}) before it begins ({valid_from})")


def is_date(written: str) -> bool:
    """Whether a cell holds a day, month or year that the calendar has.

    >>> is_date("2024-02"), is_date("2023-02-29"), is_date("2024-2")
    (True, False, False)
    """
    if not DATE.fullmatch(written):
        return False
    try:
        dt.date.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        return False
    return True


def _keys(name: str, rows: list[Row]) -> Iterator[Problem]:
    """Two rows of one key: the second hides the first. Rows out of order: once a file."""
    seen: dict[tuple[str, ...], str] = {}
    before: tuple[str, ...] = ()
    unsorted: list[str] = []
    for row in rows:
        key = key_of(name, row)
        if key in seen:
            said = ", ".join(filter(None, key))
            yield Problem(severity="error", line=row.line, message=f"the key {said} stands twice", related=(seen[key],))
        elif key < before:
            unsorted.append(row.line)
        seen.setdefault(key, row.line)
        before = key
    if unsorted:
        message = f"not sorted by {', '.join(TABLES[name][1])} ({len(unsorted)} rows, this is the first)"
        yield Problem(severity="info", line=unsorted[0], message=message)


def key_of(name: str, row: Row) -> tuple[str, ...]:
    """What tells a row from the others of its table."""
    return tuple(getattr(row, column) for column in TABLES[name][1])
