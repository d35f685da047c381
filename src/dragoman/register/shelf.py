"""The register's rows as values: how articles, readings, blocks, records and judgements are put down and taken up.

Works within a transaction that the store has opened; decides nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from dragoman.model.records import Event, Reading, to_json
from dragoman.model.register import EventRecord, Judgement, Record
from dragoman.model.text import Article
from dragoman.register import schema
from dragoman.register.blocks import keys_of
from dragoman.register.items import Item, Ref, items_of
from dragoman.register.judgements import Rulings, ruled, rulings
from dragoman.register.merge import Made

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MANY = 500
"""Values in one query: SQLite's older limit is 999."""

T = TypeVar("T")
_reading = msgspec.json.Decoder(Reading)
_record = msgspec.json.Decoder(Record)
_judgement = msgspec.json.Decoder(Judgement)


class Shelf:
    """The items on the shelf, looked up as the merge asks for them: an `Index` (see book.py) for one state of the register."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.rulings: Rulings = rulings(all_judgements(connection))
        self._articles: dict[str, tuple[Item, ...]] = {}
        self._blocks: dict[str, tuple[Item, ...]] = {}

    def of(self, article: str) -> Sequence[Item]:
        """The items of an article whose reading is merged; none of a superseded or unknown one."""
        if article not in self._articles:
            found = current_reading(self._connection, article)
            self._articles[article] = ruled(items_of(found), self.rulings) if found else ()
        return self._articles[article]

    def at(self, key: str) -> Sequence[Item]:
        """The items that stand in a block."""
        if key not in self._blocks:
            rows = self._connection.execute(schema.blocks.select().where(schema.blocks.c.block == key))
            items = (item for row in rows for item in self.of(row.article))
            self._blocks[key] = tuple(item for item in items if key in keys_of(item))
        return self._blocks[key]


def slot_of(article: Article) -> str | None:
    """What the revisions of one article share: outlet and given id, or URL; None where it has neither."""
    name = article.id or article.url
    return hashlib.sha256(f"{article.outlet or ''}\x00{name}".encode()).hexdigest()[:24] if name else None


def put_article(connection: Connection, article: Article, raw: bytes | None) -> None:
    """Add an article, not yet current."""
    connection.execute(
        schema.articles.insert().values(
            key=article.key,
            slot=slot_of(article),
            label=article.label,
            outlet=article.outlet,
            outlet_country=article.outlet_country,
            url=article.url,
            given_id=article.id,
            published=article.published,
            title=article.title,
            language=article.language,
            origin=article.origin,
            sha256=article.sha256,
            raw_sha256=article.raw_sha256,
            extractor=article.extractor,
            text=article.text,
            raw=raw,
            added_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            current=False,
        )
    )


def article_of(row: Any) -> Article:
    """The article that a row holds."""
    names = ("text", "url", "outlet", "outlet_country", "published", "title", "language", "origin")
    kept = {name: getattr(row, name) for name in (*names, "raw_sha256", "extractor")}
    return Article(id=row.given_id, **kept)


def set_current(connection: Connection, key: str, current: bool) -> None:
    """Say whether this revision's reading is merged."""
    table = schema.articles
    connection.execute(table.update().where(table.c.key == key).values(current=current))


def revisions(connection: Connection, article: Article) -> list[Any]:
    """All stored revisions of an article, oldest first; by publication, then by when they were added."""
    table = schema.articles
    slot = slot_of(article)
    same = table.c.key == article.key if slot is None else table.c.slot == slot
    rows = connection.execute(table.select().where(same)).all()
    return sorted(rows, key=lambda row: (row.published or "", row.added))


def put_reading(connection: Connection, reading: Reading) -> None:
    """Keep this reading of its article in place of an earlier one."""
    table = schema.readings
    connection.execute(table.delete().where(table.c.article == reading.key))
    connection.execute(
        table.insert().values(
            article=reading.key,
            rules=reading.versions.rules,
            kb=reading.versions.kb,
            models=reading.versions.models,
            outlet=(reading.outlet.id or reading.outlet.name) if reading.outlet else None,
            published=reading.published,
            json=to_json(reading),
        )
    )


