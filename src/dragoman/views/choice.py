"""Which records are asked for."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.model.register import EventRecord
from dragoman.model.text import DateRange, first_day, last_day

HOSTED = frozenset({"VISIT", "SUMMIT_OR_BODY_SESSION", "OPENING"})
"""Types whose place makes its country a party: it receives. A meeting of two others held in its capital does not."""

AHEAD = frozenset({"planned", "possible"})
HELD = frozenset({"occurred", "ongoing", "begun"})
"""Standings of events that came about; only these are counted."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What a timeline is asked for; an empty or None field asks for all.

    `countries`: all of them take part. `since`, `until`: `YYYY[-MM[-DD]]`, inclusive; a record of a whole month or
    year is in where the two share a day. `statuses`: as the record stands on `as_of`, so `not_confirmed` may be asked
    for. `as_of`: the day from which is looked: what came later had not happened, and what was announced for an
    earlier day without report is not confirmed.
    """

    countries: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    as_of: dt.date | None = None

    def takes(self, event: EventRecord) -> bool:
        """Whether the record is asked for; one without a date is not parted by dates."""
        return (
            set(self.countries) <= parties_of(event)
            and (not self.types or event.type in self.types)
            and (not self.statuses or standing(event, self.as_of) in self.statuses)
            and self.covers(event.date)
            and _was_known_of(event, self.as_of)
        )

    def covers(self, date: DateRange | None) -> bool:
        """Whether a date is in the period, or is none."""
        if date is None:
            return True
        if self.since and date.last < first_day(self.since):
            return False
        return not (self.until and date.first > last_day(self.until))

    def covers_day(self, written: str | None) -> bool:
        """The same for a written day, month or year on which something was said: never one after `as_of`."""
        if written is None:
            return True
        date = DateRange(written[:10])
        return self.covers(date) and (self.as_of is None or date.first <= self.as_of)


def parties_of(event: EventRecord) -> frozenset[str]:
    """Countries and organisations that take part, a host known only by the place included."""
    country = event.place.country if event.place else None
    if country and (event.type in HOSTED or len(event.countries) < 2):
        return event.countries | {country}
    return event.countries


def standing(event: EventRecord, as_of: dt.date | None) -> str:
    """The status as it stands on a day.

    Announced for a day that has passed, never reported: `not_confirmed`. Reported under way, its last day passed:
    `begun`, because that it was finished nobody said. Else the status of the record.
    """
    if as_of is None or event.date is None:
        return event.status
    if event.status in AHEAD and event.date_basis != "reported" and event.date.last < as_of:
        return "not_confirmed"
    if event.status == "ongoing" and event.date.last < as_of:
        return "begun"
    return event.status


def held(event: EventRecord, as_of: dt.date | None = None) -> bool:
    """Whether an event came about and has a place in time, so that it may be counted."""
    return event.date is not None and standing(event, as_of) in HELD


def _was_known_of(event: EventRecord, as_of: dt.date | None) -> bool:
    """Whether by that day the event had begun, or, if not held, had been announced."""
    if as_of is None:
        return True
    if event.status in HELD and event.date is not None:
        return event.date.first <= as_of
    told = [source.published for source in event.sources if source.published]
    return not told or first_day(min(told)) <= as_of
