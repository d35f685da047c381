"""The register: articles as they came, their readings, and the records merged from them; one file, or a database.

Writing goes in short transactions, each of which leaves whole articles and the records that a merge of everything
would give. Only what an added article touches is merged again (see touched.py). Readers never wait.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import UnknownRecord
from dragoman.model.findings import Finding, Notice
from dragoman.model.records import Reading, to_json
from dragoman.model.register import (
    ClaimRecord,
    EventRecord,
    Judgement,
    QuoteRecord,
    Record,
    Snapshot,
    ThingRecord,
)
from dragoman.model.text import Article
from dragoman.register.added import AddResult
from dragoman.register.engine import alone, open_engine, shown, telling
from dragoman.register.judgements import check
from dragoman.register.merge import record_order

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_BATCH = 200
"""Articles in one transaction."""

_ID = re.compile(r"[a-z][0-9a-f]{0,10}")


class ArticleNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice of a stored reading, and whose. `article` is the key, `label` the id as given."""

    article: str
    label: str
    notice: Notice


def open_register(url_or_path: str | Path, *, create: bool = True) -> Register:
    """The register at a path, `sqlite:///…` or `postgresql://…`; an empty one is made where there is none.

    With `create` False a missing one is an error. Raises RegisterError, and RegisterTooNew for one of a newer version.
    """
    return Register(open_engine(url_or_path, create=create), url_or_path)


class Register:
    """An open register; close it, or use it in a `with`. Its methods raise RegisterError where the database fails."""

    def __init__(self, engine: Engine, url_or_path: str | Path) -> None:
        self._engine = engine
        self._address = url_or_path

    def __enter__(self) -> Register:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or server."""
        self._engine.dispose()

    @property
    def where(self) -> str:
        """Its path or address, without a password."""
        return shown(self._address)

    def add(self, article: Article, reading: Reading, raw: bytes | None = None) -> AddResult:
        """Keep an article with its reading. `raw`: the bytes it was taken from, if they are to be kept.

        An article that is there already keeps its text; its reading is replaced where it differs (`reread`).
        A new text under the same outlet and id (or URL) is a revision: both are kept, the one published, then
        added, last is merged. Raises ValueError where the reading is not of this article.
        """
        with self._writing() as connection:
            return self._put(connection, [(article, reading, raw)])[0]

    def add_many(self, pairs: Iterable[tuple[Article, Reading]]) -> tuple[AddResult, ...]:
        """Keep many articles, some hundred in a transaction: what breaks off leaves the transactions before it."""
        results: list[AddResult] = []
        rest = iter(pairs)
        while some := [(article, reading, None) for article, reading in islice(rest, _BATCH)]:
            with self._writing() as connection:
                results += self._put(connection, some)
        return tuple(results)

    def snapshot(self) -> Snapshot:
        """The whole register at one moment. Its digest is that of its records: the same readings and judgements give
        the same one, whatever the order in which they came."""
        from dragoman.register import ledger, shelf

        with self._reading() as connection:
            records = tuple(sorted(ledger.all_records(connection), key=record_order))
            counts = shelf.counts(connection)
        return Snapshot(
            events=tuple(r for r in records if isinstance(r, EventRecord)),
            claims=tuple(r for r in records if isinstance(r, ClaimRecord)),
            quotes=tuple(r for r in records if isinstance(r, QuoteRecord)),
            things=tuple(r for r in records if isinstance(r, ThingRecord)),
            articles=counts.articles,
            outlets=counts.outlets,
            first_published=counts.first_published,
            last_published=counts.last_published,
            digest=digest_of(records),
        )

    def readings(self) -> tuple[Reading, ...]:
        """The readings that are merged: of each article its newest revision's, in order of article key."""
        from dragoman.register import shelf

        with self._reading() as connection:
            return tuple(shelf.all_readings(connection))

    def reading(self, key: str) -> Reading | None:
        """The stored reading of an article, superseded or not; None where there is none."""
        from dragoman.register import shelf

        with self._reading() as connection:
            return shelf.any_reading(connection, key)

    def article(self, key: str) -> Article:
        """The article of this key, as it came. Raises UnknownRecord."""
        from dragoman.register import shelf

        with self._reading() as connection:
            found = shelf.article_at(connection, key)
        if found is None:
            raise UnknownRecord(f"{self.where}: no article {key}")
        return found

    def find(self, id_: str) -> Record:
        """The record of this id, former id, or the beginning of one that no other has. Raises UnknownRecord."""
        from dragoman.register import ledger

        with self._reading() as connection:
            known = ledger.owners(connection, id_) if _ID.fullmatch(id_) else frozenset()
            if not known and _ID.fullmatch(id_):
                likes = ledger.ids_like(connection, id_)
                known = frozenset(owner for like in likes for owner in ledger.owners(connection, like))
            records = [record for one in sorted(known) for record in ledger.records_with(connection, one)]
        if len(records) == 1:
            return records[0]
        raise UnknownRecord(self._no_such(id_, sorted({record.id for record in records})))

    def notices(self) -> tuple[ArticleNotice, ...]:
        """What the readings found doubtful, in order of article label."""
        found = [ArticleNotice(article=r.key, label=r.label, notice=n) for r in self.readings() for n in r.notices]
        return tuple(sorted(found, key=lambda n: (n.label, n.article)))

    def judge(self, judgement: Judgement) -> None:
        """Put down what a person decided, and merge anew what it is about. Raises ValueError where that cannot be."""
        from dragoman.register import shelf
        from dragoman.register.change import Change

        check(judgement)
        with self._writing() as connection:
            if any(known.id == judgement.id for known in shelf.all_judgements(connection)):
                raise ValueError(f"judgement {judgement.id} is in the log already")
            Change(connection).judge(judgement)

    def log(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order in which they were given."""
        from dragoman.register import shelf

        with self._reading() as connection:
            return shelf.all_judgements(connection)

    def findings(self) -> tuple[Finding, ...]:
        """What wants a person's eye: articles of which several revisions are kept."""
        from dragoman.register.verify import revised

        with self._reading() as connection:
            return tuple(revised(connection))

    def verify(self) -> tuple[Finding, ...]:
        """Whatever in the register is not as it was put there: hashes, evidence, and records that a new merge would
        make otherwise."""
        from dragoman.register.verify import verified

        with self._reading() as connection:
            return tuple(verified(connection))

    def _put(self, connection: Connection, some: Sequence[tuple[Article, Reading, bytes | None]]) -> list[AddResult]:
        from dragoman.register.change import Change

        writing = Change(connection)
        results = [writing.put(article, reading, raw) for article, reading, raw in some]
        writing.settle()
        return results

    def _no_such(self, id_: str, several: list[str]) -> str:
        if several:
            return f"{self.where}: {id_} may mean {', '.join(several[:5])}: give more of it"
        return f"{self.where}: nothing has the id {id_}"

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with telling(self._address), self._engine.connect() as bare:
            connection = bare.execution_options(writes=True)
            with connection.begin():
                alone(connection)
                yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with telling(self._address), self._engine.connect() as connection, connection.begin():
            yield connection


def digest_of(records: Iterable[Record]) -> str:
    """Hash of these records in their order."""
    whole = hashlib.sha256()
    for record in records:
        whole.update(to_json(record) + b"\n")
    return whole.hexdigest()
