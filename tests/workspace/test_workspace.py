"""The library's front door."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.clauses import Scene
from dragoman.errors import RegisterError, UnknownCountry, UnknownRecord, UsageError
from dragoman.model.records import Event
from dragoman.model.text import Article

TEXT = "Президент Казахстана Касым-Жомарт Токаев 5 марта прибыл в Ташкент с рабочим визитом."


def test_reading_needs_no_register() -> None:
    reading = dragoman.read(TEXT, outlet="tass.ru", published="2024-03-06")
    (event,) = reading.events
    assert (event.type, event.visit_kind) == ("VISIT", "working")
    assert event.place is not None
    assert event.place.country == "UZ"
    assert event.date is not None
    assert event.date.start == "2024-03-05"


def test_an_impossible_day_of_publication_is_refused() -> None:
    with pytest.raises(UsageError, match="2024-02-31"):
        dragoman.read(TEXT, published="2024-02-31")


def test_what_is_added_is_on_record(tmp_path: Path) -> None:
    with dragoman.open(tmp_path / "x.db", kb="") as workspace:
        added = workspace.add_text(TEXT, outlet="tass.ru", published="2024-03-06")
        assert added.outcome == "added"
        assert workspace.add_text(TEXT, outlet="tass.ru", published="2024-03-06").outcome == "same"
        (event,) = workspace.snapshot.events
        assert workspace.find(event.id) == event
        assert event.sources[0].text == TEXT
    with dragoman.open(tmp_path / "x.db", kb="", create=False) as workspace:
        assert [e.type for e in workspace.snapshot.events] == ["VISIT"]


def test_a_snapshot_is_taken_anew_after_adding(tmp_path: Path) -> None:
    with dragoman.open(tmp_path / "x.db", kb="") as workspace:
        assert workspace.snapshot.events == ()
        workspace.add_text(TEXT, outlet="tass.ru", published="2024-03-06")
        assert len(workspace.snapshot.events) == 1


def test_checking_a_draft_adds_nothing(tmp_path: Path) -> None:
    draft = "По словам президента Казахстана Касым-Жомарта Токаева, это его второй визит в Узбекистан за год."
    with dragoman.open(tmp_path / "x.db", kb="") as workspace:
        workspace.add_text(TEXT, outlet="tass.ru", published="2024-03-06")
        checked = workspace.check(Article(text=draft, published="2024-09-01"))
        assert [c.claim.kind for c in checked.claims] == ["visit_count"]
        assert set(checked.verdicts) == {c.id for c in checked.claims}
        assert workspace.snapshot.articles == 1


def test_countries_go_by_code_and_name(tmp_path: Path) -> None:
    with dragoman.open(tmp_path / "x.db", kb="") as workspace:
        assert {workspace.country(c) for c in ("KZ", "kz", "Казахстан", "Kazakhstan", "РК")} == {"KZ"}
        with pytest.raises(UnknownCountry, match="KZ"):
            workspace.country("Казахстн")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RegisterError):
        dragoman.open(tmp_path / "none.db", create=False)
    with dragoman.open(tmp_path / "x.db", kb="") as workspace, pytest.raises(UnknownRecord):
        workspace.find("e0000")


def test_a_rule_that_fails_on_one_article_costs_that_article_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dragoman.reading as reading_module
    from dragoman.errors import InputError
    from dragoman.workspace import knowledge, read_paths

    whole = reading_module.find_events

    def broken(scene: Scene) -> tuple[Event, ...]:
        if "Ташкент" in scene.text:
            raise IndexError("a rule went wrong")
        return whole(scene)

    monkeypatch.setattr(reading_module, "find_events", broken)
    monkeypatch.delenv("DRAGOMAN_DEBUG", raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Президент Казахстана прибыл с визитом в Баку.", encoding="utf-8")
    taken = list(read_paths([str(tmp_path)], knowledge("")))
    assert [isinstance(item, InputError) for item in taken] == [True, False]
    assert "a.txt" in str(taken[0])
