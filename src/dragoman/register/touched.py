"""How far a change reaches: every item whose record can differ once these items are added, changed or taken out.

A record depends on its component, and on the loose events that join it. An event that was part of a visit depends on
the visits near it; a visit implied by presence abroad depends on all presences of the same side in the same state, day
by day, and on the visits near those. What is told of a month depends on all visits and presences of that month, and a
loose visit may explain presences. Each of these ties is symmetrical, so the way out is the way back.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.register.cluster import Cluster
from dragoman.register.graph import Graph, loose
from dragoman.register.items import Item, in_order
from dragoman.register.near import neighbours, pairs_of, vague_neighbours
from dragoman.register.presence import pairs_of_presence


def reach_of(graph: Graph, changed: Iterable[Item]) -> tuple[Item, ...]:
    """All items whose records these can change, themselves among them; whole components only.

    Of a loose event's homes only the present one is reached: the one that it leaves is known by its record.
    """
    start = {graph.component(item) for item in changed}
    reached = start | _through_loose(graph, start)
    reached |= _through_visits(graph, reached)
    return in_order({item for component in reached for item in component})


def _through_visits(graph: Graph, components: Iterable[Cluster]) -> set[Cluster]:
    """The events around these as visits or presences, and the presences that hang together with theirs."""
    reached: set[Cluster] = set()
    for component in components:
        visits = [item for item in component if item.kind == "event" and item.event.type == "VISIT"]
        reached |= {graph.component(other) for visit in visits for other in graph.enclosed(visit)}
        for pair in {*pairs_of(graph, visits), *pairs_of_presence(component)}:
            stay = _stay(graph, component, pair)
            reached |= stay
            reached |= {c for one in (component, *stay) for c in _near(graph, one, pair)}
    return reached


def _stay(graph: Graph, component: Cluster, pair: str) -> set[Cluster]:
    """All that may be presences between these two countries, from one day to the next, beginning here."""
    found: set[Cluster] = set()
    waiting = [component]
    while waiting:
        near = _near(graph, waiting.pop(), pair)
        new = {other for other in near if pair in pairs_of_presence(other)} - found
        found |= new
        # On what is told of a month no other presence of that month hangs.
        waiting.extend(other for other in new if not loose(other[0]))
    return found


def _near(graph: Graph, component: Cluster, pair: str) -> set[Cluster]:
    near = (*neighbours(graph, component, pair), *vague_neighbours(graph, component, pair))
    return {graph.component(item) for item in near}


def _through_loose(graph: Graph, components: Iterable[Cluster]) -> set[Cluster]:
    """The loose events that may join or leave these, where they belong now, and their likes that belong nowhere."""
    free: set[Item] = set()
    for component in components:
        if loose(component[0]):
            free.update(component)
        elif component[0].kind == "event":
            free.update(item for item in graph.candidates(component) if graph.may_belong(item, component))
    likes = {other for item in free for other in graph.likes(item)}
    homes = {home for item in likes if (home := graph.home(item))}
    return {graph.component(home[0]) for home in homes} | {graph.component(item) for item in likes}
