"""The register's tables. A change of them raises `SCHEMA`, and gets a migration.

articles      the articles as they came, all revisions; `current`: the revision whose reading is merged
readings      what each article yielded, as JSON, with the versions that made it
blocks        which items stand in which blocks
records       what the merge made of them, as JSON, with what they are looked up by
record_items  of which items a record was made
aliases       ids that lead to a record: those its other sources would give it, and former ones
judgements    what people decided, in order, never changed
meta          schema version, and the version of Dragoman that made the register
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = 1
"""Version of these tables. A register with a higher one was made by a newer Dragoman."""

tables = MetaData()

meta = Table("meta", tables, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "articles",
    tables,
    Column("added", Integer, primary_key=True, autoincrement=True),
    Column("key", String, nullable=False, unique=True),
    Column("slot", String, index=True),
    Column("label", String, nullable=False, index=True),
    Column("outlet", String),
    Column("outlet_country", String),
    Column("url", String),
    Column("given_id", String),
    Column("published", String),
    Column("title", Text),
    Column("language", String),
    Column("origin", Text),
    Column("sha256", String, nullable=False),
    Column("raw_sha256", String),
    Column("extractor", String),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary),
    Column("added_at", String, nullable=False),
    Column("current", Boolean, nullable=False),
)

readings = Table(
    "readings",
    tables,
    Column("article", String, ForeignKey("articles.key"), primary_key=True),
    Column("rules", String, nullable=False),
    Column("kb", String, nullable=False),
    Column("models", String, nullable=False),
    Column("outlet", String),
    Column("published", String),
    Column("json", LargeBinary, nullable=False),
    # What the merge needs of it: it reads far more readings than it writes.
    Column("core", LargeBinary, nullable=False),
)

blocks = Table(
    "blocks",
    tables,
    Column("block", String, primary_key=True),
    Column("article", String, ForeignKey("articles.key"), primary_key=True, index=True),
    Column("kind", String, primary_key=True),
    Column("item", Integer, primary_key=True),
)

records = Table(
    "records",
    tables,
    # The id is short and so may, once in a great while, be that of two records: it is looked up, not relied upon.
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("type", String),
    Column("block", String),
    Column("date_from", String),
    Column("date_to", String),
    Column("json", LargeBinary, nullable=False),
    Index("records_by_type_and_date", "kind", "type", "date_from"),
)

record_items = Table(
    "record_items",
    tables,
    Column("record", Integer, ForeignKey("records.row"), primary_key=True),
    Column("article", String, primary_key=True, index=True),
    Column("kind", String, primary_key=True),
    Column("item", Integer, primary_key=True),
)

aliases = Table(
    "aliases",
    tables,
    Column("alias", String, primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("former", Boolean, nullable=False),
)

judgements = Table(
    "judgements",
    tables,
    Column("entry", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("json", LargeBinary, nullable=False),
)
