"""Bad input: a clear line on stderr, the run goes on, the exit status tells, nothing is lost, never a traceback."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from dragoman import cli

GOOD = "Президент Казахстана Касым-Жомарт Токаев прибыл в Баку с рабочим визитом 2 мая 2024 года.\n"


@pytest.fixture(autouse=True)
def good(tmp_path: Path) -> Path:
    """An article that must be read whatever lies beside it; its name comes last."""
    path = tmp_path / "zz-good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def put(name: str, content: bytes | str) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


CASES = {
    "a binary": ("a.txt", bytes(range(256)) * 8, "a.txt: not text"),
    "a program named as a page": ("a.html", b"\x7fELF\x00\x01\x02" * 500, "a.html: "),
    "an empty file": ("a.txt", b"", "a.txt: an empty file"),
    "blanks alone": ("a.txt", b" \n\n\t", "a.txt: nothing but blanks in it"),
    "broken JSON": ("a.json", '{"text": "Встреча', "a.json:1: broken JSON"),
    "broken JSON on a line": ("a.jsonl", '{"text": "Встреча в Баку."}\n{"text": broken}\n', "a.jsonl:2: broken JSON"),
    "an object without text": ("a.jsonl", '{"outlet": "kt.kz"}\n', "a.jsonl:1: an object without `text`"),
    "a number for an article": ("a.json", "[1]", "a.json:1: a number where an article object"),
    "text that is no text": ("a.json", '{"text": 7}', "a.json"),
    "a page without article": ("a.html", "<html><body><nav>Меню</nav></body></html>", "a.html: no article found"),
    "another language": ("a.txt", "The president arrived in Baku on an official visit and held talks. " * 4, "English"),
    "an impossible date": (
        "a.json",
        '{"text": "Встреча.", "published": "2025-13-41"}',
        "published: '2025-13-41' is no",
    ),
    "an impossible country": ("a.json", '{"text": "Встреча.", "outlet_country": "Kaz"}', "outlet_country: 'Kaz'"),
    "a PDF under another name": ("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\x00" * 400, "a.txt: "),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("command", ["read", "add"])
def test_one_bad_file_is_told_and_the_others_are_read(case: str, command: str, dragoman) -> None:
    name, content, told = CASES[case]
    done = dragoman(command, put(name, content), "zz-good.txt")
    assert done.status == 1
    assert len(done.complaints) == 1
    assert done.complaints[0].startswith("dragoman: ")
    assert told in done.complaints[0]
    assert "Токаев" in done.out if command == "read" else "1 added" in done.out or "2 added" in done.out


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("missing.txt", "missing.txt: no such file"),
        ("nowhere/*.txt", "nowhere/*.txt: matches no file that can be read"),
        ("a.pdf", "a.pdf: .pdf files are not read, only .txt"),
        ("empty-folder", "empty-folder: nothing to read there"),
        ("", "''"),
        ("a\x00b", "a\ufffdb: no "),
    ],
)
def test_an_input_that_is_not_there(given: str, told: str, dragoman) -> None:
    put("a.pdf", b"%PDF-1.7")
    Path("empty-folder").mkdir()
    done = dragoman("add", given, "zz-good.txt")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert told in done.err
    assert "1 added, 1 failed" in done.out


def test_an_unreadable_file(dragoman) -> None:
    os.chmod(put("a.txt", GOOD), 0)
    if os.access("a.txt", os.R_OK):
        pytest.skip("this user may read every file")
    done = dragoman("add", "a.txt", "zz-good.txt")
    assert (done.status, done.complaints) == (1, ["dragoman: a.txt: no permission to read it"])


def test_a_link_to_nowhere(dragoman) -> None:
    try:
        Path("a.txt").symlink_to("gone.txt")
    except OSError:
        pytest.skip("no links on this system")
    done = dragoman("add", "a.txt", "zz-good.txt")
    assert (done.status, done.complaints) == (1, ["dragoman: a.txt: no such file"])


def test_a_folder_of_good_and_bad_and_other_files(dragoman) -> None:
    Path("news").mkdir()
    put("news/notes.odt", b"PK")
    put("news/a.txt", GOOD)
    put("news/b.txt", b"")
    put("news/c.jsonl", json.dumps({"text": GOOD, "outlet": "kt.kz"}, ensure_ascii=False) + "\n[]\n")
    done = dragoman("add", "news")
    assert done.status == 1
    assert [line.partition(": ")[2] for line in done.complaints] == [
        f"{Path('news/b.txt')}: an empty file",
        f"{Path('news/c.jsonl')}:2: a list where an article object with `text` is expected",
    ]
    assert "2 added, 2 failed" in done.out


def test_a_future_date_is_read_with_a_word(dragoman) -> None:
    put("a.json", json.dumps({"text": GOOD, "published": "2999-01-01"}))
    for command in (("read", "a.json", "--format", "jsonl"), ("add", "a.json")):
        done = dragoman(*command)
        assert done.status == 0
        assert done.complaints == ["dragoman: a.json: published 2999-01-01, which is still ahead; read all the same"]
    assert "1 added" in done.out


def test_a_date_of_the_text_that_no_calendar_has_is_a_finding(dragoman) -> None:
    put("a.txt", "Встреча министров иностранных дел прошла в Ташкенте 31 февраля 2024 года.")
    done = dragoman("add", "a.txt")
    assert (done.status, done.err) == (0, "")
    assert "31 февраля 2024" in dragoman("status").out


def test_an_unknown_country_names_the_nearest(dragoman, register: Path) -> None:
    done = dragoman("timeline", "KZ", "Азербайжан")
    assert done.status == 2
    assert done.complaints[0].startswith("dragoman: unknown country 'Азербайжан'; nearest: AZ (Азербайджан)")
    assert dragoman("brief", "KZ", "Qqqqq", "-o", "a.md").status == 2
    assert dragoman("claims", "ZZ").status == 2
    assert "nearest: KZ (Казахстан)" in dragoman("kb", "show", "Казакстан").err


@pytest.mark.parametrize(
    "command",
    [
        ("timeline", "KZ"),
        ("claims",),
        ("quotes",),
        ("status",),
        ("explain", "e1"),
        ("check", "zz-good.txt"),
        ("brief", "KZ", "AZ", "-o", "a.md"),
    ],
)
def test_no_register_yet(command: tuple[str, ...], dragoman) -> None:
    done = dragoman(*command)
    assert (done.status, done.out) == (1, "")
    assert done.complaints == ["dragoman: dragoman.db: there is no register. Add articles to make one: dragoman add …"]
    assert not Path("dragoman.db").exists()


def test_a_register_of_a_newer_version(dragoman) -> None:
    assert dragoman("add", "zz-good.txt").status == 0
    before = Path("dragoman.db").read_bytes()
    with sqlite3.connect("dragoman.db") as connection:
        connection.execute("update meta set value = '99' where name = 'schema'")
    connection.close()
    for command in (("timeline",), ("add", "zz-good.txt")):
        done = dragoman(*command)
        assert (done.status, len(done.complaints)) == (1, 1)
        assert "schema 99" in done.err
        assert "pip install --upgrade dragoman" in done.err
    assert before


def test_a_register_that_is_none(dragoman, good: Path) -> None:
    done = dragoman("add", "zz-good.txt", "--db", "zz-good.txt")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "is no register" in done.err
    assert good.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("db", ["no-folder/a.db", ".", "mysql://server/a"])
def test_a_register_that_cannot_be_made(db: str, dragoman) -> None:
    done = dragoman("add", "zz-good.txt", "--db", db)
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)


@pytest.mark.parametrize(
    "command",
    [
        ("brief", "KZ", "AZ", "-o", "no-folder/a.md"),
        ("brief", "KZ", "AZ", "-o", "zz-good.txt/a.html"),
        ("timeline", "KZ", "--format", "xlsx", "-o", "no-folder/a.xlsx"),
        ("claims", "--format", "csv", "-o", "."),
        ("demo", "--out", "zz-good.txt/out"),
    ],
)
def test_a_place_that_cannot_be_written(command: tuple[str, ...], dragoman, register: Path) -> None:
    done = dragoman(*command)
    assert (done.status, len(done.complaints)) == (1, 1)
    assert done.complaints[0].startswith("dragoman: cannot ")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("timeline", "--since", "2024-99"), "'2024-99' is no date"),
        (("timeline", "--until", "вчера"), "'вчера' is no date"),
        (("timeline", "--type", "PARADE"), "'PARADE' is none of VISIT"),
        (("timeline", "--status", "done"), "'done' is none of occurred"),
        (("timeline", "--format", "xlsx"), "--format xlsx needs -o FILE.xlsx"),
        (("brief", "KZ", "AZ", "-o", "a.pdf"), "the ending must be one of .md, .html"),
        (("brief", "KZ", "Kazakhstan", "-o", "a.md"), "are one"),
        (("explain", "zzz"), "nothing has the id zzz"),
        (("explain", "'; drop table records"), "nothing has the id"),
        (("frobnicate",), "No such command 'frobnicate'"),
        (("read",), "Missing argument"),
        (("kb", "show", "KZ", "--on", "32"), "is no date"),
    ],
)
def test_words_that_do_not_fit(command: tuple[str, ...], told: str, dragoman, register: Path) -> None:
    done = dragoman(*command)
    assert (done.status, done.out) == (2, "")
    assert told in done.err


def test_a_knowledge_base_that_is_not_there(dragoman) -> None:
    done = dragoman("read", "zz-good.txt", "--kb", "no-folder")
    assert (done.status, done.complaints) == (1, ["dragoman: no-folder: no such knowledge-base folder"])


def test_an_error_that_nobody_foresaw_is_one_line_with_advice(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("dragoman.workspace.open", broken)
    done = dragoman("add", "zz-good.txt")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "ZeroDivisionError: division by zero" in done.err
    assert "DRAGOMAN_DEBUG=1" in done.err
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        dragoman("add", "zz-good.txt")


def test_a_full_disk_is_told_as_such(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dragoman.workspace.open", full)
    assert dragoman("add", "zz-good.txt").complaints == ["dragoman: No space left on device"]


def test_stopping_is_clean_and_keeps_what_was_added(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop_after_first(paths: object, base: object, stdin: object = None):
        from dragoman.model.text import Article
        from dragoman.workspace import read_articles

        yield from read_articles([Article(text=f"{GOOD} Это сообщение номер {n}.") for n in range(16)], base)
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.workspace.read_paths", stop_after_first)
    done = dragoman("add", "zz-good.txt")
    assert done.status == 130
    assert done.complaints[-1] == "dragoman: stopped; what was added before is kept"
    assert "Traceback" not in done.err
    assert "articles     16" in dragoman("status").out


def test_errors_are_named_by_class_in_one_tree() -> None:
    assert cli._unexpected(ValueError()).startswith("an error inside Dragoman (ValueError)")
