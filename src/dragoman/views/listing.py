"""A listing: named columns and rows. In this form views go to every export; field names are the same in all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from dragoman.model.register import Source
from dragoman.views.dissents import outlet_name

Cell = None | bool | int | float | str | tuple[str, ...] | tuple[Mapping[str, Any], ...]
"""What a cell may hold: a plain value, several texts, or several small objects."""


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a listing. `kind`: `text`, `number`, `date` (a written date, as sharp as its source), `flag`,
    `texts`, `objects`, `url`. `width`: a good width in characters.
    """

    name: str
    kind: str = "text"
    width: int = 16


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One source sentence of one record of a listing."""

    record: str
    outlet: str
    published: str | None
    sentence: str
    url: str | None
    article: str
    label: str
    start: int
    end: int
    rule: str


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """`name`: short and stable (`timeline`); `title`: for people. A row has one cell a column."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[SourceRow, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"listing {self.name}: {len(row)} cells for {len(self.columns)} columns")


def source_rows(record: str, sources: Iterable[Source]) -> tuple[SourceRow, ...]:
    """The sentences that a record rests on."""
    return tuple(
        SourceRow(
            record=record,
            outlet=outlet_name(source),
            published=source.published,
            sentence=source.text,
            url=source.url,
            article=source.article,
            label=source.label,
            start=source.span.start,
            end=source.span.end,
            rule=source.rule,
        )
        for source in sources
    )
