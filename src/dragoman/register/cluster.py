"""Items into clusters, the best pair first: the same clusters in whatever order the items came.

Two clusters become one only where every item of one can stand with every item of the other, so that
A~B and B~C with A≁C has one answer: the better pair wins, and the canonical order decides between equals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from dragoman.register.items import Item, in_order

Score = Callable[[Item, Item], int | None]
Verdicts = Mapping[frozenset[Item], bool]
"""What people decided about two items: the same or not."""

Cluster = tuple[Item, ...]


def cluster(items: Iterable[Item], score: Score, verdicts: Verdicts) -> tuple[Cluster, ...]:
    """The items grouped, each group and the groups in canonical order.

    `score` must be symmetrical. A verdict of "same" joins whatever the score says; of "not the same" parts.
    """
    ordered = in_order(items)
    atoms = _joined_by_hand(ordered, verdicts)
    home = {item: group for group in [[atom] for atom in atoms] for item in group[0]}
    for left, right in _best_first(ordered, score, verdicts):
        one, other = home[left], home[right]
        if one is other or not _stand_together(one, other, score, verdicts):
            continue
        one.extend(other)
        for atom in other:
            for item in atom:
                home[item] = one
    groups = {id(group): in_order(item for atom in group for item in atom) for group in home.values()}
    return tuple(sorted(groups.values(), key=lambda group: (group[0].order, group[0].kind)))


def _joined_by_hand(items: Sequence[Item], verdicts: Verdicts) -> list[Cluster]:
    """Items that people said are the same, together; every other by itself."""
    home: dict[Item, list[Item]] = {item: [item] for item in items}
    for pair in (pair for pair, same in verdicts.items() if same and pair <= home.keys()):
        one, other = (home[item] for item in in_order(pair))
        if one is not other:
            one.extend(other)
            for item in other:
                home[item] = one
    return [in_order(group) for group in {id(group): group for group in home.values()}.values()]


def _best_first(items: Sequence[Item], score: Score, verdicts: Verdicts) -> list[tuple[Item, Item]]:
    scored = [
        (-value, i, j)
        for i, one in enumerate(items)
        for j, other in enumerate(items[:i])
        if verdicts.get(frozenset((one, other)), True) and (value := score(one, other)) is not None
    ]
    # Items come in canonical order, so their positions decide between equal scores.
    return [(items[j], items[i]) for _, i, j in sorted(scored, key=lambda entry: (entry[0], entry[2], entry[1]))]


def _stand_together(one: Sequence[Cluster], other: Sequence[Cluster], score: Score, verdicts: Verdicts) -> bool:
    """Whether every atom fits every other: no verdict against, and a score between some two of their items."""
    return all(_atoms_fit(left, right, score, verdicts) for left, right in product(one, other))


def _atoms_fit(left: Cluster, right: Cluster, score: Score, verdicts: Verdicts) -> bool:
    between = list(product(left, right))
    if not all(verdicts.get(frozenset(pair), True) for pair in between):
        return False
    return any(score(*pair) is not None for pair in between)
