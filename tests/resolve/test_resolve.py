"""Who a title, a name or a pronoun means: by its country, whose side tells, who was just named."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.cases import KB

from dragoman.kb import load_kb
from dragoman.mentions import find_named
from dragoman.model.actors import Mention
from dragoman.model.text import Article
from dragoman.reading import prepare
from dragoman.resolve import resolve
from dragoman.speech import find_speech
from dragoman.syntax.models import default_syntax

DAY = dt.date(2023, 5, 10)


def mentions(text: str, side: str | None = None, day: dt.date | None = DAY) -> tuple[Mention, ...]:
    """All resolved mentions of a text."""
    kb = load_kb(KB)
    prepared = prepare(Article(text=text))
    parse = default_syntax().parse([(text, prepared.sentences)])[0]
    return resolve(parse, find_named(parse, kb), find_speech(text, prepared.paragraphs), day, side, kb)


def meant(text: str, words: str, side: str | None = None, day: dt.date | None = DAY) -> str | None:
    """The actor of the mention that begins with these words (their last occurrence)."""
    at = text.rindex(words)
    return next(m for m in mentions(text, side, day) if m.span.start == at).actor


@pytest.mark.parametrize(
    ("text", "words", "side", "actor"),
    [
        ("Выступил президент Тормистана.", "президент", None, "irzayev-davler"),
        ("Выступил глава МИД Велардии.", "глава", None, "olsher-felicia"),
        ("Глава государства выступил.", "Глава", "XM", "veltskaya-oriana"),
        ("Давлер Ирзаев выступил. Потом президент уехал.", "президент", None, "irzayev-davler"),
        ("Давлер Ирзаев и Ламберт Кольвен говорили. Потом президент уехал.", "президент", None, None),
        ("Посол Мальдоры в Лиардоне Имран Косталь выступил. Дипломат улетел.", "Дипломат", None, "kostal-imran"),
        ("Прошёл саммит СЯП. Генсек организации Ремо Альдин выступил.", "Генсек", None, None),
    ],
)
def test_roles(text: str, words: str, side: str | None, actor: str | None) -> None:
    """One person, or nobody where two fit."""
    found = [m for m in mentions(text, side) if m.span.start == text.rindex(words)]
    assert (found[0].actor if found else None) == actor


@pytest.mark.parametrize(
    ("day", "actor"), [(dt.date(2023, 5, 10), "irzayev-davler"), (dt.date(2021, 5, 10), "delkar-rinas"), (None, None)]
)
def test_offices_go_by_the_day(day: dt.date | None, actor: str | None) -> None:
    """The holder on the day; nobody where the day is unknown."""
    assert meant("Выступил президент Тормистана.", "президент", day=day) == actor


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Президенты Тормистана и Велардии говорили.", ["irzayev-davler", "kolven-lambert"]),
        ("Тормистан и Велардия рядом. Премьеры двух стран говорили.", ["altybaidar-sanjir", "tarnova-ilvena"]),
        ("Тормистан и Велардия рядом. Депутаты говорили.", []),
        ("Тормистан, Велардия и Мальдора рядом. Президенты двух стран говорили.", []),
    ],
)
def test_groups(text: str, members: list[str]) -> None:
    """Officeholders of two states; a crowd, or a pair of three, is nobody."""
    groups = [m for m in mentions(text) if m.kind == "group"]
    assert [member.actor for m in groups for member in m.members] == members


def test_a_city_of_two_times_is_that_of_the_day() -> None:
    """Rows of one name with other dates do not make the city's country doubtful."""
    found = [m for m in mentions("Он прибыл в Москву.") if m.kind == "place"]
    assert [m.country for m in found] == ["RU"]
