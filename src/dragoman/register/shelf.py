"""Rows as values: how articles, readings, blocks and judgements are put down and taken up.

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
from dragoman.model.register import Judgement, Record
from dragoman.model.text import Article
from dragoman.register import schema
from dragoman.register.blocks import keys_of
from dragoman.register.items import Item, Ref

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


def put_article(connection: Connection, article: Article, raw: bytes | None, *, current: bool) -> None:
    """Add an article; `current`: its reading is merged."""
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
            current=current,
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


def drop_reading(connection: Connection, article: str) -> None:
    """Make room for another reading of an article."""
    table = schema.readings
    connection.execute(table.delete().where(table.c.article == article))


def put_reading(connection: Connection, reading: Reading) -> None:
    """Keep the reading of an article that has none."""
    table = schema.readings
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


def put_blocks(connection: Connection, articles: Iterable[str], items: Iterable[Item]) -> None:
    """Note in which blocks the items of these articles stand now."""
    table = schema.blocks
    for some in chunks(sorted(set(articles))):
        connection.execute(table.delete().where(table.c.article.in_(some)))
    rows = [
        {"block": key, "article": item.article, "kind": item.kind, "item": item.index}
        for item in items
        for key in sorted(keys_of(item))
    ]
    if rows:
        connection.execute(table.insert(), rows)


def refs_at(connection: Connection, keys: Iterable[str]) -> dict[str, list[Ref]]:
    """The items that stand in each of these blocks."""
    table = schema.blocks
    found: dict[str, list[Ref]] = {key: [] for key in keys}
    for some in chunks(sorted(found)):
        for row in connection.execute(table.select().where(table.c.block.in_(some))):
            found[row.block].append((row.article, row.kind, row.item))
    return found


def stored_json(connection: Connection, article: str) -> bytes | None:
    """The stored reading of an article as it was put down."""
    table = schema.readings
    row = connection.execute(table.select().where(table.c.article == article)).first()
    return bytes(row.json) if row else None


def any_reading(connection: Connection, article: str) -> Reading | None:
    """The reading of an article, superseded or not; None where it is not there."""
    found = stored_json(connection, article)
    return _reading.decode(found) if found is not None else None


def cores_of(connection: Connection, articles: Iterable[str]) -> dict[str, Reading]:
    """What the merge needs of the readings of these articles; without those unknown or superseded."""
    both = schema.readings.join(schema.articles, schema.articles.c.key == schema.readings.c.article)
    columns = select(schema.readings.c.article, schema.readings.c.core).select_from(both)
    query = columns.where(schema.articles.c.current.is_(True))
    return {
        row.article: _reading.decode(row.core)
        for some in chunks(sorted(set(articles)))
        for row in connection.execute(query.where(schema.articles.c.key.in_(some)))
    }


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


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """The values by as many as go into one query."""
    rest = iter(values)
    while some := list(islice(rest, _MANY)):
        yield some
