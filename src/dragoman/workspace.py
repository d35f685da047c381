"""The library's front door: reads articles, keeps the register, answers from it.

reading = read(text, outlet="report.az", published="2025-10-18")
with open("x.db") as workspace:
    workspace.add_text(text, outlet="report.az")
    workspace.timeline("KZ", "AZ")
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TypeVar

import msgspec

from dragoman.errors import InputError, UsageError
from dragoman.kb import KnowledgeBase, load_kb
from dragoman.kb.index import overlay_folders
from dragoman.model.findings import Finding
from dragoman.model.records import Reading
from dragoman.model.register import ClaimRecord, Record, Snapshot, Verdict
from dragoman.model.text import Article, first_day

T = TypeVar("T")

BATCH = 16
"""Articles read together: enough for the models to be used well, few enough for a progress bar to move."""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding came to: the article's label, what was done with it, its reading; or the error of an input."""

    label: str
    outcome: str
    reading: Reading | None = None
    error: InputError | None = None


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A draft's counted claims, each with the audit's answer; the draft itself is not kept."""

    reading: Reading
    claims: tuple[ClaimRecord, ...]
    verdicts: Mapping[str, Verdict]


def knowledge(kb: str | Path | None = None) -> KnowledgeBase:
    """The package's tables with the user's folders over them: those given, else those of `$DRAGOMAN_KB`."""
    return load_kb(*overlay_folders(kb))


def read(
    text: str,
    *,
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    outlet: str | None = None,
    outlet_country: str | None = None,
    published: str | None = None,
    title: str | None = None,
    kb: str | Path | None = None,
) -> Reading:
    """Read one article. Every argument but the text may be None: it is then looked for in the text.

    Raises UsageError where `published` is no date.

    >>> reading = read("Министр иностранных дел Казахстана прибыл в Баку.", published="2024-05-02")
    >>> reading.events[0].type, reading.events[0].place.name
    ('VISIT', 'Баку')
    """
    article = Article(
        text=text, id=id, url=url, outlet=outlet, outlet_country=outlet_country, published=published, title=title
    )
    return read_article(article, knowledge(kb))


def read_article(article: Article, kb: KnowledgeBase) -> Reading:
    """Read one article with a knowledge base already loaded."""
    return next(read_articles([article], kb))[1]


def read_articles(articles: Iterable[Article], kb: KnowledgeBase) -> Iterator[tuple[Article, Reading]]:
    """Read articles one batch after the other, in order. Raises UsageError where `published` is no date."""
    from dragoman.reading import read_batch

    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        for article in batch:
            _check_date(article.published)
        yield from zip(batch, read_batch(batch, kb), strict=True)


def _check_date(published: str | None) -> None:
    if published is None:
        return
    try:
        first_day(published)
    except (ValueError, TypeError) as error:
        raise UsageError(f"published: {published!r} is no date; expected YYYY-MM-DD") from error


def read_paths(
    paths: Sequence[str], kb: KnowledgeBase, stdin: BinaryIO | None = None
) -> Iterator[tuple[Article, Reading] | InputError]:
    """Read files, folders, globs and `-`. What cannot be read comes as an InputError in its place; the rest goes on."""
    from dragoman.intake import read_inputs

    waiting: list[Article] = []
    for taken in read_inputs(paths, stdin=stdin):
        if isinstance(taken, Article):
            waiting.append(taken)
            if len(waiting) < BATCH:
                continue
        yield from _read_or_tell(waiting, kb)
        waiting = []
        if isinstance(taken, InputError):
            yield taken
    yield from _read_or_tell(waiting, kb)


def _read_or_tell(articles: Sequence[Article], kb: KnowledgeBase) -> Iterator[tuple[Article, Reading] | InputError]:
    """Read a batch; where a rule breaks on one article, that one is told as an error and the others are read.

    `$DRAGOMAN_DEBUG` lets the error through, with its traceback.
    """
    try:
        yield from list(read_articles(articles, kb))
    except (MemoryError, UsageError):
        raise
    except Exception as error:
        if os.environ.get("DRAGOMAN_DEBUG"):
            raise
        if len(articles) == 1:
            where = articles[0].origin or articles[0].label
            yield InputError(where, f"a rule failed on it ({type(error).__name__}); not read, please report it")
        else:
            for article in articles:
                yield from _read_or_tell([article], kb)


def open(register: str | Path = "dragoman.db", *, kb: str | Path | None = None, create: bool = True) -> Workspace:  # noqa: A001
    """Open a register, a file or a database URL, making it where there is none.

    Raises RegisterError where it cannot be opened, or, with `create` off, does not exist.
    """
    return Workspace(register, knowledge(kb), create=create)


class Workspace:
    """A register together with the knowledge base that its articles are read with. Use it in a `with` block."""

    def __init__(self, register: str | Path, kb: KnowledgeBase, *, create: bool = True) -> None:
        from dragoman.register.store import open_register

        self.kb = kb
        self.register = open_register(register, create=create)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the register."""
        self.register.close()

    # putting in

    def add_text(self, text: str, **given: str | None) -> Added:
        """Read a text and add it; `given` as for `read`. Raises UsageError where `published` is no date."""
        return next(self.add_articles([Article(text=text, **given)]))

    def add_articles(self, articles: Iterable[Article]) -> Iterator[Added]:
        """Read and add articles, a batch in a transaction."""
        for batch in _batches(read_articles(articles, self.kb)):
            yield from self._added(batch)

    def add(self, paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Added]:
        """Read and add files, folders, globs and `-`; an input that failed comes as an `Added` with its error."""
        for batch in _batches(read_paths(paths, self.kb, stdin)):
            for item in batch:
                if isinstance(item, InputError):
                    yield Added(label=item.where, outcome="failed", error=item)
            yield from self._added([item for item in batch if not isinstance(item, InputError)])

    def _added(self, pairs: Sequence[tuple[Article, Reading]]) -> Iterator[Added]:
        self.__dict__.pop("snapshot", None)
        self.__dict__.pop("verdicts", None)
        results = self.register.add_many(pairs)
        for (article, reading), result in zip(pairs, results, strict=True):
            yield Added(label=article.origin or article.label, outcome=result.value, reading=reading)

    # asking

    @cached_property
    def snapshot(self) -> Snapshot:
        """The records as they are now; taken anew after adding."""
        return self.register.snapshot()

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The audit's answer on every claim, by the claim record's id."""
        from dragoman.audit import audit

        return audit(self.snapshot)

    def country(self, given: str) -> str:
        """Code of a country given as code or name. Raises UnknownCountry with the nearest names."""
        return self.kb.country(given)

    def find(self, id_: str) -> Record:
        """The record of an id, a former id or the beginning of one. Raises UnknownRecord."""
        return self.register.find(id_)

    def findings(self) -> tuple[Finding, ...]:
        """What wants a person's eye: the audit's findings and the store's (revised articles)."""
        from dragoman.audit.integrity import findings

        return (*findings(self.snapshot), *self.register.findings())

    def check(self, article: Article) -> Checked:
        """Audit the counted claims of a draft against the register, without adding it."""
        from dragoman.audit import verdict
        from dragoman.register.merge import merge

        reading = read_article(article, self.kb)
        records = [record for record in merge([reading]) if isinstance(record, ClaimRecord)]
        records.sort(key=lambda record: record.claim.evidence[0].span)
        return Checked(
            reading=reading,
            claims=tuple(records),
            verdicts={record.id: verdict(record, self.snapshot) for record in records},
        )


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        yield batch
