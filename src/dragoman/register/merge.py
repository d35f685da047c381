"""Readings into records: a pure function of the set of readings and judgements, whatever their order.

`merge` does it for all of them; `records_of` for chosen items of an index, so that the store recomputes only what an
added article touches. Both go the same way, item by item, and look no further than the blocks the items stand in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from dragoman.model.records import Claim, Event, Quote, Reading
from dragoman.model.register import ClaimRecord, EventRecord, Judgement, QuoteRecord, Record, ThingRecord
from dragoman.register.book import Book
from dragoman.register.cluster import Cluster
from dragoman.register.fields import event_record
from dragoman.register.graph import Graph, loose
from dragoman.register.items import Item, Ref
from dragoman.register.judgements import rulings
from dragoman.register.things import claim_record, quote_record, thing_record
from dragoman.register.visits import Visits

_KINDS = (EventRecord, ClaimRecord, QuoteRecord, ThingRecord)


@dataclass(frozen=True)
class Made:
    """A record and the items that it was made of."""

    record: Record
    items: tuple[Ref, ...]


def merge(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> tuple[Record, ...]:
    """The records of all these readings: events by date, then claims, quotes and things.

    Of two readings with one key the last counts.
    """
    book = Book(readings, rulings(judgements))
    return tuple(made.record for made in records_of(Graph(book), book.items()))


def records_of(graph: Graph, items: Iterable[Item]) -> tuple[Made, ...]:
    """The records to which these items belong, as a merge of the whole index would have them, in its order."""
    visits = Visits(graph)
    made: dict[Record, set[Ref]] = defaultdict(set)
    for group in _groups(graph, items):
        for record, refs in _made(graph, visits, group):
            made[record].update(refs)
    ordered = sorted(made, key=record_order)
    return tuple(Made(record, tuple(sorted(made[record]))) for record in ordered)


def record_order(record: Record) -> tuple[int, str, str]:
    """Where a record stands among all: by kind, then date (undated last), then id."""
    if isinstance(record, EventRecord):
        day = record.date.start if record.date else None
    else:
        day = None if isinstance(record, ThingRecord) else record.published
    return (_KINDS.index(type(record)), day or "9999", record.id)


def _groups(graph: Graph, items: Iterable[Item]) -> list[Cluster]:
    """The clusters that these items are in or joined."""
    homes = ((graph.home(item) if loose(item) else None) or graph.cluster_of(item) for item in items)
    return list(dict.fromkeys(homes))


def _made(graph: Graph, visits: Visits, group: Cluster) -> Iterator[tuple[Record, tuple[Ref, ...]]]:
    """A cluster's record, and the inferred visits that follow from it."""
    value = group[0].value
    refs = tuple(item.ref for item in group)
    if isinstance(value, Event):
        joined = () if loose(group[0]) else graph.joined(group)
        record = event_record(group, joined)
        yield msgspec.structs.replace(record, part_of=visits.around(group)), tuple(i.ref for i in (*group, *joined))
        yield from ((visit.record, tuple(i.ref for i in visit.items)) for visit in visits.inferred(group))
    elif isinstance(value, Claim):
        yield claim_record(group), refs
    elif isinstance(value, Quote):
        yield quote_record(group[0]), refs
    else:
        yield thing_record(group), refs
