"""The common form of a listing, and its cells as one line of text for flat formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.views.listing import Cell, Listing

BETWEEN = " | "
"""Between several texts in one cell."""


def rows_of(listing: Listing) -> Iterator[dict[str, Cell]]:
    """One mapping a row: field name → value."""
    names = [column.name for column in listing.columns]
    for row in listing.rows:
        yield dict(zip(names, row, strict=True))


def flat(cell: Cell) -> str:
    """A cell as text: nothing for None, several values parted by a bar, objects as `field=value`.

    >>> flat(("Баку", "Астана")), flat(None), flat(({"rule": "all", "found": 6},)), flat(True)
    ('Баку | Астана', '', 'rule=all, found=6', 'yes')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, tuple):
        return BETWEEN.join(_object(one) if isinstance(one, Mapping) else one for one in cell)
    return _number(cell) if isinstance(cell, float) else str(cell)


def _object(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={_plain(value)}" for name, value in fields.items() if value not in (None, []))


def _plain(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else flat(value)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)
