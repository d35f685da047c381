"""Events near each other: between the same two countries within a day, so that one may be part of the other."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.register.blocks import near_months
from dragoman.register.graph import Graph, loose
from dragoman.register.items import Item, in_order
from dragoman.register.parties import countries, dyads, hosts, pairs
from dragoman.register.same import SUMMIT
from dragoman.register.when import Stretch, seat


def neighbours(graph: Graph, group: Iterable[Item]) -> tuple[Item, ...]:
    """The placed events near any of these, and those that an article itself puts within or around one of them.

    Symmetrical: of any two events each is the other's neighbour or neither is.
    """
    events = [item for item in group if item.kind == "event"]
    found = {other for item in events for other in (*_nearby(graph, item), *_by_word(graph, item))}
    return in_order(found - set(events))


def _by_word(graph: Graph, item: Item) -> list[Item]:
    """The event that the article puts this one in, and those it puts into this one."""
    around = graph.enclosing(item)
    return [*((around,) if around else ()), *graph.enclosed(item)]


def _nearby(graph: Graph, item: Item) -> list[Item]:
    days = None if loose(item) else seat(item.event)
    if days is None:
        return []
    between = _between(graph, item)
    months = near_months(days)
    keys = {f"{SUMMIT}|{month}" for month in months} | {f"dyad {pair}|{month}" for pair in between for month in months}
    return [other for other in graph.at(keys) if _is_near(graph, other, days, between)]


def _is_near(graph: Graph, item: Item, days: Stretch, between: frozenset[str]) -> bool:
    found = seat(item.event)
    return found is not None and found.gap(days) <= 1 and not _between(graph, item).isdisjoint(between)


def _between(graph: Graph, item: Item) -> frozenset[str]:
    """The pairs of countries concerned. Who hosts a summit and who came to it may stand in different articles."""
    if item.event.type != SUMMIT:
        return dyads(item.event)
    sessions = [other.event for other in graph.component(item)]
    hosting = {code for event in sessions for code in hosts(event)}
    hosting |= {event.place.country for event in sessions if event.place and event.place.country}
    guests = {code for event in sessions for code in countries(event)}
    return frozenset(pair for host in hosting for guest in guests for pair in pairs({host, guest}))
