"""The register's items as the merge asks for them: an `Index` (see book.py) over the store."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.register.items import Item, items_of
from dragoman.register.judgements import Rulings, ruled, rulings
from dragoman.register.shelf import all_judgements, core_of, refs_at


class Stored:
    """The items on the shelf. Holds for one state of the register: made anew after each change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.rulings: Rulings = rulings(all_judgements(connection))
        self._articles: dict[str, tuple[Item, ...]] = {}
        self._blocks: dict[str, tuple[Item, ...]] = {}

    def of(self, article: str) -> Sequence[Item]:
        """The items of an article whose reading is merged; none of a superseded or unknown one."""
        if article not in self._articles:
            found = core_of(self._connection, article)
            self._articles[article] = ruled(items_of(found), self.rulings) if found else ()
        return self._articles[article]

    def at(self, key: str) -> Sequence[Item]:
        """The items that stand in a block."""
        if key not in self._blocks:
            refs = refs_at(self._connection, key)
            self._blocks[key] = tuple(item for ref in refs for item in self.of(ref[0]) if item.ref == ref)
        return self._blocks[key]
