"""The view of one state: on a day and over all time."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.errors import UnknownCountry
from dragoman.kb import load_kb
from dragoman.kb.show import CountryView, show

KB = load_kb()


def names(view: CountryView, role: str) -> list[str]:
    return [held.name for held in view.holders if held.role == role]


class TestOnADay:
    view = show(KB, "Казахстан", dt.date(2022, 9, 16))

    def test_names_and_capital(self) -> None:
        assert (self.view.code, self.view.name_en, self.view.leader) == ("KZ", "Kazakhstan", "president")
        assert [c.name for c in self.view.capitals] == ["Нур-Султан"]

    def test_holders(self) -> None:
        assert names(self.view, "president") == ["Касым-Жомарт Токаев"]
        assert names(self.view, "foreign_minister") == ["Мухтар Тлеуберди"]

    def test_highest_rank_first(self) -> None:
        assert [h.role for h in self.view.holders][:2] == ["president", "prime_minister"]

    def test_two_chambers_have_no_chamber_in_the_title(self) -> None:
        titles = {held.title for held in self.view.holders if held.role == "speaker"}
        assert len(names(self.view, "speaker")) == 2
        assert not any("Мажилис" in title or "Сенат" in title for title in titles)

    def test_memberships_bodies_outlets(self) -> None:
        assert "OTS" in [m.id for m in self.view.memberships]
        assert all(KB.bodies[b.id].parties for b in self.view.bodies)
        assert "akorda.kz" in [o.id for o in self.view.outlets]
        assert "akorda" in [i.id for i in self.view.institutions] or self.view.institutions


class TestAllTime:
    view = show(KB, "KZ")

    def test_series_in_order(self) -> None:
        assert names(self.view, "president") == ["Нурсултан Назарбаев", "Касым-Жомарт Токаев"]
        begun = [h.valid_from for h in self.view.holders if h.role == "prime_minister"]
        assert begun == sorted(begun)
        assert len(begun) > 5

    def test_every_name_of_the_capital(self) -> None:
        assert {"Астана", "Нур-Султан"} <= {c.name for c in self.view.capitals}


def test_monarch() -> None:
    assert names(show(KB, "GB", dt.date(2023, 1, 1)), "monarch") == ["Карл III"]


def test_organisation() -> None:
    view = show(KB, "ОТГ", dt.date(2024, 1, 1))
    assert (view.code, view.leader) == ("OTS", None)
    assert "KZ" in view.members
    assert view.holders


def test_unknown() -> None:
    with pytest.raises(UnknownCountry):
        show(KB, "Северия")


@pytest.mark.parametrize("on", [None, dt.date(1800, 1, 1), dt.date(2024, 2, 29)])
def test_every_code_can_be_shown(on: dt.date | None) -> None:
    for code in (*KB.states, *KB.organisations):
        assert show(KB, code, on).code == KB.country(code)
