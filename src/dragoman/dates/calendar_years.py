"""Years, decades, centuries: "в 2007 году", "в 2020–2022 годах", "в 1990-е годы", "в XIX веке"."""

from __future__ import annotations

import re

from dragoman.dates.grammar import Answer, Match, Meaning, rule
from dragoman.dates.reckoning import year_range


@rule("yyyy god", takes="в 2007 году", refuses="в 2007 городах")
def _year(match: Match) -> Answer:
    return Meaning(date=year_range(match.whole("yyyy")))


@rule("<in> yyyy", takes="в 2007.", refuses="в 2007 метрах")
def _bare_year(match: Match) -> Answer:
    year = match.whole("yyyy")
    ordinal = not match.word(match.first).isdigit()
    stands_alone = re.match(r"\s*(?:$|[.,;:)!?»\"\n–—]|во?\s)(?!\d)", match.after)
    return Meaning(date=year_range(year)) if (ordinal or stands_alone) and 1900 <= year <= 2100 else None


@rule("yyyy ( comma yyyy )* and yyyy god/gody", takes="в 2022 и 2023 годах", refuses="в 2022 и 2023 домах")
def _list_of_years(match: Match) -> Answer:
    places = match.places("yyyy")
    ends = [*(place + 1 for place in places[:-1]), match.last]
    spans = zip(places, ends, match.values("yyyy"), strict=True)
    return tuple(Meaning(date=year_range(int(year)), tokens=(low, high)) for low, high, year in spans)


@rule("yyyy god? dash yyyy god/gody?", takes="в 2020–2022 годах", refuses="в 2022–2020 годах")
@rule("yyyy slash yyyy god/gody", takes="2023/2024 года", refuses="2024/2023 года", name="slashed_years")
@rule(
    "from yyyy god? upto/until yyyy god/gody?",
    takes="с 1992 по 2022 год",
    refuses="с 2022 по 1992 год",
    name="from_year_to",
)
@rule(
    "between yyyy and yyyy gody/god",
    takes="между 1992 и 2022 годами",
    refuses="между 2022 и 1992 годами",
    name="between_years",
)
def _years(match: Match) -> Answer:
    first, last = (int(year) for year in match.values("yyyy"))
    written_out = match.has("god") or match.has("gody") or match.has("from")
    plausible = first < last and (written_out or 1900 <= first < last <= 2100)
    return _range(match, first, last) if plausible else None


@rule("in yyyy dash yyyy gody", takes="план на 2022–2026 годы", refuses="план в 2022–2026 годах", name="programme")
def _programme(match: Match) -> Answer:
    first, last = (int(year) for year in match.values("yyyy"))
    if match.word(match.first).lower() != "на" or first >= last:
        return None
    return Meaning(date=year_range(first, last), kind="programme")


@rule("yyyy dash count god/gody", takes="в 2023–24 годах", refuses="в 2023–20 годах")
def _short_second_year(match: Match) -> Answer:
    first, last = match.whole("yyyy"), match.whole("count")
    whole = first - first % 100 + last
    return _range(match, first, whole) if last < 100 and first < whole else None


def _range(match: Match, first: int, last: int) -> Meaning:
    return Meaning(date=year_range(first, last), kind="range")


@rule("decade-years god/gody?", takes="в 1990-е годы", refuses="1990 тонн")
@rule("ordinal gody", takes="в девяностые годы", refuses="в девятые годы", name="decade_in_words")
def _decade(match: Match) -> Answer:
    value = match.whole("decade-years") if match.has("decade-years") else match.whole("ordinal")
    if value < 100 and not match.has("gody"):
        return None
    start = value if value >= 100 else 1900 + value
    return Meaning(date=year_range(start, start + 9)) if value % 10 == 0 and value >= 20 else None


@rule("roman/ordinal/day century", takes="в XIX веке", refuses="в V стране")
@rule(
    "tens ordinal century",
    takes="в двадцать первом веке",
    refuses="в двадцать первом доме",
    name="century_in_two_words",
)
def _century(match: Match) -> Answer:
    number = next(match.whole(name) for name in ("roman", "day", "ordinal") if match.has(name))
    number += match.whole("tens") if match.has("tens") and match.has("ordinal") else 0
    return Meaning(date=year_range(100 * number - 99, 100 * number)) if 1 <= number <= 21 else None
