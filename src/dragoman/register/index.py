"""The register's items as the merge asks for them: an `Index` (see book.py) over the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from dragoman.register.blocks import keys_of, loose_keys, placed_keys
from dragoman.register.items import Item, Ref, items_of
from dragoman.register.judgements import Rulings, ruled, rulings
from dragoman.register.shelf import all_judgements, cores_of, refs_at


class Stored:
    """The items on the shelf. Holds for one state of the register: made anew after each change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.rulings: Rulings = rulings(all_judgements(connection))
        self._articles: dict[str, tuple[Item, ...]] = {}
        self._items: dict[Ref, Item] = {}
        self._blocks: dict[str, tuple[Item, ...]] = {}

    def of(self, article: str) -> Sequence[Item]:
        """The items of an article whose reading is merged; none of a superseded or unknown one."""
        self._load([article])
        return self._articles[article]

    def at(self, keys: Iterable[str]) -> Iterable[Item]:
        """The items that stand in any of these blocks, some perhaps more than once."""
        wanted = tuple(keys)
        missing = [key for key in wanted if key not in self._blocks]
        if missing:
            found = refs_at(self._connection, missing)
            self._load(ref[0] for refs in found.values() for ref in refs)
            for key, refs in found.items():
                self._blocks[key] = tuple(self._items[ref] for ref in refs if ref in self._items)
        return (item for key in wanted for item in self._blocks[key])

    def look_up(self, items: Iterable[Item]) -> None:
        """Take up in a few queries all that these items will be compared with."""
        values = [item for item in items if item.kind != "quote"]
        keys = {key for item in values for key in keys_of(item)}
        events = [item.event for item in values if item.kind == "event"]
        keys |= {key for event in events for key in (*placed_keys(event), *loose_keys(event))}
        self.at(sorted(keys))

    def _load(self, articles: Iterable[str]) -> None:
        missing = {article for article in articles if article not in self._articles}
        if not missing:
            return
        found = cores_of(self._connection, missing)
        for article in missing:
            items = ruled(items_of(found[article]), self.rulings) if article in found else ()
            self._articles[article] = items
            self._items.update((item.ref, item) for item in items)
