"""What commands print for people: plain text that reads on any console and survives a pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from dragoman.kb import KnowledgeBase
from dragoman.model.findings import Finding
from dragoman.model.records import Claim, Event, Quote, Reading
from dragoman.model.register import ClaimRecord, EventRecord, QuoteRecord, Record, Snapshot
from dragoman.model.text import Article, DateRange, Span
from dragoman.views.claims import ClaimLine
from dragoman.views.evidence import EvidenceLine
from dragoman.views.labels import label
from dragoman.views.lines import Line, line_of
from dragoman.views.naming import Naming
from dragoman.views.quotes import QuoteLine
from dragoman.views.status import Status
from dragoman.views.timeline import Timeline

WIDTH = 100
MARKED = frozenset({"person", "role", "pronoun", "group", "place", "state", "organisation", "institution", "body"})


# one reading, marked under its text


def reading_text(article: Article, reading: Reading, kb: KnowledgeBase) -> str:
    """An article with its mentions underlined, and under each paragraph the events, quotes and claims that begin there."""
    return "\n".join([*_head(reading), "", *_body(article.text, reading), *_tail(reading)])


def _head(reading: Reading) -> Iterator[str]:
    outlet = reading.outlet.name if reading.outlet else "издание не названо"
    side = f", сторона {reading.perspective.country}" if reading.perspective else ""
    yield f"━━ {outlet} · {reading.published or 'без даты'}{side} · {reading.id[:40]}"
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


# listings


def timeline_text(timeline: Timeline, lang: str) -> str:
    """The chronology as blocks: when, what, who; under it status, sources, dissents."""
    blocks = [_line(line, lang) for line in timeline.lines]
    if timeline.undated:
        blocks.append(label(lang, "heading", "undated"))
        blocks.extend(_line(line, lang) for line in timeline.undated)
    return "\n".join(blocks) if blocks else label(lang, "listing", "nothing")


def _line(line: Line, lang: str) -> str:
    traits = line.traits(lang)
    first = f"{line.when or '—'} · {line.type_label}{f' ({traits})' if traits else ''} · {line.who}"
    place = f" · {line.place}" if line.place else ""
    rows = _wrap(first + place, "", "    ")
    if line.subject:
        rows += _wrap(line.subject, "    ", "    ")
    rows += _wrap(f"{line.status_label} · {', '.join(line.outlets)} · {line.id}", "    ", "    ")
    for dissent in line.dissents:
        rows += _wrap(f"≠ {dissent}", "    ", "      ")
    return "\n".join(rows)


def _wrap(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)


def claims_text(lines: Sequence[ClaimLine], snapshot: Snapshot, naming: Naming) -> str:
    """Claims with the audit's answer and the records that were counted."""
    if not lines:
        return label(naming.language, "listing", "no_claims")
    return "\n\n".join("\n".join(_claim(line, snapshot, naming)) for line in lines)


def _claim(line: ClaimLine, snapshot: Snapshot, naming: Naming) -> Iterator[str]:
    day = line.published[:10] if line.published else "—"
    yield from _wrap(f"{day} · {line.kind_label} · {line.speaker} · {', '.join(line.outlets)} · {line.id}", "", "    ")
    yield from _wrap(" ".join(line.words.split()), "    ", "    ")
    yield from _wrap(f"⇒ {line.verdict_label}: {line.answer}", "    ", "      ")
    if line.verdict is not None and line.verdict.counts:
        yield from _counted(line, snapshot, naming)


def _counted(line: ClaimLine, snapshot: Snapshot, naming: Naming) -> Iterator[str]:
    counts = line.verdict.counts if line.verdict else ()
    edge = tuple(dict.fromkeys(i for count in counts for i in count.edge))
    inside = tuple(dict.fromkeys(i for count in counts for i in count.records if i not in edge))
    for mark, ids in (("+", inside), ("±", edge)):
        for id_ in ids:
            record = snapshot.event(id_)
            if record is not None:
                shown = line_of(record, naming)
                traits = shown.traits(naming.language)
                yield from _wrap(f"{mark} {shown.when} · {shown.who} · {shown.place} {traits} · {id_}", "      ", "        ")


def quotes_text(lines: Sequence[QuoteLine], lang: str) -> str:
    """Direct speech between marks, reported speech without."""
    blocks = []
    for line in lines:
        words = " ".join(line.text.split())
        shown = words if line.form == "indirect" else f"«{words}»"
        day = line.published[:10] if line.published else "—"
        head = f"{day} · {line.speaker} · {label(lang, 'form', line.form)} · {line.source.outlet_name or '—'} · {line.id}"
        blocks.append("\n".join([*_wrap(head, "", "    "), *_wrap(shown, "    ", "    ")]))
    return "\n".join(blocks) if blocks else label(lang, "listing", "no_quotes")


# the register and its records


def status_text(status: Status, findings: Sequence[Finding]) -> str:
    """The figures of a register, a line each."""
    rows = [
        f"articles     {status.articles}",
        "outlets      " + (", ".join(f"{name} {n}" for name, n in status.outlets) or "—"),
        f"published    {(status.first_published or '—')[:10]} … {(status.last_published or '—')[:10]}",
        f"events       {sum(n for _, n in status.events)}, {status.first_event or '—'} … {status.last_event or '—'}, undated {status.undated}",
        *(f"  {type_:28} {n}" for type_, n in status.events),
        f"claims       {status.claims}",
        f"quotes       {status.quotes}",
        *(f"  {kind:28} {n}" for kind, n in status.things),
        f"findings     {status.findings}",
    ]
    wrapped = [line for row in rows for line in _wrap(row, "", "             ")]
    return "\n".join([*wrapped, *(f"  ! {finding.message}" for finding in findings)])


def record_title(record: Record, naming: Naming) -> str:
    """What a record is, in one line."""
    if isinstance(record, EventRecord):
        return _line(line_of(record, naming), naming.language)
    if isinstance(record, ClaimRecord):
        return f"{record.id} · {claim_note(record.claim)}"
    if isinstance(record, QuoteRecord):
        return f"{record.id} · {quote_note(record.quote)}"
    return f"{record.id} · {record.kind} · {record.title} · {'–'.join(record.parties)}"


def evidence_text(lines: Sequence[EvidenceLine]) -> str:
    """Each source sentence with the words that count between ⟦ and ⟧."""
    blocks = []
    for line in lines:
        head = f"{line.outlet} · {(line.published or '—')[:10]} · {line.rule} · {line.label[:60]}"
        sentence = " ".join(f"{line.before}⟦{line.marked}⟧{line.after}".split())
        blocks.append("\n".join([*_wrap(head, "  ", "    "), *_wrap(sentence, "    ", "    ")]))
    return "\n".join(blocks)
