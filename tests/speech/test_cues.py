"""The forms that are derived from an infinitive are real Russian words, checked against the dictionary."""

from __future__ import annotations

import pytest

from dragoman.lang import load
from dragoman.speech.cues import cue_of, derived, fold
from dragoman.syntax.lemmas import parses

ROWS = load("ru", "cues.tsv")
LICENSES = {"direct", "that-clause", "about", "noun", "call", "infinitive"}


@pytest.mark.parametrize("row", ROWS, ids=[row["lemma"] for row in ROWS])
def test_finite_forms_belong_to_their_verb(row: dict[str, str]) -> None:
    pair = {row["lemma"], row["aspect_pair"]} - {""}
    for verb in pair:
        for form in (form for form, shape in derived(verb) if shape == "finite"):
            assert pair & {fold(parse.normal_form) for parse in parses(form) if parse.tag.POS == "VERB"}, form


def test_the_table_is_whole() -> None:
    assert len(ROWS) >= 60
    assert {fold(row["lemma"]) for row in ROWS} == {row["lemma"] for row in ROWS}
    assert [row["lemma"] for row in ROWS] == sorted(row["lemma"] for row in ROWS)
    for row in ROWS:
        assert set(row["licenses"].split("|")) <= LICENSES, row
        assert row["kind"], row
        assert row["infinitive"], row


@pytest.mark.parametrize(
    ("form", "infinitive", "shape"),
    [
        ("подчеркнул", "подчеркнуть", "finite"),
        ("подчёркивает", "подчеркнуть", "finite"),
        ("пишут", "написать", "finite"),
        ("говорится", "говорить", "passive"),
        ("отмечено", "отметить", "passive"),
        ("добавив", "добавить", "gerund"),
        ("удивились", "удивиться", "finite"),
    ],
)
def test_forms_lead_to_the_printed_infinitive(form: str, infinitive: str, shape: str) -> None:
    found = cue_of(form)
    assert found is not None
    assert (found.cue.infinitive, found.shape) == (infinitive, shape)


@pytest.mark.parametrize("word", ["отметка", "сказка", "прибыл", "встретился"])
def test_other_words_are_no_cues(word: str) -> None:
    assert cue_of(word) is None
