"""All that can be wrong with a knowledge-base folder, found at once: rows → problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from dragoman.errors import KnowledgeBaseError
from dragoman.kb.checks.form import Checked, check_form, key_of
from dragoman.kb.checks.links import check_bodies, check_links, check_values
from dragoman.kb.checks.names import check_names
from dragoman.kb.checks.problem import Problem
from dragoman.kb.checks.tenures import check_tenures
from dragoman.kb.rows import TABLES, Row
from dragoman.kb.tables import Folder, package_folder, table_files

__all__ = ["Problem", "check"]

SEVERITIES = ("error", "warning", "info")


def check(folder: Path | None = None) -> tuple[Problem, ...]:
    """What is wrong, gravest first, then by file and line. Nothing is raised: a folder that is none is a problem too.

    `folder` None: the package's own tables. A user's folder is read with the package's tables under it,
    and only what its own lines have part in is told.
    """
    lower = () if folder is None else _package()
    try:
        upper = _package() if folder is None else tuple(_files(folder))
    except KnowledgeBaseError as error:
        return (Problem(severity="error", line=str(folder), message=str(error)),)
    rows = _merged([*lower, *upper])
    found = [
        *(problem for _, _, checked in upper for problem in checked.problems),
        *_across(rows),
        *_recalled(upper),
        *_strange_files(folder),
    ]
    own = {where for _, where, _ in upper} | ({str(folder)} if folder else set())
    return tuple(sorted((p for p in found if _concerns(p, own)), key=_order))


@cache
def _package() -> tuple[tuple[str, str, Checked], ...]:
    return tuple(_files(package_folder()))


def _files(folder: Folder) -> Iterator[tuple[str, str, Checked]]:
    """Table name, file and checked rows of each table of a folder. Raises KnowledgeBaseError where there is none."""
    for name, file in table_files(folder):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problem = Problem(severity="error", line=str(file), message=f"cannot be read as UTF-8: {error}")
            yield name, str(file), Checked((), (problem,))
        else:
            yield name, str(file), check_form(name, text, str(file))


def _merged(files: Sequence[tuple[str, str, Checked]]) -> dict[str, list[Row]]:
    """Rows by table, a later file's row in the place of an earlier one with the same key."""
    tables: dict[str, dict[tuple[str, ...], Row]] = {name: {} for name in TABLES}
    for name, _, checked in files:
        for row in checked.rows:
            tables[name][key_of(name, row)] = row
    return {name: list(rows.values()) for name, rows in tables.items()}


def _across(rows: dict[str, list[Row]]) -> Iterator[Problem]:
    """What shows only with all tables side by side."""
    yield from check_links(rows)
    yield from check_values(rows)
    yield from check_bodies(rows)
    yield from check_names(rows)
    yield from check_tenures(rows["tenures"])


def _recalled(files: Sequence[tuple[str, str, Checked]]) -> Iterator[Problem]:
    """How many rows of a file rest on general knowledge alone."""
    for _, where, checked in files:
        count = Counter(row.source == "recall" for row in checked.rows)[True]
        if count:
            message = f"{count} of {len(checked.rows)} rows rest on general knowledge (recall), no document yet"
            yield Problem(severity="info", line=where, message=message)


def _strange_files(folder: Path | None) -> Iterator[Problem]:
    """Tables of a user's that no one reads, most often a slip in the name."""
    for file in sorted(folder.glob("*.tsv")) if folder else ():
        if file.stem not in TABLES:
            message = f"no table is called {file.stem!r}, it is not read (tables: {', '.join(TABLES)})"
            yield Problem(severity="warning", line=str(file), message=message)


def _concerns(problem: Problem, own: set[str]) -> bool:
    lines = (problem.line, *problem.related)
    return any(line in own or _file_of(line) in own or Path(line).suffix == ".tsv" for line in lines)


def _file_of(line: str) -> str:
    return line.rpartition(":")[0]


def _order(problem: Problem) -> tuple[int, str, int, str]:
    file, _, number = problem.line.rpartition(":")
    known = number.isdigit()
    return (
        SEVERITIES.index(problem.severity),
        file if known else problem.line,
        int(number) if known else 0,
        problem.message,
    )
