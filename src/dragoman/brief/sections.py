"""The sections of a brief, from a dyad."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from dragoman.brief.claims import Claims
from dragoman.brief.coverage import coverage_paragraphs
from dragoman.brief.model import Block, Cell, Options, Paragraph, Section, Table
from dragoman.brief.references import References
from dragoman.brief.speech import quote_entry
from dragoman.brief.tables import Tables
from dragoman.brief.things import Things
from dragoman.views.choice import HELD
from dragoman.views.dyad import Dyad, Visits
from dragoman.views.labels import label, phrase
from dragoman.views.naming import Naming
from dragoman.views.quotes import utterances

MEETINGS = frozenset({"MEETING", "CALL", "CONSULTATIONS", "NEGOTIATIONS"})


class Sections:
    """Makes the sections of one brief, in the order in which they are printed: source numbers ascend with them."""

    def __init__(self, pair: Dyad, options: Options, naming: Naming, refs: References, claims: Claims) -> None:
        self._pair = pair
        self._options = options
        self._naming = naming
        self._language = naming.language
        self._refs = refs
        self._tables = Tables(naming, refs)
        self._things = Things(naming, refs)
        self._claims = claims

    def all(self) -> tuple[Section, ...]:
        """Every section, an empty one too: it says that nothing is on record."""
        made: tuple[tuple[str, Callable[[], Iterable[Block]]], ...] = (
            ("coverage", self._coverage),
            ("summary", self._summary),
            ("visits", self._visits),
            ("chronology", self._chronology),
            ("meetings", self._meetings),
            ("documents", self._documents),
            ("bodies", self._bodies),
            ("projects", self._projects),
            ("forums", self._forums),
            ("statements", self._statements),
            ("quotes", self._quotes),
            ("claims", self._checked),
            ("planned", self._planned),
            ("undated", self._undated),
        )
        return tuple(self._section(key, tuple(blocks())) for key, blocks in made)

    def _section(self, key: str, blocks: tuple[Block, ...]) -> Section:
        heading = label(self._language, "heading", key)
        blocks = tuple(_without_echo(block, heading) for block in blocks)
        return Section(key=key, heading=heading, blocks=blocks or (self._say("none", small=True),))

    def _say(self, key: str, /, *, small: bool = False, **values: str | int) -> Paragraph:
        return Paragraph(cell=Cell(text=self._text(key, **values), small=small))

    def _text(self, key: str, /, **values: str | int) -> str:
        return phrase(self._language, key, **values)

    def _heading(self, key: str) -> str:
        return label(self._language, "heading", key)

    def _coverage(self) -> Iterable[Block]:
        yield from coverage_paragraphs(self._pair.coverage, self._language)
        yield self._say("absence", small=True)

    def _summary(self) -> Iterable[Block]:
        if not self._pair.counts:
            yield self._say("summary_none")
            return
        yield self._tables.counts(self._text("summary_lead"), self._pair.counts)
        if self._pair.contacts:
            yield self._tables.contacts(self._heading("contacts"), self._pair.contacts)

    def _visits(self) -> Iterable[Block]:
        for way in self._pair.visits:
            yield from self._one_way(way)

    def _one_way(self, way: Visits) -> Iterable[Block]:
        visitor, host = self._naming.country(way.visitor), self._naming.country(way.host)
        if way.counted:
            caption = self._text("visits_of", visitor=visitor, host=host, count=len(way.counted))
            yield self._tables.visits(caption, way.counted)
        else:
            yield self._say("visits_none", visitor=visitor, host=host)
        if way.inferred:
            caption = self._text("visits_inferred", visitor=visitor, host=host, count=len(way.inferred))
            yield self._tables.visits(caption, way.inferred)
            yield self._say("inferred_note", small=True)

    def _chronology(self) -> Iterable[Block]:
        lines = [line for line in self._pair.timeline.lines if line.status in HELD and not line.inferred]
        if lines:
            yield self._tables.chronology(self._heading("chronology"), lines)
            yield self._say("not_held", small=True)

    def _meetings(self) -> Iterable[Block]:
        lines = [line for line in self._pair.timeline.lines if line.type in MEETINGS and line.status in HELD]
        if lines:
            yield self._tables.chronology(self._heading("meetings"), lines)

    def _documents(self) -> Iterable[Block]:
        if self._pair.signings or self._pair.documents:
            yield self._tables.documents(self._heading("documents"), self._pair.signings, self._pair.documents)

    def _bodies(self) -> Iterable[Block]:
        return (self._things.body(session) for session in self._pair.bodies)

    def _projects(self) -> Iterable[Block]:
        return (self._things.thing(thing) for thing in self._pair.projects)

    def _forums(self) -> Iterable[Block]:
        """Groupings that both belong to, and sessions at which both sat with others."""
        yield from (self._things.thing(thing) for thing in self._pair.forums)
        if self._pair.multilateral:
            yield self._tables.chronology(self._text("sessions_together"), self._pair.multilateral)

    def _statements(self) -> Iterable[Block]:
        yield from (self._things.characterised(thing) for thing in self._pair.relations)
        yield from (self._things.stated(thing) for thing in self._pair.statements)

    def _quotes(self) -> Iterable[Block]:
        spoken = utterances(self._pair.quotes)
        shown = spoken[-self._options.quotes :] if self._options.quotes else ()
        if len(shown) < len(spoken):
            yield self._say("shown_of", small=True, shown=len(shown), total=len(spoken))
        yield from (quote_entry(pieces, self._language, self._refs) for pieces in shown)

    def _checked(self) -> Iterable[Block]:
        """Each claim that could be checked with its records; the others in a table."""
        checked = [line for line in self._pair.claims if line.verdict and line.verdict.verdict != "uncheckable"]
        yield from (self._claims.entry(line) for line in checked)
        others = [line for line in self._pair.claims if line not in checked]
        if others:
            yield self._claims.table(self._text("claims_unchecked"), others)

    def _planned(self) -> Iterable[Block]:
        if self._pair.ahead:
            yield self._tables.ahead(self._heading("planned"), self._pair.ahead)

    def _undated(self) -> Iterable[Block]:
        lines = [line for line in self._pair.timeline.undated if line.status in HELD]
        if lines:
            yield self._tables.chronology(self._heading("undated"), lines)


def _without_echo(block: Block, heading: str) -> Block:
    """A table whose caption would only say the heading again keeps it for those who cannot see the page."""
    if isinstance(block, Table) and block.caption == heading:
        return msgspec.structs.replace(block, captioned=False)
    return block
