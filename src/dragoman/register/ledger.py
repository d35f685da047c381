"""Rows as values: how records are put down and taken up, and what their ids lead to.

Works within a transaction that the store has opened; decides nothing. Imports SQLAlchemy, so the store imports it late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.model.records import to_json
from dragoman.model.register import EventRecord, Record
from dragoman.register import schema
from dragoman.register.blocks import families
from dragoman.register.items import Ref
from dragoman.register.merge import Made
from dragoman.register.shelf import chunks

_record = msgspec.json.Decoder(Record)


def all_records(connection: Connection) -> tuple[Record, ...]:
    """Every record, in no particular order."""
    return tuple(_record.decode(row.json) for row in connection.execute(schema.records.select()))


def put_records(connection: Connection, made: Sequence[Made]) -> None:
    """Put down records with what they are looked up by."""
    if not made:
        return
    # Numbered here, because asking the database for each number takes as long as all the rest.
    last = connection.execute(select(func.max(schema.records.c.row))).scalar() or 0
    numbered = list(enumerate(made, start=last + 1))
    connection.execute(schema.records.insert(), [{"row": number, **_row(one.record)} for number, one in numbered])
    owned = (
        {"record": number, "article": article, "kind": kind, "item": item}
        for number, one in numbered
        for article, kind, item in one.items
    )
    connection.execute(schema.record_items.insert(), list(owned))
    leads = {(alias, one.record.id) for one in made for alias in one.record.aliases}
    _put_aliases(connection, leads, former=False)


def take_records(connection: Connection, refs: Iterable[Ref]) -> tuple[tuple[Record, ...], frozenset[Ref]]:
    """Take out every record made of any of these items, and of any that those were made of too.

    Gives the records, and all the items that are now without one.
    """
    taken: list[Record] = []
    free = set(refs)
    waiting = set(free)
    while waiting:
        records, made_of = _take(connection, waiting)
        taken += records
        waiting = made_of - free
        free |= waiting
    return tuple(taken), frozenset(free)


def _take(connection: Connection, wanted: set[Ref]) -> tuple[list[Record], set[Ref]]:
    """Take out the records made of any of these items; all the items that they were made of."""
    owned, records, leads = schema.record_items, schema.records, schema.aliases
    rows: set[int] = set()
    for some in chunks(sorted({ref[0] for ref in wanted})):
        found = connection.execute(owned.select().where(owned.c.article.in_(some)))
        rows |= {row.record for row in found if (row.article, row.kind, row.item) in wanted}
    taken: list[Record] = []
    made_of: set[Ref] = set()
    for some_rows in chunks(sorted(rows)):
        found = connection.execute(records.select().where(records.c.row.in_(some_rows)).order_by(records.c.row))
        taken += [_record.decode(row.json) for row in found]
        # What an inferred visit follows from is not made of it: those items keep their own records.
        own = [r for r, record in zip(some_rows, taken[-len(some_rows) :], strict=True) if not _is_inferred(record)]
        found = connection.execute(owned.select().where(owned.c.record.in_(own)))
        made_of |= {(row.article, row.kind, row.item) for row in found}
        connection.execute(owned.delete().where(owned.c.record.in_(some_rows)))
        connection.execute(records.delete().where(records.c.row.in_(some_rows)))
    for some_ids in chunks(sorted({record.id for record in taken})):
        connection.execute(leads.delete().where(leads.c.id.in_(some_ids), leads.c.former.is_(False)))
    return taken, made_of


def _is_inferred(record: Record) -> bool:
    return isinstance(record, EventRecord) and record.inferred


def leave_aliases(connection: Connection, taken: Iterable[Record], made: Iterable[Made]) -> None:
    """Let the ids of records that are gone lead on to where their other sources went."""
    known = {id_ for one in made for id_ in (one.record.id, *one.record.aliases)}
    gone = [record for record in taken if record.id not in known and not owners(connection, record.id)]
    _put_aliases(connection, {(record.id, other) for record in gone for other in record.aliases}, former=True)


def owners(connection: Connection, id_: str) -> frozenset[str]:
    """Ids of the records that an id or alias leads to, followed from one to the next."""
    records, leads = schema.records, schema.aliases
    found: set[str] = set()
    seen, waiting = {id_}, [id_]
    while waiting:
        one = waiting.pop()
        if connection.execute(select(records.c.id).where(records.c.id == one)).first():
            found.add(one)
            continue
        new = set(connection.execute(select(leads.c.id).where(leads.c.alias == one)).scalars()) - seen
        seen |= new
        waiting.extend(new)
    return frozenset(found)


def ids_like(connection: Connection, prefix: str) -> frozenset[str]:
    """All ids and aliases that begin so."""
    columns = (schema.records.c.id, schema.aliases.c.alias)
    # "g" comes after the last hexadecimal digit.
    return frozenset(
        id_
        for column in columns
        for id_ in connection.execute(select(column).where(column >= prefix, column < prefix + "g")).scalars()
    )


def records_with(connection: Connection, id_: str) -> tuple[Record, ...]:
    """The records of this id: one, or by a rare accident more."""
    rows = connection.execute(schema.records.select().where(schema.records.c.id == id_))
    return tuple(_record.decode(row.json) for row in rows)


def _put_aliases(connection: Connection, leads: set[tuple[str, str]], *, former: bool) -> None:
    """Let each first id lead to the second."""
    table = schema.aliases
    known = {
        (row.alias, row.id)
        for some in chunks(sorted({alias for alias, _ in leads}))
        for row in connection.execute(select(table.c.alias, table.c.id).where(table.c.alias.in_(some)))
    }
    new = [{"alias": alias, "id": id_, "former": former} for alias, id_ in sorted(leads - known)]
    if new:
        connection.execute(table.insert(), new)


def _row(record: Record) -> dict[str, Any]:
    event = record if isinstance(record, EventRecord) else None
    date = event.date if event else None
    return {
        "id": record.id,
        "kind": record.__struct_config__.tag,
        "type": event.type if event else getattr(record, "kind", None),
        "block": min(families(event), default=None) if event else None,
        "date_from": date.first.isoformat() if date else None,
        "date_to": date.last.isoformat() if date else None,
        "json": to_json(record),
    }
