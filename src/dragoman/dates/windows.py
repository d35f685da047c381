"""Stretches of time that counts look over: "за последние три года", "за 10 месяцев 2024 года", "с начала года"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.dates.grammar import Answer, Match, Meaning, rule
from dragoman.dates.months import in_some_year
from dragoman.dates.reckoning import day_range, month_range, shifted
from dragoman.dates.years import UnknownYearError, said_year
from dragoman.model.text import DateRange

# Months, days in one of each unit; a decade is 120 months.
_MONTHS = {"god": 12, "gody": 12, "month-unit": 1, "decade": 120, "century": 1200, "half-a-year": 6}
_DAYS = {"day-unit": 1, "week": 7}


@rule(
    "latest/last count+ god/gody/month-unit/week/day-unit/decade/century",
    takes="за последние три года",
    refuses="за последние три визита",
)
@rule(
    "over count+ latest/last god/gody/month-unit/week/day-unit/decade",
    takes="за три последних года",
    refuses="за три последних визита",
    name="latest_after_count",
)
@rule(
    "<over/in> latest half-a-year/god/month-unit/week/day-unit/decade/century",
    takes="за последний год",
    refuses="за последний тур",
    name="latest_one",
)
@rule("<over> last day-unit/month-unit", takes="за прошедшие сутки", refuses="за прошедший тур", name="last_one")
def _latest(match: Match) -> Answer:
    """Back from the day of publication, edges vague. A bare plural ("последние годы") has no known start."""
    if not match.has("count") and any(_plural(match.word(i)) for i in (*match.places("latest"), *match.places("last"))):
        return _looking_back(match) if _is_one_day(match) else _unknown(match)
    return None if _last_of_something(match) else _looking_back(match)


def _last_of_something(match: Match) -> bool:
    """ "В последний день саммита" is no stretch back from today; "за последний день", "в последнее десятилетие" are."""
    return match.preposition in ("в", "во", "на") and not (match.has("decade") or match.has("count"))


def _is_one_day(match: Match) -> bool:
    """ "Сутки" has no singular."""
    return match.word(match.last - 1).lower().startswith("сут")


@rule("latest/last gody", takes="за последние годы", refuses="за золотые годы")
@rule(
    "latest/last few gody/god/month-unit/week/day-unit/decade",
    takes="за последние несколько лет",
    refuses="за первые несколько лет",
    name="latest_few",
)
@rule(
    "latest/last decade/century",
    takes="за прошедшие десятилетия",
    refuses="за великие десятилетия",
    name="past_decades",
)
def _recent(match: Match) -> Answer:
    adjective = next(i for name in ("latest", "last") for i in match.places(name))
    if not match.has("few") and not match.has("gody") and not _plural(match.word(adjective)):
        return _looking_back(match)
    return _unknown(match)


@rule(
    "over count+ god/gody/month-unit/week/day-unit/decade/century", takes="за три года", refuses="за три года до войны"
)
@rule(
    "over god/month-unit/week/day-unit/half-a-year/decade", takes="за год", refuses="за год до войны", name="one_unit"
)
def _past(match: Match) -> Answer:
    """Also "за 10 месяцев" as statistics count them, from January on, where so many have just passed."""
    if re.match(r"\s*(?:до|перед|вперед|вперёд|после)\b", match.after):
        return None
    months = int(_amount(match)) if match.has("count") and match.has("month-unit") else 0
    if months and match.today and 1 <= match.today.month - months <= 2:
        return _from_january(match, match.today, months)
    return _looking_back(match)


def _from_january(match: Match, today: dt.date, months: int) -> Meaning:
    sliding = _back(today, months)
    since = month_range(today.year, 1, months)
    return _window(match, since, vague=True, alternatives=(sliding,) if sliding else ())


@rule("count month-unit $year", takes="за 10 месяцев 2024 года", refuses="за 13 месяцев 2024 года")
@rule(
    "ordinal count month-unit ( $year | god )?",
    takes="за первые 9 месяцев",
    refuses="за вторые 9 месяцев",
    name="first_months",
)
def _months_of_year(match: Match) -> Answer:
    months = match.whole("count")
    if not 1 <= months <= 12 or (match.has("ordinal") and match.whole("ordinal") != 1):
        return None
    try:
        year = said_year(match)
    except UnknownYearError:
        return _unknown(match)
    if year is None and match.today is not None:
        year = match.today.year - (match.today.month <= months)
    return _window(match, month_range(year, 1, months)) if year else _unknown(match)


@rule("next count+ god/gody/month-unit/week/day-unit", takes="в ближайшие три года", refuses="в ближайшие три визита")
def _coming(match: Match) -> Answer:
    if match.today is None:
        return _unknown(match)
    end = _moved(match.today, match, 1)
    return _window(match, day_range(match.today, end) if end else None, vague=True)


@rule("next gody/god/month-unit/week/day-unit", takes="в ближайшие годы", refuses="в ближайшие города")
def _near_future(match: Match) -> Answer:
    return _unknown(match) if _plural(match.word(match.first)) else None


@rule("<over> last god", takes="за прошедший год", refuses="за прошедший тур")
def _year_gone_by(match: Match) -> Answer:
    """The twelve months before; it may also mean the calendar year. "За прошлый год" is only the latter."""
    if not match.word(match.first).lower().startswith(("прошедш", "истекш")) or match.today is None:
        return None
    sliding, before = _back(match.today, 12), DateRange(f"{match.today.year - 1:04d}")
    return _window(match, sliding, vague=True, alternatives=(before,))


@rule("from start yyyy god", takes="с начала 2024 года", refuses="с начала 2024 матчей")
@rule(
    "from start ( this | last )? god", takes="с начала года", refuses="с начала войны", name="from_start_of_this_year"
)
@rule(
    "from start ( this | last )? month-unit/week",
    takes="с начала месяца",
    refuses="с начала поездки",
    name="from_start_of_month",
)
@rule(
    "from start month-gen $year?",
    takes="с начала ноября",
    refuses="с начала майских праздников",
    name="from_start_of_named_month",
)
@rule("from start abbreviated-this-year", takes="с начала т.г.", refuses="с начала т.п.", name="from_start_of_tg")
def _from_start(match: Match) -> Answer:
    if match.today is None and not match.has("yyyy"):
        return _unknown(match)
    begin = _start(match)
    if begin is None or match.today is None or begin > match.today:
        return _window(match, DateRange(begin.isoformat()) if begin else None)
    return _window(match, day_range(begin, match.today))


def _start(match: Match) -> dt.date | None:
    if match.has("month"):
        date = in_some_year(match, match.whole("month")).date
        return date.first if date else None
    today, year = match.today, said_year(match)
    if today is None or match.has("god") or match.has("abbreviated-this-year"):
        return dt.date(year or (today.year if today else 1), 1, 1)
    step = match.whole("last") if match.has("last") else 0
    if match.has("month-unit"):
        return month_range(today.year, today.month + step).first
    return today - dt.timedelta(days=today.weekday() - 7 * step)


@rule("in course count+ god/gody/month-unit/week/day-unit", takes="в течение трёх лет", refuses="в течении трёх рек")
@rule(
    "in course god/month-unit/week/day-unit", takes="в течение года", refuses="в течение турнира", name="one_unit_long"
)
@rule(
    "in course few god/gody/month-unit/week/day-unit/decade",
    takes="в течение нескольких дней",
    refuses="в течение нескольких встреч",
    name="some_time",
)
def _duration(match: Match) -> Answer:
    return Meaning(kind="duration")


@rule("this-same+ period $year?", takes="за тот же период прошлого года", refuses="за тяжёлый период прошлого года")
@rule(
    "same this-same? period $year?",
    takes="за аналогичный период 2023 года",
    refuses="за длинный период 2023 года",
    name="similar_period",
)
@rule("over this-same+ time-word", takes="за это время", refuses="в это время", name="this_time")
def _same_window(match: Match) -> Answer:
    try:
        year = said_year(match)
    except UnknownYearError:
        year = None
    return Meaning(date=DateRange(f"{year:04d}") if year else None, kind="same-window")


def _looking_back(match: Match) -> Meaning:
    if match.today is None:
        return _unknown(match)
    start = _moved(match.today, match, -1)
    return _window(match, day_range(start, match.today) if start else None, vague=True)


def _amount(match: Match) -> float:
    return sum(match.values("count")) if match.has("count") else 1


def _moved(today: dt.date, match: Match, sign: int) -> dt.date | None:
    """So many units from the day of publication; None where that leaves the calendar."""
    amount = sign * _amount(match)
    for name, days in _DAYS.items():
        if match.has(name):
            return today + dt.timedelta(days=int(amount * days)) if abs(amount) < 10_000 else None
    months = next(size for name, size in _MONTHS.items() if match.has(name))
    if match.has("half-a-year"):
        months = match.whole("half-a-year")
    return shifted(today, int(amount * months))


def _back(today: dt.date, months: int) -> DateRange | None:
    start = shifted(today, -months)
    return day_range(start, today) if start else None


def _plural(word: str) -> bool:
    return word.lower().endswith(("ие", "ые", "их", "ых", "им", "ым", "ими", "ыми"))


def _unknown(match: Match) -> Meaning:
    return Meaning(kind="window", vague=True)


def _window(
    match: Match, date: DateRange | None, vague: bool = False, alternatives: tuple[DateRange, ...] = ()
) -> Meaning:
    return Meaning(date=date, kind="window", vague=vague, alternatives=alternatives)
