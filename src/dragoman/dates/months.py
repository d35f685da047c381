"""Months and parts of a year: "в ноябре", "в начале декабря", "весной 2024 года", "во II квартале"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.dates.grammar import Answer, Match, Meaning, rule
from dragoman.dates.reckoning import month_range, nearest_month, year_range
from dragoman.dates.years import UnknownYearError, is_a_count, said_year
from dragoman.model.text import DateRange


@rule("month $known-year", takes="ноября 2023 года", refuses="в мае 2000 человек")
def _month_year(match: Match) -> Answer:
    of_no_day = not re.search(r"[0-9]\s*$", match.before)  # "31 февраля 2023 года" is no February either
    return in_some_year(match, match.whole("month")) if of_no_day and not is_a_count(match) else None


@rule("<in> month-loc", takes="в ноябре", refuses="ноябре")
@rule("<in> this/last/next month-loc", takes="в прошлом ноябре", refuses="в сером ноябре", name="relative_month")
def _bare_month(match: Match) -> Answer:
    step = next((int(match.value(n)) for n in ("last", "this", "next") if match.has(n)), None)
    if step is None or match.today is None:
        return in_some_year(match, match.whole("month"))
    here = match.today.year + (step < 0 and match.whole("month") < match.today.month)
    return Meaning(date=month_range(here + step, match.whole("month")), vague=step != 0)


@rule("<from/until/after/over/upto/towards> month-gen/month-nom/month-dat", takes="с ноября", refuses="возле ноября")
@rule("<in> month-nom", takes="на ноябрь", refuses="серый ноябрь", name="towards_month")
def _month_after_preposition(match: Match) -> Answer:
    return in_some_year(match, match.whole("month"))


@rule("<in> month-loc and month-loc $year?", takes="в октябре и ноябре", refuses="в октябре и зимой")
def _two_months(match: Match) -> Answer:
    one, other = match.places("month-loc")
    first, last = (in_some_year(match, int(month)) for month in match.values("month-loc"))
    return (
        Meaning(date=first.date, alternatives=first.alternatives, tokens=(one, one + 1)),
        Meaning(date=last.date, alternatives=last.alternatives, tokens=(other, match.last)),
    )


@rule("month dash month $year?", takes="за январь–сентябрь 2024 года", refuses="сентябрь–январь 2024 года")
@rule(
    "from month-gen upto/until month $year?",
    takes="с января по сентябрь",
    refuses="с января при сентябре",
    name="from_month_to",
)
def _months(match: Match) -> Answer:
    first, last = (int(month) for month in match.values("month")[:2])
    meaning = in_some_year(match, first, last - first + 1) if first < last else None
    if meaning is None:
        return None
    return Meaning(date=meaning.date, alternatives=meaning.alternatives, kind="range")


@rule("part month-gen $year?", takes="в начале декабря", refuses="вначале декабря")
@rule(
    "ordinal half month-gen $year?",
    takes="во второй половине ноября",
    refuses="во второй партии ноября",
    name="half_of_month",
)
@rule(
    "ordinal ten-days month-gen $year?",
    takes="в первой декаде ноября",
    refuses="в первой команде ноября",
    name="ten_days",
)
@rule(
    "ordinal days-of-month month-gen $year?",
    takes="в первых числах ноября",
    refuses="в первых рядах ноября",
    name="first_days",
)
def _part_of_month(match: Match) -> Answer:
    return None if is_a_count(match) else in_some_year(match, match.whole("month"))


@rule("season $known-year", takes="весной 2024 года", refuses="весной 2024 человека")
@rule("season-adverb", takes="осенью", refuses="осенний", name="bare_season")
@rule("<from/until/after/towards> season", takes="с осени", refuses="без осени", name="season_after_preposition")
@rule("this/last/next season", takes="прошлой осенью", refuses="сырой осени", name="relative_season")
def _season(match: Match) -> Answer:
    if is_a_count(match):
        return None
    month = match.whole("season")
    if month == 12 and (year := _year_or_none(match)) is not None:
        return Meaning(date=year_range(year), vague=True)  # its beginning or its end
    step = next((int(match.value(n)) for n in ("last", "this", "next") if match.has(n)), None)
    if match.has("god") or step is None or match.today is None:
        return in_some_year(match, month, 3)
    return _relative_season(match.today, month, step)


def _relative_season(today: dt.date, month: int, step: int) -> Meaning:
    """ "Этой зимой" in spring began last year; "прошлой весной" in autumn may mean this year's or last year's."""
    here = today.year - (month == 12 and today.month <= 6)
    if step < 0 and month_range(here, month, 3).last < today:
        return Meaning(date=month_range(here, month, 3), alternatives=(month_range(here - 1, month, 3),), vague=True)
    return Meaning(date=month_range(here + step, month, 3))


def _year_or_none(match: Match) -> int | None:
    try:
        return said_year(match)
    except UnknownYearError:
        return None


@rule("roman/ordinal/day quarter $year?", takes="во II квартале 2024 года", refuses="в V квартале")
@rule("roman dash roman quarter $year?", takes="в I–III кварталах", refuses="в III–I кварталах", name="quarters")
def _quarter(match: Match) -> Answer:
    numbers = [int(n) for name in ("roman", "ordinal", "day") if match.has(name) for n in match.values(name)][:2]
    first, last = numbers[0], numbers[-1]
    if not 1 <= first <= last <= 4:
        return None
    return _period(match, 3 * first - 2, 3 * (last - first + 1))


@rule("roman/ordinal/day half-year $year?", takes="в первом полугодии", refuses="в третьем полугодии")
@rule(
    "ordinal half yyyy god",
    takes="в первой половине 2025 года",
    refuses="в первой половине 2025 матчей",
    name="half_of_year",
)
@rule(
    "ordinal half ( this | last | next )? god",
    takes="в первой половине года",
    refuses="в первой половине дня",
    name="half_of_a_year",
)
def _half_year(match: Match) -> Answer:
    number = next(match.whole(name) for name in ("roman", "ordinal", "day") if match.has(name))
    if number not in (1, 2):
        return None
    if match.has("half") and not _names_year(match) and match.today:
        return Meaning(date=month_range(match.today.year, 6 * number - 5, 6))
    return _period(match, 6 * number - 5, 6)


def _period(match: Match, month: int, months: int) -> Meaning:
    """Quarters and half-years are told of when they have begun: the last such, the next as the other reading."""
    meaning = in_some_year(match, month, months)
    if not meaning.alternatives or match.today is None:
        return meaning
    year = match.today.year - (match.today.month < month)
    return Meaning(date=month_range(year, month, months), alternatives=(month_range(year + 1, month, months),))


def _names_year(match: Match) -> bool:
    return any(match.has(name) for name in ("yyyy", "this", "last", "next"))


def in_some_year(match: Match, month: int, months: int = 1) -> Meaning:
    """So many months from this one, in the year that is said, else in the one that puts them nearest to publication."""
    try:
        year = said_year(match)
    except UnknownYearError:
        return Meaning()
    if year is not None:
        return Meaning(date=month_range(year, month, months))
    if match.today is None:
        return Meaning()
    best, other = nearest_month(match.today, _middle(month, months))
    return Meaning(date=month_range(best, month, months), alternatives=_others(other, month, months))


def _middle(month: int, months: int) -> int:
    return min(12, month + (months - 1) // 2)


def _others(year: int, month: int, months: int) -> tuple[DateRange, ...]:
    return (month_range(year, month, months),)
