"""Declension of names: the table reads like a grammar's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.kb import load_kb
from dragoman.kb.names import CASES, all_forms, case_forms, fold_name

with (Path(__file__).parent / "declensions.tsv").open(encoding="utf-8", newline="") as file:
    TABLE = tuple(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["word"])
def test_every_case(row: dict[str, str]) -> None:
    forms = case_forms(row["word"], row["sex"], row["part"] == "surname")
    assert fold_name(row["word"]) in forms["Nom"]
    for case in CASES[1:]:
        assert fold_name(row[case.lower()]) in forms[case], (case, forms[case])


def test_table_is_large_enough() -> None:
    assert len(TABLE) >= 60


INDECLINABLE = [row for row in TABLE if len({row[c.lower()] for c in CASES[1:]} | {row["word"]}) == 1]


@pytest.mark.parametrize("row", INDECLINABLE, ids=lambda row: row["word"])
def test_what_does_not_decline_has_one_form(row: dict[str, str]) -> None:
    assert all_forms(row["word"], row["sex"], row["part"] == "surname") == {fold_name(row["word"])}


@pytest.mark.parametrize(
    ("word", "sex", "wrong"),
    [
        ("Толстой", "m", "толстим"),
        ("Токаев", "m", "токаевом"),
        ("Меркель", "f", "меркели"),
        ("Черных", "m", "черныха"),
        ("Назарбаева", "f", "назарбаевы"),
        ("Вучич", "m", "вучичом"),
    ],
)
def test_no_such_form(word: str, sex: str, wrong: str) -> None:
    assert wrong not in all_forms(word, sex, surname=True)


def test_double_surname_declines_in_both_parts_or_the_last() -> None:
    forms = all_forms("Салтыков-Щедрин", "m", surname=True)
    assert {"салтыкова-щедрина", "салтыковым-щедриным"} <= forms


def test_given_name_of_two_parts() -> None:
    assert {"касым-жомартом", "касымом-жомартом"} <= all_forms("Касым-Жомарт", "m", surname=False)


@given(
    word=st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяёa-‑", max_size=12),
    sex=st.sampled_from("mf"),
    surname=st.booleans(),
)
def test_every_word_has_six_cases_and_its_own_form(word: str, sex: str, surname: bool) -> None:
    forms = case_forms(word, sex, surname)
    assert set(forms) == set(CASES)
    assert all(forms[case] for case in CASES)
    assert fold_name(word) in forms["Nom"]
    assert all(form == fold_name(form) for form in all_forms(word, sex, surname))


def test_no_form_of_a_known_person_has_blanks_or_marks() -> None:
    for person in load_kb().persons.values():
        for form in all_forms(person.surname_ru, person.sex, surname=True):
            assert form == form.strip()
            assert "/" not in form
