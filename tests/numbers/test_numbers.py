"""Golden sentences, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.text import Span
from dragoman.numbers import Number, find_numbers


def golden() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "golden.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(marked.replace("\\u00a0", "\u00a0").replace("\\u2009", "\u2009"), meaning) for marked, meaning in rows]


def mark(text: str, spans: list[Span]) -> str:
    for span in reversed(spans):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


def describe(number: Number) -> str:
    value = f"{number.value:.12g}" + (f"..{number.upto:.12g}" if number.upto else "")
    words = [number.kind, number.comparator, value, number.unit or "", "approx" if number.approx else ""]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("marked", "meaning"), golden())
def test_sentence(marked: str, meaning: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_numbers(text)
    assert mark(text, [n.span for n in found]) == marked
    assert ("; ".join(map(describe, found)) or "none") == meaning


def test_the_numeral_alone() -> None:
    text = "Товарооборот: более $2,5 млрд за год"
    (number,) = find_numbers(text)
    assert number.count_span.of(text) == "2,5 млрд"
    assert number.span.of(text) == "более $2,5 млрд"


def test_only_the_part_asked_for() -> None:
    text = "Пять визитов, шесть встреч, семь договоров"
    (number,) = find_numbers(text, within=Span(14, 26))
    assert (number.value, number.span.of(text)) == (6, "шесть")


def test_dates_are_left_out() -> None:
    text = "20 октября подписано 12 документов"
    assert [n.value for n in find_numbers(text, exclude=[Span(0, 10)])] == [12]
    assert [n.value for n in find_numbers(text, within=Span(0, 34), exclude=[Span(0, 10)])] == [12]


def test_excluded_spans_count_in_the_whole_text() -> None:
    text = "Сообщение. 20 октября подписано 12 документов"
    assert [n.value for n in find_numbers(text, within=Span(11, 45), exclude=[Span(11, 21)])] == [12]


def test_ordinals_say_so() -> None:
    assert [n.ordinal for n in find_numbers("седьмой визит и семь встреч")] == [True, False]


VOCABULARY = st.sampled_from(
    [
        *[
            "1",
            "2,5",
            "17.000",
            "1 200 000",
            "7-й",
            "30-летие",
            "XX-й",
            "II",
            "$",
            "%",
            "+",
            "-",
            "–",
            ",",
            ".",
            "№",
            "\n",
        ],
        *["сто", "двадцать", "первая", "седьмой", "семью", "полтора", "тыс.", "млрд", "тысяч", "два", "двое", "вдвое"],
        *["более", "не менее", "около", "от", "до", "чем", "в", "раза", "лет", "долларов", "процентов", "заседание"],
        *["тридцатилетие", "летие", "с лишним", "один", "из", "\u00a0", "\u2009", "İ", "ё", "۳"],
    ]
)


@given(st.lists(VOCABULARY, max_size=14))
def test_any_row_of_number_words(words: list[str]) -> None:
    check_spans(" ".join(words))
    check_spans("".join(words))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check_spans(text)


def check_spans(text: str) -> None:
    """Spans lie in the text, in order, apart, numeral inside; values are plain numbers."""
    place = 0
    for number in find_numbers(text):
        assert place <= number.span.start < number.span.end <= len(text)
        assert number.span.holds(number.count_span)
        assert 0 <= number.value < 1e31
        assert number.upto is None or number.upto > number.value
        place = number.span.end


@given(st.text(alphabet="0123456789 \u00a0\u2009,.", max_size=30))
def test_digits_alone_never_raise(text: str) -> None:
    check_spans(text)
