"""Composes a brief from views. Pure: the same snapshot and options give the same brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from dragoman.brief.claims import Claims
from dragoman.brief.model import Block, Brief, Cell, Entry, Options, Paragraph, Section, Table
from dragoman.brief.references import References
from dragoman.brief.speech import quote_entry, unmarked
from dragoman.brief.tables import Tables
from dragoman.model.register import CountingRule, Snapshot, Verdict
from dragoman.model.text import first_day, last_day
from dragoman.views.choice import HELD, Choice
from dragoman.views.coverage import Coverage
from dragoman.views.dyad import Dyad, Session, Visits, dyad
from dragoman.views.labels import counted, label, phrase
from dragoman.views.lines import Line
from dragoman.views.naming import Naming
from dragoman.views.quotes import Topic, utterances
from dragoman.views.things import ThingLine
from dragoman.views.when import point_text

MEETINGS = frozenset({"MEETING", "CALL", "CONSULTATIONS", "NEGOTIATIONS"})


def compose(
    snapshot: Snapshot,
    options: Options,
    naming: Naming,
    verdicts: Mapping[str, Verdict],
    rules: Sequence[CountingRule] = (),
    topics: Mapping[str, Topic] | None = None,
    texts: Mapping[str, str] | None = None,
) -> Brief:
    """The brief on `options.countries` in the naming's language.

    `verdicts`: by claim record. `rules`: to call counts by name. `topics`: country → whether words are about it, for
    the quotes. `texts`: article key → text, to show whole sentences as sources; without them the marked words alone.
    """
    choice = Choice(countries=options.countries, since=options.since, until=options.until, as_of=options.as_of)
    pair = dyad(snapshot, choice, naming, verdicts, topics)
    refs = References(naming.language, texts or {})
    composer = _Composer(pair, options, naming, refs, Claims(snapshot, naming, rules, refs, options.as_of))
    sections = composer.sections()
    language = naming.language
    return Brief(
        language=language,
        title=f"{label(language, 'heading', 'brief')}: {naming.country(pair.own)} – {naming.country(pair.other)}",
        period=phrase(language, "period", period=period_text(options, language)),
        as_of=phrase(language, "as_of", date=point_text(options.as_of.isoformat(), language)),
        sections=sections,
        sources_heading=label(language, "heading", "sources"),
        sources_note=phrase(language, "source_note"),
        sources=refs.entries(),
        colophon_heading=label(language, "heading", "colophon"),
        colophon=colophon(options, naming),
        generated=phrase(language, "generated", version=options.version, digest=snapshot.digest),
    )


def period_text(options: Options, language: str) -> str:
    """The period in words, its edges as days."""
    since = point_text(first_day(options.since).isoformat(), language) if options.since else None
    until = point_text(last_day(options.until).isoformat(), language) if options.until else None
    if since and until:
        return phrase(language, "between", since=since, until=until)
    if since:
        return phrase(language, "since", since=since)
    return phrase(language, "until", until=until) if until else phrase(language, "open_period")


def colophon(options: Options, naming: Naming) -> tuple[tuple[str, str], ...]:
    """The options, name and value; what was not given is left out."""
    values = (
        ("countries", ", ".join(options.countries)),
        ("since", options.since),
        ("until", options.until),
        ("as_of", options.as_of.isoformat()),
        ("known_at", options.known_at),
        ("language", naming.language),
        ("quotes", str(options.quotes)),
    )
    return tuple((phrase(naming.language, f"option_{name}"), value) for name, value in values if value)


class _Composer:
    """Makes the sections of one brief, in the order in which they are printed: source numbers ascend with them."""

    def __init__(self, pair: Dyad, options: Options, naming: Naming, refs: References, claims: Claims) -> None:
        self._pair = pair
        self._options = options
        self._naming = naming
        self._language = naming.language
        self._refs = refs
        self._tables = Tables(naming, refs)
        self._claims = claims

    def sections(self) -> tuple[Section, ...]:
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

    def _coverage(self) -> Iterable[Block]:
        yield from _coverage(self._pair.coverage, self._language)
        yield self._say("absence", small=True)

    def _summary(self) -> Iterable[Block]:
        counts = self._pair.counts
        if not counts:
            yield self._say("summary_none")
            return
        yield self._tables.counts(phrase(self._language, "summary_lead"), counts)
        if self._pair.contacts:
            yield self._tables.contacts(label(self._language, "heading", "contacts"), self._pair.contacts)

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
            yield self._tables.chronology(label(self._language, "heading", "chronology"), lines)
            yield self._say("not_held", small=True)

    def _meetings(self) -> Iterable[Block]:
        lines = [line for line in self._pair.timeline.lines if line.type in MEETINGS and line.status in HELD]
        if lines:
            yield self._tables.chronology(label(self._language, "heading", "meetings"), lines)

    def _documents(self) -> Iterable[Block]:
        if self._pair.signings or self._pair.documents:
            caption = label(self._language, "heading", "documents")
            yield self._tables.documents(caption, self._pair.signings, self._pair.documents)

    def _bodies(self) -> Iterable[Block]:
        return (self._body(session) for session in self._pair.bodies)

    def _body(self, session: Session) -> Entry:
        sources = session.body.sources if session.body else ()
        name = Cell(text=session.name, language=self._foreign(session.name_language), refs=self._refs.numbers(sources))
        acts = (Cell(text=session.body.acts, small=True),) if session.body and session.body.acts else ()
        return Entry(lines=(name, *acts), items=tuple(self._dated(line) for line in session.sessions))

    def _dated(self, line: Line) -> Cell:
        place = f", {line.place}" if line.place else ""
        state = f" – {line.status_label}" if line.status != "occurred" else ""
        return Cell(text=f"{line.when}: {line.type_label}{place}{state}", refs=self._refs.numbers(line.sources))

    def _projects(self) -> Iterable[Block]:
        return (self._thing(thing) for thing in self._pair.projects)

    def _forums(self) -> Iterable[Block]:
        known = [self._thing(thing) for thing in self._pair.forums]
        pair = {self._pair.own, self._pair.other}
        sessions = [line for line in self._pair.timeline.lines if line.type == "SUMMIT_OR_BODY_SESSION"]
        wider = [
            line for line in sessions if {p.country for p in line.parties if p.country} - pair and line.status in HELD
        ]
        if wider:
            return (*known, self._tables.chronology(phrase(self._language, "sessions_together"), wider))
        return known

    def _thing(self, thing: ThingLine) -> Entry:
        title = Cell(
            text=thing.title, language=self._foreign(thing.title_language), refs=self._refs.numbers(thing.sources)
        )
        remarks = [Cell(text=text, small=True) for text in (thing.acts, thing.note) if text]
        return Entry(lines=(title, *remarks))

    def _statements(self) -> Iterable[Block]:
        yield from (self._characterised(thing) for thing in self._pair.relations)
        yield from (self._stated(thing) for thing in self._pair.statements)

    def _characterised(self, thing: ThingLine) -> Entry:
        """A paraphrase: the words are those of the article, and stand between no marks."""
        lead = Cell(text=self._by(thing), refs=self._refs.numbers(thing.sources))
        return Entry(lines=(lead, Cell(text=unmarked(thing.title), language=self._foreign("ru"))))

    def _stated(self, thing: ThingLine) -> Entry:
        addressees = [value for name, value in thing.detail if name == "addressee"]
        shown = ", ".join(filter(None, (self._naming.person(None, name) for name in addressees)))
        text = f"{self._by(thing)} → {shown}" if shown else self._by(thing)
        return Entry(lines=(Cell(text=text, refs=self._refs.numbers(thing.sources)),))

    def _by(self, thing: ThingLine) -> str:
        told = point_text(thing.told, self._language) if thing.told else ""
        by = ", ".join(filter(None, (thing.speaker, told)))
        return f"{by}: {thing.kind_label}" if by else thing.kind_label

    def _quotes(self) -> Iterable[Block]:
        spoken = utterances(self._pair.quotes)
        shown = spoken[-self._options.quotes :] if self._options.quotes else ()
        if len(shown) < len(spoken):
            yield self._say("shown_of", small=True, shown=len(shown), total=len(spoken))
        yield from (quote_entry(pieces, self._language, self._refs) for pieces in shown)

    def _checked(self) -> Iterable[Block]:
        return (self._claims.entry(line) for line in self._pair.claims)

    def _planned(self) -> Iterable[Block]:
        if self._pair.ahead:
            yield self._tables.ahead(label(self._language, "heading", "planned"), self._pair.ahead)

    def _undated(self) -> Iterable[Block]:
        lines = [line for line in self._pair.timeline.undated if line.status in HELD]
        if lines:
            yield self._tables.chronology(label(self._language, "heading", "undated"), lines)

    def _foreign(self, language: str) -> str | None:
        return language if language != self._language else None


def _without_echo(block: Block, heading: str) -> Block:
    """A table whose caption would only say the heading again keeps it for those who cannot see the page."""
    if isinstance(block, Table) and block.caption == heading:
        return msgspec.structs.replace(block, captioned=False)
    return block


def _coverage(coverage: Coverage, language: str) -> Iterable[Paragraph]:
    if not coverage.articles:
        yield Paragraph(cell=Cell(text=phrase(language, "coverage_none")))
    else:
        yield Paragraph(cell=Cell(text=_about_pair(coverage, language)))
        yield Paragraph(cell=Cell(text=", ".join(f"{name} ({n})" for name, n in coverage.outlets)))
    register = phrase(
        language,
        "register",
        articles=counted(language, "article", coverage.register_articles),
        outlets=counted(language, "outlet", coverage.register_outlets),
    )
    yield Paragraph(cell=Cell(text=register))


def _about_pair(coverage: Coverage, language: str) -> str:
    unknown = phrase(language, "undated")
    return phrase(
        language,
        "coverage",
        articles=counted(language, "article", coverage.articles),
        outlets=counted(language, "outlet", len(coverage.outlets)),
        first=point_text(coverage.first, language) if coverage.first else unknown,
        last=point_text(coverage.last, language) if coverage.last else unknown,
    )
