"""Which year a rule's match names: "2023 года", "прошлого года", "т.г.", or none."""

from __future__ import annotations

import re

from dragoman.dates.grammar import Match
from dragoman.dates.lexicon import words_of


class UnknownYearError(Exception):
    """The year hangs on the day of publication and there is none. Never leaves the room."""


def said_year(match: Match, first: int | None = None, last: int | None = None) -> int | None:
    """The year named among the match's tokens (or those from `first` to `last`), None where none is.

    Raises UnknownYearError for "прошлого года" without a day of publication.
    """
    low = match.first if first is None else first
    high = match.last if last is None else last
    written = [i for i in match.places("yyyy") if low <= i < high]
    if written:
        return int(match.values("yyyy")[match.places("yyyy").index(written[-1])])
    step = _relative_year(match, low, high)
    if step is None:
        return None
    if match.today is None:
        raise UnknownYearError
    return match.today.year + step


def _relative_year(match: Match, low: int, high: int) -> int | None:
    if any(low <= i < high for i in match.places("abbreviated-this-year")):
        return 0
    for name in ("last", "this", "next"):
        for place, value in zip(match.places(name), match.values(name), strict=True):
            if low <= place < high and place + 1 in match.places("god"):
                return int(value)
    return None


def is_a_count(match: Match) -> bool:
    """Whether the last number counts things instead of naming a year: "24 ноября 2000 человек"."""
    ends_in_number = match.last - 1 in match.places("yyyy")
    return ends_in_number and bool(_counted().match(match.after))


def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s*{words_of('counted')}", re.IGNORECASE)
