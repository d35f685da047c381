"""Reading the tables of a folder: tab-separated cells into rows, one clear error for a broken line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from dragoman.errors import KnowledgeBaseError
from dragoman.kb.rows import TABLES, Row

Folder = Path | Traversable


def package_folder() -> Traversable:
    """The tables that come with Dragoman."""
    return files("dragoman.kb") / "data"


def table_files(folder: Folder) -> list[tuple[str, Traversable | Path]]:
    """The tables that a folder has, as (name, file), in the order of `TABLES`.

    Raises KnowledgeBaseError where there is none.
    """
    if not folder.is_dir():
        raise KnowledgeBaseError(f"{folder}: no such knowledge-base folder")
    found = [(name, folder / f"{name}.tsv") for name in TABLES if (folder / f"{name}.tsv").is_file()]
    if not found:
        raise KnowledgeBaseError(f"{folder}: no table there (expected one of {', '.join(f'{t}.tsv' for t in TABLES)})")
    return found


def read_table(name: str, text: str, where: str) -> Iterator[Row]:
    """The rows of one table. Raises KnowledgeBaseError, naming file and line, on a missing column or a short line."""
    lines = text.removeprefix("\ufeff").splitlines()
    header = lines[0].split("\t") if lines else []
    kind = TABLES[name][0]
    missing = set(required_columns(kind)) - set(header)
    if missing:
        raise KnowledgeBaseError(f"{where}:1: missing column {', '.join(sorted(missing))}")
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() and not line.startswith("#"):
            yield row_of(kind, header, line.split("\t"), f"{where}:{number}")


def row_of(kind: type[Row], header: list[str], cells: list[str], line: str) -> Row:
    if len(cells) != len(header):
        raise KnowledgeBaseError(f"{line}: {len(cells)} cells, the header has {len(header)}")
    many = _many(kind)
    known = columns_of(kind)
    values: dict[str, str | tuple[str, ...]] = {"line": line}
    for column, cell in zip(header, cells, strict=True):
        if column in known:
            name = known[column]
            values[name] = tuple(v for v in cell.split("|") if v) if name in many else cell.strip()
    return kind(**values)  # type: ignore[arg-type]


@cache
def columns_of(kind: type[Row]) -> dict[str, str]:
    """Column in the file → field of the type."""
    return {field.encode_name: field.name for field in msgspec.structs.fields(kind)}


@cache
def _many(kind: type[Row]) -> frozenset[str]:
    return frozenset(f.name for f in msgspec.structs.fields(kind) if f.type == tuple[str, ...])


def required_columns(kind: type[Row]) -> Iterator[str]:
    for field in msgspec.structs.fields(kind):
        if field.required:
            yield field.encode_name
