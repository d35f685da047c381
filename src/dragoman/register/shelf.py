"""The register's rows as values: how articles, readings, blocks, records and judgements are put down and taken up.

Works within a transaction that the store has opened; decides nothing. Imports SQLAlchemy, so the store imports it late.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import Connection, select

from dragoman.model.records import Reading, to_json
from dragoman.model.register import EventRecord, Judgement, Record
from dragoman.model.text import Article
from dragoman.register import schema
from dragoman.register.blocks import families, keys_of
from dragoman.register.items import Item, Ref
from dragoman.register.merge import Made

_MANY = 500
"""Values in one query: SQLite's older limit is 999."""

T = TypeVar("T")
_reading = msgspec.json.Decoder(Reading)
_record = msgspec.json.Decoder(Record)
_judgement = msgspec.json.Decoder(Judgement)


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


def article_at(connection: Connection, key: str) -> Article | None:
    """The article of this key, any revision; None where it is not there."""
    row = connection.execute(schema.articles.select().where(schema.articles.c.key == key)).first()
    return article_of(row) if row else None


def all_articles(connection: Connection) -> Iterator[Any]:
    """The row of every article, all revisions, in order of label and then of being added."""
    table = schema.articles
    yield from connection.execute(table.select().order_by(table.c.label, table.c.added))


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
            core=to_json(msgspec.structs.replace(reading, mentions=(), noise=(), notices=(), text=None)),
        )
    )


def put_blocks(connection: Connection, article: str, items: Iterable[Item]) -> None:
    """Note in which blocks the items of an article stand."""
    table = schema.blocks
    connection.execute(table.delete().where(table.c.article == article))
    rows = [
        {"block": key, "article": article, "kind": item.kind, "item": item.index}
        for item in items
        for key in sorted(keys_of(item))
    ]
    if rows:
        connection.execute(table.insert(), rows)


def refs_at(connection: Connection, block: str) -> tuple[Ref, ...]:
    """The items that stand in a block."""
    table = schema.blocks
    rows = connection.execute(select(table.c.article, table.c.kind, table.c.item).where(table.c.block == block))
    return tuple((row.article, row.kind, row.item) for row in rows)


def stored_json(connection: Connection, article: str) -> bytes | None:
    """The stored reading of an article as it was put down."""
    table = schema.readings
    row = connection.execute(table.select().where(table.c.article == article)).first()
    return bytes(row.json) if row else None


def any_reading(connection: Connection, article: str) -> Reading | None:
    """The reading of an article, superseded or not; None where it is not there."""
    found = stored_json(connection, article)
    return _reading.decode(found) if found is not None else None


def core_of(connection: Connection, article: str) -> Reading | None:
    """What the merge needs of an article's reading; None where it is unknown or superseded by a newer revision."""
    both = schema.readings.join(schema.articles, schema.articles.c.key == schema.readings.c.article)
    query = select(schema.readings.c.core).select_from(both).where(schema.articles.c.current.is_(True))
    found = connection.execute(query.where(schema.articles.c.key == article)).scalar()
    return _reading.decode(found) if found is not None else None


def all_readings(connection: Connection) -> Iterator[Reading]:
    """Every reading that is merged, in order of article key."""
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
    for some in _chunks(sorted({ref[0] for ref in wanted})):
        found = connection.execute(owned.select().where(owned.c.article.in_(some)))
        rows |= {row.record for row in found if (row.article, row.kind, row.item) in wanted}
    taken: list[Record] = []
    made_of: set[Ref] = set()
    for some_rows in _chunks(sorted(rows)):
        found = connection.execute(records.select().where(records.c.row.in_(some_rows)).order_by(records.c.row))
        taken += [_record.decode(row.json) for row in found]
        found = connection.execute(owned.select().where(owned.c.record.in_(some_rows)))
        made_of |= {(row.article, row.kind, row.item) for row in found}
        connection.execute(owned.delete().where(owned.c.record.in_(some_rows)))
        connection.execute(records.delete().where(records.c.row.in_(some_rows)))
    for some_ids in _chunks(sorted({record.id for record in taken})):
        connection.execute(leads.delete().where(leads.c.id.in_(some_ids), leads.c.former.is_(False)))
    return taken, made_of


def leave_aliases(connection: Connection, taken: Iterable[Record]) -> None:
    """Let the ids of records that are gone lead on to where their other sources went."""
    for record in taken:
        if not owners(connection, record.id) and record.aliases:
            put_aliases(connection, record, former=True)


def put_aliases(connection: Connection, record: Record, *, former: bool) -> None:
    """Let the aliases lead to the record; for a former record, its id to each of them."""
    pairs = [(record.id, other) if former else (other, record.id) for other in record.aliases]
    table = schema.aliases
    known: set[tuple[str, str]] = set()
    for some in _chunks(sorted({alias for alias, _ in pairs})):
        rows = connection.execute(select(table.c.alias, table.c.id).where(table.c.alias.in_(some)))
        known |= {(row.alias, row.id) for row in rows}
    new = [{"alias": alias, "id": id_, "former": former} for alias, id_ in pairs if (alias, id_) not in known]
    if new:
        connection.execute(table.insert(), new)


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


def put_records(connection: Connection, made: Iterable[Made]) -> None:
    """Put down records with what they are looked up by."""
    for one in made:
        row = connection.execute(schema.records.insert().values(**_row(one.record))).inserted_primary_key
        assert row is not None
        owned = [{"record": row[0], "article": ref[0], "kind": ref[1], "item": ref[2]} for ref in one.items]
        connection.execute(schema.record_items.insert(), owned)
        put_aliases(connection, one.record, former=False)


class Counts(NamedTuple):
    """How much is on the shelf. `outlets`: each with its number of articles, most first."""

    articles: int
    outlets: tuple[tuple[str, int], ...]
    first_published: str | None
    last_published: str | None


def counts(connection: Connection) -> Counts:
    """What the merged articles are: one for each, its newest revision."""
    both = schema.readings.join(schema.articles, schema.articles.c.key == schema.readings.c.article)
    columns = (schema.readings.c.outlet, schema.readings.c.published)
    rows = connection.execute(select(*columns).select_from(both).where(schema.articles.c.current.is_(True))).all()
    outlets = Counter(row.outlet for row in rows if row.outlet)
    days = sorted(row.published for row in rows if row.published)
    ordered = tuple(sorted(outlets.items(), key=lambda entry: (-entry[1], entry[0])))
    return Counts(len(rows), ordered, days[0] if days else None, days[-1] if days else None)


def put_judgement(connection: Connection, judgement: Judgement) -> None:
    """Add a judgement to the log."""
    connection.execute(schema.judgements.insert().values(id=judgement.id, json=to_json(judgement)))


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


def _chunks(values: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, _MANY)):
        yield some
