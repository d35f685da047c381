"""Everything on record between two states."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.model.register import EventRecord, Snapshot, Source, Verdict
from dragoman.views.bodies import Session, bodies_of
from dragoman.views.choice import HELD, Choice, held, standing
from dragoman.views.claims import ClaimLine, claims
from dragoman.views.coverage import Coverage, coverage_of
from dragoman.views.labels import label
from dragoman.views.lines import Line, line_of
from dragoman.views.naming import Naming
from dragoman.views.quotes import QuoteLine, Topic, quotes
from dragoman.views.things import ThingLine, things
from dragoman.views.timeline import Timeline, chosen, timeline

CONTACTS = frozenset({"VISIT", "MEETING", "CALL", "SUMMIT_OR_BODY_SESSION", "CONSULTATIONS", "NEGOTIATIONS", "SIGNING"})
"""Types in which the two sides deal with each other; a letter or an appointment is none."""

RANKS = (
    "head_of_state",
    "head_of_government",
    "speaker",
    "foreign_minister",
    "deputy_head",
    "minister",
    "deputy_minister",
    "ambassador",
)
"""Protocol order, highest first; foreign ministers apart from other ministers."""


class TypeCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often a type of event was held in the period: by year in order, and in all. Inferred visits are not in it."""

    type: str
    label: str
    years: tuple[tuple[int, int], ...]
    total: int


class Visits(msgspec.Struct, frozen=True, kw_only=True):
    """Visits one way: `counted` were held, `inferred` follow from attendance and are counted apart."""

    visitor: str
    host: str
    counted: tuple[Line, ...]
    inferred: tuple[Line, ...]


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """The latest contact on a level."""

    rank: str
    label: str
    line: Line


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of states in a period. `own` is the side that is named first; nothing else depends on the order."""

    own: str
    other: str
    coverage: Coverage
    timeline: Timeline
    counts: tuple[TypeCount, ...]
    visits: tuple[Visits, Visits]
    contacts: tuple[Contact, ...]
    ahead: tuple[Line, ...]
    signings: tuple[Line, ...]
    multilateral: tuple[Line, ...]
    documents: tuple[ThingLine, ...]
    bodies: tuple[Session, ...]
    projects: tuple[ThingLine, ...]
    forums: tuple[ThingLine, ...]
    relations: tuple[ThingLine, ...]
    statements: tuple[ThingLine, ...]
    claims: tuple[ClaimLine, ...]
    quotes: tuple[QuoteLine, ...]


def dyad(
    snapshot: Snapshot,
    choice: Choice,
    naming: Naming,
    verdicts: Mapping[str, Verdict],
    topics: Mapping[str, Topic] | None = None,
) -> Dyad:
    """The pair `choice.countries`. Raises ValueError unless it names two.

    `topics`: country → whether a text is about it (`quotes.country_topic`); without them no quotes are chosen.
    """
    own, other = _two(choice.countries)
    dated, undated = chosen(snapshot, choice)
    line = timeline(snapshot, choice, naming)
    kinds = {
        kind: things(snapshot, kind, choice, naming)
        for kind in ("document", "project", "forum", "relation", "statement")
    }
    said = _claims_in(snapshot, choice, naming, verdicts)
    spoken = _quotes_between(snapshot, choice, naming, topics or {})
    return Dyad(
        own=own,
        other=other,
        coverage=coverage_of(snapshot, _all_sources(line, kinds.values(), said)),
        timeline=line,
        counts=counts_of(dated, choice.as_of, naming.language),
        visits=(visits_of(dated, own, other, naming, choice.as_of), visits_of(dated, other, own, naming, choice.as_of)),
        contacts=contacts_of(dated, own, other, naming, choice.as_of),
        ahead=_lines((e for e in (*dated, *undated) if not _came_about(e, choice.as_of)), naming, choice.as_of),
        signings=_lines((e for e in dated if e.type == "SIGNING" and held(e, choice.as_of)), naming, choice.as_of),
        multilateral=_lines((e for e in dated if _with_others(e, own, other, choice.as_of)), naming, choice.as_of),
        documents=kinds["document"],
        bodies=bodies_of(snapshot, dated, choice, naming),
        projects=kinds["project"],
        forums=kinds["forum"],
        relations=kinds["relation"],
        statements=kinds["statement"],
        claims=said,
        quotes=spoken,
    )


def _two(countries: tuple[str, ...]) -> tuple[str, str]:
    if len(set(countries)) != 2:
        raise ValueError(f"a dyad is two states, given: {countries}")
    return countries[0], countries[1]


def counts_of(events: Sequence[EventRecord], as_of: dt.date | None, language: str) -> tuple[TypeCount, ...]:
    """How often each type was held, most frequent first. An event over New Year counts in the year it began."""
    tally: dict[str, Counter[int]] = {}
    for event in events:
        if event.date is not None and held(event, as_of) and not event.inferred:
            tally.setdefault(event.type, Counter())[event.date.first.year] += 1
    rows = [
        TypeCount(type=t, label=label(language, "event", t), years=tuple(sorted(years.items())), total=years.total())
        for t, years in tally.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.type)))


def visits_of(events: Sequence[EventRecord], visitor: str, host: str, naming: Naming, as_of: dt.date | None) -> Visits:
    """Visits of one side to the other that were held."""
    made = [e for e in events if held(e, as_of) and is_visit(e, visitor, host)]
    return Visits(
        visitor=visitor,
        host=host,
        counted=_lines((e for e in made if not e.inferred), naming, as_of),
        inferred=_lines((e for e in made if e.inferred), naming, as_of),
    )


def is_visit(event: EventRecord, visitor: str, host: str) -> bool:
    """Whether this is a visit of one side to the other: the place decides, and where none is known, who receives."""
    if event.type != "VISIT" or all(p.country != visitor for p in event.part("visitor")):
        return False
    if event.place is not None and event.place.country is not None:
        return event.place.country == host
    return any(p.country == host for p in event.part("host"))


def contacts_of(
    events: Sequence[EventRecord], own: str, other: str, naming: Naming, as_of: dt.date | None
) -> tuple[Contact, ...]:
    """The latest contact held on each level on which both sides dealt with each other, highest level first."""
    last: dict[str, EventRecord] = {}
    for event in events:
        if event.type in CONTACTS and held(event, as_of) and not event.inferred:
            last.update(dict.fromkeys(levels_of(event, own, other), event))
    return tuple(
        Contact(rank=rank, label=label(naming.language, "rank", rank), line=line_of(last[rank], naming, as_of))
        for rank in RANKS
        if rank in last
    )


def levels_of(event: EventRecord, own: str, other: str) -> frozenset[str]:
    """Levels present on both sides; on a visit whose host no person is named for, the visitor's."""
    sides = [
        {
            _level(p.role, p.rank)
            for p in event.participants
            if p.country == side and p.capacity not in ("member", "accompanying")
        }
        - {None}
        for side in (own, other)
    ]
    if event.type == "VISIT" and not all(sides):
        return frozenset(level for level in sides[0] | sides[1] if level)
    return frozenset(level for level in sides[0] & sides[1] if level)


