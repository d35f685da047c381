"""What the check finds, each on rows of invented states laid over the package's tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.kb.check import Problem, check

COLUMNS = {
    "states": "code name_ru name_en adjectives_ru leader",
    "persons": "id name_ru surname_ru given_ru name_en sex country",
    "offices": "role country titles_ru class rank",
    "tenures": "person role country acting",
    "memberships": "organisation country status",
    "bodies": "id name_ru name_en parties kind",
    "outlets": "id name country kind office",
}
STATES = "XA|Северия|Severia|северский|president|me||\nXB|Лугания|Lugania|луганский|prime_minister|me||"
PERSONS = "yarov-yan|Ян Яров|Яров|Ян|Yan Yarov|m|XA|me||\nzimin-gleb|Глеб Зимин|Зимин|Глеб|Gleb Zimin|m|XA|me||"


def written(folder: Path, **tables: str) -> Path:
    """A folder of tables; in the tests' rows `|` parts cells and `;` values, so that they can be read."""
    for name, rows in {"states": STATES, "persons": PERSONS, **tables}.items():
        header = "\t".join((*COLUMNS[name].split(), "source", "valid_from", "valid_to"))
        lines = (line.replace("|", "\t").replace(";", "|") for line in rows.split("\n"))
        (folder / f"{name}.tsv").write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return folder


def found(folder: Path, **tables: str) -> list[tuple[str, str, str]]:
    return [(p.severity, Path(p.line).name, p.message) for p in check(written(folder, **tables))]


def test_sound_folder_has_nothing(tmp_path: Path) -> None:
    tenures = "yarov-yan|president|XA||me|2001-01-01|2005-05-05\nzimin-gleb|president|XA||me|2005-05-05|"
    assert found(tmp_path, tenures=tenures) == []


@pytest.mark.parametrize(
    ("table", "row", "severity", "message"),
    [
        ("tenures", "yarov-yan|president|XA", "error", "3 cells, the header has 7"),
        ("tenures", "yarov-yan|president|XQ||me||", "error", "country: 'XQ' is not in states or organisations"),
        ("tenures", "yarov-yan|chieftain|XA||me||", "error", "role: 'chieftain' is not in offices"),
        ("tenures", "nobody-at-all|president|XA||me||", "error", "person: 'nobody-at-all' is not in persons"),
        ("tenures", "yarov-yan|president|XA|maybe|me||", "error", "acting: 'maybe' is none of yes"),
        ("tenures", "yarov-yan|president|XA||me|2001-13|", "error", "valid_from: '2001-13' is no date"),
        ("tenures", "yarov-yan|president|XA||me|2001|31.12.2003", "error", "valid_to: '31.12.2003' is no date"),
        ("tenures", "yarov-yan|president|XA||me|2005|2001", "error", "ends (2001) before it begins (2005)"),
        ("tenures", "yarov-yan|president|XA|||2005|", "error", "no source"),
        ("tenures", "|president|XA||me|2005|", "error", "person is empty"),
        ("memberships", "UNO|XA|member|me||", "error", "organisation: 'UNO' is not in organisations"),
        ("memberships", "UN|XA|friend|me||", "error", "status: 'friend' is none of member, observer, partner"),
        ("bodies", "xa-xb|Совет|Council|XB;XA|other|me||", "error", "parties: XB|XA is not sorted"),
        ("outlets", "vestnik.example|Вестник |XA|portal||me||", "error", "name: blanks at an end"),
        (
            "outlets",
            "vestnik.example|Вeстник|XA|portal||me||",
            "error",
            "name: 'Вeстник' mixes Cyrillic and Latin letters",
        ),
        ("outlets", "vestnik.example|Вестник|XA|press_service|boss|me||", "error", "office: 'boss' is not in offices"),
        ("states", "XC|Зурния|Zurnia|зурнийский|king|me||", "error", "leader: 'king' is none of president"),
    ],
)
def test_one_row(table: str, row: str, severity: str, message: str, tmp_path: Path) -> None:
    hits = [p for p in found(tmp_path, **{table: row}) if p[2].startswith(message)]
    assert [(s, line) for s, line, _ in hits] == [(severity, f"{table}.tsv:2")]


class TestHeader:
    def test_missing_column(self, tmp_path: Path) -> None:
        (tmp_path / "tenures.tsv").write_text("person\trole\tcountry\n", encoding="utf-8")
        (problem,) = check(tmp_path)
        assert (problem.severity, problem.message) == ("error", "missing column source, valid_from, valid_to")

    def test_unknown_column(self, tmp_path: Path) -> None:
        written(tmp_path)
        path = tmp_path / "states.tsv"
        path.write_text(path.read_text(encoding="utf-8").replace("leader", "ruler"), encoding="utf-8")
        assert ("warning", "unknown column 'ruler', not read") in [(p.severity, p.message) for p in check(tmp_path)]

    def test_windows_line_ends_and_byte_order_mark(self, tmp_path: Path) -> None:
        path = written(tmp_path) / "states.tsv"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
        assert check(tmp_path) == ()


class TestKeys:
    def test_twice(self, tmp_path: Path) -> None:
        row = "UN|XA|member|me|2001|"
        (problem,) = check(written(tmp_path, memberships=f"{row}\n{row}"))
        assert problem.message == "the key UN, XA, 2001 stands twice"
        assert problem.related == (f"{tmp_path / 'memberships.tsv'}:2",)

    def test_unsorted_is_told_once(self, tmp_path: Path) -> None:
        rows = "UN|XB|member|me||\nUN|XA|member|me||\nOTS|XA|member|me||"
        (problem,) = check(written(tmp_path, memberships=rows))
        assert problem.severity == "info"
        assert "not sorted" in problem.message

    def test_same_key_as_in_the_package_takes_its_place(self, tmp_path: Path) -> None:
        """The package's own row is hidden and takes no part, or the two would be held to overlap."""
        rows = "nazarbayev-nursultan|president|KZ||me|1990-04-24|2019-03-20"
        assert [p for p in found(tmp_path, tenures=rows) if p[0] == "error"] == []


