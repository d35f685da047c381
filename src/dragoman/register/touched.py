"""How far a change reaches: every item whose record can differ once these items are added, changed or taken out.

A record depends on its component; on the loose events that may join it, and through them on the other clusters that
these might join; and, for the visit it was part of or implies, on its neighbours, on the presences that form one stay
with theirs, and on the neighbours of those. Each of these steps is symmetrical, so the way out is the way back.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.records import Event
from dragoman.register.cluster import Cluster
from dragoman.register.graph import Graph, loose
from dragoman.register.items import Item, in_order
from dragoman.register.near import neighbours
from dragoman.register.same import SUMMIT


def reach_of(graph: Graph, changed: Iterable[Item]) -> tuple[Item, ...]:
    """All items whose records these can change, themselves among them; whole components only."""
    start = {graph.component(item) for item in changed}
    around = start | _near(graph, start)
    stays = _stays(graph, around)
    reached = around | stays | _near(graph, stays)
    reached |= _through_loose(graph, start)
    return in_order({item for component in reached for item in component})


def _near(graph: Graph, components: Iterable[Cluster]) -> set[Cluster]:
    return {graph.component(item) for component in components for item in neighbours(graph, component)}


def _stays(graph: Graph, components: Iterable[Cluster]) -> set[Cluster]:
    """The components that may hold a presence abroad, and all such that follow from one to the next."""
    found = {component for component in components if _may_be_presence(component)}
    waiting = list(found)
    while waiting:
        new = {c for c in _near(graph, [waiting.pop()]) if _may_be_presence(c)} - found
        found |= new
        waiting.extend(new)
    return found


def _may_be_presence(component: Cluster) -> bool:
    events = (item.value for item in component if isinstance(item.value, Event))
    return any(e.type == SUMMIT or (e.type == "MEETING" and e.place is not None) for e in events)


def _through_loose(graph: Graph, components: Iterable[Cluster]) -> set[Cluster]:
    """The loose events that may join or leave these, and where else they may go.

    A loose event that finds or loses its home changes what its likes stand with, so they are reached as well.
    """
    free: set[Item] = set()
    for component in components:
        if loose(component[0]):
            free.update(component)
        elif component[0].kind == "event":
            free.update(graph.candidates(component))
    likes = free | {other for item in free for other in graph.likes(item)}
    homes = {graph.component(host) for item in likes for host in graph.possible_homes(item)}
    return homes | {graph.component(item) for item in likes}
