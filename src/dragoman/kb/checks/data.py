"""The checks' own tables, beside their code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_data(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of this folder, by column."""
    lines = files("dragoman.kb.checks").joinpath(name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])
