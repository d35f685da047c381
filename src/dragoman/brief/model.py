"""A brief's content as values: sections of paragraphs, tables and entries, each line with its sources' numbers."""

from __future__ import annotations

import datetime as dt

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief was asked for; it is printed in it, so that it can be made again.

    `countries`: the own side first. `as_of`: the day from which is looked, given from outside: nothing here asks a
    clock. `known_at`: what the register knew by then, None: all that it knows. `version`: Dragoman's.
    `quotes`: the most that are shown; the brief says so where there are more.
    """

    countries: tuple[str, str]
    as_of: dt.date
    version: str
    since: str | None = None
    until: str | None = None
    known_at: str | None = None
    quotes: int = 20


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Some text. `language`: its own, None: the brief's. `badge`: code of a status or verdict to show it as.

    `refs`: numbers of its sources. `small`: a remark beside the matter.
    """

    text: str
    language: str | None = None
    badge: str | None = None
    refs: tuple[int, ...] = ()
    small: bool = False

    @classmethod
    def plain(cls, text: str) -> Cell:
        """Just a text."""
        return cls(text=text)


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, tag="paragraph"):
    """Running text."""

    cell: Cell


class Table(msgspec.Struct, frozen=True, kw_only=True, tag="table"):
    """`widths`: how wide the columns are, relative to each other. A cell may hold several pieces, each its own line.

    `captioned`: the caption is shown; otherwise it only says what the heading has said.
    """

    caption: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[tuple[Cell, ...], ...], ...]
    captioned: bool = True


class Entry(msgspec.Struct, frozen=True, kw_only=True, tag="entry"):
    """A matter with what belongs to it: a claim with the records counted, a quote with its speaker. `items`: a list."""

    lines: tuple[Cell, ...]
    items: tuple[Cell, ...] = ()


Block = Paragraph | Table | Entry


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """`key`: stable, in every language the same."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One source sentence: `before` + `marked` + `after`, with who published it and when (in words, "" unknown)."""

    number: int
    outlet: str
    published: str
    relays: str
    before: str
    marked: str
    after: str
    url: str | None

    @property
    def part(self) -> bool:
        """Whether the marked words are but a part of the sentence, so that marking them tells something."""
        return any(char.isalnum() for char in self.before + self.after)


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The whole. `sources_language`: of the source sentences; `colophon`: how it was made, name and value."""

    language: str
    title: str
    period: str
    as_of: str
    sections: tuple[Section, ...]
    sources_heading: str
    sources_note: str
    sources: tuple[SourceEntry, ...]
    colophon_heading: str
    colophon: tuple[tuple[str, str], ...]
    generated: str
    sources_language: str = "ru"
