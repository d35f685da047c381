"""What follows from records together: the visit that a meeting was part of, and the visit that presence abroad implies.

Presence in person at a summit or meeting in another state makes an inferred visit, in the register only: never where
a visit of the same side to that state around that day is itself on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import msgspec

from dragoman.model.records import Participant
from dragoman.model.register import EventRecord, Source
from dragoman.model.text import DateRange
from dragoman.register.cluster import Cluster
from dragoman.register.fields import event_record
from dragoman.register.graph import Graph, loose
from dragoman.register.items import in_order, short_id
from dragoman.register.near import neighbours, pairs_of, session_sides
from dragoman.register.parties import countries, hosts, leads, pairs, person, rank_of, visitors
from dragoman.register.same import SUMMIT
from dragoman.register.when import HELD, Stretch, days_of

_PRESENT = frozenset({"head_of_state", "head_of_government", "minister"})
"""Ranks whose presence abroad makes a visit."""

_DURING = frozenset({"MEETING", "SIGNING", "OPENING", "CONSULTATIONS"})
"""Types that happen in the course of a visit."""


@dataclass(frozen=True, eq=False)
class Presence:
    """A person of one state at a summit or meeting in another."""

    group: Cluster
    draft: EventRecord
    guest: Participant
    host: str

    @cached_property
    def days(self) -> Stretch:
        """When."""
        assert self.draft.date is not None
        return days_of(self.draft.date)

    @property
    def who(self) -> str:
        """What tells the person from others."""
        return person(self.guest) or ""

    @property
    def side(self) -> tuple[str | None, str]:
        """From which state to which."""
        return (self.guest.country, self.host)

    @property
    def pair(self) -> str:
        """The two states."""
        return "-".join(sorted((self.guest.country or "", self.host)))

    def sources(self) -> Iterator[Source]:
        """The sentences of the articles that name him."""
        for item in self.group:
            if any(person(p) == self.who for p in item.event.participants):
                yield from item.sources()


@dataclass(frozen=True)
class Inferred:
    """A visit that presence implies, between which states, and everything that it follows from."""

    record: EventRecord
    pair: str
    items: Cluster


class Visits:
    """Visits around events, looked up in a graph. Sees placed clusters only, not the loose events that join them."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._drafts: dict[Cluster, EventRecord] = {}
        self._inferred: dict[Presence, tuple[Inferred, ...]] = {}
        self._present: dict[Cluster, tuple[Presence, ...]] = {}

    def draft(self, group: Cluster) -> EventRecord:
        """The record of a cluster by itself."""
        if group not in self._drafts:
            self._drafts[group] = event_record(group)
        return self._drafts[group]

    def around(self, group: Cluster) -> str | None:
        """Id of the visit that a meeting or signing was part of; None where there is none, or no telling which."""
        event = self.draft(group)
        if event.type not in _DURING:
            return None
        said = [item for inner in group if (item := self.graph.enclosing(inner)) and item.event.type == "VISIT"]
        if said:
            return _only({self.draft(self.graph.cluster_of(item)).id for item in said if not loose(item)})
        holding = [visit for visit in self._visits_near(group) if _holds(visit, event)]
        named = [visit for visit in holding if not leads(visit, None, "visitor").isdisjoint(leads(event, None))]
        explicit = [visit for visit in named or holding if not visit.inferred]
        return _only({visit.id for visit in explicit or named or holding})

    def inferred(self, group: Cluster) -> tuple[Inferred, ...]:
        """The visits that a cluster's presences imply, alone or with those of other clusters."""
        found = {one.record.id: one for presence in self._presences(group) for one in self._from(presence)}
        return tuple(found[key] for key in sorted(found))

    def _visits_near(self, group: Cluster) -> list[EventRecord]:
        """The visits between two of the countries of a cluster, on record or implied, around its days."""
        found: dict[str, EventRecord] = {}
        for pair in pairs_of(self.graph, group):
            near = (group, *self._clusters_near(group, pair))
            explicit = [record for c in near if (record := self.draft(c)).type == "VISIT"]
            implied = [one.record for c in near for one in self.inferred(c) if one.pair == pair]
            found.update({visit.id: visit for visit in (*explicit, *implied)})
        return [found[key] for key in sorted(found)]

    def _clusters_near(self, group: Cluster, pair: str) -> list[Cluster]:
        return list(dict.fromkeys(self.graph.cluster_of(item) for item in neighbours(self.graph, group, pair)))

    def _presences(self, group: Cluster) -> tuple[Presence, ...]:
        """Who of another state was there, where somebody was and no visit of theirs is on record."""
        if group not in self._present:
            guests = _guests(group, self.draft(group))
            self._present[group] = tuple(presence for presence in guests if not self._is_explained(presence))
        return self._present[group]

    def _is_explained(self, presence: Presence) -> bool:
        near = self._clusters_near(presence.group, presence.pair)
        return any(_is_visit_of(presence, self.draft(group)) for group in near)

    def _from(self, presence: Presence) -> tuple[Inferred, ...]:
        """The inferred visits of a presence's side on these days: one for each of the highest in rank."""
        if presence not in self._inferred:
            chain = self._chain(presence)
            highest = min(rank_of(p.guest) for p in chain)
            people = sorted({p.who for p in chain if rank_of(p.guest) == highest})
            items = in_order({item for p in chain for item in p.group})
            records = (_visit([p for p in chain if p.who == who]) for who in people)
            visits = tuple(Inferred(record, presence.pair, items) for record in records)
            self._inferred.update(dict.fromkeys(chain, visits))
        return self._inferred[presence]

    def _chain(self, presence: Presence) -> list[Presence]:
        """All presences of one side in one state on days that follow each other."""
        chain, waiting = {presence}, [presence]
        while waiting:
            last = waiting.pop()
            groups = (last.group, *self._clusters_near(last.group, last.pair))
            found = {p for group in groups for p in self._presences(group) if p.side == last.side}
            new = {p for p in found if p.days.gap(last.days) <= 1} - chain
            chain |= new
            waiting.extend(new)
        return sorted(chain, key=lambda p: (p.days, p.draft.id, p.who))


