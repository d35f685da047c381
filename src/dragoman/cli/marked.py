"""One reading as text: the article with its mentions underlined, and what was found under each paragraph."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from dragoman.cli.lines import WIDTH, short
from dragoman.model.records import Body, Claim, Document, Event, Project, Quote, Reading
from dragoman.model.text import Article, DateRange, Span

MARKED = frozenset({"person", "role", "pronoun", "group", "place", "state", "organisation", "institution", "body"})
"""Kinds of mentions that are underlined."""

def reading_text(article: Article, reading: Reading) -> str:
    """An article with its mentions underlined, and under each paragraph the events, quotes and claims that begin there."""
    return "\n".join([*_head(reading), "", *_body(article.text, reading), *_tail(reading)])


def _head(reading: Reading) -> Iterator[str]:
    outlet = reading.outlet.name if reading.outlet else "издание не названо"
    side = f", сторона {reading.perspective.country}" if reading.perspective else ""
    yield f"━━ {outlet} · {reading.published or 'без даты'}{side} · {short(reading.id)}"
    if reading.relays:
        yield "   со ссылкой на: " + ", ".join(f"{r.name} ({r.country or '?'})" for r in reading.relays)
    if reading.occasion:
        yield f"   повод: {reading.occasion.kind} {reading.occasion.partner or ''}".rstrip()


def _body(text: str, reading: Reading) -> Iterator[str]:
    for paragraph in _paragraphs(text):
        if any(noise.holds(paragraph) for noise in reading.noise):
            yield from (f"   ░ {part}" for part in textwrap.wrap(paragraph.of(text), WIDTH - 5))
        else:
            yield from _marked(text, paragraph, reading)
            yield from _notes(text, paragraph, reading)
        yield ""


def _paragraphs(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            yield Span(start, at + len(line.rstrip()))
        at += len(line) + 1


def _marked(text: str, paragraph: Span, reading: Reading) -> Iterator[str]:
    """The paragraph in lines, each with a line of marks and one of names under it where something is named."""
    for line in _wrapped(text, paragraph):
        yield "   " + line.of(text).replace("\t", " ").replace("\xa0", " ")
        named = [m for m in reading.mentions if m.kind in MARKED and line.start <= m.span.start < line.end and not m.adjective]
        if named:
            yield "   " + _marks(line, [m.span for m in named])
            yield "   " + _names(line, [(m.span, _name(m.name, m.country, m.kind)) for m in named])


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


def _name(name: str | None, country: str | None, kind: str) -> str:
    if kind in ("state", "organisation"):
        return country or "?"
    surname = (name or "?").split()[-1]
    return f"{surname}·{country}" if country and kind not in ("place",) else surname


def _names(line: Span, named: Sequence[tuple[Span, str]]) -> str:
    """Labels under their marks; one that has no room is moved right."""
    row = ""
    for span, name in named:
        at = span.start - line.start
        row = row.ljust(at) if len(row) <= at else row + " "
        row += name
    return row


def _notes(text: str, paragraph: Span, reading: Reading) -> Iterator[str]:
    inside = [("•", e.evidence[0].span, event_text(e)) for e in reading.events]
    inside += [("»", q.span, quote_note(q)) for q in reading.quotes]
    inside += [("#", c.evidence[0].span, claim_note(c)) for c in reading.claims]
    things = (*reading.documents, *reading.bodies, *reading.projects)
    inside += [("◦", t.evidence[0].span, _thing(t)) for t in things if t.evidence]
    inside += [("!", n.span, n.message) for n in reading.notices if n.span]
    for mark, span, note in sorted(inside, key=lambda row: row[1]):
        if paragraph.start <= span.start < paragraph.end:
            yield from textwrap.wrap(f"{mark} {note}", WIDTH, initial_indent="     ", subsequent_indent="       ")


def _thing(thing: object) -> str:
    name = getattr(thing, "title", None) or getattr(thing, "name", "")
    acts = ", ".join(f"{a.act} {a.date or ''}".strip() for a in getattr(thing, "acts", ()))
    parties = "–".join(getattr(thing, "parties", ()))
    return f"{type(thing).__name__.lower()}: {name} [{parties}] {acts}".rstrip()


def event_text(event: Event) -> str:
    """An event of a reading in one line."""
    who = "; ".join(f"{p.part} {p.name or ''} {p.country or '?'}".replace("  ", " ") for p in event.participants)
    parts = [
        f"{event.type} {event.status}",
        who,
        event.place.name if event.place else "",
        date_text(event.date),
        " ".join(filter(None, (event.visit_kind, event.occasion))),
        event.document or event.body or "",
        f"[{event.evidence[0].rule}]",
    ]
    return " · ".join(part for part in parts if part)


def date_text(date: DateRange | None) -> str:
    """A date range as written."""
    if date is None:
        return ""
    return f"{date.start}…{date.end}" if date.end else date.start


def quote_note(quote: Quote) -> str:
    """A quote in one line: who, how, the first words."""
    who = quote.speaker.name if quote.speaker and quote.speaker.name else "кто — не установлено"
    words = " ".join(quote.text.split())
    short = words if len(words) <= 60 else words[:57] + "…"
    return f"{quote.form} {who}: {short}"


def claim_note(claim: Claim) -> str:
    """A claim in one line."""
    who = (claim.subject.name or claim.subject.country) if claim.subject else ""
    whom = (claim.object.name or claim.object.country) if claim.object else ""
    window = f"{claim.window.start or '…'}…{claim.window.end or '…'}" if claim.window else ""
    derived = f"→ {claim.derived.act} {claim.derived.date} {claim.derived.document or ''}".rstrip() if claim.derived else ""
    sides = f"{who} → {whom}" if who and whom else who or whom or ""
    return " · ".join(filter(None, (f"{claim.kind} {claim.comparator} {claim.value:g} {claim.unit}", sides, window, derived)))


def _tail(reading: Reading) -> Iterator[str]:
    for notice in reading.notices:
        if notice.span is None:
            yield f"   ! {notice.message}"


