"""Presence abroad: who of one state was in person at a summit or meeting in another, and what explains that he was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.records import Participant
from dragoman.model.register import EventRecord, Source
from dragoman.model.text import DateRange
from dragoman.register.cluster import Cluster
from dragoman.register.near import session_sides
from dragoman.register.parties import countries, hosts, pairs, person, rank_of, visitors
from dragoman.register.same import SUMMIT
from dragoman.register.when import HELD, Stretch, days_of, is_vague, within_a_month

_PRESENT = frozenset({"head_of_state", "head_of_government", "minister"})
"""Ranks whose presence abroad makes a visit."""


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
    def vague(self) -> bool:
        """Whether only a month or so is known of when."""
        assert self.draft.date is not None
        return is_vague(self.draft.date)

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


def pairs_of_presence(component: Cluster) -> frozenset[str]:
    """Between which states a component's clusters may hold presences, however they are made up."""
    events = [item for item in component if item.kind == "event" and item.event.type in (SUMMIT, "MEETING")]
    if not any(item.event.status in HELD for item in events):
        return frozenset()
    hosting, _ = session_sides(events)
    people = (p for item in events for p in item.event.participants if p.rank in _PRESENT and person(p))
    guests = {p.country for p in people if p.country}
    return frozenset(pair for host in hosting for guest in guests for pair in pairs({host, guest}))


def guests_of(group: Cluster, draft: EventRecord) -> list[Presence]:
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


def is_visit_of(presence: Presence, record: EventRecord) -> bool:
    """Whether this visit on record explains the presence: his own, his state's, or one of somebody above him."""
    guest = presence.guest
    if record.type != "VISIT" or record.status not in HELD or record.date is None:
        return False
    if guest.country not in visitors(record) or presence.host not in hosts(record):
        return False
    if not _at_that_time(presence, record.date):
        return False
    named = [p for p in record.part("visitor") if p.country == guest.country and person(p)]
    return not named or any(person(p) == presence.who or rank_of(p) < rank_of(guest) for p in named)


def is_sharper(one: Presence, other: Presence) -> bool:
    """Whether the one tells of the same stay as the other, of him or of somebody above him, and when more sharply."""
    same = one.side == other.side and (one.who == other.who or rank_of(one.guest) < rank_of(other.guest))
    return same and one.days.meets(other.days) and one.days.length < other.days.length


def _at_that_time(presence: Presence, date: DateRange) -> bool:
    """A visit of the day before or after, or of the month; of the presence in a month, any visit that meets it.

    A visit told of a mere year does not say that the man who came in March had not come in May as well.
    """
    days = days_of(date)
    if presence.vague:
        return days.meets(presence.days)
    return within_a_month(days) if is_vague(date) and days.meets(presence.days) else days.gap(presence.days) <= 1
