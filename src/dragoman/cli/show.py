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
