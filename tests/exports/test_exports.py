"""Listings as files: the same fields in every format, nothing that a spreadsheet would run."""

import csv as csv_reader
import datetime as dt
import io
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from two_states import AS_OF, VERDICTS

from dragoman.errors import UsageError
from dragoman.exports import formats, render, rows_of
from dragoman.exports.csv import harmless
from dragoman.model.register import Snapshot
from dragoman.views import Choice, Listing, Naming, claims, timeline
from dragoman.views.listing import Column, SourceRow
from dragoman.views.listings import claims_listing, timeline_listing


@pytest.fixture(scope="module")
def chronology(snapshot: Snapshot, ru: Naming) -> Listing:
    choice = Choice(countries=("XV", "XT"), as_of=AS_OF)
    return timeline_listing(timeline(snapshot, choice, ru), "Хронология")


@pytest.fixture(scope="module")
def checked(snapshot: Snapshot, ru: Naming) -> Listing:
    return claims_listing(claims(snapshot, VERDICTS, ru), "Утверждения")


def of_texts(*texts: str) -> Listing:
    """A listing of one column."""
    return Listing(name="x", title="Проба", columns=(Column(name="id"),), rows=tuple((text,) for text in texts))


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv_reader.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def workbook(data: bytes):  # type: ignore[no-untyped-def]
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data))


def test_field_names_are_the_same_in_all_formats(chronology: Listing) -> None:
    names = [column.name for column in chronology.columns]
    assert list(next(rows_of(chronology))) == names
    assert read_csv(render(chronology, "csv"))[0] == names
    assert [cell.value for cell in workbook(render(chronology, "xlsx")).worksheets[0][1]] == names
    assert list(json.loads(render(chronology, "json"))[0]) == [*names, "sources"]


@pytest.mark.parametrize("name", ["csv", "json", "xlsx"])
def test_the_same_listing_is_the_same_file(chronology: Listing, name: str) -> None:
    assert render(chronology, name) == render(chronology, name)


def test_an_unknown_format_names_the_known() -> None:
    assert formats() == ("csv", "json", "xlsx")
    with pytest.raises(UsageError, match="csv, json, xlsx"):
        render(of_texts("a"), "pdf")


def test_json_is_one_array_with_the_sentences_of_each_record(chronology: Listing) -> None:
    first, *_ = json.loads(render(chronology, "json"))
    assert (first["id"], first["date_from"], first["date_basis"]) == ("e05", "2022-11", "stated")
    assert first["sources"][0]["sentence"] == "В ноябре 2022 года Белин посетил Варданию с официальным визитом"
    assert first["participants"][0] == {"name": "Оскар Белин", "country": "XT", "role": "president", "part": "visitor"}


def test_json_of_claims_has_the_verdict_with_its_counts(checked: Listing) -> None:
    first, second = json.loads(render(checked, "json"))
    assert (first["verdict"], second["verdict"]) == ("incomplete", None)
    assert first["counts"][0]["found"] == 2
    assert first["counts"][0]["records"] == ["e05", "e01"]
    assert first["value"] == 3


def test_csv_is_for_excel(chronology: Listing) -> None:
    data = render(chronology, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(read_csv(data)) == len(chronology.rows) + 1


HOSTILE = ["=1+1", "+7 495", "-2", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1", "＝1", "\n=2"]


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_cells_are_no_formulas(text: str) -> None:
    assert read_csv(render(of_texts(text), "csv"))[1][0] == f"'{text}"


@pytest.mark.parametrize("text", [*HOSTILE, "http://example.org", "{=1}", "ftp://x"])
def test_xlsx_cells_are_no_formulas_nor_links(text: str) -> None:
    cell = workbook(render(of_texts(text), "xlsx")).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None


@given(st.text())
def test_csv_gives_texts_back(text: str) -> None:
    (_, (back,)) = read_csv(render(of_texts(text.encode("utf-8", "replace").decode()), "csv")) if text else (0, ("",))
    assert back.removeprefix("'") == text.encode("utf-8", "replace").decode().removeprefix("'")


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()))
def test_no_cell_begins_a_formula(cell: object) -> None:
    shown = harmless(cell)  # type: ignore[arg-type]
    assert isinstance(cell, (int, float)) or not shown.strip().startswith(("=", "+", "-", "@"))


def test_xlsx_is_a_pleasant_table(chronology: Listing) -> None:
    book = workbook(render(chronology, "xlsx"))
    sheet = book.worksheets[0]
    assert book.sheetnames == ["Хронология", "Источники"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width > 10


def test_xlsx_dates_are_dates_only_where_precise_to_the_day(chronology: Listing) -> None:
    sheet = workbook(render(chronology, "xlsx")).worksheets[0]
    column = [cell.value for cell in sheet[1]].index("date_from") + 1
    values = {row[0].value: row[column - 1].value for row in sheet.iter_rows(min_row=2)}
    assert values["e05"] == "2022-11"
    assert values["e01"] == dt.datetime(2024, 3, 11)
    assert values["e13"] is None


def test_xlsx_links_the_sources(chronology: Listing) -> None:
    sheet = workbook(render(chronology, "xlsx"))["Источники"]
    assert sheet.max_row == len(chronology.sources) + 1
    assert sheet["E2"].hyperlink.target.startswith("https://")


def test_xlsx_does_not_link_what_a_browser_would_run() -> None:
    told = {"record": "a", "outlet": "o", "published": None, "sentence": "=1", "url": "javascript:alert(1)"}
    source = SourceRow(**told, article="k", label="l", start=0, end=2, rule="r")  # type: ignore[arg-type]
    listing = Listing(name="x", title="Проба", columns=(Column(name="id"),), rows=(("a",),), sources=(source,))
    sheet = workbook(render(listing, "xlsx"))["Источники"]
    assert sheet["E2"].hyperlink is None
    assert sheet["D2"].data_type == "s"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
@example("Источники")
@example("'History'")
@example("\x1f\ufffe")
def test_xlsx_takes_any_title_and_text(text: str) -> None:
    listing = Listing(name="x", title=text, columns=(Column(name="id"),), rows=((text,),))
    assert len(workbook(render(listing, "xlsx")).worksheets) == 2


def test_xlsx_has_no_dates_before_1900() -> None:
    listing = Listing(name="x", title="Проба", columns=(Column(name="day", kind="date"),), rows=(("1892-05-24",),))
    assert workbook(render(listing, "xlsx")).worksheets[0]["A2"].value == "1892-05-24"


def test_an_empty_listing_is_a_header(ru: Naming) -> None:
    empty = timeline_listing(timeline(Snapshot(), Choice(), ru), "Хронология")
    assert json.loads(render(empty, "json")) == []
    assert len(read_csv(render(empty, "csv"))) == 1
    assert workbook(render(empty, "xlsx")).worksheets[0].max_row == 1
