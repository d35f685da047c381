"""A date of publication that is still ahead: read all the same, but told, because it is most often a slip."""

from __future__ import annotations

import datetime as dt

from dragoman.cli.console import complain
from dragoman.model.records import Reading
from dragoman.model.text import first_day

ELSEWHERE = dt.timedelta(days=1)
"""It may be tomorrow already where the article was published."""


def tell_ahead(label: str, reading: Reading) -> None:
    """A line on stderr where an article's date of publication has not come yet."""
    if is_ahead(reading.published, dt.date.today()):
        complain(f"{label}: published {reading.published}, which is still ahead; read all the same")


def is_ahead(published: str | None, today: dt.date) -> bool:
    """Whether a date of publication lies ahead of this day anywhere on earth.

    >>> today = dt.date(2024, 5, 2)
    >>> is_ahead("2024-05-03", today), is_ahead("2024-06", today), is_ahead(None, today)
    (False, True, False)
    """
    return published is not None and first_day(published) > today + ELSEWHERE
