"""Spans, dates and article keys."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.records import Evidence
from dragoman.model.text import Article, DateRange, Span, Spans, first_day, last_day


def test_span_is_half_open() -> None:
    assert Span(0, 3).of("Баку") == "Бак"
    assert len(Span(2, 5)) == 3
    assert Span(0, 3).meets(Span(2, 4))
    assert not Span(0, 3).meets(Span(3, 4))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2025-10-18T10:15+04:00", dt.date(2025, 10, 18), dt.date(2025, 10, 18)),
    ],
)
def test_a_written_date_covers_its_days(written: str, first: dt.date, last: dt.date) -> None:
    assert first_day(written) == first
    assert last_day(written) == last


@pytest.mark.parametrize("written", ["", "soon", "2023-02-31", "2023-13"])
def test_what_no_calendar_has_raises(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        first_day(written)


def test_dates_of_different_precision_meet() -> None:
    assert DateRange("2024-03").meets(DateRange("2024-03-11", "2024-03-12"))
    assert not DateRange("2024-03").meets(DateRange("2024-04-01"))


def test_evidence_cannot_differ_from_its_source() -> None:
    assert Evidence.cut("прибыл в Баку", Span(0, 6), "visit.into").text == "прибыл"
    for wrong in (Span(0, 0), Span(5, 99), Span(-1, 3)):
        with pytest.raises(ValueError, match="evidence"):
            Evidence.cut("прибыл в Баку", wrong, "visit.into")


def test_two_outlets_that_print_one_text_are_two_articles() -> None:
    one, two = Article(text="Т", outlet="a.kz"), Article(text="Т", outlet="b.az")
    assert one.key != two.key
    assert one.sha256 == two.sha256
    assert one.key == Article(text="Т", outlet="a.kz", title="иное").key


def test_label_is_the_id_or_the_hash() -> None:
    assert Article(text="Т", id="x-1").label == "x-1"
    assert Article(text="Т").label == Article(text="Т").sha256


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode()
    assert len(Article(text=clean).key) == 24


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))), st.integers(0, 30), st.integers(1, 9))
def test_spans_answers_as_asking_each_one(pairs: list[tuple[int, int]], start: int, size: int) -> None:
    spans = [Span(at, at + length) for at, length in pairs]
    asked = Span(start, start + size)
    assert list(Spans(spans).meeting(asked)) == sorted(s for s in spans if s.meets(asked))
    assert Spans(spans).holds(asked) == any(s.holds(asked) for s in spans)
