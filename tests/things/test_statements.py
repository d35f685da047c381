"""Statements: thanks, congratulations, invitations said to somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.records import Reading

Read = Callable[..., Reading]

MEETING = "Президент Мальдоры Ориана Вельтская провела встречу с президентом Велардии Ламбертом Кольвеном. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ориана Вельтская поблагодарила Ламберта Кольвена за помощь.", "thanks"),
        ("Выразив Ламберту Кольвену признательность, Ориана Вельтская рассказала о планах.", "thanks"),
        ("Ориана Вельтская выразила благодарность Ламберту Кольвену за помощь.", "thanks"),
        ("Ориана Вельтская поздравила Ламберта Кольвена с победой.", "congratulation"),
        ("Ориана Вельтская пригласила Ламберта Кольвена посетить Сальвену.", "invitation"),
    ],
)
def test_said_to_a_person(read: Read, text: str, kind: str) -> None:
    """Kind, speaker, addressee."""
    (statement,) = read(MEETING + text, "2025-05-05").statements
    assert (statement.kind, statement.speaker.actor) == (kind, "veltskaya-oriana")
    assert [a.actor for a in statement.addressees] == ["kolven-lambert"]


def test_said_to_a_state_and_a_people(read: Read) -> None:
    """A state is addressed by name, a people by its state."""
    text = MEETING + "Ориана Вельтская поблагодарила Велардию и народ Тормистана за помощь."
    (statement,) = read(text, "2025-05-05").statements
    assert [a.country for a in statement.addressees] == ["XV", "XT"]


@pytest.mark.parametrize(
    "text",
    [
        "Ориана Вельтская направила Ламберту Кольвену телеграмму и поздравила его с днём рождения.",
        "Ориана Вельтская поздравила Ламберта Кольвена с днём рождения.",
        "Ориана Вельтская не поблагодарила Ламберта Кольвена.",
        "Ориана Вельтская намерена пригласить Ламберта Кольвена в Сальвену.",
        "Ориана Вельтская поблагодарила врачей Мальдоры.",
    ],
)
def test_no_statement(read: Read, text: str) -> None:
    """By letter or not said how, denied, planned, at home."""
    assert read(text, "2025-05-05").statements == ()


def test_once_a_sentence(read: Read) -> None:
    """The same words twice in one sentence are one statement."""
    text = MEETING + "Ориана Вельтская поблагодарила Ламберта Кольвена и выразила благодарность Ламберту Кольвену."
    assert len(read(text, "2025-05-05").statements) == 1
