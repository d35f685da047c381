"""Reading inputs: every article in order, every failure a value with its place and what to do."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.intake import count_inputs, read_inputs
from dragoman.model.text import Article

EXAMPLES = Path(__file__).parents[2] / "examples"
RUSSIAN = "Министр иностранных дел Северии прибыл в столицу Лугании и провёл там переговоры с коллегой.\n"
ENGLISH = (
    "The foreign minister of Severia arrived in the capital and held talks with his colleague on trade and transit.\n"
)


def written(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def only(taken: list[Article | InputError]) -> Article | InputError:
    assert len(taken) == 1, taken
    return taken[0]


def article(*paths: str, stdin: bytes | None = None) -> Article:
    taken = only(list(read_inputs(paths, stdin=None if stdin is None else io.BytesIO(stdin))))
    assert isinstance(taken, Article), taken
    return taken


def error(*paths: str, stdin: bytes | None = None) -> InputError:
    taken = only(list(read_inputs(paths, stdin=None if stdin is None else io.BytesIO(stdin))))
    assert isinstance(taken, InputError), taken
    return taken


class TestExamples:
    def test_all_are_read(self) -> None:
        taken = list(read_inputs([str(EXAMPLES)]))
        assert [t for t in taken if isinstance(t, InputError)] == []
        assert len(taken) == 48
        assert len({t.origin for t in taken if isinstance(t, Article)}) == 48

    def test_count_is_exact_here(self) -> None:
        assert count_inputs([str(EXAMPLES)]) == 48

    def test_pages_give_their_time_with_offset_and_their_outlet(self) -> None:
        pages = {
            Path(str(a.origin)).name[:13]: a for a in read_inputs([str(EXAMPLES / "*.html")]) if isinstance(a, Article)
        }
        page = pages["2023-11-24-kt"]
        assert (page.outlet, page.published) == ("kt.kz", "2023-11-24T08:28:00+06:00")
        assert page.title == "Токаев прилетел в Азербайджан с рабочим визитом"
        assert page.text.startswith("Баку. 24 ноября.")
        assert page.extractor is not None
        assert page.extractor.startswith("trafilatura ")

    def test_no_menu_or_footer_is_in_a_page_text(self) -> None:
        for page in read_inputs([str(EXAMPLES / "*.html")]):
            assert isinstance(page, Article)
            for words in ("Главная", "cookie", "Поделиться", "18+", "©", "Читайте также", "Популярное"):
                assert words not in page.text, (page.origin, words)


class TestFinding:
    def test_folder_is_sorted_recursive_and_passes_over_other_kinds(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/2.txt", "a/1.TXT", "c.tsv", "d.md", ".hidden.txt", ".git/x.txt", "Thumbs.db"):
            written(tmp_path, name, RUSSIAN)
        origins = [Path(str(a.origin)).relative_to(tmp_path).as_posix() for a in read_inputs([str(tmp_path)])]  # type: ignore[union-attr]
        assert origins == ["a/1.TXT", "a/2.txt", "b.txt"]

    def test_inputs_come_in_the_order_given_and_each_once(self, tmp_path: Path) -> None:
        b, a = written(tmp_path, "b.txt", RUSSIAN), written(tmp_path, "a.txt", RUSSIAN)
        assert [t.origin for t in read_inputs([b, str(tmp_path), a, b])] == [b, a]  # type: ignore[union-attr]

    def test_glob_that_no_shell_expanded(self, tmp_path: Path) -> None:
        for name in ("x1.txt", "x2.txt", "x3.tsv", "deep/er/x4.txt"):
            written(tmp_path, name, RUSSIAN)
        assert len(list(read_inputs([str(tmp_path / "x*")]))) == 2
        assert len(list(read_inputs([str(tmp_path / "**" / "*.txt")]))) == 3

    def test_file_whose_name_looks_like_a_glob(self, tmp_path: Path) -> None:
        assert article(written(tmp_path, "news[1].txt", RUSSIAN)).text == RUSSIAN

    @pytest.mark.parametrize(
        ("given", "what"),
        [
            ("nothing.txt", "no such file"),
            ("", "no such file"),
            ("*.txt", "matches no file"),
            ("x" * 5000, "name"),
            ("a\x00b", "no such file"),
        ],
    )
    def test_nothing_there(self, given: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert what in error(given).what

    def test_folder_without_articles(self, tmp_path: Path) -> None:
        written(tmp_path, "data.csv", "1,2")
        assert "nothing to read there" in error(str(tmp_path)).what

    def test_other_kind_given_by_name(self, tmp_path: Path) -> None:
        assert ".docx files are not read" in error(written(tmp_path, "brief.docx", b"PK\x03\x04")).what

    def test_file_without_suffix_is_judged_by_its_beginning(self, tmp_path: Path) -> None:
        assert article(written(tmp_path, "saved", json.dumps({"text": RUSSIAN}))).text == RUSSIAN

    def test_file_called_minus(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        written(tmp_path, "-", RUSSIAN)
        assert article(f".{os.sep}-", stdin=b"").text == RUSSIAN

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
    def test_link_to_the_folder_above_ends(self, tmp_path: Path) -> None:
        written(tmp_path, "in/a.txt", RUSSIAN)
        (tmp_path / "in" / "up").symlink_to(tmp_path)
        assert article(str(tmp_path)).text == RUSSIAN

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Patched, because a test may run as a user who may read everything."""
        closed, well = written(tmp_path, "a.txt", RUSSIAN), written(tmp_path, "b.txt", RUSSIAN)
        open_ = Path.open

        def refusing(self: Path, *args: object, **rest: object) -> object:
            if str(self) == closed:
                raise PermissionError(13, "Permission denied")
            return open_(self, *args, **rest)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", refusing)
        first, second = read_inputs([closed, well])
        assert isinstance(first, InputError)
        assert first.what == "no permission to read it"
        assert isinstance(second, Article)

    @pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
    def test_name_that_is_no_text_is_printable(self, tmp_path: Path) -> None:
        path = os.fsencode(str(tmp_path)) + b"/\xe0.txt"
        Path(os.fsdecode(path)).write_bytes(b"")
        error(str(tmp_path)).where.encode("utf-8")

    def test_folder_that_may_not_be_listed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        written(tmp_path, "a/x.txt", RUSSIAN)
        written(tmp_path, "b/y.txt", RUSSIAN)
        iterdir = Path.iterdir

        def refusing(self: Path) -> object:
            if self.name == "a":
                raise PermissionError(13, "Permission denied")
            return iterdir(self)

        monkeypatch.setattr(Path, "iterdir", refusing)
        first, second = read_inputs([str(tmp_path)])
        assert isinstance(first, InputError)
        assert first.what == "the folder cannot be read: Permission denied"
        assert isinstance(second, Article)

    @pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
    def test_pipe_in_a_folder_does_not_hold_up(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        written(tmp_path, "b.txt", RUSSIAN)
        assert article(str(tmp_path)).text == RUSSIAN

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
    def test_link_to_nothing_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
        assert "cannot be read" in error(str(tmp_path)).what

    @given(name=st.text(alphabet=st.characters(exclude_characters="/\\.:"), max_size=20))
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_no_name_raises(self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        for taken in read_inputs([name, "x/" + name], stdin=io.BytesIO()):
            assert isinstance(taken, InputError)
            taken.where.encode("utf-8")


class TestPlainText:
    def test_kept_as_it_is(self, tmp_path: Path) -> None:
        raw = b"\xef\xbb\xbf" + RUSSIAN.replace("\n", "\r\n\r\n").encode()
        taken = article(written(tmp_path, "a.txt", raw))
        assert taken.text == RUSSIAN.replace("\n", "\r\n\r\n")
        assert taken.raw_sha256 == hashlib.sha256(raw).hexdigest()
        assert taken.extractor is None

    @pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-32", "utf-8-sig"])
    def test_encodings(self, encoding: str, tmp_path: Path) -> None:
        assert article(written(tmp_path, "a.txt", RUSSIAN.encode(encoding))).text == RUSSIAN

    def test_valid_utf8_is_never_taken_for_cp1251(self, tmp_path: Path) -> None:
        odd = "Р’СЃС‚СЂРµС‡Р° РїСЂРѕС€Р»Р° в Баку, её провели министры двух стран."
        assert article(written(tmp_path, "a.txt", odd)).text == odd

    @pytest.mark.parametrize(
        ("raw", "what"),
        [
            (b"", "an empty file"),
            (b" \r\n\t\n", "nothing but blanks"),
            (b"\xef\xbb\xbf\n", "nothing but blanks"),
            (bytes(range(256)) * 4, "not text"),
            (b"\x00" * 50, "not text"),
            (b"\xff\xfe\x00\xd8", "not text"),
            ("Встреча прошла в Баку".encode() + b"\xff", "broken UTF-8 at byte 39"),
            (b"%PDF-1.7 \xe2\xe3", "a PDF"),
            (b"PK\x03\x04rest", "a Word document"),
            ("Élève déjà reçu à l'été".encode("latin-1"), "not text"),
            (ENGLISH.encode(), "language looks like English; only Russian is read"),
        ],
    )
    def test_what_is_no_article(self, raw: bytes, what: str, tmp_path: Path) -> None:
        taken = error(written(tmp_path, "a.txt", raw))
        assert what in taken.what
        assert taken.where == str(tmp_path / "a.txt")

    def test_five_megabytes_are_read_and_too_much_is_refused(self, tmp_path: Path) -> None:
        large = RUSSIAN * (5_000_000 // len(RUSSIAN.encode()) + 1)
        assert len(article(written(tmp_path, "a.txt", large)).text) == len(large)
        assert "larger than 20 MB" in error(written(tmp_path, "b.txt", large * 4 + large)).what


class TestJson:
    def test_all_fields(self, tmp_path: Path) -> None:
        given = {
            "id": "n-1", "url": "https://kt.kz/1", "outlet": "kt.kz", "outlet_country": "kz", "language": "ru",
            "published": "2025-10-18 10:15+05:00", "title": "Переговоры", "text": RUSSIAN, "views": 7, "tags": [],
        }  # fmt: skip
        taken = article(written(tmp_path, "a.json", json.dumps(given)))
        assert (taken.id, taken.url, taken.outlet, taken.title, taken.language) == (
            "n-1", "https://kt.kz/1", "kt.kz", "Переговоры", "ru",
        )  # fmt: skip
        assert (taken.outlet_country, taken.published) == ("KZ", "2025-10-18T10:15+05:00")

    def test_nulls_and_empty_words_are_not_given(self, tmp_path: Path) -> None:
        taken = article(written(tmp_path, "a.json", json.dumps({"text": RUSSIAN, "id": None, "url": " ", "title": ""})))
        assert (taken.id, taken.url, taken.title) == (None, None, None)

    def test_lone_surrogate_becomes_one_character(self, tmp_path: Path) -> None:
        taken = article(written(tmp_path, "a.json", '{"text": "' + RUSSIAN.strip() + ' \\ud83d и \\ud83d\\ude00"}'))
        assert taken.text == RUSSIAN.strip() + " \ufffd и 😀"
        assert taken.sha256

    def test_surrogate_written_as_bytes(self, tmp_path: Path) -> None:
        raw = b'{"text": "' + RUSSIAN.strip().encode() + b'\xed\xa0\xbd"}'
        assert article(written(tmp_path, "a.json", raw)).text == RUSSIAN.strip() + "\ufffd"

    def test_future_date_is_kept(self, tmp_path: Path) -> None:
        taken = article(written(tmp_path, "a.json", json.dumps({"text": RUSSIAN, "published": "2999-01-01"})))
        assert taken.published == "2999-01-01"

    @pytest.mark.parametrize(
        ("value", "what"),
        [
            ({"title": "x"}, "an object without `text`"),
            ({"text": None}, "text: null"),
            ({"text": 5}, "text: a number"),
            ({"text": RUSSIAN, "outlet": ["kt.kz"]}, "outlet: a list where words are expected"),
            ({"text": RUSSIAN, "id": 7}, "id: a number"),
            ({"text": RUSSIAN, "published": 20230101}, "published: a number"),
            ({"text": RUSSIAN, "published": "2023-02-31"}, "published: '2023-02-31' is no date"),
            ({"text": RUSSIAN, "published": "soon"}, "published: 'soon' is no date"),
            ({"text": RUSSIAN, "published": "2023-05-05T25:00"}, "is no date"),
            ({"text": RUSSIAN, "published": "2023-05"}, "is no date"),
            ({"text": RUSSIAN, "outlet_country": "Казахстан"}, "outlet_country: 'Казахстан' is no two-letter"),
            ({"text": "   "}, "nothing but blanks"),
            ({"text": RUSSIAN, "language": "kk"}, "language is given as Kazakh"),
            ("words", "text where an article object"),
            (5, "a number where an article object"),
            ([], "an empty list"),
        ],
    )
    def test_what_is_off_is_named(self, value: object, what: str, tmp_path: Path) -> None:
        assert what in error(written(tmp_path, "a.json", json.dumps(value))).what

    def test_array_gives_each_article_and_its_line(self, tmp_path: Path) -> None:
        items = (json.dumps({"text": RUSSIAN}), '{"title": 1}', '{"text": "Переговоры"}')
        path = written(tmp_path, "a.json", "[\n" + ",\n".join(items) + "\n]")
        one, two, three = read_inputs([path])
        assert isinstance(one, Article)
        assert (one.origin, isinstance(two, InputError) and two.where) == (f"{path}:2", f"{path}:3")
        assert isinstance(three, Article)

    def test_array_broken_in_the_middle_keeps_what_came_before(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", '[{"text": "Переговоры"},\n{"text": }]')
        one, two = read_inputs([path])
        assert isinstance(one, Article)
        assert isinstance(two, InputError)
        assert two.where == f"{path}:2"
        assert "broken JSON" in two.what

    @pytest.mark.parametrize(
        "text", ["{", '{"text": "a"', "[" * 200_000, '{"text": ' + "9" * 5000 + "}", '{"text": "а"} {', "nul"]
    )
    def test_broken(self, text: str, tmp_path: Path) -> None:
        assert error(written(tmp_path, "a.json", text)).what

    def test_lines_in_a_json_file_are_pointed_out(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", '{"text": "Переговоры"}\n{"text": "Встреча"}')
        assert ".jsonl" in error(path).what


class TestJsonLines:
    def test_broken_line_does_not_stop_the_others(self, tmp_path: Path) -> None:
        lines = [
            json.dumps({"text": RUSSIAN}),
            '{"text": ',
            "",
            json.dumps({"text": ENGLISH}),
            json.dumps({"text": "Встреча"}),
        ]
        path = written(tmp_path, "a.jsonl", "\r\n".join(lines))
        one, two, four, five = read_inputs([path])
        assert isinstance(one, Article)
        assert isinstance(five, Article)
        assert (one.origin, five.origin) == (f"{path}:1", f"{path}:5")
        assert isinstance(two, InputError)
        assert two.where == f"{path}:2"
        assert two.what.startswith("broken JSON")
        assert isinstance(four, InputError)
        assert "English" in four.what

    def test_line_of_two_objects(self, tmp_path: Path) -> None:
        assert "more after" in error(written(tmp_path, "a.jsonl", '{"text": "Встреча"}{"text": "Встреча"}')).what

    def test_line_separators_within_words_do_not_split(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.jsonl", '{"text": "Встреча\u2028в\x85столице"}\n')
        assert article(path).text == "Встреча\u2028в\x85столице"

    def test_utf16_of_a_windows_console(self, tmp_path: Path) -> None:
        lines = "".join(json.dumps({"text": t}, ensure_ascii=False) + "\r\n" for t in ("Встреча", "Переговоры"))
        path = written(tmp_path, "a.jsonl", lines.encode("utf-16"))
        assert [a.text for a in read_inputs([path]) if isinstance(a, Article)] == ["Встреча", "Переговоры"]

    def test_empty(self, tmp_path: Path) -> None:
        assert error(written(tmp_path, "a.jsonl", "\n \n")).what == "an empty file"

    def test_is_read_line_by_line(self) -> None:
        """The first article is there before the second line was asked for."""

        class Endless(io.RawIOBase):
            def readline(self, size: int | None = -1) -> bytes:  # type: ignore[override]
                return json.dumps({"text": RUSSIAN}).encode() + b"\n"

            def read(self, size: int = -1) -> bytes:
                raise AssertionError("read as a whole")

        stream = read_inputs(["-"], stdin=Endless())  # type: ignore[arg-type]
        assert all(isinstance(next(stream), Article) for _ in range(3))


class TestStandardInput:
    @pytest.mark.parametrize(
        ("raw", "texts"),
        [
            (RUSSIAN.encode(), [RUSSIAN]),
            (b'{"text": "a1"}\n{"text": "a2"}\n', ["a1", "a2"]),
            (b'\xef\xbb\xbf\n{"text": "a1"}', ["a1"]),
            (b'{\n "text": "a1"\n}', ["a1"]),
            (b'[{"text": "a1"}, {"text": "a2"}]', ["a1", "a2"]),
            ("[Видео] Стороны встретились".encode(), ["[Видео] Стороны встретились"]),
            ("Переговоры прошли в столице".encode("cp1251"), ["Переговоры прошли в столице"]),
        ],
    )
    def test_format_is_found(self, raw: bytes, texts: list[str]) -> None:
        assert [a.text for a in read_inputs(["-"], stdin=io.BytesIO(raw)) if isinstance(a, Article)] == texts

    def test_page(self) -> None:
        page = f"<!DOCTYPE html><html><body><article><p>{RUSSIAN * 3}</p></article></body></html>"
        assert "trafilatura" in str(article("-", stdin=page.encode()).extractor)

    def test_lines_of_which_the_first_is_broken(self) -> None:
        one, two = read_inputs(["-"], stdin=io.BytesIO(b'{"text": \n{"text": "a2"}\n'))
        assert isinstance(one, InputError)
        assert one.where == "stdin:1"
        assert isinstance(two, Article)

    def test_empty(self) -> None:
        assert error("-", stdin=b"").what == "an empty file"

    def test_closed(self) -> None:
        stream = io.BytesIO(b"")
        stream.close()
        (taken,) = read_inputs(["-"], stdin=stream)
        assert isinstance(taken, InputError)

    def test_none_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert "no standard input" in error("-").what


class TestCount:
    def test_large_lines_are_estimated(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.jsonl", (json.dumps({"text": "x" * 480}) + "\n") * 4000)
        assert count_inputs([path]) == pytest.approx(4000, rel=0.01)

    def test_what_is_not_there_counts_as_none(self, tmp_path: Path) -> None:
        assert count_inputs([str(tmp_path / "no.txt"), "-"]) == 1


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "-"])
@given(
    raw=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.sampled_from(["<html><p>", "<!doctype html>", '{"text": "', '[{"text":', "<?xml version='1.0'?>"]).flatmap(
            lambda head: st.binary(max_size=100).map(lambda tail: head.encode() + tail)
        ),
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(name: str, raw: bytes, tmp_path: Path) -> None:
    paths = ["-"] if name == "-" else [written(tmp_path, name, raw)]
    taken = list(read_inputs(paths, stdin=io.BytesIO(raw)))
    assert taken
    for item in taken:
        assert isinstance(item, InputError) or item.text.encode("utf-8")
        assert not isinstance(item, InputError) or (item.where and item.what and "\n" not in str(item))


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    """The command line imports this for every command; only a saved page needs trafilatura, only a long text pycld2."""
    code = (
        "import sys, dragoman.intake; print(*sorted({'trafilatura', 'lxml', 'pycld2', 'htmldate'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