def pairs_of_presence(component: Cluster) -> frozenset[str]:
    """Between which states a component's clusters may hold presences, however they are made up."""
    events = [item for item in component if item.kind == "event" and item.event.type in (SUMMIT, "MEETING")]
    if not any(item.event.status in HELD for item in events):
        return frozenset()
    hosting, _ = session_sides(events)
    people = (p for item in events for p in item.event.participants if p.rank in _PRESENT and person(p))
    guests = {p.country for p in people if p.country}
    return frozenset(pair for host in hosting for guest in guests for pair in pairs({host, guest}))


def _only(ids: set[str]) -> str | None:
    return ids.pop() if len(ids) == 1 else None


def _guests(group: Cluster, draft: EventRecord) -> list[Presence]:
    """Everybody of high rank who was at an event in a state not his own."""
    if draft.status not in HELD or draft.date is None:
        return []
    return [
        Presence(group, draft, guest, host)
        for host in sorted(_host_states(draft))
        for guest in draft.participants
        if guest.rank in _PRESENT and person(guest) and guest.country and guest.country != host
    ]


def _host_states(event: EventRecord) -> frozenset[str]:
    """In whose country it was: of a meeting only where that is a party to it."""
    if event.type == SUMMIT:
        return hosts(event)
    if event.type != "MEETING" or event.place is None or event.place.country is None:
        return frozenset()
    return frozenset({event.place.country}) & countries(event)


def _is_visit_of(presence: Presence, record: EventRecord) -> bool:
    """Whether this visit on record explains the presence: his own, his state's, or one of somebody above him."""
    guest = presence.guest
    if record.type != "VISIT" or record.status not in HELD or record.date is None:
        return False
    if guest.country not in visitors(record) or presence.host not in hosts(record):
        return False
    if days_of(record.date).gap(presence.days) > 1:
        return False
    named = [p for p in record.part("visitor") if p.country == guest.country and person(p)]
    return not named or any(person(p) == presence.who or rank_of(p) < rank_of(guest) for p in named)


def _holds(visit: EventRecord, event: EventRecord) -> bool:
    """Whether an event fell into a visit: between the same two states, in its days, not in a third country.

    Where either is placed by a report alone, a day more or less does not matter.
    """
    if visit.date is None or event.date is None or visit.status == "cancelled":
        return False
    place = event.place.country if event.place else None
    if not countries(visit) <= countries(event) or (place and place not in hosts(visit)):
        return False
    slack = 0 if visit.date_basis == event.date_basis == "stated" else 1
    return days_of(visit.date).gap(days_of(event.date)) <= slack


def _visit(presences: list[Presence]) -> EventRecord:
    """The inferred visit of one person."""
    first = presences[0]
    summits = {p.draft.type == SUMMIT for p in presences}
    bases = {p.draft.date_basis for p in presences}
    own_id, *others = (
        short_id("v", first.who, first.host, id_) for p in presences for id_ in (p.draft.id, *p.draft.aliases)
    )
    sources = [source for p in presences for source in p.sources()]
    return EventRecord(
        id=own_id,
        type="VISIT",
        status="occurred" if any(p.draft.status == "occurred" for p in presences) else "ongoing",
        participants=(
            msgspec.structs.replace(first.guest, part="visitor"),
            Participant(part="host", country=first.host),
        ),
        sources=tuple(dict.fromkeys(sources)),
        date=_hull(p.days for p in presences),
        date_basis="stated" if bases == {"stated"} else "reported",
        reported=min((p.draft.reported for p in presences if p.draft.reported), default=None),
        place=next((p.draft.place for p in presences if p.draft.place), None),
        occasion="mixed" if len(summits) > 1 else ("multilateral" if True in summits else "bilateral"),
        inferred=True,
        history=tuple(dict.fromkeys(entry for p in presences for entry in p.draft.history)),
        aliases=tuple(dict.fromkeys(other for other in others if other != own_id)),
    )


def _hull(days: Iterable[Stretch]) -> DateRange:
    stretches = list(days)
    first, last = min(s.first for s in stretches), max(s.last for s in stretches)
    return DateRange(first.isoformat(), last.isoformat() if last != first else None)
