"""Calendar arithmetic: which day, month or year is meant, seen from the day of publication."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from dragoman.model.text import DateRange

# Publication dates outside these years are slips of the pen; counting from them could leave the calendar.
FIRST_YEAR, LAST_YEAR = 1700, 2200


def reference_day(published: str | None) -> dt.date | None:
    """The day of an ISO date or date-time; None where there is none, it is not a full date, or it is absurd.

    >>> reference_day("2025-10-18T10:15+04:00"), reference_day("2025-10"), reference_day("вчера")
    (datetime.date(2025, 10, 18), None, None)
    """
    try:
        day = dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def day_range(day: dt.date, until: dt.date | None = None) -> DateRange:
    """A day, or the days from one to another."""
    return DateRange(day.isoformat(), until.isoformat() if until and until != day else None)


def exact_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day.

    >>> exact_day(2023, 2, 29) is None
    True
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def year_range(year: int, until: int | None = None) -> DateRange | None:
    """A year, or years from one to another; None where they run backwards or leave the calendar."""
    last = year if until is None else until
    if not 1 <= year <= last <= 9999:
        return None
    return DateRange(f"{year:04d}", None if last == year else f"{last:04d}")


def month_range(year: int, month: int, months: int = 1) -> DateRange:
    """So many months from this one on; `month` may leave 1–12.

    >>> month_range(2024, 0), month_range(2024, 10, 3)
    (DateRange(start='2023-12', end=None), DateRange(start='2024-10', end='2024-12'))
    """
    first, last = year * 12 + month - 1, year * 12 + month + months - 2
    return DateRange(_month(first), None if months == 1 else _month(last))


def _month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def shifted(day: dt.date, months: int) -> dt.date | None:
    """The same day so many months on, the last of the month where that month is shorter; None outside the calendar.

    >>> shifted(dt.date(2025, 10, 18), -36), shifted(dt.date(2024, 3, 31), -1)
    (datetime.date(2022, 10, 18), datetime.date(2024, 2, 29))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def week_of(day: dt.date, step: int = 0) -> DateRange:
    """Monday to Sunday of the day's week, or of a week before or after."""
    monday = day - dt.timedelta(days=day.weekday() - 7 * step)
    return day_range(monday, monday + dt.timedelta(days=6))


def nearest_day(seen_from: dt.date, month: int, day: int, weekday: int | None = None) -> tuple[dt.date, ...]:
    """The day of this month nearest to `seen_from`, then the nearest on its other side; empty: no such day.

    A weekday beside the date ("в пятницу, 24 ноября") chooses among the years around where it fits one.

    >>> [str(d) for d in nearest_day(dt.date(2025, 10, 18), 11, 24)]
    ['2025-11-24', '2024-11-24']
    """
    # the leap days around a century's end are eight years apart
    found = [exact_day(year, month, day) for year in range(seen_from.year - 8, seen_from.year + 9)]
    days = sorted((d for d in found if d), key=lambda d: (abs(d - seen_from), d))
    if not days:
        return ()
    if weekday is not None:
        fitting = [d for d in days if d.weekday() == weekday and abs(d.year - seen_from.year) <= 1]
        if fitting:
            return (fitting[0],)
    return _with_other_side(days, [d < seen_from for d in days])


def _with_other_side(days: list[dt.date], before: list[bool]) -> tuple[dt.date, ...]:
    other = [d for d, past in zip(days, before, strict=True) if past != before[0]]
    return (days[0], *other[:1])


def nearest_month(seen_from: dt.date, month: int) -> tuple[int, int]:
    """The year in which this month is nearest, then the year of the nearest on the other side; the past wins a tie.

    >>> nearest_month(dt.date(2025, 10, 18), 11), nearest_month(dt.date(2025, 2, 1), 12)
    ((2025, 2024), (2024, 2025))
    """
    step = month - seen_from.month
    if step >= 6:
        return seen_from.year - 1, seen_from.year
    if step < -6:
        return seen_from.year + 1, seen_from.year
    return (seen_from.year, seen_from.year - 1) if step >= 0 else (seen_from.year, seen_from.year + 1)
