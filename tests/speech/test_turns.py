"""Printed conversations: which paragraph asks and which answers."""

from __future__ import annotations

import pytest

from dragoman.speech import find_speech
from dragoman.text.segment import paragraphs


def turns(text: str) -> list[tuple[str, str | None]]:
    return [(r.span.of(text), r.turn) for r in find_speech(text, paragraphs(text)).regions]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_question_and_its_answer(dash: str) -> None:
    text = f"{dash} Когда откроют мост?\n\n{dash} Весной. Работа идёт."
    assert turns(text) == [("Когда откроют мост?", "question"), ("Весной. Работа идёт.", "answer")]


def test_a_bold_question_without_a_dash_is_answered() -> None:
    assert turns("**Когда откроют мост?**\n\n– Весной.") == [("Весной.", "answer")]


def test_an_answer_with_its_author_says_itself_who_answers() -> None:
    assert [turn for _, turn in turns("– Когда откроют мост?\n– Весной, – ответил министр.")] == ["question", None]


def test_a_question_that_nobody_answers_is_no_turn() -> None:
    assert [turn for _, turn in turns("– Мы рады, – сказал министр.\n– Что же дальше?")] == [None, None]


@pytest.mark.parametrize("label", ["Вопрос:", "Корр.:", "**Ведущий:**"])
def test_labels_of_an_interviewer(label: str) -> None:
    text = f"{label} Когда откроют мост?\n\nОтвет: Весной.\n\nЛ. Снегин: Или летом."
    assert turns(text) == [("Когда откроют мост?", "question"), ("Весной.", "answer"), ("Или летом.", None)]


@pytest.mark.parametrize(
    "text", ["Лев Снегин: Мост откроют весной.", "Ответ: Весной.", "Место: столица.\nВремя: полдень."]
)
def test_a_colon_alone_makes_no_conversation(text: str) -> None:
    assert turns(text) == []


def test_entries_under_a_heading_that_asks_answer_nothing() -> None:
    text = "Что известно о мосте?\n– Его откроют.\n– Весной."
    assert {turn for _, turn in turns(text)} == {None}
