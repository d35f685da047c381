"""What follows from records together: the visit that a meeting was part of, and the visit that presence abroad implies.

Presence in person at a summit or meeting in another state makes an inferred visit, in the register only: never where
a visit of the same side to that state around that day is itself on record. What is told of a month only ("в ноябре
2023 года") belongs to the one visit of that month, and implies none where the register knows of a visit then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from dragoman.model.records import Participant
from dragoman.model.register import EventRecord
from dragoman.model.text import DateRange
from dragoman.register.cluster import Cluster
from dragoman.register.fields import event_record
from dragoman.register.graph import Graph, loose
from dragoman.register.items import Item, in_order, short_id
from dragoman.register.near import neighbours, pairs_of, vague_neighbours
from dragoman.register.parties import countries, hosts, leads, rank_of
from dragoman.register.presence import Presence, guests_of, is_sharper, is_visit_of
from dragoman.register.same import SUMMIT
from dragoman.register.when import days_of, is_vague

_DURING = frozenset({"MEETING", "SIGNING", "OPENING", "CONSULTATIONS"})
"""Types that happen in the course of a visit."""


@dataclass(frozen=True)
class Inferred:
    """A visit that presence implies, between which states, and everything that it follows from."""

    record: EventRecord
    pair: str
    items: Cluster


class Visits:
    """Visits around events, looked up in a graph. Of a cluster it sees what is placed, not the loose that join it."""

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
            return _only({self.draft(self._group_of(item)).id for item in said})
        holding = [visit for visit in self._visits_near(group) if _holds(visit, event)]
        named = [visit for visit in holding if not leads(visit, None, "visitor").isdisjoint(leads(event, None))]
        if event.date is not None and is_vague(event.date):
            return _only({visit.id for visit in named or holding})
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

    def _group_of(self, item: Item) -> Cluster:
        return (self.graph.home(item) if loose(item) else None) or self.graph.cluster_of(item)

    def _clusters_near(self, group: Cluster, pair: str) -> list[Cluster]:
        return list(dict.fromkeys(self.graph.cluster_of(item) for item in neighbours(self.graph, group, pair)))

    def _vague_near(self, group: Cluster, pair: str) -> list[Cluster]:
        return list(dict.fromkeys(self.graph.cluster_of(item) for item in vague_neighbours(self.graph, group, pair)))

    def _presences(self, group: Cluster) -> tuple[Presence, ...]:
        """Who of another state was there, where somebody was and no visit of theirs is on record."""
        if group not in self._present:
            guests = self._guests(group)
            self._present[group] = tuple(presence for presence in guests if not self._is_explained(presence))
        return self._present[group]

    def _guests(self, group: Cluster) -> list[Presence]:
        return guests_of(group, self.draft(group))

    def _is_explained(self, presence: Presence) -> bool:
        """By a visit on record; the presence in a month also by one that is known more sharply."""
        placed = self._clusters_near(presence.group, presence.pair)
        if any(is_visit_of(presence, self.draft(group)) for group in placed):
            return True
        vague = self._vague_near(presence.group, presence.pair)
        if any(is_visit_of(presence, self.draft(group)) for group in vague):
            return True
        near = (*placed, *vague) if presence.vague else ()
        return any(is_sharper(other, presence) for group in near for other in self._guests(group))

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
        """All presences of one side in one state on days that follow each other; those told of one month are one."""
        if presence.vague:
            groups = (presence.group, *self._vague_near(presence.group, presence.pair))
            near = {p for group in groups for p in self._presences(group) if p.side == presence.side}
            return _in_order(p for p in near if p.draft.date == presence.draft.date)
        chain, waiting = {presence}, [presence]
        while waiting:
            last = waiting.pop()
            groups = (last.group, *self._clusters_near(last.group, last.pair))
            found = {p for group in groups for p in self._presences(group) if p.side == last.side}
            new = {p for p in found if p.days.gap(last.days) <= 1} - chain
            chain |= new
            waiting.extend(new)
        return _in_order(chain)


def _in_order(presences: Iterable[Presence]) -> list[Presence]:
    return sorted(presences, key=lambda p: (p.days, p.draft.id, p.who))


def _only(ids: set[str]) -> str | None:
    return ids.pop() if len(ids) == 1 else None


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
        date=_date_of(presences),
        date_basis="stated" if bases == {"stated"} else "reported",
        reported=min((p.draft.reported for p in presences if p.draft.reported), default=None),
        place=next((p.draft.place for p in presences if p.draft.place), None),
        occasion="mixed" if len(summits) > 1 else ("multilateral" if True in summits else "bilateral"),
        inferred=True,
        history=tuple(dict.fromkeys(entry for p in presences for entry in p.draft.history)),
        aliases=tuple(dict.fromkeys(other for other in others if other != own_id)),
    )


def _date_of(presences: Sequence[Presence]) -> DateRange:
    """From the first day to the last; one written date, a month for instance, stays as it is written."""
    written = {p.draft.date for p in presences if p.draft.date}
    if len(written) == 1:
        return written.pop()
    first, last = min(p.days.first for p in presences), max(p.days.last for p in presences)
    return DateRange(first.isoformat(), last.isoformat() if last != first else None)