def _level(role: str | None, rank: str | None) -> str | None:
    return "foreign_minister" if role == "foreign_minister" else rank


def _with_others(event: EventRecord, own: str, other: str, as_of: dt.date | None) -> bool:
    """Whether this is a session that was held, at which the two sat with others."""
    return event.type == "SUMMIT_OR_BODY_SESSION" and held(event, as_of) and bool(event.countries - {own, other})


def _lines(events: Iterable[EventRecord], naming: Naming, as_of: dt.date | None) -> tuple[Line, ...]:
    return tuple(line_of(event, naming, as_of) for event in events)


def _came_about(event: EventRecord, as_of: dt.date | None) -> bool:
    return standing(event, as_of) in HELD


def _claims_in(
    snapshot: Snapshot, choice: Choice, naming: Naming, verdicts: Mapping[str, Verdict]
) -> tuple[ClaimLine, ...]:
    return tuple(c for c in claims(snapshot, verdicts, naming, choice.countries) if choice.covers_day(c.published))


def _quotes_between(
    snapshot: Snapshot, choice: Choice, naming: Naming, topics: Mapping[str, Topic]
) -> tuple[QuoteLine, ...]:
    """What people of one side said about the other."""
    own, other = choice.countries
    spoken = [
        line
        for speaker, about in ((own, other), (other, own))
        if about in topics
        for line in quotes(snapshot, naming, speaker, topics[about])
        if choice.covers_day(line.published)
    ]
    return tuple(
        sorted(spoken, key=lambda line: (line.published or "9999", line.article, line.source.span.start, line.id))
    )


def _all_sources(
    line: Timeline, kinds: Iterable[tuple[ThingLine, ...]], said: Iterable[ClaimLine]
) -> tuple[Source, ...]:
    events = [source for event in (*line.lines, *line.undated) for source in event.sources]
    other = [source for kind in kinds for thing in kind for source in thing.sources]
    return (*events, *other, *(source for claim in said for source in claim.sources))
