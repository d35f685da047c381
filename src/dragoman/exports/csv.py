"""CSV with a header, for spreadsheets.

UTF-8 with a byte-order mark, because Excel takes a file without one for the local code page and shows Cyrillic as
rubbish; every other reader of UTF-8 knows to skip it (`utf-8-sig`). Lines end in CRLF, as RFC 4180 has it.
"""

from __future__ import annotations

import csv
import io
import re

from dragoman.exports.rows import flat
from dragoman.views.listing import Cell, Listing

SUFFIX = ".csv"

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""A cell that begins so is taken by spreadsheets for a formula. Source: OWASP, CSV Injection."""


def render(listing: Listing) -> bytes:
    """The listing as a file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.name for column in listing.columns)
    writer.writerows([harmless(cell) for cell in row] for row in listing.rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs: an apostrophe stands before what would begin a formula.

    >>> harmless("=1+1"), harmless("@имя"), harmless(-5), harmless("Баку - столица")
    ("'=1+1", "'@имя", '-5', 'Баку - столица')
    """
    text = flat(cell)
    return f"'{text}" if not isinstance(cell, (int, float)) and FORMULA.match(text) else text
