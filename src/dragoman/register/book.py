"""Where the merge finds items: by article, and by block. In memory here; the store has one that looks them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from dragoman.model.records import Reading
from dragoman.register.blocks import keys_of
from dragoman.register.items import Item, items_of
from dragoman.register.judgements import Rulings, ruled


class Index(Protocol):
    """All items of the register. Items come as the judgements leave them."""

    @property
    def rulings(self) -> Rulings:
        """The standing judgements."""

    def at(self, keys: Iterable[str]) -> Iterable[Item]:
        """The items that stand in any of these blocks, in any order, some perhaps more than once."""

    def of(self, article: str) -> Sequence[Item]:
        """The items of one article, in the order of its reading; none where it is unknown."""


class Book:
    """All the items of these readings, in memory. Of two readings with one key the last counts."""

    def __init__(self, readings: Iterable[Reading], rulings: Rulings) -> None:
        self.rulings = rulings
        self._articles = {reading.key: ruled(items_of(reading), rulings) for reading in readings}
        self._blocks: dict[str, list[Item]] = defaultdict(list)
        for items in self._articles.values():
            for item in items:
                for key in keys_of(item):
                    self._blocks[key].append(item)

    def at(self, keys: Iterable[str]) -> Iterable[Item]:
        """The items that stand in any of these blocks, some perhaps more than once."""
        return (item for key in keys for item in self._blocks.get(key, ()))

    def of(self, article: str) -> Sequence[Item]:
        """The items of one article."""
        return self._articles.get(article, ())

    def items(self) -> tuple[Item, ...]:
        """All items."""
        return tuple(item for items in self._articles.values() for item in items)
