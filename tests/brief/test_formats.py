"""A brief as Markdown, HTML and Word: complete, the same each time, and deaf to what articles would have it do."""

import io
import re
import zipfile
from collections.abc import Iterator

import msgspec
import pytest
from test_compose import TOPICS, made
from two_states import OPTIONS, RULES, VERDICTS

from dragoman.brief import Brief, compose, formats, render
from dragoman.brief.markdown import escaped
from dragoman.errors import UsageError
from dragoman.model.register import EventRecord, Snapshot
from dragoman.views import Naming

HOSTILE = "<script>alert(1)</script>|*x*\n# [a](javascript:alert(1)) \x00\x0b\ufffe\"'><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def brief(snapshot: Snapshot, ru: Naming) -> Brief:
    return made(snapshot, ru)


@pytest.fixture(scope="module")
def english(snapshot: Snapshot, en: Naming) -> Brief:
    return made(snapshot, en)


@pytest.fixture(scope="module")
def attacked(snapshot: Snapshot, ru: Naming) -> Brief:
    """A brief whose every source, name, place and address is hostile."""

    def spoil(event: EventRecord) -> EventRecord:
        told = tuple(
            msgspec.structs.replace(s, text=HOSTILE, outlet_name=HOSTILE, url="javascript:alert(1)")
            for s in event.sources
        )
        who = tuple(msgspec.structs.replace(p, actor=None, name=HOSTILE) for p in event.participants)
        return msgspec.structs.replace(event, sources=told, participants=who, document=HOSTILE, body=HOSTILE)

    events = tuple(map(spoil, snapshot.events))
    return compose(
        msgspec.structs.replace(snapshot, events=events, digest=HOSTILE), OPTIONS, ru, VERDICTS, RULES, TOPICS
    )


def tree(brief: Brief):  # type: ignore[no-untyped-def]
    from lxml import html

    return html.document_fromstring(render(brief, "html"))


def word(brief: Brief):  # type: ignore[no-untyped-def]
    import docx

    return docx.Document(io.BytesIO(render(brief, "docx")))


def test_formats() -> None:
    assert formats() == ("docx", "html", "markdown")


def test_an_unknown_format_names_the_known(brief: Brief) -> None:
    with pytest.raises(UsageError, match="docx, html, markdown"):
        render(brief, "pdf")


@pytest.mark.parametrize("name", ["docx", "html", "markdown"])
def test_the_same_brief_is_the_same_file(brief: Brief, name: str) -> None:
    assert render(brief, name) == render(brief, name)


def test_a_word_file_holds_no_time_of_writing(brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(render(brief, "docx"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_everything_said_is_in_the_file(brief: Brief, name: str) -> None:
    shown = render(brief, name).decode()
    for part in brief.sections:
        assert part.heading in shown
    for source in brief.sources:
        assert source.marked in shown


# HTML


def test_html_asks_for_nothing_from_the_network(brief: Brief) -> None:
    page = tree(brief)
    assert page.xpath("//script | //link | //img | //iframe | //object | //@onclick | //@src") == []
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def test_html_tables_are_accessible(brief: Brief) -> None:
    page = tree(brief)
    tables = page.xpath("//table")
    assert len(tables) > 6
    for table in tables:
        assert table.findtext("caption")
        assert table.xpath(".//thead//th[not(@scope='col')]") == []
        assert table.xpath(".//tbody/tr[not(th[@scope='row'])]") == []


def test_html_links_lead_somewhere(brief: Brief) -> None:
    page = tree(brief)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)
    assert set(page.xpath("//@aria-describedby")) <= set(ids)


def test_html_says_which_language(english: Brief) -> None:
    page = tree(english)
    assert page.get("lang") == "en"
    assert page.xpath("//ol[@class='sources']/li/p[2]/@lang") == ["ru"] * len(english.sources)
    assert "«Торсия для нас" in "".join(page.xpath("//*[@id='quotes']//*[@lang='ru']//text()"))


def test_html_has_a_print_sheet_and_both_schemes(brief: Brief) -> None:
    style = tree(brief).findtext(".//style")
    assert "@media print" in style
    assert "prefers-color-scheme: dark" in style


def test_html_is_deaf_to_hostile_text(attacked: Brief) -> None:
    page = tree(attacked)
    assert page.xpath("//script | //img | //@onerror") == []
    assert [href for href in page.xpath("//@href") if not href.startswith(("#", "https://"))] == []
    assert "<script>alert(1)</script>" in page.text_content()


def test_words_are_marked_only_within_a_longer_sentence(brief: Brief) -> None:
    """A page on which whole sentences shine tells nothing."""
    marks = tree(brief).xpath("//ol[@class='sources']//mark/text()")
    assert marks == [source.marked for source in brief.sources if source.part]
    assert 0 < len(marks) < len(brief.sources)


# Markdown


def test_markdown_tables_have_one_width(attacked: Brief) -> None:
    for table in tables_of(render(attacked, "markdown").decode()):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table}
        assert len(widths) == 1, table


def tables_of(text: str) -> Iterator[list[str]]:
    for block in text.split("\n\n"):
        if block.startswith("| "):
            yield block.splitlines()


def test_markdown_is_deaf_to_hostile_text(attacked: Brief) -> None:
    text = render(attacked, "markdown").decode()
    assert not re.search(r"(?<!\\)<(?!https?://|br>)", text)
    assert not re.search(r"(?<!\\)\]\(", text)


@pytest.mark.parametrize(
    "text", ["# заголовок", "- пункт", "1. пункт", "2) пункт", "> цитата", "+ пункт", "===", "---"]
)
def test_markdown_lines_begin_no_structure(text: str) -> None:
    assert re.match(r"(\\|\d+\\)", escaped(text))


def test_markdown_lists_the_sources(brief: Brief) -> None:
    text = render(brief, "markdown").decode()
    assert "\\[1\\] Вестник Вардании, 6 июля 2024: В саммите участвовали" in text
    assert "<https://vest.xv/news/a6>" in text


# Word


def test_word_repeats_header_rows_and_keeps_rows_whole(brief: Brief) -> None:
    document = word(brief)
    assert len(document.tables) > 6
    for table in document.tables:
        header, *rows = table._tbl.tr_lst
        assert header.xpath("./w:trPr/w:tblHeader")
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_word_has_headings_by_style_and_the_sources(brief: Brief) -> None:
    document = word(brief)
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[0] == "На чём основана справка"
    assert headings[-2:] == ["Источники", "Как составлено"]
    shown = "\n".join(p.text for p in document.paragraphs)
    for source in brief.sources:
        assert f"[{source.number}]\t" in shown
        assert source.marked in shown


def test_word_says_which_language(english: Brief) -> None:
    document = word(english)
    assert document.core_properties.language == "en"
    said = [run for p in document.paragraphs for run in p.runs if "«Торсия для нас" in run.text]
    assert said[0]._element.xpath("./w:rPr/w:lang/@w:val") == ["ru-RU"]


def test_word_takes_hostile_text(attacked: Brief) -> None:
    assert "<script>alert(1)</script>" in "\n".join(p.text for p in word(attacked).paragraphs)
