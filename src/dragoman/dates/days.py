"""Days of the calendar: "24 ноября 2023 года", "20–21 октября", "24.11.2023"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.dates.grammar import Answer, Match, Meaning, rule
from dragoman.dates.lexicon import words_of
from dragoman.dates.reckoning import day_range, exact_day, nearest_day
from dragoman.dates.years import UnknownYearError, is_a_count, said_year
from dragoman.model.text import DateRange


@rule("iso", takes="2023-11-24", refuses="2023-13-24")
def _iso(match: Match) -> Answer:
    year, month, day = (int(part) for part in match.word(match.first).split("-"))
    return _point(exact_day(year, month, day))


@rule("dotted god?", takes="24.11.2023", refuses="версия 24.13.2023")
def _numeric(match: Match) -> Answer:
    return _point(numeric_day(match.word(match.first)))


def numeric_day(written: str) -> dt.date | None:
    """The day of "24.11.2023", "24/11/2023" or "24.11.23"; None where there is no such day.

    >>> numeric_day("24.11.23"), numeric_day("45.13.2024")
    (datetime.date(2023, 11, 24), None)
    """
    day, month, year = (int(part) for part in re.split(r"[./]", written))
    return exact_day(year + 2000 if year < 100 else year, month, day)


@rule("day/day-word month $year?", takes="24 ноября 2023 года", refuses="24 ноябрьских дня")
def _day_month(match: Match) -> Answer:
    if _is_a_name(match):
        return None
    if is_a_count(match):
        match.give_back_last()
    return _in_some_year(match, _day(match), match.whole("month"))


@rule("day month-short yyyy?", takes="20 окт", refuses="20 октавных звуков")
def _day_short_month(match: Match) -> Answer:
    if is_a_count(match):
        match.give_back_last()
    return _in_some_year(match, _day(match), match.whole("month-short"))


@rule("tens day-word month $year?", takes="двадцать пятого октября", refuses="двадцать пятых октябрей")
def _day_in_two_words(match: Match) -> Answer:
    day = match.whole("tens") + match.whole("day-word")
    return _in_some_year(match, day, match.whole("month")) if match.whole("day-word") < 10 else None


@rule("day month comma yyyy", takes="18 октября, 2025", refuses="18 октября, 2025 участников")
def _day_month_comma_year(match: Match) -> Answer:
    if not re.match(r"\s*(?:$|[\n,.•|–—)]|в\s+\d|\d{1,2}:)", match.after):
        return None
    return _in_some_year(match, _day(match), match.whole("month"))


@rule("weekday-nom/weekday-acc comma? day month $year?", takes="в пятницу, 24 ноября", refuses="в пятницу, 24 человека")
def _weekday_and_day(match: Match) -> Answer:
    if is_a_count(match):
        match.give_back_last()
    name = "weekday-nom" if match.has("weekday-nom") else "weekday-acc"
    return _in_some_year(match, match.whole("day"), match.whole("month"), match.whole(name))


@rule("day month $year? open weekday-nom close", takes="24 ноября (пятница)", refuses="24 ноября (среди недели)")
def _day_and_weekday(match: Match) -> Answer:
    return _in_some_year(match, match.whole("day"), match.whole("month"), match.whole("weekday-nom"))


@rule("day ( comma day )* and day month $year?", takes="20, 21 и 22 октября", refuses="20 и 52 октября")
def _list_of_days(match: Match) -> Answer:
    meanings = []
    for place, day in zip(match.places("day"), match.values("day"), strict=True):
        meaning = _in_some_year(match, int(day), match.whole("month"))
        if meaning is None:
            return None
        meanings.append((place, meaning))
    return tuple(_of_token(match, place, meaning) for place, meaning in meanings)


def _of_token(match: Match, place: int, meaning: Meaning) -> Meaning:
    last = match.last if place == match.places("day")[-1] else place + 1
    return Meaning(date=meaning.date, alternatives=meaning.alternatives, tokens=(place, last))


@rule("day dash day month $year?", takes="20–21 октября", refuses="22–20 октября")
@rule(
    "from day upto/until/in day month $year?",
    takes="с 20 по 22 октября",
    refuses="с 22 по 20 октября",
    name="from_day_to",
)
@rule(
    "between day and day month $year?",
    takes="между 20 и 22 октября",
    refuses="между 22 и 20 октября",
    name="between_days",
)
def _days_of_one_month(match: Match) -> Answer:
    if is_a_count(match):
        match.give_back_last()
    low, high = (int(day) for day in match.values("day")[:2])
    first = _in_some_year(match, low, match.whole("month"))
    last = _in_some_year(match, high, match.whole("month"))
    return _joined(first, last) if low < high else None


@rule(
    "day month $year? dash day month $year?", takes="30 ноября – 2 декабря 2024 года", refuses="2 декабря – 30 ноября"
)
@rule(
    "from day month $year? upto/until day month $year?",
    takes="с 30 ноября по 2 декабря",
    refuses="с 2 декабря по 30 ноября",
    name="from_month_to_month",
)
def _days_of_two_months(match: Match) -> Answer:
    second = match.places("day")[1]
    try:
        first_year, last_year = said_year(match, match.first, second), said_year(match, second)
    except UnknownYearError:
        return Meaning(kind="range")
    ranges = [_across(match, first_year or year, year) for year in _years_of_end(match, last_year or first_year)]
    found = [date for date in ranges if date]
    if ranges and not found:
        return None
    return Meaning(date=found[0] if found else None, alternatives=tuple(found[1:]), kind="range")


def _years_of_end(match: Match, said: int | None) -> tuple[int, ...]:
    """The year of the second day: what is said, else those nearest to publication; none where it is unknown."""
    if said is not None or match.today is None:
        return (said,) if said is not None else ()
    days = nearest_day(match.today, int(match.values("month")[1]), int(match.values("day")[1]))
    return tuple(day.year for day in days)


def _across(match: Match, first_year: int, last_year: int) -> DateRange | None:
    """From the first day to the second, over a new year's eve where the months run backwards."""
    (low, high), (from_month, to_month) = match.values("day")[:2], match.values("month")[:2]
    year = last_year - 1 if first_year == last_year and from_month > to_month + 6 else first_year
    first, last = exact_day(year, int(from_month), int(low)), exact_day(last_year, int(to_month), int(high))
    return day_range(first, last) if first and last and first < last else None


