"""The words of titles: the lexicon made of offices.tsv and lang/ru/titles.yaml, and the words around titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.kb import KnowledgeBase
from dragoman.kb.rows import Office
from dragoman.lang import load
from dragoman.mentions.gazetteer import stem, stems, words_of

GENERIC = ("head_of_state", "leader", "diplomat", "official", "head")
GENITIVE_PLURAL = re.compile(r"(?<=..)(?:ов|ев)$")


class Phrase:
    """One title: its words and the (role, country) pairs it may mean; country None: any."""

    __slots__ = ("offices", "words")

    def __init__(self, words: tuple[str, ...], offices: tuple[tuple[str, str | None], ...]) -> None:
        self.words, self.offices = words, offices


class TitleLexicon:
    """All titles of one knowledge base, filed by the stem of the first word, longest first."""

    def __init__(self, kb: KnowledgeBase) -> None:
        meanings: dict[str, dict[tuple[str, str | None], None]] = {}
        for office in kb.table(Office):
            for title in office.titles_ru:
                country = None if office.country == "*" else office.country
                meanings.setdefault(title, {})[office.role, country] = None
        for generic in GENERIC:
            for title in load("ru", "titles.yaml")[generic]:
                meanings[title] = {(generic, None): None}
        self.by_first: dict[str, list[Phrase]] = {}
        for title, offices in meanings.items():
            words = words_of(title)
            for first in stems(words[0]):
                self.by_first.setdefault(first, []).append(Phrase(words, tuple(offices)))
        for listed in self.by_first.values():
            listed.sort(key=lambda p: (-len(p.words), p.words))

    def beginning(self, word: str) -> Iterator[Phrase]:
        """The titles whose first word can be this one in some case, longest first."""
        for first in stems_of(word):
            yield from self.by_first.get(first, ())


@lru_cache(maxsize=4)
def lexicon_of(kb: KnowledgeBase) -> TitleLexicon:
    """The titles, built once for each knowledge base."""
    return TitleLexicon(kb)


@lru_cache(maxsize=1)
def words_around() -> dict[str, frozenset[str]]:
    words = load("ru", "titles.yaml")
    lists = {
        name: frozenset(words[name])
        for name in ("former", "plain", "our", "pair", "country_words", "organisation_words")
    }
    return lists | {"seat_words": lists["country_words"] | lists["organisation_words"]}


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> frozenset[str]:
    """The stem of a form, and that without the ending of a genitive plural, which in names belongs to the stem.

    >>> "президент" in stems_of("президентов"), "посл" in stems_of("послов")
    (True, True)
    """
    own = stem(word)
    return frozenset({own, GENITIVE_PLURAL.sub("", own)})
