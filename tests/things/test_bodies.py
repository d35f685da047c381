"""Standing bodies: known ones by name and parties, unknown ones where their name says that they are shared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.records import Reading

Read = Callable[..., Reading]


def test_known_by_name_and_parties(read: Read) -> None:
    """One name of several bodies means that of the two states told of."""
    (body,) = read("Велардия и Тормистан ценят работу Высшего межгосударственного совета.").bodies
    assert (body.code, body.name, body.parties) == (
        "xt-xv-supreme-council",
        "Высший межгосударственный совет",
        ("XT", "XV"),
    )
    assert body.acts == ()


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Вехой для Велардии и Тормистана стало учреждение Высшего межгосударственного совета.", [None]),
        ("Велардия и Тормистан учредили Высший межгосударственный совет в апреле 2023 года.", ["2023-04"]),
        ("Велардия и Тормистан подписали протокол об учреждении Высшего межгосударственного совета.", [None]),
        ("Велардия и Тормистан планируют создание Высшего межгосударственного совета.", []),
    ],
)
def test_established_if_done(read: Read, text: str, acts: list[str | None]) -> None:
    """Founding told as done is an act, dated if the text dates it; a plan is none."""
    (body,) = read(text).bodies
    assert [act.date for act in body.acts if act.act == "established"] == acts


def test_unknown_but_shared(read: Read) -> None:
    """The adjectives of both states make a council theirs; its name is put into the nominative."""
    (body,) = read("Создан мальдорско-велардийский деловой совет.").bodies
    assert (body.code, body.name, body.parties) == (None, "мальдорско-велардийский деловой совет", ("XM", "XV"))


@pytest.mark.parametrize(
    "text",
    [
        "Совет министров Мальдоры обсудил отношения с Велардией.",
        "Президент Мальдоры рассказал коллеге из Велардии о следственном комитете.",
        "Комиссия по выборам Мальдоры пригласила наблюдателей из Велардии.",
        "Мальдора и Велардия обсудили совместные действия в Совете Янтарного пути.",
    ],
)
def test_no_shared_body(read: Read, text: str) -> None:
    """One state's own councils and organisations are none."""
    assert read(text).bodies == ()
