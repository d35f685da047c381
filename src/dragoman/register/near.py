"""Events near each other: between the same two countries within a day, so that one may be part of the other.

A loose event that is told of a month or so ("в ноябре 2023 года") is near all that happened in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.register.blocks import near_months
from dragoman.register.graph import Graph
from dragoman.register.items import Item, in_order
from dragoman.register.parties import countries, dyads, hosts, pairs
from dragoman.register.same import SUMMIT
from dragoman.register.when import Stretch, bound


def neighbours(graph: Graph, group: Iterable[Item], pair: str) -> tuple[Item, ...]:
    """The placed events between these two countries that are near any of this group's between the same two.

    Symmetrical: of any two placed events each is the other's neighbour or neither is.
    """
    return _around(graph, group, pair, (f"{SUMMIT}|", f"dyad {pair}|"))


def vague_neighbours(graph: Graph, group: Iterable[Item], pair: str) -> tuple[Item, ...]:
    """The loose events near any of this group's: those that belong to no placed one.

    Of a placed event and a loose one each is a neighbour of the other, or neither is; of two loose ones also.
    """
    near = _around(graph, group, pair, (f"vague {SUMMIT}|", f"vague {pair}|"))
    return tuple(item for item in near if graph.home(item) is None)


def pairs_of(graph: Graph, group: Iterable[Item]) -> tuple[str, ...]:
    """All the pairs of countries of a group of events that have a place in time, sorted."""
    events = (item for item in group if item.kind == "event" and bound(item.event))
    return tuple(sorted({pair for item in events for pair in _between(graph, item)}))


def session_sides(sessions: Iterable[Item]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries that host and those that take part. The two may stand in different articles."""
    events = [item.event for item in sessions]
    hosting = {code for event in events for code in hosts(event)}
    hosting |= {event.place.country for event in events if event.place and event.place.country}
    return frozenset(hosting), frozenset(code for event in events for code in countries(event))


def _around(graph: Graph, group: Iterable[Item], pair: str, blocks: tuple[str, ...]) -> tuple[Item, ...]:
    events = [item for item in group if item.kind == "event"]
    return in_order({other for item in events for other in _nearby(graph, item, pair, blocks)} - set(events))


def _nearby(graph: Graph, item: Item, pair: str, blocks: tuple[str, ...]) -> Sequence[Item]:
    key: tuple[Item | str, ...] = (item, *blocks, pair)
    if key not in graph.near:
        graph.near[key] = _look_near(graph, item, pair, blocks)
    return graph.near[key]


def _look_near(graph: Graph, item: Item, pair: str, blocks: tuple[str, ...]) -> list[Item]:
    days = bound(item.event)
    if days is None or pair not in _between(graph, item):
        return []
    keys = [f"{block}{month}" for month in near_months(days) for block in blocks]
    return [other for other in graph.at(keys) if _is_near(graph, other, days, pair)]


def _is_near(graph: Graph, item: Item, days: Stretch, pair: str) -> bool:
    found = bound(item.event)
    return found is not None and found.gap(days) <= 1 and pair in _between(graph, item)


def _between(graph: Graph, item: Item) -> frozenset[str]:
    """The pairs of countries between which an event is; a summit is between its host and every guest."""
    if item not in graph.pairs:
        graph.pairs[item] = _of_session(graph.component(item)) if item.event.type == SUMMIT else dyads(item.event)
    return graph.pairs[item]


def _of_session(sessions: Iterable[Item]) -> frozenset[str]:
    hosting, guests = session_sides(sessions)
    return frozenset(pair for host in hosting for guest in guests for pair in pairs({host, guest}))
