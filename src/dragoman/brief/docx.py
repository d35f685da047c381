"""Word: headings, tables with a repeated header row, and a numbered list of sources at the end."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from dragoman.brief.model import Block, Brief, Cell, Entry, Paragraph, SourceEntry, Table

SUFFIX = ".docx"

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold; articles may have them."""

MADE = dt.datetime(2000, 1, 1)
ZIP_TIME = (2000, 1, 1, 0, 0, 0)
"""Fixed, so that the same brief is the same file."""

PAGE_WIDTH_CM = 17.0
"""Between the margins of an A4 page."""

BADGE_COLOURS = {
    "confirmed": "1A6B3C", "consistent": "1A6B3C", "ongoing": "1A6B3C", "begun": "1A6B3C", "occurred": "1A6B3C",
    "planned": "7A5C00", "possible": "7A5C00", "depends": "7A5C00", "incomplete": "7A5C00",
    "cancelled": "9C1C1C", "not_confirmed": "9C1C1C", "contradicted": "9C1C1C",
}  # fmt: skip
"""Code of a status or verdict → colour of its words; others are grey."""

LANGUAGES = {"ru": "ru-RU", "en": "en-GB"}


def render(brief: Brief) -> bytes:
    """The brief as a Word file."""
    import docx

    document = docx.Document()
    _set_up(document, brief)
    writer = _Writer(document, brief)
    writer.write()
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _set_up(document: Any, brief: Brief) -> None:
    """A4, quiet fonts, and the file's own properties."""
    from docx.shared import Cm, Pt

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm((21.0 - PAGE_WIDTH_CM) / 2)
    page.top_margin = page.bottom_margin = Cm(2.0)
    for name, size in (("Normal", 10.5), ("Title", 20), ("Heading 1", 14), ("Caption", 10), ("List Bullet", 10.5)):
        _font(document.styles[name], size)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    _default_language(document, LANGUAGES.get(brief.language, brief.language))
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "Dragoman", clean(brief.title), ""
    properties.created = properties.modified = MADE
    properties.last_modified_by, properties.language = "Dragoman", brief.language


