"""Finding the names of the knowledge base in text, in any case: a trie over stems,
each hit confirmed by dictionary forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.kb import KnowledgeBase
from dragoman.kb.rows import BodyRow, Institution, Organisation, OutletRow, PlaceRow, State
from dragoman.mentions.found import Found
from dragoman.model.text import Span
from dragoman.syntax.lemmas import fold, normal_forms
from dragoman.syntax.tree import Sentence, Token

ENDING = re.compile(
    r"(?<=..)(?:иями|ями|ами|иях|иям|ией|ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ое|ее|ую|юю|ом|ем|ым|им|ых|их"
    r"|ам|ям|ах|ях|ью|ию|ии|ия|ие|а|я|о|е|у|ю|ы|и|й|ь)$"
)
FLEETING = re.compile(r"^(.+[бвгджзклмнпрстфхцчшщ])[ео]([бвгджзклмнпрстфхцчшщ])$")
CYRILLIC = re.compile(r"^[а-яё-]+$", re.IGNORECASE)
NAME_POS = frozenset({"PROPN", "NOUN", "X", "ADJ", "SYM", "NUM"})


def stem(word: str) -> str:
    """What all case forms of a word share; only for looking up, a hit is confirmed by dictionary forms.

    >>> stem("Грузией") == stem("Грузия"), stem("ООН")
    (True, 'оон')
    """
    if word.isupper() and len(word) <= 6:
        return word.lower()
    folded = fold(word)
    return ENDING.sub("", folded) if CYRILLIC.match(folded) and len(folded) > 3 else folded


def stems(word: str) -> frozenset[str]:
    """Stems under which a name's word is filed: its own and the one without a fleeting vowel (Египет, Египта)."""
    own = stem(word)
    loose = FLEETING.match(own)
    return frozenset({own, loose[1] + loose[2]}) if loose else frozenset({own})


class Entry:
    """One name: its kind, code and words as written in the table."""

    __slots__ = ("adjective", "code", "kind", "words")

    def __init__(self, kind: str, code: str, words: tuple[str, ...], adjective: bool = False) -> None:
        self.kind, self.code, self.words, self.adjective = kind, code, words, adjective


class Gazetteer:
    """All names of one knowledge base, filed by the stem of their first word."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._by_first: dict[str, list[Entry]] = {}
        for entry in entries:
            for first in stems(entry.words[0]):
                self._by_first.setdefault(first, []).append(entry)
        for listed in self._by_first.values():
            listed.sort(key=lambda e: (-len(e.words), PRIORITY.index(e.kind)))

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Names in a sentence, the longest at each place, left to right, not overlapping but for outlets."""
        at, tokens = 0, sentence.tokens
        while at < len(tokens):
            hits = self._at(tokens, at)
            if hits:
                yield _found(sentence, hits, at)
                at += len(hits[0].words)
            else:
                at += 1

    def _at(self, tokens: Sequence[Token], at: int) -> list[Entry]:
        hits: list[Entry] = []
        for entry in self._by_first.get(stem(tokens[at].text), ()):
            if hits and (len(entry.words) < len(hits[0].words) or entry.kind != hits[0].kind):
                break
            if _fits(entry, tokens, at):
                hits.append(entry)
        return hits


PRIORITY = ("state", "organisation", "institution", "body", "place", "outlet")


def _fits(entry: Entry, tokens: Sequence[Token], at: int) -> bool:
    if at + len(entry.words) > len(tokens):
        return False
    return all(_same(word, tokens[at + i], entry) for i, word in enumerate(entry.words))


def _same(word: str, token: Token, entry: Entry) -> bool:
    text = token.text
    if word[0].isupper() and not text[0].isupper():
        return False
    if word.isupper() and len(word) > 1:
        return text == word or (len(word) > 4 and fold(text) == fold(word))
    if len(entry.words) == 1 and token.pos not in NAME_POS:
        return False
    if fold(text) == fold(word):
        return True
    return stem(text) in stems(word) and not normal_forms(text).isdisjoint(normal_forms(word))


def _found(sentence: Sentence, hits: list[Entry], at: int) -> Found:
    last = at + len(hits[0].words) - 1
    return Found(
        kind=hits[0].kind,
        codes=tuple(dict.fromkeys(hit.code for hit in hits)),
        sentence=sentence.number,
        first=at,
        last=last,
        span=Span(sentence.tokens[at].span.start, sentence.tokens[last].span.end),
        adjective=hits[0].adjective,
    )


def compound_adjectives(sentence: Sentence, adjectives: dict[str, str]) -> Iterator[Found]:
    """The first parts of "казахстанско-азербайджанский", which name a state each."""
    for i, token in enumerate(sentence.tokens):
        parts = fold(token.text).split("-")
        if len(parts) < 2 or token.pos not in ("ADJ", "NOUN", "PROPN"):
            continue
        offset = token.span.start
        for part in parts:
            code = _state_of(part, adjectives)
            span = Span(offset, offset + len(part))
            offset += len(part) + 1
            if code:
                yield Found(
                    kind="state", codes=(code,), sentence=sentence.number, first=i, last=i, span=span, adjective=True
                )


def _state_of(part: str, adjectives: dict[str, str]) -> str | None:
    """ "казахского" by its stem; "азербайджано-" and "казахстанско-" by that of the adjective they shorten."""
    found = adjectives.get(ENDING.sub("", part))
    if found is None and part.endswith("о"):
        found = adjectives.get(part[:-1]) or adjectives.get(part[:-1] + "ск")
    return found


def words_of(name: str) -> tuple[str, ...]:
    """A name cut into words as the text is."""
    from razdel import tokenize

    return tuple(token.text for token in tokenize(name))


def _entries(kb: KnowledgeBase) -> Iterator[Entry]:
    for state in kb.table(State):
        for name in (state.name_ru, *state.aliases_ru):
            yield Entry("state", state.code, words_of(name))
        for adjective in state.adjectives_ru:
            yield Entry("state", state.code, words_of(adjective), adjective=True)
    rows = (
        ("organisation", "code", kb.table(Organisation)),
        ("institution", "id", kb.table(Institution)),
        ("body", "id", kb.table(BodyRow)),
        ("place", "id", kb.table(PlaceRow)),
    )
    for kind, key, table in rows:
        for row in table:
            for name in (row.name_ru, *row.aliases_ru):
                yield Entry(kind, getattr(row, key), words_of(name))
    for outlet in kb.table(OutletRow):
        for name in (outlet.name, *outlet.aliases):
            yield Entry("outlet", outlet.id, words_of(name))


class Names:
    """The gazetteers of one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        entries = [entry for entry in _entries(kb) if entry.words]
        self.things = Gazetteer(entry for entry in entries if entry.kind != "outlet")
        self.states = Gazetteer(entry for entry in entries if entry.kind in ("state", "organisation"))
        self.outlets = Gazetteer(entry for entry in entries if entry.kind == "outlet")
        self.adjectives = {ENDING.sub("", fold(a)): s.code for s in kb.table(State) for a in s.adjectives_ru}


@lru_cache(maxsize=4)
def names_of(kb: KnowledgeBase) -> Names:
    """The gazetteers, built once for each knowledge base."""
    return Names(kb)
