"""Times named from the day of publication: "вчера", "в минувшую пятницу", "на прошлой неделе", "два года назад"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.dates.grammar import Answer, Match, Meaning, rule
from dragoman.dates.lexicon import words_of
from dragoman.dates.reckoning import day_range, month_range, shifted, week_of, year_range

WEEKDAYS = ("weekday-acc", "weekday-gen", "weekday-dat")
_ONE_UNIT = ("день", "сутки", "неделю", "месяц", "год", "полгода", "полвека")
_AHEAD = ("на", "до", "к", "ко", "по")


def step_of(match: Match) -> int | None:
    """-1 for "прошлый", 0 for "этот", 1 for "следующий", None where no such word stands there."""
    return next((match.whole(name) for name in ("last", "this", "next") if match.has(name)), None)


@rule("deictic", takes="вчера", refuses="вчерашний")
def _deictic(match: Match) -> Answer:
    return _days_on(match, match.whole("deictic"))


@rule("deictic-adjective", takes="вчерашняя встреча", refuses="на сегодняшний день")
def _deictic_adjective(match: Match) -> Answer:
    figurative = re.match(r"\s*(?:день|дня|дню|днём|днем|дне)\b", match.after)
    return None if figurative else _days_on(match, match.whole("deictic-adjective"))


@rule("<from/until> deictic-adjective day-unit", takes="со вчерашнего дня", refuses="без вчерашнего дня")
def _since_yesterday(match: Match) -> Answer:
    return _days_on(match, match.whole("deictic-adjective"))


@rule("eve", takes="накануне состоялась встреча", refuses="накануне саммита")
def _eve(match: Match) -> Answer:
    """An adverb, or a preposition before a genitive; where the next word may be one, nothing is taken."""
    following = re.match(r"\s+([а-яё-]+)", match.after, re.IGNORECASE)
    past_tense = following and re.search(r"л(?:[аои]|с[яь]|[аои]сь)?$", following[1])
    genitive = following and re.search(rf"{words_of('genitive_endings')}$", following[1].lower())
    return None if genitive and not past_tense else _days_on(match, -1)


def _days_on(match: Match, days: int) -> Meaning:
    return Meaning(date=day_range(match.today + dt.timedelta(days=days)) if match.today else None)


@rule("<in> weekday-acc", takes="во вторник", refuses="вторник")
@rule("part-of-day weekday-gen", takes="вечером пятницы", refuses="вечером среднего", name="part_of_weekday")
@rule(
    "<from/until/after/towards/upto> weekday-gen/weekday-dat/weekday-acc",
    takes="до пятницы",
    refuses="ради пятницы",
    name="weekday_after_preposition",
)
def _weekday(match: Match) -> Answer:
    """The last such day, today included; after "на", "к", "до", "по" the next; the other is an alternative."""
    if match.today is None:
        return Meaning()
    behind = (match.today.weekday() - _weekday_of(match)) % 7
    past, ahead = match.today - dt.timedelta(days=behind), match.today + dt.timedelta(days=7 - behind)
    forward = match.preposition in _AHEAD and not re.search(r"ночь\s+$", match.before)
    best, other = (ahead, past) if forward else (past, ahead)
    return Meaning(date=day_range(best), alternatives=(day_range(other),))


@rule("last/this/next weekday-acc/weekday-gen/weekday-dat", takes="в минувшую пятницу", refuses="в чёрную пятницу")
def _relative_weekday(match: Match) -> Answer:
    step = step_of(match)
    if match.today is None or step is None:
        return Meaning()
    weekday = _weekday_of(match)
    behind = (match.today.weekday() - weekday) % 7
    if step < 0:
        return Meaning(date=day_range(match.today - dt.timedelta(days=behind or 7)))
    if step > 0:
        return Meaning(date=day_range(match.today + dt.timedelta(days=7 - behind)))
    return Meaning(date=day_range(match.today + dt.timedelta(days=weekday - match.today.weekday())))


def _weekday_of(match: Match) -> int:
    return next(match.whole(name) for name in WEEKDAYS if match.has(name))


@rule("last/this/next weekend", takes="в минувшие выходные", refuses="в дождливые выходные")
def _weekend(match: Match) -> Answer:
    step = step_of(match)
    if match.today is None or step is None:
        return Meaning()
    saturday = match.today + dt.timedelta(days=5 - match.today.weekday())
    if step < 0 and match.today.weekday() >= 5:
        step = 0  # on a Sunday "прошедшие выходные" are these
    return Meaning(date=day_range(saturday + dt.timedelta(days=7 * step), saturday + dt.timedelta(days=7 * step + 1)))


@rule("last/this/next week", takes="на прошлой неделе", refuses="на рабочей неделе")
@rule(
    "part last/this/next week",
    takes="в начале следующей недели",
    refuses="в начале рабочей недели",
    name="part_of_week",
)
def _week(match: Match) -> Answer:
    """Not the plural: "следующие недели" are no week."""
    if _is_plural(match):
        return None
    if match.today is None:
        return Meaning()
    return Meaning(date=week_of(match.today, step_of(match) or 0), kind="range")


@rule("<until/towards> part week", takes="до конца недели", refuses="от конца недели")
def _this_week(match: Match) -> Answer:
    return Meaning(date=week_of(match.today) if match.today else None)


@rule("last/this/next month-unit", takes="в прошлом месяце", refuses="в медовом месяце")
@rule(
    "part ( last | this | next )? month-unit",
    takes="в конце этого месяца",
    refuses="конец медового месяца",
    name="part_of_month",
)
def _month(match: Match) -> Answer:
    if _is_plural(match):
        return None
    if match.today is None:
        return Meaning()
    return Meaning(date=month_range(match.today.year, match.today.month + (step_of(match) or 0)))


@rule("last/this/next god", takes="в прошлом году", refuses="в високосном году")
@rule("part ( last | this | next )? god", takes="в конце года", refuses="в конце пути", name="part_of_year")
@rule("part abbreviated-this-year", takes="в начале т.г.", refuses="в начале т.п.", name="part_of_this_year")
@rule("abbreviated-this-year", takes="с.г.", refuses="с.т.", name="this_year")
def _year(match: Match) -> Answer:
    if match.today is None:
        return Meaning()
    return Meaning(date=year_range(match.today.year + (step_of(match) or 0)))


@rule("part yyyy god/gody", takes="в конце 2017 года", refuses="в конце 2017 тонн")
@rule(
    "part yyyy dash yyyy gody",
    takes="в начале 2000–2010 годов",
    refuses="в начале 2000–2010 тонн",
    name="part_of_years",
)
def _part_of_known_year(match: Match) -> Answer:
    first, last = (int(match.values("yyyy")[i]) for i in (0, -1))
    return Meaning(date=year_range(first, last), vague=first != last)


@rule("part decade-years god/gody?", takes="в начале 1990-х годов", refuses="в начале 1990 тонн")
def _part_of_decade(match: Match) -> Answer:
    value = match.whole("decade-years")
    start = value if value >= 100 else 1900 + value
    return Meaning(date=year_range(start, start + 9), vague=True)


@rule("last/this/next quarter", takes="в прошлом квартале", refuses="в еврейском квартале")
@rule("last/this/next half-year", takes="в текущем полугодии", refuses="в трудном полугодии", name="half_year")
def _quarter(match: Match) -> Answer:
    if match.today is None:
        return Meaning()
    months = 3 if match.has("quarter") else 6
    here = (match.today.month - 1) // months * months + 1
    return Meaning(date=month_range(match.today.year, here + months * (step_of(match) or 0), months))


@rule("last/this century", takes="в прошлом веке", refuses="в золотом веке")
def _century(match: Match) -> Answer:
    if match.today is None or step_of(match) is None:
        return Meaning()
    number = (match.today.year - 1) // 100 + 1 + (step_of(match) or 0)
    return Meaning(date=year_range(100 * number - 99, 100 * number))


@rule("count+ day-unit/week/month-unit/god/gody ago", takes="три года назад", refuses="три визита назад")
@rule("day-unit/week/month-unit/god/half-a-year ago", takes="год назад", refuses="визит назад", name="one_ago")
def _ago(match: Match) -> Answer:
    """Not "несколько дней назад", which is no date."""
    if not match.has("count") and match.word(match.first).lower() not in _ONE_UNIT:
        return None
    return _moved(match, -_amount(match))


@rule("through count+ day-unit/week/month-unit/god/gody", takes="через три дня", refuses="через три дня после встречи")
@rule(
    "through day-unit/week/month-unit/god/half-a-year",
    takes="через неделю",
    refuses="через неделю после встречи",
    name="in_one",
)
def _ahead(match: Match) -> Answer:
    """From the day of publication, unless another event is named that it is counted from."""
    if re.match(r"\s*(?:после|с момента|со дня)\b", match.after) or match.word(match.first).lower() == "спустя":
        return None
    return _moved(match, _amount(match))


def _is_plural(match: Match) -> bool:
    adjectives = [match.word(i).lower() for name in ("last", "this", "next") for i in match.places(name)]
    return any(word.endswith(("ие", "ые", "их", "ых", "эти", "этих")) for word in adjectives)


def _amount(match: Match) -> float:
    return sum(match.values("count")) if match.has("count") else 1


def _moved(match: Match, amount: float) -> Meaning:
    """Days are counted exactly; weeks, months and years name a day, month and year, which are not sharp."""
    if match.today is None or abs(amount) > 1000:
        return Meaning()
    if match.has("day-unit") or match.has("week"):
        days = amount * (1 if match.has("day-unit") else 7)
        return Meaning(date=day_range(match.today + dt.timedelta(days=int(days))), vague=match.has("week"))
    if match.has("half-a-year"):
        amount = amount * match.value("half-a-year")
    yearly = match.has("god") or match.has("gody")
    day = shifted(match.today, int(amount * (12 if yearly else 1)))
    if day is None:
        return Meaning()
    return Meaning(date=year_range(day.year) if yearly else month_range(day.year, day.month), vague=True)