def put_blocks(connection: Connection, article: str, items: Iterable[Item]) -> None:
    """Note in which blocks the items of an article stand."""
    table = schema.blocks
    connection.execute(table.delete().where(table.c.article == article))
    keys = sorted({key for item in items for key in keys_of(item)})
    if keys:
        connection.execute(table.insert(), [{"block": key, "article": article} for key in keys])


def stored_json(connection: Connection, article: str) -> bytes | None:
    """The stored reading of an article as it was put down."""
    table = schema.readings
    row = connection.execute(table.select().where(table.c.article == article)).first()
    return bytes(row.json) if row else None


def current_reading(connection: Connection, article: str) -> Reading | None:
    """The reading of an article, None where it is unknown or superseded by a newer revision."""
    both = schema.readings.join(schema.articles, schema.articles.c.key == schema.readings.c.article)
    from sqlalchemy import select

    query = select(schema.readings.c.json).select_from(both)
    found = connection.execute(
        query.where(schema.articles.c.key == article, schema.articles.c.current.is_(True))
    ).scalar()
    return _reading.decode(found) if found is not None else None


def all_readings(connection: Connection) -> Iterator[Reading]:
    """Every reading that is merged, in order of article key."""
    from sqlalchemy import select

    both = schema.readings.join(schema.articles, schema.articles.c.key == schema.readings.c.article)
    query = select(schema.readings.c.json).select_from(both).where(schema.articles.c.current.is_(True))
    for row in connection.execute(query.order_by(schema.readings.c.article)):
        yield _reading.decode(row.json)


def all_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement, in the order in which they were given."""
    table = schema.judgements
    return tuple(_judgement.decode(row.json) for row in connection.execute(table.select().order_by(table.c.entry)))


def all_records(connection: Connection) -> tuple[Record, ...]:
    """Every record, in no particular order."""
    return tuple(_record.decode(row.json) for row in connection.execute(schema.records.select()))


def take_records(connection: Connection, refs: Iterable[Ref]) -> list[tuple[str, tuple[Ref, ...]]]:
    """Take out every record made of any of these items, with its aliases. Gives their ids and all they were made of."""
    owned, records = schema.record_items, schema.records
    wanted = set(refs)
    rows: set[int] = set()
    for some in _chunks(sorted({ref[0] for ref in wanted})):
        found = connection.execute(owned.select().where(owned.c.article.in_(some)))
        rows |= {row.record for row in found if (row.article, row.kind, row.item) in wanted}
    taken = []
    for some_rows in _chunks(sorted(rows)):
        made_of: dict[int, list[Ref]] = {}
        for row in connection.execute(owned.select().where(owned.c.record.in_(some_rows))):
            made_of.setdefault(row.record, []).append((row.article, row.kind, row.item))
        ids = {r.row: r.id for r in connection.execute(records.select().where(records.c.row.in_(some_rows)))}
        taken += [(ids[row], tuple(sorted(made_of[row]))) for row in some_rows]
        connection.execute(owned.delete().where(owned.c.record.in_(some_rows)))
        connection.execute(records.delete().where(records.c.row.in_(some_rows)))
    for some_ids in _chunks(sorted({id_ for id_, _ in taken})):
        connection.execute(schema.aliases.delete().where(schema.aliases.c.id.in_(some_ids)))
    return taken


def put_records(connection: Connection, made: Iterable[Made]) -> None:
    """Put down records with what they are looked up by."""
    for one in made:
        row = connection.execute(schema.records.insert().values(**_row(one.record))).inserted_primary_key
        assert row is not None
        owned = [{"record": row[0], "article": ref[0], "kind": ref[1], "item": ref[2]} for ref in one.items]
        connection.execute(schema.record_items.insert(), owned)
        if one.record.aliases:
            leads = [{"alias": alias, "id": one.record.id} for alias in one.record.aliases]
            connection.execute(schema.aliases.insert(), leads)


def _row(record: Record) -> dict[str, Any]:
    event = record if isinstance(record, EventRecord) else None
    date = event.date if event else None
    return {
        "id": record.id,
        "kind": record.__struct_config__.tag,
        "type": event.type if event else getattr(record, "kind", None),
        "block": min(_blocks(record), default=None),
        "date_from": date.first.isoformat() if date else None,
        "date_to": date.last.isoformat() if date else None,
        "json": to_json(record),
    }
