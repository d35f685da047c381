"""Projects: what one state builds or gives in another, what two own together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.records import Reading

Read = Callable[..., Reading]

BUILT = [
    (
        "Президент Мальдоры выразил благодарность Велардии за строительство Школы музыки имени Орлана в городе Орнеда.",
        "Школа музыки имени Орлана",
        "XV",
        "Орнеда",
    ),
    (
        "Президент Мальдоры поблагодарил Велардию за центр детского плавания в Орнеде.",
        "центр детского плавания",
        "XV",
        "Орнеда",
    ),
    (
        "Новый завод удобрений, построенный Велардией в Орнеде, даст Мальдоре рабочие места.",
        "завод удобрений",
        "XV",
        "Орнеда",
    ),
    ("Велардия построила в Мальдоре больницу для моряков.", "больница для моряков", "XV", None),
]


@pytest.mark.parametrize(("text", "name", "builder", "place"), BUILT)
def test_built(read: Read, text: str, name: str, builder: str, place: str | None) -> None:
    """Name in the nominative, who builds, where."""
    (project,) = read(text).projects
    assert (project.name, project.builder, project.parties) == (name, builder, ("XM", "XV"))
    assert (project.place.name if project.place else None) == place


def test_owned_together(read: Read) -> None:
    """A joint plant has no builder of its own."""
    (project,) = read("Мальдора и Велардия открыли совместный завод по выпуску тракторов.").projects
    assert (project.name, project.builder, project.parties) == (
        "совместный завод по выпуску тракторов",
        None,
        ("XM", "XV"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Мальдора построила в Орнеде больницу для моряков.",
        "Президент Мальдоры осмотрел центр детского плавания, Велардия прислала гостей.",
        "Мальдора и Велардия обсудили строительство дорог.",
    ],
)
def test_no_project_between_states(read: Read, text: str) -> None:
    """What a state builds at home, what is only visited, what has no name."""
    assert read(text).projects == ()
