"""The days that a count covers, and where an event lies to them."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.model.register import ClaimRecord, EventRecord
from dragoman.model.text import DateRange, first_day, last_day

EDGE = 60
"""Days around a vague window within which a record is shown as lying at its edge."""

ANNOUNCED = 10
"""Days after the claim within which an event is the one it was said at ("это мой седьмой визит", days ahead of it)."""

_HELD_OR_AHEAD = frozenset({"occurred", "ongoing", "planned"})


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The days from `first` to `last`, None: open. `told`: when the claim was made, None: not known.

    `ordinal`: the count includes the event that the claim was made at.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    vague: bool = False
    told: dt.date | None = None
    ordinal: bool = False

    @property
    def window(self) -> DateRange | None:
        """The days as printed; None where the beginning is open."""
        if self.first is None:
            return None
        last = self.last or self.told
        return DateRange(self.first.isoformat(), last.isoformat() if last and last != self.first else None)

    def widened(self) -> Frame:
        """The same with its edges moved to the calendar year; an end that is the moment of the claim stays."""
        first = self.first and self.first.replace(month=1, day=1)
        last = self.last
        if last is not None and (self.told is None or last < self.told):
            last = last.replace(month=12, day=31)
        return msgspec.structs.replace(self, first=first, last=last, vague=False)

    def lies(self, event: EventRecord) -> str:
        """`inside`, `edge` (near a vague edge, or across an edge), or `outside`; undated records are outside."""
        if event.date is None:
            return "outside"
        first, last = event.date.first, max(event.date.first, event.date.last)
        if self._announced(event, first, last):
            return self._place_of_announced(first)
        if event.status == "planned" or (self.told is not None and first > self.told):
            return "outside"
        return self._place(first, last)

    def _announced(self, event: EventRecord, first: dt.date, last: dt.date) -> bool:
        """Whether it is the event that the claim was made at: under way on that day, or beginning soon after."""
        if not self.ordinal or self.told is None or event.status not in _HELD_OR_AHEAD:
            return False
        return first <= self.told <= last or 0 <= (first - self.told).days <= ANNOUNCED

    def _place_of_announced(self, first: dt.date) -> str:
        """A sharp window that reaches to the claim takes the announced event in; a vague one has it at its edge."""
        if self.first is not None and first < self.first:
            return "edge"
        if self.last is None or first <= self.last:
            return "inside"
        if self.told is None or self.last < self.told:
            return "outside"
        return "edge" if self.vague else "inside"

    def _place(self, first: dt.date, last: dt.date) -> str:
        start, end = self.first or dt.date.min, self.last or dt.date.max
        if start <= first and last <= end:
            return "inside"
        if first <= end and start <= last:
            return "edge"
        apart = (start - last).days if last < start else (first - end).days
        return "edge" if self.vague and apart <= EDGE else "outside"


def frame_of(record: ClaimRecord) -> Frame:
    """The days that a claim covers; one without a window covers all up to the day it was made."""
    claim = record.claim
    told = first_day(record.published) if record.published else None
    window = claim.window
    last = last_day(window.end) if window and window.end else told
    return Frame(
        first=first_day(window.start) if window and window.start else None,
        last=last,
        vague=window.vague if window else False,
        told=told,
        ordinal=claim.ordinal,
    )
