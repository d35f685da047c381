"""Golden sentences, one example each way for every rule, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dates import DateExpression, find_dates
from dragoman.dates.grammar import RULES, Rule
from dragoman.model.text import DateRange, Span

TODAY = "2025-10-18"


def golden() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "golden.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(_written_out(marked), published, meaning) for marked, published, meaning in rows]


def _written_out(marked: str) -> str:
    for escape, character in (("\\n", "\n"), ("\\u00a0", "\u00a0"), ("\\u202f", "\u202f")):
        marked = marked.replace(escape, character)
    return marked


def mark(text: str, spans: list[Span]) -> str:
    for span in reversed(spans):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


def describe(expression: DateExpression) -> str:
    words = [expression.kind, ("~" if expression.vague else "") + interval(expression.date)]
    words += [f"at {expression.time}"] if expression.time else []
    words += [f"or {interval(other)}" for other in expression.alternatives]
    return " ".join(words)


def interval(date: DateRange | None) -> str:
    if date is None:
        return "?"
    return f"{date.start}..{date.end}" if date.end else date.start


@pytest.mark.parametrize(("marked", "published", "meaning"), golden())
def test_sentence(marked: str, published: str, meaning: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_dates(text, None if published == "-" else published)
    assert mark(text, [e.span for e in found]) == marked
    assert ("; ".join(map(describe, found)) or "none") == meaning


def names(text: str) -> set[str]:
    """Rules that fired, without the bound that stood before."""
    return {e.rule.split(":")[-1] for e in find_dates(text, TODAY)}


@pytest.mark.parametrize("each", RULES, ids=[r.name for r in RULES])
def test_rule_takes_and_refuses(each: Rule) -> None:
    assert each.name in names(each.takes)
    assert each.name not in names(each.refuses)


def test_rules_have_names_of_their_own() -> None:
    assert len({r.name for r in RULES}) == len(RULES)


def test_a_window_counts_back_to_the_day() -> None:
    (window,) = find_dates("За последние три года это седьмой визит", TODAY)
    assert window.date == DateRange("2022-10-18", "2025-10-18")
    assert window.vague


def test_since_relations_is_left_to_others() -> None:
    (window,) = find_dates("с момента установления дипломатических отношений", TODAY)
    assert (window.rule, window.date) == ("since-relations", None)


def test_only_the_part_asked_for() -> None:
    text = "В 2021 году, затем в 2022 году и в 2023 году."
    (found,) = find_dates(text, TODAY, within=Span(12, 31))
    assert found.span.of(text) == "2022 году"


@pytest.mark.parametrize("published", ["", "2025", "2025-13-40", "вчера", "0001-01-01", "9999-12-31T23:59", None])
def test_an_odd_day_of_publication_leaves_dates_unknown(published: str | None) -> None:
    (found,) = find_dates("вчера", published)
    assert found.date is None


WORDS = """
в во на с по до за и - – , . ( ) 1 2 20 21 31 29 2023 2024 1000 года году годы г. т.г. ноября ноябре февраля ноябрь
прошлого прошлой последние следующий три пять лет месяцев неделю неделе пятницу начала начале конце течение II век
квартале половине первой весной зимой назад через 10:15 24.11.2023 31.12.1999 2024-02-30 90-е накануне сегодня тот же
период время момента установления дипломатических отношений ё 💬 ۳
"""
VOCABULARY = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\u00a0", "\u2009"])


@given(st.lists(VOCABULARY, max_size=14), st.dates().map(str))
def test_any_row_of_time_words(words: list[str], published: str) -> None:
    check_spans(" ".join(words), published)


@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text(text: str, published: str | None) -> None:
    check_spans(text, published)


def check_spans(text: str, published: str | None) -> None:
    """Spans lie in the text, in order, apart; dates can be read; ranges run forwards."""
    place = 0
    for found in find_dates(text, published):
        assert place <= found.span.start < found.span.end <= len(text)
        assert found.span.of(text) == found.span.of(text).strip()
        place = found.span.end
        for date in (found.date, *found.alternatives):
            assert date is None or date.first <= date.last


@settings(deadline=None, max_examples=5)
@given(st.sampled_from(["1 ", "20, ", "сто ", "2023, ", " ", "\n", "том тот же ", "1/2/", "в "]))
def test_long_rows_take_no_squared_time(piece: str) -> None:
    """Would run for minutes if a rule looked over the rest of the text at each place."""
    find_dates(piece * 20_000, TODAY)
