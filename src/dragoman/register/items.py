"""An item: one event, quote, claim or thing of one reading, with the article it comes from. What the merge merges."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.model.records import (
    Body,
    Claim,
    Document,
    Event,
    Evidence,
    Forum,
    Project,
    Quote,
    Reading,
    Relation,
    Statement,
)
from dragoman.model.register import Source
from dragoman.model.text import Span

Value = Event | Claim | Quote | Document | Body | Project | Forum | Relation | Statement
Ref = tuple[str, str, int]
"""Names an item: article key, kind, position in that list of the reading."""

LISTS = (
    ("event", "events"),
    ("claim", "claims"),
    ("quote", "quotes"),
    ("document", "documents"),
    ("body", "bodies"),
    ("project", "projects"),
    ("forum", "forums"),
    ("relation", "relations"),
    ("statement", "statements"),
)
"""Kind of an item, and the list of the reading that holds it."""

_LETTERS = {"event": "e", "claim": "c", "quote": "q"}


@dataclass(frozen=True, eq=False)
class Item:
    """One value of one reading. `judged`: the fields that a person corrected; `value` already holds the correction."""

    kind: str
    index: int
    value: Value
    reading: Reading = field(repr=False)
    judged: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return hash(self.ref)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and self.ref == other.ref

    @cached_property
    def ref(self) -> Ref:
        """What tells this item from all others."""
        return (self.reading.key, self.kind, self.index)

    @property
    def article(self) -> str:
        """Key of the article."""
        return self.reading.key

    @property
    def published(self) -> str | None:
        """When it was told: the event's `reported`, else the article's publication."""
        reported = self.value.reported if isinstance(self.value, Event) else None
        return reported or self.reading.published

    @cached_property
    def order(self) -> tuple[str, str, int]:
        """Place in canonical order: stated date, else the day it was told; then article and position."""
        date = self.value.date if isinstance(self.value, Event) else None
        return (date.start if date else self.published or "9999", self.article, self.index)

    @property
    def event(self) -> Event:
        """The value of an event item. Raises TypeError on any other."""
        if not isinstance(self.value, Event):
            raise TypeError(f"{self.ref} is no event")
        return self.value

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words it rests on; a quote is its own evidence."""
        if isinstance(self.value, Quote):
            quote = self.value
            return (Evidence(span=quote.span, rule=quote.rule or f"quote.{quote.form}", text=quote.text),)
        return self.value.evidence

    @cached_property
    def id(self) -> str:
        """Id of a record whose first source this is.

        Made of article, kind and quoted words, not of the position: a re-reading that finds one event more
        leaves the ids of the others. Items of one article that rest on the same words differ by `_twin`.
        """
        words = "\x00".join(f"{e.where}:{e.span.start}:{e.span.end}" for e in self.evidence)
        sort = self.value.type if isinstance(self.value, Event) else ""
        return short_id(_LETTERS.get(self.kind, "t"), self.article, self.kind, sort, words, str(_twin(self)))

    def sources(self) -> Iterator[Source]:
        """One source for each stretch of evidence."""
        reading = self.reading
        outlet = reading.outlet
        for evidence in self.evidence:
            yield Source(
                article=reading.key,
                label=reading.label,
                outlet=outlet.id if outlet else None,
                outlet_name=outlet.name if outlet else None,
                outlet_country=outlet.country if outlet else None,
                published=reading.published,
                span=evidence.span,
                text=evidence.text,
                rule=evidence.rule,
                item=self.index,
                url=reading.url,
                relays=tuple(relay.name for relay in reading.relays),
                where=evidence.where,
            )


def short_id(letter: str, *parts: str) -> str:
    """A short stable id: the letter of the kind and ten hexadecimal digits.

    >>> short_id("e", "a", "b") == short_id("e", "a", "b"), len(short_id("e", "a"))
    (True, 11)
    """
    return letter + hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:10]


def items_of(reading: Reading) -> tuple[Item, ...]:
    """All items of a reading, in its order."""
    return tuple(
        Item(kind, index, value, reading) for kind, name in LISTS for index, value in enumerate(getattr(reading, name))
    )


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in canonical order."""
    return tuple(sorted(items, key=lambda item: (item.order, item.kind)))


def sources_of(items: Iterable[Item]) -> tuple[Source, ...]:
    """The sources of all these items, in their order."""
    return tuple(source for item in items for source in item.sources())


def _twin(item: Item) -> int:
    """How many earlier items of the reading have the same type and rest on the same words."""
    earlier = getattr(item.reading, dict(LISTS)[item.kind])[: item.index]
    return sum(1 for value in earlier if _ground(value) == _ground(item.value))


def _ground(value: Value) -> tuple[str, tuple[tuple[str, Span], ...]]:
    """What a value rests on, with its type."""
    if isinstance(value, Quote):
        return ("", (("text", value.span),))
    return (getattr(value, "type", ""), tuple((e.where, e.span) for e in value.evidence))
