"""Dates as people write them, never sharper than the source."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dragoman.model.register import EventRecord
from dragoman.model.text import DateRange, first_day
from dragoman.views.labels import phrase

PATTERNS = {4: "y", 7: "LLLL y", 10: "d MMMM y"}
"""Length of a written date → its CLDR pattern. `LLLL`: the month by itself, in the nominative."""


def date_text(date: DateRange, language: str) -> str:
    """A range in words.

    >>> date_text(DateRange("2023-11-24"), "ru"), date_text(DateRange("2023-11"), "ru")
    ('24 ноября 2023', 'ноябрь 2023')
    >>> date_text(DateRange("2024-03-11", "2024-03-12"), "ru"), date_text(DateRange("2023-11-30", "2023-12-02"), "en")
    ('11–12 марта 2024', '30 November – 2 December 2023')
    """
    if date.end is None or date.end == date.start:
        return point_text(date.start, language)
    start, end = _shared_left_out(date.start[:10], date.end[:10], language)
    joint = "–" if start.isdigit() else " – "
    return start + joint + end


def point_text(written: str, language: str) -> str:
    """One written date, `YYYY[-MM[-DD]]` with anything after it dropped, in words.

    >>> point_text("2025-10-18T10:15", "en"), point_text("2024", "ru")
    ('18 October 2025', '2024')
    """
    written = written[:10]
    return _format(first_day(written), PATTERNS[len(written)], language)


def when_text(event: EventRecord, language: str) -> str:
    """When an event was. Placed by its report it says so; without a date it says that none was named."""
    if event.date is None:
        return phrase(language, "undated")
    text = date_text(event.date, language)
    return phrase(language, "reported", date=text) if event.date_basis == "reported" else text


def _shared_left_out(start: str, end: str, language: str) -> tuple[str, str]:
    """The two ends, what they share said once: `11–12 марта 2024`, `ноябрь – декабрь 2023`."""
    pattern = PATTERNS[len(start)]
    if len(start) == len(end) and start[:4] == end[:4] and len(start) > 4:
        pattern = "d" if start[:7] == end[:7] else pattern.removesuffix(" y")
    return _format(first_day(start), pattern, language), point_text(end, language)


@lru_cache(maxsize=8192)
def _format(day: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=language))
