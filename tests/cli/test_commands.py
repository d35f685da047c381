"""Every command as a user calls it, over the bundled examples."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests" / "data" / "kb"
BRIEFING = ROOT / "tests" / "data" / "invented" / "briefing.txt"

CONTRACT = {
    *("id", "sha256", "language", "versions", "url", "outlet", "relays", "occasion", "published", "section", "title"),
    *("noise", "mentions", "events", "quotes", "claims", "documents", "bodies", "projects", "forums", "relations"),
    *("statements", "notices"),
}
"""Fields that every printed reading has; other programs load them."""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# read


def test_read_marks_the_article(dragoman) -> None:
    done = dragoman("read", str(BRIEFING), "--kb", str(INVENTED))
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("━━ ")
    named = next(i for i, line in enumerate(lines) if "Мадира Усупова и " in line)
    at = lines[named].index("Мадира Усупова")
    assert lines[named + 1][at : at + 14] == "─" * 14
    assert lines[named + 2][at:].startswith("Усупова·XT")
    assert any(line.startswith("     » ") and "Сабир Нарынар" in line for line in lines)


def test_read_jsonl_prints_the_fields_of_the_contract(dragoman) -> None:
    done = dragoman("read", str(ROOT / "examples" / "2024-2025-lenta.jsonl"), "--format", "jsonl")
    readings = [json.loads(line) for line in done.out.splitlines()]
    assert len(readings) == len((ROOT / "examples" / "2024-2025-lenta.jsonl").read_text("utf-8").split("\n")) - 1
    assert all(set(reading) >= CONTRACT for reading in readings)


def test_read_takes_standard_input(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Министр иностранных дел Казахстана прибыл с визитом в Баку.".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    done = dragoman("read", "-")
    assert done.status == 0
    assert "VISIT" in done.out


def test_knowledge_bases_of_the_environment(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = dragoman("read", str(BRIEFING)).out
    monkeypatch.setenv("DRAGOMAN_KB", str(INVENTED))
    assert "Усупова·XT" not in plain
    assert "Усупова·XT" in dragoman("read", str(BRIEFING)).out


# add, status


def test_adding_twice_adds_once(dragoman, tmp_path: Path) -> None:
    example = str(ROOT / "examples" / "2022-08-24-akorda-baku-visit.txt")
    assert dragoman("add", example, "--db", "a.db").out == "a.db: 1 added\n"
    assert dragoman("add", example, "--db", "a.db").out == "a.db: 1 already there\n"


def test_the_register_of_the_environment(dragoman, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_DB", "sqlite:///other.db")
    assert dragoman("add", str(ROOT / "examples" / "2022-08-24-akorda-baku-visit.txt")).status == 0
    assert (tmp_path / "other.db").exists()
    assert not (tmp_path / "dragoman.db").exists()


def test_the_examples_are_added_whole(dragoman, register: Path) -> None:
    out = dragoman("status").out
    listed = json.loads(dragoman("status", "--format", "json").out)
    assert out.startswith(f"articles     {listed[0]['articles']}\n")
    assert listed[0]["articles"] >= 36
    assert "published    2022-08-24 … " in out


# timeline


def test_timeline_in_every_format(dragoman, register: Path, tmp_path: Path) -> None:
    period = ("timeline", "KZ", "AZ", "--since", "2024", "--until", "2024-03", "--as-of", "2025-12-01")
    objects = json.loads(dragoman(*period, "--format", "json").out)
    table = rows(dragoman(*period, "--format", "csv").out)
    text = dragoman(*period).out
    assert [row["id"] for row in table] == [one["id"] for one in objects]
    assert all(one["id"] in text for one in objects)
    assert all(one["sources"] for one in objects)
    assert dragoman(*period, "--format", "xlsx", "-o", "a.xlsx").out == ""
    import openpyxl

    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [row["id"] for row in table]


def test_timeline_takes_codes_and_names_in_two_languages(dragoman, register: Path) -> None:
    asked = [("KZ", "AZ"), ("Казахстан", "Азербайджан"), ("kazakhstan", "Azerbaijan"), ("Республика Казахстан", "az")]
    told = {dragoman("timeline", *pair, "--as-of", "2025-12-01").out for pair in asked}
    assert len(told) == 1


def test_timeline_by_type_and_status(dragoman, register: Path) -> None:
    chosen = ("--type", "visit", "--type", "CALL", "--status", "occurred", "--format", "json", "--as-of", "2025-12-01")
    listed = json.loads(dragoman("timeline", *chosen).out)
    assert {one["type"] for one in listed} == {"VISIT", "CALL"}
    assert {one["status"] for one in listed} == {"occurred"}


def test_timeline_with_nothing_to_tell(dragoman, register: Path) -> None:
    assert dragoman("timeline", "KZ", "--since", "1990", "--until", "1991", "--type", "DEMARCHE").out.strip()
    assert json.loads(dragoman("timeline", "FJ", "PE", "--format", "json").out) == []


def test_listings_in_english_have_no_russian_labels(dragoman, register: Path) -> None:
    out = dragoman("timeline", "KZ", "AZ", "--since", "2024-03", "--until", "2024-03", "--lang", "en").out
    assert "visit (state" in out
    assert "Kassym-Jomart Tokayev" in out
    assert "визит" not in out


# claims, quotes, check, explain


def test_claims_have_verdicts(dragoman, register: Path) -> None:
    listed = json.loads(dragoman("claims", "KZ", "AZ", "--format", "json").out)
    assert {one["verdict"] for one in listed} <= {
        "confirmed", "consistent", "contradicted", "incomplete", "depends", "uncheckable",
    }  # fmt: skip
    assert len(rows(dragoman("claims", "KZ", "AZ", "--format", "csv").out)) == len(listed)
    assert all(one["id"] in dragoman("claims", "KZ", "AZ").out for one in listed)


@pytest.mark.parametrize(
    ("words", "value"), [("шесть раз", 6), ("седьмой визит", 7)], ids=["six visits of Tokayev", "seventh of Aliyev"]
)
def test_both_counts_of_visits_are_answered_with_the_visits(dragoman, register: Path, words: str, value: int) -> None:
    """What was claimed of "six times in three years" and of "my seventh visit" is more than the exact window holds."""
    listed = json.loads(dragoman("claims", "KZ", "AZ", "--format", "json").out)
    (claim, *_) = [one for one in listed if words in one["words"] and one["published"].startswith("2025-10-18")]
    assert claim["value"] == value
    assert claim["verdict"] in ("depends", "incomplete")
    assert claim["counts"]


def test_quotes_by_speaker_and_topic(dragoman, register: Path) -> None:
    everything = json.loads(dragoman("quotes", "--format", "json").out)
    his = json.loads(dragoman("quotes", "--speaker", "Алиев", "--format", "json").out)
    assert 0 < len(his) < len(everything)
    assert all("Алиев" in one["speaker"] for one in his)
    late = json.loads(dragoman("quotes", "--since", "2025-10", "--format", "json").out)
    assert all(one["published"] >= "2025-10" for one in late)
    about = json.loads(dragoman("quotes", "--about", "Азербайджан", "--format", "json").out)
    assert 0 < len(about) < len(everything)


def test_examples_put_no_words_into_anybodys_mouth(dragoman, register: Path) -> None:
    assert [one for one in json.loads(dragoman("quotes", "--format", "json").out) if one["form"] == "direct"] == []


DRAFT = "Касым-Жомарт Токаев за последние три года посетил Азербайджан шесть раз. Стороны подписали 15 документов."


def test_check_audits_a_draft_and_keeps_nothing(dragoman, register: Path) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    before = dragoman("status").out
    done = dragoman("check", "draft.txt", "--published", "2025-10-18")
    assert (done.status, done.err) == (0, "")
    assert "⇒ " in done.out
    assert "2025-10-18" in done.out
    listed = json.loads(dragoman("check", "draft.txt", "--published", "2025-10-18", "--format", "json").out)
    assert [one["value"] for one in listed][:1] == [6]
    assert listed[0]["verdict"] in ("depends", "incomplete")
    assert dragoman("status").out == before


def test_check_of_a_draft_that_cannot_be_read(dragoman, register: Path) -> None:
    done = dragoman("check", "draft.txt")
    assert (done.status, done.out, done.complaints) == (1, "", ["dragoman: draft.txt: no such file"])


def test_explain_shows_every_sentence_with_its_words_marked(dragoman, register: Path) -> None:
    listed = json.loads(dragoman("timeline", "KZ", "AZ", "--format", "json").out)
    for one in listed[:3]:
        lines = json.loads(dragoman("explain", one["id"], "--format", "json").out)
        assert [line["marked"] for line in lines] == [source["sentence"] for source in one["sources"]]
        text = dragoman("explain", one["id"]).out
        assert text.count("⟦") == text.count("⟧") == len(lines)
        assert all(line["rule"] in text for line in lines)


def test_explain_takes_claims_quotes_things_and_the_beginning_of_an_id(dragoman, register: Path) -> None:
    import dragoman as library

    with library.open("dragoman.db") as workspace:
        snapshot = workspace.snapshot
        ids = [snapshot.claims[0].id, snapshot.quotes[0].id, snapshot.things[0].id]
    for id_ in ids:
        done = dragoman("explain", id_)
        assert done.status == 0, done
        assert id_ in done.out
        assert "⟦" in done.out
    assert dragoman("explain", ids[0][:-1]).out == dragoman("explain", ids[0]).out


# brief


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(("ending", "begins"), [(".md", b"# "), (".html", b"<!"), (".docx", b"PK")])
def test_brief_in_every_format_and_language(dragoman, register: Path, lang: str, ending: str, begins: bytes) -> None:
    name = f"brief{ending}"
    done = dragoman("brief", "KZ", "AZ", "--since", "2024", "-o", name, "--lang", lang, "--as-of", "2025-12-01")
    assert (done.status, done.out, done.err) == (0, f"{name}\n", "")
    assert Path(name).read_bytes().lower().startswith(begins.lower())


def test_the_same_brief_twice_is_the_same_file(dragoman, register: Path) -> None:
    for ending in (".md", ".html", ".docx"):
        command = ("brief", "KZ", "AZ", "--as-of", "2025-12-01", "-o", f"a{ending}")
        assert dragoman(*command).status == 0
        first = Path(f"a{ending}").read_bytes()
        assert dragoman(*command).status == 0
        assert Path(f"a{ending}").read_bytes() == first


# kb


def test_kb_show_tells_who_held_what_on_a_day(dragoman) -> None:
    done = dragoman("kb", "show", "KZ", "--on", "2023-11-24")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0] == "KZ · Казахстан · Kazakhstan on 2023-11-24"
    assert "президент: Касым-Жомарт Токаев, 2019-03-20" in done.out
    assert "Назарбаев" not in done.out
    assert "Назарбаев" in dragoman("kb", "show", "Казахстан").out


def test_kb_show_of_an_organisation_names_its_members(dragoman) -> None:
    assert "AZ" in dragoman("kb", "show", "OTS").out
    listed = json.loads(dragoman("kb", "show", "ОТГ", "--format", "json").out)
    assert "AZ" in listed[0]["members"]


def test_kb_show_with_a_folder_of_ones_own(dragoman) -> None:
    assert dragoman("kb", "show", "XT").status == 2
    assert "Давлер Ирзаев" in dragoman("kb", "show", "Тормистан", "--kb", str(INVENTED)).out


def test_kb_check_passes_the_package_and_the_worked_example(dragoman) -> None:
    for command in (("kb", "check"), ("kb", "check", str(INVENTED))):
        done = dragoman(*command)
        assert done.status == 0, done.out[:2000]
    assert done.out == "no errors, no warnings\n"


def test_kb_check_names_file_and_line_of_an_error(dragoman, tmp_path: Path) -> None:
    table = tmp_path / "kb" / "outlets.tsv"
    table.parent.mkdir()
    header = (INVENTED / "outlets.tsv").read_text(encoding="utf-8").splitlines()[0]
    table.write_text(f"{header}\nnews.example\tНовости\t\tQQ1\tportal\t\town\t\t\n", encoding="utf-8")
    done = dragoman("kb", "check", "kb")
    assert done.status == 1
    assert f"{Path('kb/outlets.tsv')}:2: error: " in done.out
    assert dragoman("kb", "check", "no-folder").status == 1


# demo


def test_demo_shows_and_writes_everything(dragoman, tmp_path: Path) -> None:
    done = dragoman("demo", "--out", "out")
    assert (done.status, done.err) == (0, "")
    for name in ("brief-KZ-AZ.html", "brief-KZ-AZ.md", "brief-KZ-AZ.docx", "demo.db"):
        assert (tmp_path / "out" / name).stat().st_size > 1000
    assert "Хронология" in done.out
    for words in ("шесть раз", "седьмой визит"):
        said = done.out.index(words)
        assert "⇒ " in done.out[said : said + 400]


def test_demo_looks_from_a_day_after_the_last_example(dragoman, register: Path) -> None:
    from dragoman.cli.demo import AS_OF

    listed = json.loads(dragoman("status", "--format", "json").out)
    assert listed[0]["last_published"] < AS_OF.isoformat()


def test_demo_again_gives_the_same(dragoman, tmp_path: Path) -> None:
    first = dragoman("demo").out
    brief = (tmp_path / "out" / "brief-KZ-AZ.md").read_bytes()
    assert dragoman("demo").out == first
    assert (tmp_path / "out" / "brief-KZ-AZ.md").read_bytes() == brief