def _font(style: Any, size: float) -> None:
    """One font for all letters: the template's theme fonts have no say for Cyrillic."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = "Calibri"
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0x1B, 0x1F, 0x24)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), "Calibri")


def _default_language(document: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = document.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), code)
    properties.append(language)


class _Writer:
    """Puts a brief into a document, part by part."""

    def __init__(self, document: Any, brief: Brief) -> None:
        self._document = document
        self._brief = brief

    def write(self) -> None:
        brief = self._brief
        self._document.add_paragraph(clean(brief.title), style="Title")
        self._small(f"{brief.period} {brief.as_of}")
        for section in brief.sections:
            self._document.add_heading(clean(section.heading), level=1)
            for block in section.blocks:
                self._block(block)
        self._sources()
        self._colophon()

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(cell=cell):
                self._cell(self._document.add_paragraph(), cell)
            case Table():
                self._table(block)
            case Entry(lines=lines, items=items):
                self._entry(lines, items)

    def _entry(self, lines: Sequence[Cell], items: Sequence[Cell]) -> None:
        from docx.shared import Cm, Pt

        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.5)
        paragraph.paragraph_format.space_before = Pt(4)
        self._stacked(paragraph, lines)
        for item in items:
            bullet = self._document.add_paragraph(style="List Bullet")
            bullet.paragraph_format.left_indent = Cm(1.2)
            bullet.paragraph_format.space_after = Pt(1)
            self._cell(bullet, item)

    def _table(self, table: Table) -> None:
        from docx.shared import Cm, Pt

        if table.captioned:
            caption = self._document.add_paragraph(clean(table.caption), style="Caption")
            caption.paragraph_format.keep_with_next = True
        grid = self._document.add_table(rows=1, cols=len(table.head), style="Table Grid")
        _quiet_lines(grid)
        grid.autofit = False
        for cell, text in zip(grid.rows[0].cells, table.head, strict=True):
            _shade(cell, "E7ECF2")
            run = cell.paragraphs[0].add_run(clean(text))
            run.bold, run.font.size = True, Pt(8)
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        _repeat(grid.rows[0])
        for row in table.rows:
            self._row(grid, row)
        unit = PAGE_WIDTH_CM / sum(table.widths)
        for column, width in zip(grid.columns, table.widths, strict=True):
            column.width = Cm(unit * width)
            for cell in column.cells:
                cell.width = Cm(unit * width)
        self._document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _row(self, grid: Any, row: Sequence[Sequence[Cell]]) -> None:
        from docx.shared import Pt

        added = grid.add_row()
        _whole(added)
        for cell, pieces in zip(added.cells, row, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
            self._stacked(paragraph, pieces, 9)

    def _stacked(self, paragraph: Any, pieces: Sequence[Cell], size: float | None = None) -> None:
        """Pieces one under the other in one paragraph."""
        shown = [piece for piece in pieces if piece.text or piece.refs]
        for number, piece in enumerate(shown):
            if number:
                paragraph.add_run().add_break()
            self._cell(paragraph, piece, size)

    def _cell(self, paragraph: Any, cell: Cell, size: float | None = None) -> None:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(clean(cell.text))
        if size:
            run.font.size = Pt(size)
        if cell.badge:
            run.bold = True
            run.font.color.rgb = RGBColor.from_string(BADGE_COLOURS.get(cell.badge, "59636E"))
        if cell.small:
            run.font.size = Pt(8.5)
            run.font.color.rgb = RGBColor(0x59, 0x63, 0x6E)
        if cell.language:
            _language(run, LANGUAGES.get(cell.language, cell.language))
        if cell.refs:
            marks = "".join(f"[{number}]" for number in cell.refs)
            paragraph.add_run(f" {marks}" if cell.text else marks).font.size = Pt(8.5)

    def _small(self, text: str) -> None:
        self._cell(self._document.add_paragraph(), Cell(text=text, small=True))

    def _sources(self) -> None:
        self._document.add_heading(clean(self._brief.sources_heading), level=1)
        self._small(self._brief.sources_note)
        for source in self._brief.sources:
            self._source(source)

    def _source(self, source: SourceEntry) -> None:
        from docx.shared import Cm, Pt

        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(1.0)
        paragraph.paragraph_format.first_line_indent = Cm(-1.0)
        head = ", ".join(filter(None, (source.outlet, source.published, source.relays)))
        paragraph.add_run(clean(f"[{source.number}]\t{head}: ")).font.size = Pt(9)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.0))
        for text, bold in ((source.before, False), (source.marked, source.part), (source.after, False)):
            run = paragraph.add_run(clean(text))
            run.bold, run.font.size = bold, Pt(9)
            _language(run, LANGUAGES.get(self._brief.sources_language, self._brief.sources_language))
        if source.url:
            paragraph.add_run().add_break()
            self._cell(paragraph, Cell(text=source.url, small=True))

    def _colophon(self) -> None:
        self._document.add_heading(clean(self._brief.colophon_heading), level=1)
        for name, value in self._brief.colophon:
            self._small(f"{name}: {value}")
        self._small(self._brief.generated)


def clean(text: str) -> str:
    """Text that XML can hold, on one line."""
    return re.sub(r"[\r\n\u2028\u2029]+", " ", NOT_IN_XML.sub("", text))


def _language(run: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), code)
    run._element.get_or_add_rPr().append(language)


def _repeat(row: Any) -> None:
    """The header row stands on every page that the table reaches."""
    _row_property(row, "w:tblHeader")


def _whole(row: Any) -> None:
    """The row is not cut by a page's end."""
    _row_property(row, "w:cantSplit")


def _row_property(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def _quiet_lines(grid: Any) -> None:
    """Thin grey lines instead of the style's black ones."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFC6CE")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    grid._tbl.tblPr.append(borders)


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _timeless(data: bytes) -> bytes:
    """The same package with fixed times in its directory."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
