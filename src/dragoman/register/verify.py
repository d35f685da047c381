"""Whether the register is as it was put there: texts by their hashes, evidence by the texts, records by a merge."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from dragoman.model.findings import Finding
from dragoman.model.records import Reading
from dragoman.register import ledger, shelf
from dragoman.register.items import items_of
from dragoman.register.merge import merge, record_order


def verified(connection: Connection) -> Iterator[Finding]:
    """A finding for everything that is not as it was put there."""
    for row in shelf.all_articles(connection):
        yield from _of_article(connection, row)
    yield from _of_records(connection)


def revised(connection: Connection) -> Iterator[Finding]:
    """A finding for each article of which several revisions are kept."""
    slots: dict[str, list[Any]] = defaultdict(list)
    for row in shelf.all_articles(connection):
        if row.slot is not None:
            slots[row.slot].append(row)
    for rows in slots.values():
        if len(rows) > 1:
            said = f"{rows[0].label}: {len(rows)} revisions are kept; the newest is read"
            yield Finding(code="article-revised", message=said, articles=tuple(row.key for row in rows))


def _of_article(connection: Connection, row: Any) -> Iterator[Finding]:
    article = shelf.article_of(row)
    if article.sha256 != row.sha256 or article.key != row.key:
        yield _finding("text-changed", f"{row.label}: the stored text is not the one that was taken in", row.key)
    if row.raw is not None and row.raw_sha256 and hashlib.sha256(bytes(row.raw)).hexdigest() != row.raw_sha256:
        yield _finding("raw-changed", f"{row.label}: the stored bytes are not those that were taken in", row.key)
    reading = shelf.any_reading(connection, row.key)
    if reading is None:
        yield _finding("reading-missing", f"{row.label}: its reading is not there", row.key)
    else:
        yield from _of_evidence(reading, article.text, article.title)


def _of_evidence(reading: Reading, text: str, title: str | None) -> Iterator[Finding]:
    sources = {"text": text, "title": reading.title or title or ""}
    for item in items_of(reading):
        for evidence in item.evidence:
            if evidence.span.of(sources.get(evidence.where, "")) != evidence.text:
                which = f"{reading.id}: {item.kind} {item.index} ({evidence.rule})"
                yield _finding("evidence-moved", f"{which}: its words are not at {evidence.span}", reading.key)


def _of_records(connection: Connection) -> Iterator[Finding]:
    stored = tuple(sorted(ledger.all_records(connection), key=record_order))
    due = merge(shelf.all_readings(connection), shelf.all_judgements(connection))
    if stored == due:
        return
    differing = tuple(sorted({record.id for record in set(stored) ^ set(due)}))
    said = f"{len(differing)} records are not what a merge of the readings makes"
    yield Finding(code="records-differ", message=said, records=differing)


def _finding(code: str, message: str, article: str) -> Finding:
    return Finding(code=code, message=message, articles=(article,))
