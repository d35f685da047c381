"""Reading own-written sentences, and events in one line each, for tables that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tests.cases import KB

from dragoman.kb import load_kb
from dragoman.model.records import Event, Reading
from dragoman.model.text import Article
from dragoman.reading import read_batch

PUBLISHED = "2023-05-10"


@cache
def _read(texts: tuple[str, ...]) -> tuple[Reading, ...]:
    articles = [Article(text=text, published=PUBLISHED) for text in texts]
    return tuple(read_batch(articles, load_kb(KB)))


def readings(texts: Sequence[str]) -> tuple[Reading, ...]:
    """Each sentence as an article of 10 May 2023 in the invented world."""
    return _read(tuple(texts))


def shown(event: Event) -> str:
    """TYPE status, parties with their parts, @place, date, kind; what is absent left out."""
    date = f"{event.date.start}{'..' + event.date.end if event.date.end else ''}" if event.date else ""
    words = [
        event.type,
        event.status,
        *(f"{p.actor or p.country}:{p.part}" for p in event.participants),
        f"@{event.place.name}" if event.place else "",
        date,
        event.visit_kind or "",
        f"«{event.document}»" if event.document else "",
        f"×{event.count}" if event.count else "",
    ]
    return " ".join(word for word in words if word)
