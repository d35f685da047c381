"""Events near each other: between the same two countries within a day, so that one may be part of the other."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.register.blocks import near_months
from dragoman.register.graph import Graph, loose
from dragoman.register.items import Item, in_order
from dragoman.register.parties import countries, dyads, hosts, pairs
from dragoman.register.same import SUMMIT
from dragoman.register.when import Stretch, seat


def neighbours(graph: Graph, group: Iterable[Item], pair: str) -> tuple[Item, ...]:
    """The placed events between these two countries that are near any of this group's between the same two.

    Symmetrical: of any two events each is the other's neighbour or neither is.
    """
    events = [item for item in group if item.kind == "event"]
    return in_order({other for item in events for other in _nearby(graph, item, pair)} - set(events))


def pairs_of(graph: Graph, group: Iterable[Item]) -> tuple[str, ...]:
    """All the pairs of countries of a group of placed events, sorted."""
    placed = (item for item in group if item.kind == "event" and not loose(item))
    return tuple(sorted({pair for item in placed for pair in _between(graph, item)}))


def session_sides(sessions: Iterable[Item]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries that host and those that take part. The two may stand in different articles."""
    events = [item.event for item in sessions]
    hosting = {code for event in events for code in hosts(event)}
    hosting |= {event.place.country for event in events if event.place and event.place.country}
    return frozenset(hosting), frozenset(code for event in events for code in countries(event))


def _nearby(graph: Graph, item: Item, pair: str) -> list[Item]:
    days = None if loose(item) else seat(item.event)
    if days is None or pair not in _between(graph, item):
        return []
    keys = [key for month in near_months(days) for key in (f"{SUMMIT}|{month}", f"dyad {pair}|{month}")]
    return [other for other in graph.at(keys) if _is_near(graph, other, days, pair)]


def _is_near(graph: Graph, item: Item, days: Stretch, pair: str) -> bool:
    found = seat(item.event)
    return found is not None and found.gap(days) <= 1 and pair in _between(graph, item)


def _between(graph: Graph, item: Item) -> frozenset[str]:
    """The pairs of countries between which an event is; a summit is between its host and every guest."""
    if item not in graph.pairs:
        graph.pairs[item] = _of_session(graph.component(item)) if item.event.type == SUMMIT else dyads(item.event)
    return graph.pairs[item]


def _of_session(sessions: Iterable[Item]) -> frozenset[str]:
    hosting, guests = session_sides(sessions)
    return frozenset(pair for host in hosting for guest in guests for pair in pairs({host, guest}))
