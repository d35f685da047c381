"""Clauses: by the marks between them, with subjects, enumerations, collectives, capitals and possessors."""

from __future__ import annotations

import pytest
from tests.clauses.scenes import clause, scene

from dragoman.clauses.possessors import possessors
from dragoman.clauses.segments import segments


def _segments(text: str) -> list[str]:
    sentence = scene(text).parse.sentences[0]
    numbers = segments(sentence)
    return [
        " ".join(t.text for i, t in enumerate(sentence.tokens) if numbers[i] == n and t.pos != "PUNCT")
        for n in dict.fromkeys(numbers)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a stretch without a verb goes on with what is before it, an inserted clause is passed over
        (
            "В четверг, 7 декабря, министр, сообщили в ведомстве, отправится в Арвас, где проведёт встречу.",
            ["В четверг 7 декабря министр отправится в Арвас", "сообщили в ведомстве", "где проведёт встречу"],
        ),
        # what follows a relative clause goes on with the main clause
        (
            "На встрече, которая прошла в Арвасе, стороны обсудили планы.",
            ["На встрече стороны обсудили планы", "которая прошла в Арвасе"],
        ),
        # two verbs under one subject are one clause as long as no mark parts them
        ("Министр прибыл в Арвас и провёл встречу.", ["Министр прибыл в Арвас и провёл встречу"]),
        ("Визит в Арвас", ["Визит в Арвас"]),
    ],
)
def test_segments(text: str, wanted: list[str]) -> None:
    """Marks and finite verbs make clauses."""
    assert _segments(text) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Давлер Ирзаев прибыл в Лиардон и встретился с послом.", "встретился", ["irzayev-davler"]),
        ("Давлер Ирзаев заявил, что встретится с послом.", "встретится", ["irzayev-davler"]),
        ("Ради саммита, на который прибыл Давлер Ирзаев, перекрыли мост.", "перекрыли", []),
        ("Во время саммита Давлер Ирзаев провёл переговоры.", "переговоры", ["irzayev-davler"]),
        # another's words: the subject of "сообщил" is not that of the visit
        ("Самолёт прибыл в Лиардон, сообщил Давлер Ирзаев.", "прибыл", []),
    ],
)
def test_subjects(text: str, trigger: str, wanted: list[str]) -> None:
    """Who does it: by the tree, by coordination and control, by the nominative before the verb."""
    assert [a.mention.actor for a in clause(text, trigger).subjects()] == wanted


def test_enumerated() -> None:
    """What "и" and commas join belongs together; another preposition ends it."""
    made = clause("Он встретился с Давлером Ирзаевым, Мадирой Усуповой и Фелицией Ольшер в Лиардоне.", "встретился")
    first = next(a for a in made.arguments if a.mention.actor == "irzayev-davler")
    assert [a.mention.actor for a in made.enumerated(first)] == ["irzayev-davler", "usupova-madira", "olsher-felicia"]


@pytest.mark.parametrize(
    ("text", "trigger", "country", "leaders"),
    [
        ("Делегация Велардии прибыла в Арвас.", "Делегация", "XV", []),
        ("Переговоры с тормистанскими властями прошли.", "властями", "XT", []),
        ("Делегация Мальдоры во главе с Орианой Вельтской прибыла.", "Делегация", "XM", ["veltskaya-oriana"]),
        ("Делегация завода прибыла в Арвас.", "Делегация", None, []),
    ],
)
def test_collectives(text: str, trigger: str, country: str | None, leaders: list[str]) -> None:
    """A collective noun stands for the state in its adjective or genitive."""
    made = clause(text, trigger)
    found = [a.mention for a in made.arguments if a.token == made.trigger]
    assert [m.country for m in found] == ([country] if country else [])
    assert [member.actor for m in found for member in m.members] == leaders


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Он прибыл в столицу Велардии.", "Лиардон"),
        ("Он прибыл в тормистанскую столицу.", "Арвас"),
        ("Он прибыл в культурную столицу Велардии.", None),
    ],
)
def test_capitals(text: str, city: str | None) -> None:
    """ "столица" of a state is its capital; a cultural capital is some other town."""
    places = [a.mention.name for a in clause(text, "прибыл").arguments if a.mention.kind == "place"]
    assert places == ([city] if city else [])


@pytest.mark.parametrize(
    ("text", "noun", "wanted"),
    [
        ("Мадира Усупова рассказала о своей поездке.", "поездке", ["usupova-madira"]),
        ("Давлер Ирзаев вернулся. Его визит завершён.", "визит", ["irzayev-davler"]),
        ("Мадира Усупова вернулась. Его визит завершён.", "визит", []),
        ("Давлер Ирзаев вернулся. Наша встреча завершена.", "встреча", []),
    ],
)
def test_possessors(text: str, noun: str, wanted: list[str]) -> None:
    """Whose it is, by gender; "наш" depends on who speaks."""
    made = clause(text, noun)
    assert [a.mention.actor for a in possessors(made, made.trigger)] == wanted
