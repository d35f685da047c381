"""Markdown (with tables as GitHub has them). Everything from articles is escaped: it cannot become markup or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.brief.model import Block, Brief, Cell, Entry, Paragraph, SourceEntry, Table

SUFFIX = ".md"

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
LIST_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|[=-])")
NOT_IN_AN_ADDRESS = re.compile(r"[\s<>\\]")


def render(brief: Brief) -> bytes:
    """The brief as UTF-8 Markdown."""
    return ("\n\n".join(_parts(brief)) + "\n").encode()


def _parts(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield f"{escaped(brief.period)} {escaped(brief.as_of)}"
    for section in brief.sections:
        yield f"## {escaped(section.heading)}"
        yield from map(_block, section.blocks)
    yield f"## {escaped(brief.sources_heading)}"
    yield _emphasised(brief.sources_note)
    yield from map(_source, brief.sources)
    yield f"## {escaped(brief.colophon_heading)}"
    yield "\n".join(f"- {escaped(name)}: {escaped(value)}" for name, value in brief.colophon)
    yield _emphasised(brief.generated)


def _block(block: Block) -> str:
    match block:
        case Paragraph(cell=cell):
            return _cell(cell)
        case Table():
            return _table(block)
        case Entry(lines=lines, items=items):
            head = "  \n".join(map(_cell, lines))
            return head + "".join(f"\n{'' if number else chr(10)}- {_cell(item)}" for number, item in enumerate(items))


def _table(table: Table) -> str:
    rows = [table.head, tuple("---" for _ in table.head)]
    lines = [_row(map(escaped, rows[0])), _row(rows[1])]
    lines += [_row(_lines(cells) for cells in row) for row in table.rows]
    caption = f"**{escaped(table.caption)}**\n\n" if table.captioned else ""
    return caption + "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _lines(cells: Sequence[Cell]) -> str:
    return "<br>".join(filter(None, map(_cell, cells)))


def _cell(cell: Cell) -> str:
    text = escaped(cell.text)
    if cell.badge:
        text = f"**{text}**"
    elif cell.small:
        text = _emphasised(cell.text)
    return " ".join(filter(None, (text, "".join(rf"\[{number}\]" for number in cell.refs))))


def _emphasised(text: str) -> str:
    return f"*{escaped(text)}*" if text.strip() else ""


def _source(source: SourceEntry) -> str:
    head = ", ".join(filter(None, (source.outlet, source.published, source.relays)))
    words = f"**{escaped(source.marked)}**" if source.part else escaped(source.marked)
    sentence = f"{escaped(source.before, ends=False)}{words}{escaped(source.after, ends=False)}"
    link = f"  \n{_link(source.url)}" if source.url else ""
    return rf"\[{source.number}\] {escaped(head)}: {sentence}{link}"


def _link(url: str) -> str:
    """An address of the web as a link; anything else as text."""
    if url.startswith(("http://", "https://")) and not NOT_IN_AN_ADDRESS.search(url):
        return f"<{url}>"
    return escaped(url)


def escaped(text: str, ends: bool = True) -> str:
    """One line of text in which nothing is markup. `ends`: blanks at the ends are dropped.

    >>> escaped("*a* | <b>"), escaped("1. пункт")
    ('\\\\*a\\\\* \\\\| \\\\<b\\\\>', '1\\\\. пункт')
    """
    line = re.sub(r"\s+", " ", text)
    line = MARKUP.sub(r"\\\1", line.strip() if ends else line)
    return LIST_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", line)
