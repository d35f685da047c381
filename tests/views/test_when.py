"""Dates in words: never sharper than the source."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.register import EventRecord
from dragoman.model.text import DateRange
from dragoman.views.when import date_text, when_text

RUSSIAN = [
    (DateRange("2023"), "2023"),
    (DateRange("2023-11"), "ноябрь 2023"),
    (DateRange("2023-11-24"), "24 ноября 2023"),
    (DateRange("2024-03-11", "2024-03-12"), "11–12 марта 2024"),
    (DateRange("2024-03-11", "2024-03-11"), "11 марта 2024"),
    (DateRange("2023-11-30", "2023-12-02"), "30 ноября – 2 декабря 2023"),
    (DateRange("2023-12-30", "2024-01-02"), "30 декабря 2023 – 2 января 2024"),
    (DateRange("2023-11", "2023-12"), "ноябрь – декабрь 2023"),
    (DateRange("2022", "2023"), "2022–2023"),
    (DateRange("2023-11", "2024-02-03"), "ноябрь 2023 – 3 февраля 2024"),
]


@pytest.mark.parametrize(("date", "text"), RUSSIAN, ids=[text for _, text in RUSSIAN])
def test_russian(date: DateRange, text: str) -> None:
    assert date_text(date, "ru") == text


def test_english() -> None:
    assert date_text(DateRange("2023-11"), "en") == "November 2023"
    assert date_text(DateRange("2024-03-11", "2024-03-12"), "en") == "11–12 March 2024"


def record(**fields: object) -> EventRecord:
    return EventRecord(id="e", type="MEETING", status="occurred", participants=(), sources=(), **fields)  # type: ignore[arg-type]


def test_what_is_placed_by_its_report_says_so() -> None:
    placed = record(date=DateRange("2023-11-24"), date_basis="reported")
    assert when_text(placed, "ru") == "сообщено 24 ноября 2023"
    assert when_text(placed, "en") == "reported 24 November 2023"


def test_no_date_is_said_to_be_none() -> None:
    assert when_text(record(), "ru") == "дата не названа"


@given(st.integers(1992, 2035), st.integers(1, 12), st.sampled_from(["ru", "en"]))
def test_a_month_never_gets_a_day(year: int, month: int, language: str) -> None:
    assert re.findall(r"\d+", date_text(DateRange(f"{year}-{month:02}"), language)) == [str(year)]


@given(st.dates(), st.sampled_from(["ru", "en"]))
def test_a_day_keeps_day_and_year(day: object, language: str) -> None:
    year, _, number = str(day).split("-")
    assert re.findall(r"\d+", date_text(DateRange(str(day)), language)) == [str(int(number)), str(int(year))]
