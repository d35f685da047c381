"""Spans, dates as intervals, and the article as it came."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch `[start, end)` of a text, in Unicode code points, half-open. All offsets in Dragoman are such.

    >>> Span(0, 5).of("Токаев прибыл")
    'Токае'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Spans:
    """Many spans, asked again and again which of them share a character with another; they may overlap.

    >>> Spans([Span(0, 3), Span(5, 9)]).meets(Span(4, 6)), Spans([]).meets(Span(0, 1))
    (True, False)
    """

    __slots__ = ("_longest", "_sorted", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._sorted = sorted(spans)
        self._starts = [span.start for span in self._sorted]
        self._longest = max((len(span) for span in self._sorted), default=0)

    def meeting(self, span: Span) -> Iterator[Span]:
        """Those that share a character with `span`, in order."""
        for i in range(bisect_right(self._starts, span.start - self._longest), len(self._sorted)):
            if self._starts[i] >= span.end:
                return
            if self._sorted[i].meets(span):
                yield self._sorted[i]

    def meets(self, span: Span) -> bool:
        """Whether any of them does."""
        return next(self.meeting(span), None) is not None

    def holds(self, span: Span) -> bool:
        """Whether any of them holds the whole of `span`."""
        return any(found.holds(span) for found in self.meeting(span))


class DateRange(msgspec.Struct, frozen=True, order=True, rename={"start": "from", "end": "to"}):
    """A stretch of days, never sharper than its source.

    `start` and `end` are `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. `end` None: the source names no end,
    the range is that one day, month or year. Bounds are inclusive.

    >>> DateRange("2023-11").first, DateRange("2023-11").last
    (datetime.date(2023, 11, 1), datetime.date(2023, 11, 30))
    """

    start: str
    end: str | None = None

    @property
    def first(self) -> dt.date:
        """The earliest day that it can mean."""
        return first_day(self.start)

    @property
    def last(self) -> dt.date:
        """The latest day that it can mean."""
        return last_day(self.end or self.start)

    def meets(self, other: DateRange) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def first_day(written: str) -> dt.date:
    """First day of a written `YYYY[-MM[-DD]]`, times of day dropped. Raises ValueError on anything else.

    >>> first_day("2024"), first_day("2025-10-18T10:15")
    (datetime.date(2024, 1, 1), datetime.date(2025, 10, 18))
    """
    parts = [int(part) for part in written[:10].split("-")]
    return dt.date(*[*parts, 1, 1][:3])


def last_day(written: str) -> dt.date:
    """Last day of a written `YYYY[-MM[-DD]]`.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    parts = [int(part) for part in written[:10].split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31)
    if len(parts) == 2:
        return dt.date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return dt.date(*parts)


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One text from one outlet, kept as it came.

    All but `text` may be None: not given. What is given here wins over what the text says of itself.
    `published` is an ISO date or date-time with its offset kept; `outlet` a domain or a name;
    `origin` the file (and line) it was read from; `raw_sha256` the hash of the bytes that were read;
    `extractor` what made `text` out of a page, with its version.
    """

    text: str
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_country: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None
    origin: str | None = None
    raw_sha256: str | None = None
    extractor: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def label(self) -> str:
        """The id that was given, else the hash of the text."""
        return self.id if self.id is not None else self.sha256

    @property
    def key(self) -> str:
        """What makes this article this one: outlet, URL or given id, and text.

        Two outlets that print one press release are two articles.
        """
        parts = (self.outlet or "", self.url or self.id or "", self.text)
        return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:24]
