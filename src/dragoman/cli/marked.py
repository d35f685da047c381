"""One reading as text: the article with its mentions underlined, and what was found under each paragraph."""

from __future__ import annotations

import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from dragoman.cli.lines import WIDTH, joined, short, wrapped
from dragoman.model.actors import Mention
from dragoman.model.records import Body, Claim, Document, Event, Project, Quote, Reading, Window
from dragoman.model.text import Article, DateRange, Span

T = TypeVar("T")

MARKED = frozenset({"person", "role", "pronoun", "group", "place", "state", "organisation", "institution", "body"})
"""Kinds of mentions that are underlined."""


def reading_text(article: Article, reading: Reading) -> str:
    """An article with its mentions underlined, and under each paragraph what begins there."""
    return "\n".join([*_head(reading), "", *_body(article.text, reading), *_tail(reading)])


def _head(reading: Reading) -> Iterator[str]:
    outlet = reading.outlet.name if reading.outlet else "outlet not named"
    side = f"side of {reading.perspective.country}" if reading.perspective else None
    yield "━━ " + joined(
        outlet, reading.published or "not dated", side, reading.section, reading.origin or short(reading.id)
    )
    if reading.relays:
        yield "   relayed from: " + ", ".join(f"{r.name} ({r.country or '?'})" for r in reading.relays)
    if reading.occasion:
        yield f"   said at: {reading.occasion.kind} {reading.occasion.partner or ''}".rstrip()


def _body(text: str, reading: Reading) -> Iterator[str]:
    named = Placed([(m.span, m) for m in reading.mentions if m.kind in MARKED and not m.adjective])
    notes = Placed([(span, f"{mark} {note}") for mark, span, note in _noted(reading)])
    for paragraph in _paragraphs(text):
        if any(noise.holds(paragraph) for noise in reading.noise):
            yield from (f"   ░ {part}" for part in textwrap.wrap(paragraph.of(text), WIDTH - 5))
        else:
            yield from _marked(text, paragraph, named)
            for _, note in notes.within(paragraph):
                yield from wrapped(note, "     ", "       ")
        yield ""