class TestTenures:
    def overlap(self, folder: Path, rows: str) -> list[str]:
        return [m for severity, _, m in found(folder, tenures=rows) if severity == "error"]

    def test_two_at_once(self, tmp_path: Path) -> None:
        rows = "yarov-yan|president|XA||me|2001-01-01|2005-05-05\nzimin-gleb|president|XA||me|2004-01-01|"
        (message,) = self.overlap(tmp_path, rows)
        assert message == "zimin-gleb is president of XA from 2004-01-01, but yarov-yan is until 2005-05-05"

    def test_one_that_never_ended(self, tmp_path: Path) -> None:
        rows = "yarov-yan|president|XA||me|2001|\nzimin-gleb|president|XA||me|2005|"
        assert "until now" in self.overlap(tmp_path, rows)[0]

    @pytest.mark.parametrize(
        "rows",
        [
            "yarov-yan|president|XA||me|2001|2005\nzimin-gleb|president|XA||me|2005|",  # years: may be hand-over
            "yarov-yan|president|XA||me|2001|2005-05\nzimin-gleb|president|XA||me|2005-05-03|",
            "yarov-yan|president|XA|yes|me|2001|2005\nzimin-gleb|president|XA||me|2003|",  # acting
            "yarov-yan|deputy_prime_minister|XA||me|2001|\nzimin-gleb|deputy_prime_minister|XA||me|2003|",
        ],
    )
    def test_no_overlap(self, rows: str, tmp_path: Path) -> None:
        assert self.overlap(tmp_path, rows) == []

    def test_speakers_of_two_chambers(self, tmp_path: Path) -> None:
        rows = "yarov-yan|speaker|KZ||me|1990|1991\nzimin-gleb|speaker|KZ||me|1990|1991"
        assert self.overlap(tmp_path, rows) == []
        assert self.overlap(tmp_path, rows.replace("KZ", "XA")) != []

    def test_gap(self, tmp_path: Path) -> None:
        rows = "yarov-yan|president|XA||me|2001|2005-01-31\nzimin-gleb|president|XA||me|2005-06-01|"
        ((severity, _, message),) = found(tmp_path, tenures=rows)
        assert severity == "warning"
        assert message.startswith("nobody is president of XA for 121 days, 2005-01-31 to 2005-06-01")

    @pytest.mark.parametrize(
        "rows",
        [
            "yarov-yan|president|XA||me|2001|2005-01-31\nzimin-gleb|president|XA||me|2005-03-31|",
            "yarov-yan|president|XA||me|2001|2005\nzimin-gleb|president|XA||me|2006-02|",  # the year's end
            "yarov-yan|speaker|XA||me|2001|2002\nzimin-gleb|speaker|XA||me|2009|",  # may stand empty for all we know
            "yarov-yan|president|XA||me|2001|\nzimin-gleb|president|XA|yes|me|2002|2002\nzimin-gleb|president|XA|yes|me|2004|2004",
        ],
    )
    def test_no_gap(self, rows: str, tmp_path: Path) -> None:
        assert [p for p in found(tmp_path, tenures=rows) if p[0] == "warning"] == []


class TestFolder:
    def test_that_is_none(self, tmp_path: Path) -> None:
        (problem,) = check(tmp_path / "no")
        assert problem.severity == "error"
        assert "no such knowledge-base folder" in problem.message

    def test_table_of_an_unknown_name(self, tmp_path: Path) -> None:
        (written(tmp_path) / "tenure.tsv").write_text("x\n", encoding="utf-8")
        assert [(s, line) for s, line, _ in found(tmp_path)] == [("warning", "tenure.tsv")]

    def test_file_that_is_no_text(self, tmp_path: Path) -> None:
        (written(tmp_path) / "bodies.tsv").write_bytes(b"\xff\xfe")
        assert "cannot be read as UTF-8" in check(tmp_path)[0].message

    def test_recall_is_counted(self, tmp_path: Path) -> None:
        rows = "UN|XA|member|recall||\nUN|XB|member|me||"
        assert found(tmp_path, memberships=rows) == [
            ("info", "memberships.tsv", "1 of 2 rows rest on general knowledge (recall), no document yet")
        ]

    def test_problems_of_the_package_are_not_the_users(self, tmp_path: Path) -> None:
        assert check(written(tmp_path)) == ()
        assert check(None) != ()


class TestPackage:
    problems = check(None)

    def test_has_no_error(self) -> None:
        assert [p for p in self.problems if p.severity == "error"] == []

    def test_is_sorted(self) -> None:
        assert [p for p in self.problems if "not sorted" in p.message] == []

    def test_offices_of_the_region_have_no_gap(self) -> None:
        """Where reading relies on tenures most; the others are a list to work through."""
        region = ("RU", "KZ", "UZ", "TM", "AZ", "AM", "BY", "UA", "TR", "CN", "IR", "US", "GB", "FR", "DE", "JP", "CA")
        gaps = [p.message for p in self.problems if p.severity == "warning"]
        assert [g for g in gaps if any(f" of {code} for" in g for code in region)] == []

    def test_gravest_first(self) -> None:
        order = [("error", "warning", "info").index(p.severity) for p in self.problems]
        assert order == sorted(order)
        assert all(isinstance(p, Problem) for p in self.problems)
