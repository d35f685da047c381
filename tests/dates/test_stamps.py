"""Lines on which saved pages print when they were published, and days that no calendar has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import find_dates, find_impossible, find_stamp


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("24.11.2023, 15:45", "2023-11-24T15:45"),
        ("15:45 24.11.2023", "2023-11-24T15:45"),
        ("24.11.2023 | 9:05", "2023-11-24T09:05"),
        ("24.11.23", "2023-11-24"),
        ("18 октября, 2025\n    • 10:15", "2025-10-18T10:15"),
        ("    • 18 октября, 2025\n    • 10:15\n", "2025-10-18T10:15"),
        ("• 18 октября, 2025", "2025-10-18"),
        ("10:15, 18 октября 2025", "2025-10-18T10:15"),
        ("18 октября 2025, 10:15 (GMT+4)", "2025-10-18T10:15"),
        ("18 октября 2025 года в 10:15", "2025-10-18T10:15"),
        ("18 окт. 2025 10:15", "2025-10-18T10:15"),
        ("18\u00a0Октября\u00a02025,\u00a010:15", "2025-10-18T10:15"),
        ("2025-10-18 10:15", "2025-10-18T10:15"),
        ("2025-10-18T10:15:00+04:00", "2025-10-18T10:15"),
        ("Опубликовано: 18.10.2025 в 10:15", "2025-10-18T10:15"),
        ("Просмотры: 45", None),
        ("18 октября", None),
        ("45.13.2024, 10:15", None),
        ("10:15", None),
        ("Цена 18.10 за тонну", None),
    ],
)
def test_stamp(line: str, stamp: str | None) -> None:
    assert find_stamp(line) == stamp


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("Указ от 31 февраля 2023 года", ["31 февраля 2023"]),
        ("Указ от 29 февраля 2023 года", ["29 февраля 2023"]),
        ("Указ от 29 февраля 2024 года", []),
        ("Указ от 29 февраля", []),
        ("Встреча 31 ноября", ["31 ноября"]),
        ("Дата 45.13.2024", ["45.13.2024"]),
        ("Версия 10.15.76", []),
        ("В 100 мая", []),
        ("В 2024 мая", []),
    ],
)
def test_impossible(text: str, impossible: list[str]) -> None:
    assert [span.of(text) for span in find_impossible(text)] == impossible


def test_an_impossible_day_is_no_date_at_all() -> None:
    assert find_dates("Указ от 31 февраля 2023 года", "2025-10-18") == ()


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    find_stamp(text)
    assert all(0 <= span.start < span.end <= len(text) for span in find_impossible(text))
