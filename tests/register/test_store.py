"""The store: what is put in comes out, what breaks off leaves whole articles, what is broken is told in a line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from factories import article_of, events, meeting, quote, reading, summit, visit, with_articles
from strategies import judgement

from dragoman.errors import RegisterError, RegisterTooNew, UnknownRecord
from dragoman.model.findings import Notice
from dragoman.model.records import Reading, Versions
from dragoman.model.text import Article
from dragoman.register.added import AddResult
from dragoman.register.merge import merge
from dragoman.register.store import Register, open_register

FIRST = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"), quote("Мы рады.", "aliyev"))
SECOND = reading("b", "2024-03-12", visit("KZ", "AZ", "2024-03-11/2024-03-12"), meeting("tokayev", "aliyev"))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "register.db") as opened:
        yield opened


def add(register: Register, told: Reading) -> AddResult:
    return register.add(article_of(told), told)


def test_what_is_added_is_there_when_the_register_is_opened_again(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.db") as register:
        assert add(register, FIRST) is AddResult.ADDED
        before = register.snapshot()
    with open_register(f"sqlite:///{tmp_path / 'r.db'}", create=False) as register:
        assert register.snapshot() == before
        assert register.readings() == (FIRST,)
        assert register.article(FIRST.key) == article_of(FIRST)
    assert (before.articles, before.outlets, before.first_published) == (1, (("example.org", 1),), "2024-03-11")


def test_adding_again_changes_nothing(register: Register) -> None:
    add(register, FIRST)
    before = register.snapshot()
    assert add(register, FIRST) is AddResult.SAME
    assert register.snapshot() == before


def test_a_rereading_replaces_the_reading(register: Register) -> None:
    add(register, FIRST)
    better = msgspec.structs.replace(FIRST, events=(), versions=Versions(rules="2", kb="1", models="1"))
    assert add(register, better) is AddResult.REREAD
    assert register.snapshot().events == ()
    assert register.readings() == (better,)


def test_a_revision_is_kept_beside_the_first_and_told(register: Register) -> None:
    newer = reading("a", "2024-03-13", visit("tokayev", "UZ", "2024-03-11"))
    assert register.add_many(with_articles([FIRST, newer])) == (AddResult.ADDED, AddResult.REVISED)
    assert register.readings() == (newer,)
    assert register.article(FIRST.key).text == FIRST.text
    assert register.snapshot().articles == 1
    (finding,) = register.findings()
    assert (finding.code, finding.articles) == ("article-revised", (FIRST.key, newer.key))


def test_an_older_revision_that_comes_later_is_kept_but_not_merged(register: Register) -> None:
    older = reading("a", "2024-03-01", visit("tokayev", "UZ", "2024-03-01"))
    assert register.add_many(with_articles([FIRST, older])) == (AddResult.ADDED, AddResult.REVISED)
    assert register.readings() == (FIRST,)


def test_one_press_release_in_two_outlets_is_two_articles(register: Register) -> None:
    other = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"), outlet="other.example")
    register.add_many(with_articles([reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")), other]))
    (record,) = register.snapshot().events
    assert {source.outlet for source in record.sources} == {"example.org", "other.example"}
    assert register.findings() == ()


def test_a_reading_of_another_article_is_refused(register: Register) -> None:
    with pytest.raises(ValueError, match="not of the article"):
        register.add(article_of(SECOND), FIRST)
    assert register.snapshot().articles == 0


def test_a_batch_that_breaks_off_leaves_whole_articles_only(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[Article, Reading]]:
        yield article_of(FIRST), FIRST
        raise KeyboardInterrupt

    with open_register(tmp_path / "r.db") as register:
        add(register, SECOND)
        with pytest.raises(KeyboardInterrupt):
            register.add_many(broken())
        with pytest.raises(ValueError, match="not of the article"):
            register.add_many([(article_of(FIRST), FIRST), (article_of(FIRST), SECOND)])
    with open_register(tmp_path / "r.db") as register:
        assert register.readings() == (SECOND,)
        assert register.verify() == ()


def test_a_record_is_found_by_its_id_a_former_id_and_the_beginning_of_one(register: Register) -> None:
    add(register, SECOND)
    former = register.snapshot().events[0].id
    add(register, FIRST)
    record = next(e for e in register.snapshot().events if e.type == "VISIT")
    assert former in (record.id, *record.aliases)
    assert register.find(former) == register.find(record.id) == register.find(record.id[:8]) == record


def test_an_id_that_a_rereading_took_away_leads_to_where_its_other_sources_went(register: Register) -> None:
    register.add_many(with_articles([FIRST, SECOND]))
    former = next(e for e in register.snapshot().events if e.type == "VISIT")
    first = next(told for told in (FIRST, SECOND) if former.sources[0].article == told.key)
    add(register, msgspec.structs.replace(first, events=()))
    now = register.find(former.id)
    assert now.id != former.id
    assert [source.article for source in now.sources] != [source.article for source in former.sources]


@pytest.mark.parametrize("asked", ["e0000000000", "", "e%", "no such", "'; drop table records"])
def test_an_unknown_id_is_an_error_of_one_line(register: Register, asked: str) -> None:
    add(register, FIRST)
    with pytest.raises(UnknownRecord, match="nothing has the id"):
        register.find(asked)


def test_an_ambiguous_beginning_names_what_it_may_mean(register: Register) -> None:
    add(register, SECOND)
    with pytest.raises(UnknownRecord, match="may mean"):
        register.find("e")


def test_judgements_are_logged_in_order_and_carried_out(register: Register) -> None:
    add(register, FIRST)
    target = (FIRST.key, "event", FIRST.events[0].evidence[0].text)
    wrong = judgement(1, "wrong", target)
    undo = msgspec.structs.replace(judgement(2, "undo"), value=wrong.id)
    register.judge(wrong)
    assert register.snapshot().events == ()
    register.judge(undo)
    assert events(register.snapshot().events)
    assert register.log() == (wrong, undo)
    with pytest.raises(ValueError, match="already"):
        register.judge(wrong)


def test_notices_say_whose_they_are(register: Register) -> None:
    doubtful = Notice(code="quote-unclosed", message="…")
    add(register, msgspec.structs.replace(FIRST, notices=(doubtful,)))
    (told,) = register.notices()
    assert (told.label, told.notice) == ("a", doubtful)


def test_a_visit_put_between_changes_what_the_days_after_it_were_part_of(register: Register) -> None:
    """The chain: the visit explains the summit of the next day, so the talks of the day after imply a visit alone."""
    tashkent = ("Ташкент", "UZ")
    told = [
        reading("s", "2024-03-07", summit("OTS", "tokayev", date="2024-03-07", place=tashkent)),
        reading("m", "2024-03-08", meeting("tokayev", "mirziyoyev", date="2024-03-08", place=tashkent)),
        reading("v", "2024-03-06", visit("tokayev", "UZ", "2024-03-06")),
    ]
    for one in told:
        add(register, one)
    assert register.snapshot().events == tuple(events(merge(told)))


# --- what can be wrong with a file


def test_verify_finds_what_was_changed_behind_the_back(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.db") as register:
        add(register, FIRST)
    with sqlite3.connect(tmp_path / "r.db") as raw:
        raw.execute("UPDATE articles SET text = 'Ничего.'")
        raw.execute("DELETE FROM record_items")
        raw.execute("DELETE FROM records WHERE kind = 'event'")
    with open_register(tmp_path / "r.db") as register:
        assert {finding.code for finding in register.verify()} == {"text-changed", "evidence-moved", "records-differ"}


def test_a_newer_register_is_told_as_such(tmp_path: Path) -> None:
    open_register(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as raw:
        raw.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    with pytest.raises(RegisterTooNew, match=r"r\.db: made by Dragoman .* Upgrade"):
        open_register(tmp_path / "r.db")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_text("Это не база данных. " * 100)
    with pytest.raises(RegisterError, match=r"r\.db: is no register"):
        open_register(tmp_path / "r.db")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "r.db") as raw:
        raw.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(RegisterError, match="no register of Dragoman"):
        open_register(tmp_path / "r.db")


@pytest.mark.parametrize(
    ("name", "create", "said"),
    [
        ("", True, "is a folder"),
        ("missing/r.db", True, "does not exist"),
        ("r.db", False, "there is no register"),
    ],
)
def test_a_place_where_no_register_can_be(tmp_path: Path, name: str, create: bool, said: str) -> None:
    with pytest.raises(RegisterError, match=said) as caught:
        open_register(tmp_path / name, create=create)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not hold for root")
def test_a_file_and_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.db") as register:
        add(register, FIRST)
    (tmp_path / "r.db").chmod(0o444)
    with open_register(tmp_path / "r.db") as register, pytest.raises(RegisterError, match="read-only"):
        add(register, SECOND)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(RegisterError, match="written"):
            open_register(tmp_path / "new.db")
    finally:
        tmp_path.chmod(0o755)


def test_an_address_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"sqlite:///… or postgresql"):
        open_register("mysql://desk:secret@server/r")


def test_a_file_name_may_hold_what_addresses_give_a_meaning_to(tmp_path: Path) -> None:
    with open_register(tmp_path / "что? 100% #1.db") as register:
        add(register, FIRST)
    assert (tmp_path / "что? 100% #1.db").exists()


def test_readers_see_the_state_before_while_somebody_writes(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.db") as register:
        add(register, FIRST)
        before = register.snapshot()
        with sqlite3.connect(tmp_path / "r.db", isolation_level=None) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("DELETE FROM record_items")
            assert register.snapshot() == before
            writer.execute("ROLLBACK")


def test_importing_the_store_does_not_import_sqlalchemy() -> None:
    import subprocess
    import sys

    code = "import sys, dragoman.register.store; sys.exit('sqlalchemy' in sys.modules or 'rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
