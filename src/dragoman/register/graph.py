"""Which items belong together, found from any one of them by following blocks: nothing else is looked at.

`component` is the set of placed items that a chain of matches joins; whatever happens outside it cannot change how
it falls into clusters. A loose event has the home that its family leaves it: the one cluster that it fits, or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from dragoman.model.records import Event
from dragoman.register.blocks import loose_keys, match_keys, placed_keys
from dragoman.register.book import Index
from dragoman.register.cluster import Cluster, Score, cluster
from dragoman.register.items import Item, in_order
from dragoman.register.judgements import names
from dragoman.register.same import fits, is_whole, match, one_trip, twins
from dragoman.register.things import match_things
from dragoman.register.when import is_loose


class Graph:
    """An index with what has been found out about its items so far. Holds for one state of the index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.verdicts = _verdicts(index)
        self._same = _said_same(self.verdicts)
        self._scores: dict[frozenset[Item], int | None] = {}
        self._components: dict[Item, Cluster] = {}
        self._clusters: dict[Item, Cluster] = {}
        self.pairs: dict[Item, frozenset[str]] = {}
        self.near: dict[tuple[Item | str, ...], Sequence[Item]] = {}
        self._homes: dict[Item, Cluster | None] = {}

    def at(self, keys: Iterable[str]) -> tuple[Item, ...]:
        """The items that stand in any of these blocks, in canonical order."""
        return in_order(set(self.index.at(keys)))

    def component(self, item: Item) -> Cluster:
        """All items that chains of matches join with this one.

        Of a loose event: those that fit no cluster either, but each other.
        """
        if item not in self._components:
            found = self._reached(item, self._peers)
            self._components.update(dict.fromkeys(found, found))
        return self._components[item]

    def cluster_of(self, item: Item) -> Cluster:
        """The items that are one with this one: without the loose ones, unless it is loose itself."""
        if item not in self._clusters:
            component = self.component(item)
            score = self._twins if loose(item) else self._within(component)
            for group in cluster(component, score, self.verdicts):
                self._clusters.update(dict.fromkeys(group, group))
        return self._clusters[item]

    def home(self, item: Item) -> Cluster | None:
        """The cluster that a loose event joins: by judgement, else the only one that it fits; None: it stays apart."""
        if item not in self._homes:
            same = self._reached(item, self._judged_loose)
            judged = [other for one in same for other in self._judged(one) if not loose(other)]
            homes = [self.cluster_of(judged[0])] if judged else [h for h in map(self._only_host, same) if h]
            self._homes.update(dict.fromkeys(same, homes[0] if homes else None))
        return self._homes[item]

    def joined(self, group: Cluster) -> Cluster:
        """The loose events that join a cluster, in canonical order."""
        near = (item for item in self.candidates(group) if self.may_belong(item, group) or self._judged_loose(item))
        return in_order(item for item in near if self.home(item) == group)

    def candidates(self, group: Cluster) -> tuple[Item, ...]:
        """The loose events that may join one of these items."""
        keys = {key for item in group if isinstance(item.value, Event) for key in loose_keys(item.value)}
        judged = {other for item in (*group, *self.at(keys)) for other in self._reached(item, self._judged_loose)}
        return in_order({*self.at(keys), *judged} - set(group))

    def possible_homes(self, item: Item) -> tuple[Item, ...]:
        """One item at least of every cluster that a loose event may join, now or when others change."""
        near = [other for other in self.at(placed_keys(item.event)) if fits(item, other) is not None]
        return in_order({*near, *(other for other in self._judged(item) if not loose(other))})

    def may_belong(self, item: Item, component: Iterable[Item]) -> bool:
        """Whether a loose event fits any of these, or is said to be the same."""
        return any(fits(item, other) is not None or other in self._judged(item) for other in component)

    def likes(self, item: Item) -> tuple[Item, ...]:
        """The loose events that chains of likeness join with this one, wherever each of them belongs."""
        return self._reached(item, self._loose_peers)

    def enclosing(self, item: Item) -> Item | None:
        """The event of the same article within which it lies, by the article's own word."""
        within = item.event.within
        return next((o for o in self.index.of(item.article) if (o.kind, o.index) == ("event", within)), None)

    def enclosed(self, item: Item) -> tuple[Item, ...]:
        """The events of the same article that lie within this one."""
        return tuple(
            other for other in self.index.of(item.article) if other.kind == "event" and other.event.within == item.index
        )

    def _only_host(self, item: Item) -> Cluster | None:
        """The one cluster all of whose items a loose event fits; None where there is none, or more than one."""
        found: Cluster | None = None
        for other in self.possible_homes(item):
            group = self.cluster_of(other)
            if group is not found and all(self._may_join(item, one) for one in group):
                if found is not None:
                    return None
                found = group
        return found

    def _may_join(self, item: Item, other: Item) -> bool:
        return self.verdicts.get(frozenset((item, other)), True) and fits(item, other) is not None

    def _peers(self, item: Item) -> list[Item]:
        """The items of its sort that it matches, or is said to be the same as."""
        if loose(item):
            return [] if self.home(item) else [o for o in self._loose_peers(item) if self.home(o) is None]
        judged = [other for other in self._judged(item) if not loose(other)]
        return judged + [other for other in self.at(match_keys(item)) if self._match(item, other) is not None]

    def _loose_peers(self, item: Item) -> list[Item]:
        near = self.at(loose_keys(item.event))
        return self._judged_loose(item) + [other for other in near if self._twins(item, other) is not None]

    def _judged(self, item: Item) -> tuple[Item, ...]:
        """The items that people said are the same as this."""
        return self._same.get(item, ())

    def _judged_loose(self, item: Item) -> list[Item]:
        return [other for other in self._judged(item) if loose(other)]

    def _match(self, one: Item, other: Item) -> int | None:
        return self._scored(one, other, match if one.kind == "event" else match_things)

    def _within(self, component: Cluster) -> Score:
        """How well items match, with what else is in their component: days of one visit that is told whole there."""
        wholes = [item for item in component if item.kind == "event" and is_whole(item)]

        def score(one: Item, other: Item) -> int | None:
            found = self._match(one, other)
            if found is not None or not wholes or one.kind != "event":
                return found
            trips = (one_trip(one, other, whole) for whole in wholes if whole not in (one, other))
            return max((trip for trip in trips if trip is not None), default=None)

        return score

    def _twins(self, one: Item, other: Item) -> int | None:
        return self._scored(one, other, twins)

    def _scored(self, one: Item, other: Item, score: Callable[[Item, Item], int | None]) -> int | None:
        if one == other or one.kind != other.kind:
            return None
        pair = frozenset((one, other))
        if pair not in self._scores:
            self._scores[pair] = score(one, other)
        return self._scores[pair]

    def _reached(self, item: Item, peers: Callable[[Item], list[Item]]) -> Cluster:
        found = {item}
        waiting = [item]
        while waiting:
            new = set(peers(waiting.pop())) - found
            found |= new
            waiting.extend(new)
        return in_order(found)


def loose(item: Item) -> bool:
    """Whether an item is an event that nothing places in time."""
    return isinstance(item.value, Event) and is_loose(item.value)


def _verdicts(index: Index) -> dict[frozenset[Item], bool]:
    """What the judgements say about pairs of items, the words they quote found again; the later one holds."""
    found: dict[frozenset[Item], bool] = {}
    for one, other, same in index.rulings.links:
        named = [[item for item in index.of(target[0]) if names(target, item)] for target in (one, other)]
        for left, right in product(*named):
            if left != right and left.kind == right.kind:
                found[frozenset((left, right))] = same
    return dict(sorted(found.items(), key=lambda entry: [item.ref for item in in_order(entry[0])]))


def _said_same(verdicts: Mapping[frozenset[Item], bool]) -> dict[Item, tuple[Item, ...]]:
    """For an item, those that people said are the same as it."""
    found: dict[Item, list[Item]] = defaultdict(list)
    for pair in (pair for pair, same in verdicts.items() if same):
        one, other = in_order(pair)
        found[one].append(other)
        found[other].append(one)
    return {item: in_order(others) for item, others in found.items()}
