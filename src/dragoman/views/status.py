"""What the register holds, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from dragoman.model.register import Snapshot
from dragoman.views.choice import held


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """`outlets`: name and number of articles. `events`, `things`: type and number of records, most first.

    `first_published`, `last_published` None: no article has a date. `first_event`, `last_event`: days of what came
    about, None without any. `undated`: events without a date. `findings`: how many want a person's eye.
    """

    articles: int
    outlets: tuple[tuple[str, int], ...]
    first_published: str | None
    last_published: str | None
    first_event: str | None
    last_event: str | None
    undated: int
    events: tuple[tuple[str, int], ...]
    things: tuple[tuple[str, int], ...]
    claims: int
    quotes: int
    findings: int
    digest: str


def status(snapshot: Snapshot, findings: int = 0) -> Status:
    """The figures of a snapshot; `findings` are counted by others and handed in."""
    dates = [event.date for event in snapshot.events if event.date and held(event)]
    return Status(
        articles=snapshot.articles,
        outlets=snapshot.outlets,
        first_published=snapshot.first_published,
        last_published=snapshot.last_published,
        first_event=min(date.first for date in dates).isoformat() if dates else None,
        last_event=max(date.last for date in dates).isoformat() if dates else None,
        undated=sum(event.date is None for event in snapshot.events),
        events=_by_number(event.type for event in snapshot.events),
        things=_by_number(thing.kind for thing in snapshot.things),
        claims=len(snapshot.claims),
        quotes=len(snapshot.quotes),
        findings=findings,
        digest=snapshot.digest,
    )


def _by_number(kinds: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(kinds).items(), key=lambda pair: (-pair[1], pair[0])))
