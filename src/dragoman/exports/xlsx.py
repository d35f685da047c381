"""Excel: the listing on one sheet, its source sentences on another; a frozen header, filters, real dates, links."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

import msgspec

from dragoman.exports.rows import flat
from dragoman.views.listing import Cell, Column, Listing, SourceRow

SUFFIX = ".xlsx"

MADE = dt.datetime(2000, 1, 1)
"""The file's own date is fixed, so that the same listing is the same file."""

FIRST_YEAR = 1900
"""Excel has no earlier dates; those stay text."""

LONGEST_CELL = 32_767
LONGEST_LINK = 2_079
MOST_LINKS = 60_000
"""Excel's limits, in characters and links a sheet (it allows 65 530)."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f\U00010000-\U0010ffff]")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold; articles may have them."""
LONGEST_NAME = 31
RESERVED = frozenset({"history", "источники", ""})
"""Names, lower case, that a listing's sheet cannot have: Excel's own, and the other sheet's."""

SOURCES = Listing(
    name="sources",
    title="Источники",
    columns=(
        Column(name="record", width=13),
        Column(name="outlet", width=22),
        Column(name="published", kind="date", width=12),
        Column(name="sentence", width=90),
        Column(name="url", kind="url", width=44),
        Column(name="article", width=26),
        Column(name="label", width=22),
        Column(name="start", kind="number", width=8),
        Column(name="end", kind="number", width=8),
        Column(name="rule", width=22),
    ),
    rows=(),
)


def render(listing: Listing) -> bytes:
    """The listing as a workbook."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE, "title": clean(listing.title), "author": "Dragoman"})
        looks = Looks(book)
        _sheet(book, listing, sheet_name(listing), looks)
        _sheet(
            book,
            msgspec.structs.replace(SOURCES, rows=tuple(map(_source_cells, listing.sources))),
            SOURCES.title,
            looks,
        )
    return out.getvalue()


class Looks:
    """The cell formats of a workbook."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top", "text_wrap": True}
        self.head = book.add_format({"bold": True, "bg_color": "#E7ECF2", "bottom": 1, "valign": "vcenter"})
        self.text = book.add_format(top)
        self.date = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        self.number = book.add_format({"valign": "top"})
        self.link = book.add_format({**top, "font_color": "#0B57A4", "underline": 1})


def sheet_name(listing: Listing) -> str:
    """The title as Excel can take it, else the listing's name."""
    name = NOT_IN_A_NAME.sub(" ", clean(listing.title))[:LONGEST_NAME].strip()
    return listing.name if name.lower() in RESERVED else name


def clean(text: str) -> str:
    """Text that XML can hold, no longer than a cell, which Excel reckons in units of UTF-16."""
    units = NOT_IN_XML.sub("", text).encode("utf-16-le")[: 2 * LONGEST_CELL]
    return units.decode("utf-16-le", "ignore")


def _sheet(book: Any, listing: Listing, name: str, looks: Looks) -> None:
    sheet = book.add_worksheet(name)
    for number, column in enumerate(listing.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.name, looks.head)
    for line, row in enumerate(listing.rows, start=1):
        for number, (column, cell) in enumerate(zip(listing.columns, row, strict=True)):
            _write(sheet, line, number, column, cell, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(listing.rows), len(listing.columns) - 1)


def _write(sheet: Any, line: int, number: int, column: Column, cell: Cell, looks: Looks) -> None:
    """One cell. Texts are written as strings always, so that none is taken for a formula."""
    day = _day(cell) if column.kind == "date" else None
    link = _link(cell) if column.kind == "url" and line < MOST_LINKS else None
    if day is not None:
        sheet.write_datetime(line, number, day, looks.date)
    elif link is not None:
        sheet.write_url(line, number, link, looks.link, clean(flat(cell)))
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        sheet.write_number(line, number, cell, looks.number)
    elif flat(cell):
        sheet.write_string(line, number, clean(flat(cell)), looks.text)


def _day(cell: Cell) -> dt.datetime | None:
    """A day-precise date that Excel can hold; None for a month, a year, or an earlier time."""
    if not isinstance(cell, str) or not DAY.match(cell) or int(cell[:4]) < FIRST_YEAR:
        return None
    return dt.datetime.fromisoformat(cell[:10])


def _link(cell: Cell) -> str | None:
    """The first address of the cell, if it is one of the web and Excel can hold it."""
    first = cell[0] if isinstance(cell, tuple) and cell else cell
    if isinstance(first, str) and first.startswith(("http://", "https://")) and len(first) <= LONGEST_LINK:
        return first
    return None


def _source_cells(row: SourceRow) -> tuple[Cell, ...]:
    return tuple(getattr(row, column.name) for column in SOURCES.columns)
