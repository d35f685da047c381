"""Forums: organisations in whose framework two states work together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Мальдора и Велардия сотрудничают в рамках ООН и Совета Янтарного пути.", ["UN", "ARC"]),
        (
            "Мальдора и Велардия взаимодействуют на многосторонних площадках, включая ООН, Лигу приморских государств.",
            ["UN", "LCS"],
        ),
        ("Сотрудничество Мальдоры и Велардии в ООН крепнет.", ["UN"]),
        (
            "Мальдора и Велардия работают в международных организациях, среди которых ООН и Совет Янтарного пути.",
            ["UN", "ARC"],
        ),
    ],
)
def test_together(read: Read, text: str, codes: list[str]) -> None:
    """One forum for each organisation listed, its members sorted."""
    forums = read(text).forums
    assert [f.code for f in forums] == codes
    assert {f.members for f in forums} == {("XM", "XV")}


@pytest.mark.parametrize(
    "text",
    [
        "Президенты Мальдоры и Велардии встретились в рамках саммита Совета Янтарного пути.",
        "Мальдора и Велардия осудили заявление ООН.",
        "Мальдора вступила в Лигу приморских государств, Велардия против.",
        "Мальдора сотрудничает в рамках ООН.",
    ],
)
def test_not_together(read: Read, text: str) -> None:
    """Meetings at a summit, mere mention, one state alone."""
    assert read(text).forums == ()
