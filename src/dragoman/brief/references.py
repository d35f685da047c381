"""Numbers of source sentences, given in the order in which a brief first uses them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.brief.model import SourceEntry
from dragoman.model.register import Source
from dragoman.views.evidence import evidence_line
from dragoman.views.labels import phrase
from dragoman.views.when import point_text

Key = tuple[str, str, int, int]


class References:
    """Hands out numbers while a brief is composed. One sentence has one number, however often it is used."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self._language = language
        self._texts = texts
        self._numbers: dict[Key, int] = {}
        self._sources: list[Source] = []

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of these sentences, ascending."""
        return tuple(sorted({self._number(source) for source in sources}))

    def first_numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The number of one sentence an article, the first: for what articles mention again and again."""
        first: dict[str, Source] = {}
        for source in sources:
            first.setdefault(source.article, source)
        return self.numbers(first.values())

    def _number(self, source: Source) -> int:
        key = (source.article, source.where, source.span.start, source.span.end)
        if key not in self._numbers:
            self._sources.append(source)
            self._numbers[key] = len(self._sources)
        return self._numbers[key]

    def entries(self) -> tuple[SourceEntry, ...]:
        """All sentences that got a number, in order."""
        return tuple(self._entry(number, source) for number, source in enumerate(self._sources, start=1))

    def _entry(self, number: int, source: Source) -> SourceEntry:
        line = evidence_line(source, self._texts)
        relays = phrase(self._language, "relay", relays=", ".join(line.relays)) if line.relays else ""
        return SourceEntry(
            number=number,
            outlet=line.outlet,
            published=point_text(line.published, self._language) if line.published else "",
            relays=relays,
            before=line.before,
            marked=line.marked,
            after=line.after,
            url=line.url,
        )