def _joined(first: Meaning | None, last: Meaning | None) -> Meaning | None:
    if first is None or last is None:
        return None
    if first.date is None or last.date is None:
        return Meaning(kind="range")
    pairs = zip((first.date, *first.alternatives), (last.date, *last.alternatives), strict=False)
    ranges = [day_range(a.first, b.last) for a, b in pairs if a.first < b.last]
    return Meaning(date=ranges[0], alternatives=tuple(ranges[1:]), kind="range") if ranges else None


def _day(match: Match) -> int:
    return match.whole("day") if match.has("day") else match.whole("day-word")


def _in_some_year(match: Match, day: int, month: int, weekday: int | None = None) -> Meaning | None:
    """The day in the year that is said, else in the one nearest to publication; None where no year has such a day."""
    if exact_day(2000, month, day) is None:
        return None
    try:
        year = said_year(match)
    except UnknownYearError:
        return Meaning()
    if year is not None:
        return _point(exact_day(year, month, day))
    if match.today is None:
        return Meaning()
    best, *others = nearest_day(match.today, month, day, weekday)
    return Meaning(date=day_range(best), alternatives=tuple(day_range(d) for d in others))


def _point(day: dt.date | None) -> Meaning | None:
    return Meaning(date=day_range(day)) if day else None


def _is_a_name(match: Match) -> bool:
    """Whether the date is what a street or station is called: "проспект 28 мая"."""
    return bool(re.search(rf"\b{words_of('named_after')}\.?\s+$", match.before, re.IGNORECASE))
