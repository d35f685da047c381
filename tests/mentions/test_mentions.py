"""Names and titles in text, before they are resolved."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.cases import KB

from dragoman.kb import load_kb
from dragoman.mentions import Named, find_named
from dragoman.model.text import Article
from dragoman.reading import prepare
from dragoman.syntax.models import default_syntax


@cache
def named(text: str) -> Named:
    """What a text names, in the invented world."""
    parse = default_syntax().parse([(text, prepare(Article(text=text)).sentences)])[0]
    return find_named(parse, load_kb(KB))


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        ("Прибыл президент Тормистана.", "president", ("XT",)),
        ("Выступил глава МИД Велардии.", "foreign_minister", ("XV",)),
        ("Выступил глава велардийского МИД.", "foreign_minister", ("XV",)),
        ("Беседа президентов Тормистана и Велардии прошла.", "president", ("XT", "XV")),
        ("Президенты Тормистана и Велардии созвонились.", "president", ("XT", "XV")),
        ("Прибыл начальник Генерального штаба ВС Велардии.", "chief_of_general_staff", ("XV",)),
        ("Выступил посол Мальдоры в Лиардоне.", "ambassador", ("XM",)),
        ("Выступил премьер страны.", "prime_minister", ()),
    ],
)
def test_titles(text: str, role: str, countries: tuple[str, ...]) -> None:
    """The office and the states named with it."""
    (title,) = named(text).titles
    assert role in title.roles
    assert title.countries == countries


@pytest.mark.parametrize(
    ("text", "plural"),
    [("Президенты встретились.", True), ("Речь президента.", False), ("Слово президентов.", True)],
)
def test_number(text: str, plural: bool) -> None:
    """One or many: by the dictionary where it knows but one."""
    (title,) = named(text).titles
    assert title.plural is plural


@pytest.mark.parametrize("text", ["Прошла политика мира.", "Работает канцелярия.", "Глава книги удалась."])
def test_no_title(text: str) -> None:
    """Words that look like titles."""
    assert named(text).titles == ()


def test_posting_belongs_to_the_title() -> None:
    """ "посол Мальдоры в Лиардоне Имя": the posting stands between title and name."""
    (title,) = named("Посол Мальдоры в Лиардоне Эмиль Фарандо выступил.").titles
    assert title.span.of("Посол Мальдоры в Лиардоне Эмиль Фарандо выступил.") == "Посол Мальдоры в Лиардоне"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("⚡️Давлер Ирзаев выступил.", ["Давлер Ирзаев"]),
        ("Ирзаев выступил. Потом Давлер Ирзаев ушёл.", ["Давлер Ирзаев", "Давлер Ирзаев"]),
        ("Прошла беседа с министром Абдулом Гани Барадаром.", ["Абдул Гани Барадар"]),
        ("Выступил глава МИД Велардии Зумреков.", ["Зумреков"]),
        ("Река течёт в море.", []),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    """Known persons by any form, strangers in the nominative."""
    assert [person.name for person in named(text).persons] == names


@settings(max_examples=30, deadline=None)
@example("\U00017000\U00017001")
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """No text raises; whatever is found lies in the text."""
    found = named(text)
    for piece in (*found.things, *found.outlets, *found.persons, *found.titles):
        assert 0 <= piece.span.start < piece.span.end <= len(text)
