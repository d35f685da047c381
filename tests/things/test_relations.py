"""Relations: how they are characterised, by whom, in which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Связи Мальдоры и Велардии развиваются по восходящей линии.",
            "rising",
            "Связи Мальдоры и Велардии развиваются по восходящей линии",
        ),
        (
            "Мальдора и Велардия являются надёжными стратегическими партнёрами.",
            "strategic_partnership",
            "надёжными стратегическими партнёрами",
        ),
        ("Мальдора и Велардия остаются соседями через Лазурное море.", "neighbours", "соседями через Лазурное море"),
        ("Мальдору и Велардию связывают подлинно союзнические отношения.", "allied", "подлинно союзнические отношения"),
        ("Между Мальдорой и Велардией сложились дружественные связи.", "friendly", "дружественные связи"),
        ("Мальдора стала союзником Велардии.", "allied", "союзником"),
        ("Дипломаты говорят о кризисе отношений Мальдоры и Велардии.", "crisis", "кризисе отношений"),
    ],
)
def test_characterised(read: Read, text: str, kind: str, words: str) -> None:
    """A stable kind, and the words as they stand in the text."""
    (relation,) = read(text).relations
    assert (relation.kind, relation.words, relation.parties) == (kind, words, ("XM", "XV"))
    assert relation.says is None


@pytest.mark.parametrize(
    "text",
    [
        "Мальдора и Велардия больше не являются союзниками.",
        "Мальдора приостановила стратегическое партнёрство с Велардией.",
        "Мальдора и Велардия подписали Договор о союзнических отношениях.",
        "Президент Мальдоры встретился с деловыми партнёрами из Велардии.",
        "Мальдорский сенатор, главный союзник президента Велардии, подал в отставку.",
        "Экономика Мальдоры развивается динамично, Велардия отстаёт.",
        "Мальдора и Велардия обещали друг другу помощь.",
    ],
)
def test_not_characterised(read: Read, text: str) -> None:
    """Denied, ended, a title's words, somebody's partner, something else that grows."""
    assert read(text).relations == ()


def test_says_the_speaker(read: Read) -> None:
    """Words of direct speech are their speaker's."""
    text = (
        "Президент Мальдоры Ориана Вельтская приняла президента Велардии Ламберта Кольвена.\n\n"
        "«Наши страны – добрые соседи», – сказала Ориана Вельтская."
    )
    relations = read(text, "2025-05-05").relations
    assert {(r.kind, r.says.actor if r.says else None) for r in relations} == {("neighbours", "veltskaya-oriana")}


def test_said_twice_is_one(read: Read) -> None:
    """The same kind by the same voice is one, with both places as evidence."""
    text = "Мальдора и Велардия – союзники. Союзнические отношения Мальдоры и Велардии проверены временем."
    (relation,) = [r for r in read(text).relations if r.kind == "allied"]
    assert len(relation.evidence) == 2