class Placed(Generic[T]):
    """Things by their places in the text, to be asked for a stretch of it: an article may have a hundred thousand."""

    def __init__(self, rows: Sequence[tuple[Span, T]]) -> None:
        self._rows = sorted(rows, key=lambda row: row[0])
        self._starts = [span.start for span, _ in self._rows]

    def within(self, span: Span) -> Sequence[tuple[Span, T]]:
        """Those that begin inside `span`, in text order."""
        return self._rows[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _paragraphs(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            yield Span(start, at + len(line.rstrip()))
        at += len(line) + 1


def _marked(text: str, paragraph: Span, named: Placed[Mention]) -> Iterator[str]:
    """The paragraph in lines, each with a line of marks and one of names under it where something is named."""
    for line in _wrapped(text, paragraph):
        yield "   " + line.of(text).replace("\t", " ").replace("\xa0", " ")
        here = named.within(line)
        if here:
            yield "   " + _marks(line, [span for span, _ in here])
            yield "   " + _names(line, [(span, _name(mention)) for span, mention in here])


def _wrapped(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > WIDTH:
        cut = text.rfind(" ", start + 1, start + WIDTH)
        cut = cut if cut > start else start + WIDTH
        yield Span(start, cut)
        start = cut + (text[cut : cut + 1] == " ")
    yield Span(start, paragraph.end)


def _marks(line: Span, spans: Iterable[Span]) -> str:
    row = [" "] * (len(line) + 1)
    for span in spans:
        for i in range(span.start - line.start, min(span.end, line.end) - line.start):
            row[i] = "─"
    return "".join(row).rstrip()


def _name(mention: Mention) -> str:
    """A short label: a state's code, a person's surname with the code, a place's name."""
    if mention.kind in ("state", "organisation"):
        return mention.country or "?"
    last = (mention.name or "?").split()[-1]
    return f"{last}·{mention.country}" if mention.country and mention.kind != "place" else last


def _names(line: Span, named: Sequence[tuple[Span, str]]) -> str:
    """Labels under their marks; one that has no room is moved right."""
    row = ""
    for span, name in named:
        at = span.start - line.start
        row = row.ljust(at) if len(row) <= at else row + " "
        row += name
    return row


def _noted(reading: Reading) -> Iterator[tuple[str, Span, str]]:
    """Mark, place and line of everything found: • event, » speech, # claim, ◦ what is between states, ! notice."""
    yield from (("•", e.evidence[0].span, event_text(e)) for e in reading.events)
    yield from (("»", q.span, quote_note(q)) for q in reading.quotes)
    yield from (("#", c.evidence[0].span, claim_note(c)) for c in reading.claims)
    things: tuple[Document | Body | Project, ...] = (*reading.documents, *reading.bodies, *reading.projects)
    for thing in things:
        yield from (("◦", found.span, thing_note(thing)) for found in thing.evidence[:1])
    for forum in reading.forums:
        yield from (("◦", e.span, f"forum: {forum.code} [{'–'.join(forum.members)}]") for e in forum.evidence[:1])
    for relation in reading.relations:
        note = f"relation: {relation.kind} [{'–'.join(relation.parties)}] {relation.words}"
        yield from (("◦", e.span, note) for e in relation.evidence[:1])
    for statement in reading.statements:
        whom = ", ".join(a.name or a.country or "?" for a in statement.addressees)
        note = f"statement: {statement.kind} {statement.speaker.name or '?'} → {whom or '?'}"
        yield from (("◦", e.span, note) for e in statement.evidence[:1])
    yield from (("!", n.span, n.message) for n in reading.notices if n.span)


def thing_note(thing: Document | Body | Project) -> str:
    """A document, body or project in one line."""
    name = thing.title if isinstance(thing, Document) else thing.name
    acts = ", ".join(f"{act.act} {act.date or ''}".strip() for act in thing.acts)
    return f"{type(thing).__name__.lower()}: {name} [{'–'.join(thing.parties)}] {acts}".rstrip()


def event_text(event: Event) -> str:
    """An event of a reading in one line."""
    who = "; ".join(f"{p.part} {p.name or ''} {p.country or '?'}".replace("  ", " ") for p in event.participants)
    return joined(
        f"{event.type} {event.status}",
        who,
        event.place.name if event.place else None,
        date_text(event.date),
        " ".join(filter(None, (event.visit_kind, event.occasion))),
        event.document or event.body or (f"{event.count} documents" if event.count else None),
        f"[{event.evidence[0].rule}]",
    )


def date_text(date: DateRange | None) -> str:
    """A date range as written."""
    if date is None:
        return ""
    return f"{date.start}…{date.end}" if date.end else date.start


def quote_note(quote: Quote) -> str:
    """A quote in one line: who, how, the first words."""
    who = quote.speaker.name if quote.speaker and quote.speaker.name else "speaker not established"
    words = " ".join(quote.text.split())
    return f"{quote.form} {who}: {words if len(words) <= 60 else words[:57] + '…'}"


def claim_note(claim: Claim) -> str:
    """A claim in one line."""
    sides = [a.name or a.country for a in (claim.subject, claim.object) if a]
    derived = claim.derived
    return joined(
        f"{claim.kind} {claim.comparator} {claim.value:.15g} {claim.unit}",
        " → ".join(filter(None, sides)),
        window_text(claim.window),
        f"→ {derived.act} {derived.date} {derived.document or derived.event or ''}" if derived else None,
    )


def window_text(window: Window | None) -> str:
    """The time that a count covers; "" where neither edge is known.

    >>> window_text(Window(start="2022-10-18")), window_text(Window(vague=True))
    ('2022-10-18…', '')
    """
    if window is None or not (window.start or window.end):
        return ""
    return f"{window.start or ''}…{window.end or ''}"


def _tail(reading: Reading) -> Iterator[str]:
    for notice in reading.notices:
        if notice.span is None:
            yield f"   ! {notice.message}"
