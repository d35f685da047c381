"""When an event was: what an item says or bounds, and whether two items can speak of one day.

An event with a stated day, or reported as news, is *placed*. One told of without either ("ранее посетил",
"в 2023 году") is *loose*: it waits until the placed ones are merged, and joins one only where one alone fits.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from dragoman.model.records import Event
from dragoman.model.text import DateRange, first_day

HELD = frozenset({"occurred", "ongoing"})
"""Statuses of what took or takes place."""

AHEAD = frozenset({"planned", "possible", "cancelled"})
"""Statuses of what is told before it can take place."""

TOLD_WITHIN = 3
"""Days after an event within which news of it still comes undated."""

ANNOUNCED_WITHIN = 60
"""Days before an event within which an undated announcement can mean it."""

_LONGEST = 31
"""Days: a stated range longer than this says no more than a season or a year does."""


_YEAR = 366
"""Days: what is told of a longer time than this is near to nothing."""


class Stretch(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def meets(self, other: Stretch) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days

    def holds(self, other: Stretch) -> bool:
        """Whether the other lies wholly within."""
        return self.first <= other.first and other.last <= self.last

    def widened(self, before: int, after: int) -> Stretch:
        """The stretch with so many days more at its ends."""
        return Stretch(shifted(self.first, -before), shifted(self.last, after))

    def gap(self, other: Stretch) -> int:
        """Days from the end of the earlier to the beginning of the later; 0 where they meet."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)


def shifted(day: dt.date, days: int) -> dt.date:
    """So many days later, held within the calendar.

    >>> shifted(dt.date(2024, 2, 28), 2), shifted(dt.date.max, 1) == dt.date.max
    (datetime.date(2024, 3, 1), True)
    """
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def precision(date: DateRange) -> int:
    """How sharply it is stated: 3 a day, 2 a month, 1 a year.

    >>> precision(DateRange("2024-03-11", "2024-03-12")), precision(DateRange("2024-03"))
    (3, 2)
    """
    return min(len(written[:10].split("-")) for written in (date.start, date.end or date.start))


@lru_cache(maxsize=65536)
def days_of(date: DateRange) -> Stretch:
    """All the days that it can mean or cover."""
    return Stretch(date.first, max(date.first, date.last))


def is_vague(date: DateRange) -> bool:
    """Whether it names a month, a season or a year, so that it bounds a day and gives none.

    >>> is_vague(DateRange("2023-11")), is_vague(DateRange("2024-03-11", "2024-03-12"))
    (True, False)
    """
    return precision(date) < 3 or not within_a_month(days_of(date))


def within_a_month(days: Stretch) -> bool:
    """Whether they are no more than those of a month."""
    return days.length <= _LONGEST


def told_on(event: Event) -> dt.date | None:
    """The day of the report, None where the article is undated."""
    return _day(event.reported) if event.reported else None


@lru_cache(maxsize=65536)
def _day(written: str) -> dt.date:
    return first_day(written)


def is_loose(event: Event) -> bool:
    """Whether nothing places it in time: no day stated, and no news of the day either."""
    if event.date is not None:
        return is_vague(event.date)
    return event.frame == "background" or event.reported is None


def seat(event: Event) -> Stretch | None:
    """The days on which a placed event is held to be; None for an announcement without a date."""
    if event.date is not None:
        return days_of(event.date)
    day = told_on(event)
    return Stretch(day, day) if day and event.status in HELD else None


def bound(event: Event) -> Stretch | None:
    """The days among which an event with any date was, placed or loose; None where no year bounds it."""
    days = seat(event)
    if days is None or (event.date is None and is_loose(event)):
        return None
    return days if days.length <= _YEAR else None


def reach(event: Event) -> Stretch | None:
    """The days on which a placed event can have been. Two that are one event always share one of these days."""
    day = told_on(event)
    if event.date is not None:
        return days_of(event.date).widened(1, 1)
    if day is None:
        return None
    if event.status in HELD:
        return Stretch(day, day).widened(TOLD_WITHIN, 0)
    return Stretch(day, day).widened(0, ANNOUNCED_WITHIN)


def same_time(one: Event, other: Event) -> int | None:
    """How well two placed events of one type fit in time, more is better; None where they cannot be one."""
    if one.date is not None and other.date is not None:
        return _both_stated(one, other)
    if one.date is None and other.date is None:
        return _both_told(one, other)
    stated, told = (one, other) if one.date is not None else (other, one)
    return _stated_and_told(stated, told)


def can_mean(loose: Event, placed: Event) -> bool:
    """Whether a loose event can be this placed one, as far as time goes."""
    days = reach(placed)
    if days is None:
        return False
    if loose.date is not None:
        near = days_of(placed.date) if placed.date is not None else days
        return days_of(loose.date).meets(near) and not _is_past_plan(loose)
    told = told_on(loose)
    if told is None:
        return True
    # What is told as past began before it was told; what is told as ahead ends after it.
    return days.first <= told if loose.status in HELD else days.last >= told


def _is_past_plan(event: Event) -> bool:
    """Whether it is told as still ahead at a time before the telling: there is no knowing what is meant."""
    told = told_on(event)
    return bool(event.date and told and event.status in ("planned", "possible") and days_of(event.date).last < told)


def _both_stated(one: Event, other: Event) -> int | None:
    if one.date == other.date:
        return 40
    gap = days_of(one.date).gap(days_of(other.date)) if one.date and other.date else 0
    if gap == 0:
        return 30
    # A visit of 11–12 March is also told of as one of the 12th or the 13th: arrival and departure, time zones.
    return 10 if gap == 1 and one.type == "VISIT" else None


def _stated_and_told(stated: Event, told: Event) -> int | None:
    day = told_on(told)
    if stated.date is None or day is None:
        return None
    days = days_of(stated.date)
    if told.status in HELD:
        late, early = max(0, (day - days.last).days), max(0, (days.first - day).days)
        # A visit of 11–12 March may begin with an arrival on the evening of the 10th.
        return 28 - late - 10 * early if early <= (stated.type == "VISIT") and late <= TOLD_WITHIN else None
    ahead = (days.first - day).days
    return 20 if 0 <= ahead <= ANNOUNCED_WITHIN else None


def _both_told(one: Event, other: Event) -> int | None:
    days = told_on(one), told_on(other)
    if days[0] is None or days[1] is None:
        return None
    apart = abs((days[0] - days[1]).days)
    held = one.status in HELD, other.status in HELD
    if all(held):
        # A visit lasts; a meeting or a call is news of one day, and there may be another the day after the next.
        return 26 - apart if apart <= (TOLD_WITHIN if one.type == "VISIT" else 1) else None
    if not any(held):
        return 15 if apart <= ANNOUNCED_WITHIN else None
    announced, came = (days[1], days[0]) if held[0] else (days[0], days[1])
    return 12 if 0 <= (came - announced).days <= ANNOUNCED_WITHIN else None
