"""What listings and records look like as text: plain lines that read on any console and survive a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.cli.lines import WIDTH, joined, short, wrapped
from dragoman.cli.marked import claim_note, quote_note
from dragoman.model.findings import Finding
from dragoman.model.register import ClaimRecord, EventRecord, QuoteRecord, Record, Snapshot
from dragoman.register.store import ArticleNotice
from dragoman.views.claims import ClaimLine
from dragoman.views.evidence import EvidenceLine
from dragoman.views.labels import label
from dragoman.views.lines import Line, line_of
from dragoman.views.naming import Naming
from dragoman.views.quotes import QuoteLine
from dragoman.views.status import Status
from dragoman.views.timeline import Timeline

PLURALS = {
    "document": "documents",
    "body": "bodies",
    "project": "projects",
    "forum": "forums",
    "relation": "relations",
    "statement": "statements",
}
"""Kinds of things, of which there are several."""

MOST_NOTICES = 20
"""Notices that `status` lists; a register of a thousand articles has more than anybody reads there."""


def timeline_text(timeline: Timeline, lang: str) -> str:
    """The chronology as blocks: when, what, who; under it status, sources, dissents."""
    blocks = [line_text(line, lang) for line in timeline.lines]
    if timeline.undated:
        blocks.append(label(lang, "heading", "undated"))
        blocks.extend(line_text(line, lang) for line in timeline.undated)
    return "\n".join(blocks) if blocks else label(lang, "listing", "nothing")


def line_text(line: Line, lang: str) -> str:
    """One event of a chronology."""
    traits = line.traits(lang)
    what = f"{line.type_label} ({traits})" if traits else line.type_label
    rows = wrapped(joined(line.when or "—", what, line.who, line.place))
    rows += wrapped(line.subject, "    ")
    rows += wrapped(joined(line.status_label, ", ".join(line.outlets), line.id), "    ")
    for dissent in line.dissents:
        rows += wrapped(f"≠ {dissent}", "    ", "      ")
    return "\n".join(rows)


def claims_text(lines: Sequence[ClaimLine], snapshot: Snapshot, naming: Naming) -> str:
    """Claims with the audit's answer and the records that were counted."""
    if not lines:
        return label(naming.language, "listing", "no_claims")
    return "\n\n".join("\n".join(_claim(line, snapshot, naming)) for line in lines)


def _claim(line: ClaimLine, snapshot: Snapshot, naming: Naming) -> Iterator[str]:
    yield from wrapped(joined(_day(line.published), line.kind_label, line.speaker, ", ".join(line.outlets), line.id))
    yield from wrapped(line.words, "    ")
    yield from wrapped(f"⇒ {line.verdict_label}: {line.answer}", "    ", "      ")
    yield from _counted(line, snapshot, naming)


def _counted(line: ClaimLine, snapshot: Snapshot, naming: Naming) -> Iterator[str]:
    """The records of all counts, each once: `+` for those that every count has, `±` for those at the window's edge."""
    counts = line.verdict.counts if line.verdict else ()
    edge = tuple(dict.fromkeys(i for count in counts for i in count.edge))
    inside = tuple(dict.fromkeys(i for count in counts for i in count.records if i not in edge))
    for mark, ids in (("+", inside), ("±", edge)):
        for record in filter(None, map(snapshot.event, ids)):
            shown = line_of(record, naming)
            told = joined(shown.when, shown.who, shown.place, shown.traits(naming.language), shown.subject, shown.id)
            yield from wrapped(f"{mark} {told}", "      ", "        ")


def quotes_text(lines: Sequence[QuoteLine], lang: str) -> str:
    """Direct speech between marks, reported speech without."""
    blocks = ["\n".join(_quote(line, lang)) for line in lines]
    return "\n".join(blocks) if blocks else label(lang, "listing", "no_quotes")


def _quote(line: QuoteLine, lang: str) -> Iterator[str]:
    outlet = line.source.outlet_name or line.source.label
    yield from wrapped(joined(_day(line.published), line.speaker, label(lang, "form", line.form), outlet, line.id))
    yield from wrapped(line.text if line.form == "indirect" else f"«{line.text}»", "    ")


def _day(published: str | None) -> str:
    return published[:10] if published else "—"


# the register and its records


def status_text(status: Status, findings: Sequence[Finding], notices: Sequence[ArticleNotice]) -> str:
    """The figures of a register, a line each, and what wants a person's eye."""
    rows = [
        f"articles     {status.articles}",
        "outlets      " + (", ".join(f"{name} {n}" for name, n in status.outlets) or "—"),
        f"published    {_day(status.first_published)} … {_day(status.last_published)}",
        f"events       {sum(n for _, n in status.events)}"
        + (f", {status.first_event} … {status.last_event}" if status.first_event else "")
        + (f", {status.undated} undated" if status.undated else ""),
        *(f"  {type_:28} {n}" for type_, n in status.events),
        f"claims       {status.claims}",
        f"quotes       {status.quotes}",
        *(f"{PLURALS.get(kind, kind):12} {n}" for kind, n in status.things),
        f"findings     {status.findings}",
    ]
    return "\n".join([*(line for row in rows for line in _row(row)), *_findings(findings, notices)])


def _row(row: str) -> list[str]:
    """A figure's line as it stands; only the list of outlets is long enough to be wrapped."""
    return [row] if len(row) <= WIDTH else _wrapped_row(row)


def _wrapped_row(row: str) -> list[str]:
    """A row whose second column goes on under itself."""
    head, rest = row[:13], row[13:]
    return wrapped(rest, head, " " * 13)


def _findings(findings: Sequence[Finding], notices: Sequence[ArticleNotice]) -> Iterator[str]:
    for finding in findings:
        yield from wrapped(f"! {finding.message}", "  ")
    for told in notices[:MOST_NOTICES]:
        yield from wrapped(f"! {told.label}: {told.notice.message}", "  ")
    if len(notices) > MOST_NOTICES:
        yield f"  … and {len(notices) - MOST_NOTICES} more notices of articles; `dragoman read` shows them in place"


def record_title(record: Record, naming: Naming) -> str:
    """What a record is, in one line or a few."""
    if isinstance(record, EventRecord):
        return line_text(line_of(record, naming), naming.language)
    if isinstance(record, ClaimRecord):
        return f"{record.id} · {claim_note(record.claim)}"
    if isinstance(record, QuoteRecord):
        return f"{record.id} · {quote_note(record.quote)}"
    return joined(record.id, label(naming.language, "thing", record.kind), record.title, "–".join(record.parties))


def evidence_text(lines: Sequence[EvidenceLine]) -> str:
    """Each source sentence with the words that count between ⟦ and ⟧."""
    return "\n".join(row for line in lines for row in _evidence(line))


def _evidence(line: EvidenceLine) -> Iterator[str]:
    whose = line.outlet if line.outlet == line.label else f"{line.outlet} ({line.label})"
    yield from wrapped(joined(short(whose), _day(line.published), line.rule, line.url), "  ")
    yield from wrapped(f"{line.before}⟦{line.marked}⟧{line.after}", "    ")
