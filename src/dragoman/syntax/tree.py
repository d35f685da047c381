"""What the syntax stage gives: sentences of tokens in a dependency tree, and names;
and the protocol of who gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from dragoman.model.text import Span


class Token(msgspec.Struct, frozen=True):
    """A word or mark of a sentence.

    `head`: index in the same sentence of the word it hangs from, -1 for the root; `rel`: the relation
    (Universal Dependencies: `nsubj`, `obl`, …); `pos`, `feats`: UD part of speech and features; `lemma`: lower case,
    ё folded to е.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence and its tree. Its own index in the parse is `number`."""

    number: int
    span: Span
    tokens: tuple[Token, ...]

    def children(self, index: int) -> Iterator[int]:
        """Indexes of the words that hang directly from `index` (-1: the roots), in text order."""
        return (i for i, token in enumerate(self.tokens) if token.head == index and i != index)

    def child(self, index: int, *rels: str) -> int | None:
        """The first child by one of these relations (`obl` also stands for `obl:agent` and the like), or None."""
        for i in self.children(index):
            if self.tokens[i].rel in rels or self.tokens[i].rel.split(":")[0] in rels:
                return i
        return None

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indexes of `index` and all under it, in text order. A cycle (the parser makes some) is cut."""
        seen, queue = {index}, [index]
        while queue:
            for i in self.children(queue.pop()):
                if i not in seen:
                    seen.add(i)
                    queue.append(i)
        return tuple(sorted(seen))

    def path_up(self, index: int) -> Iterator[int]:
        """The heads of `index`, nearest first, to the root; a cycle is cut."""
        seen = {index}
        index = self.tokens[index].head
        while index >= 0 and index not in seen:
            yield index
            seen.add(index)
            index = self.tokens[index].head

    def at(self, span: Span) -> tuple[int, ...]:
        """Indexes of the tokens that share a character with `span`."""
        return tuple(i for i, token in enumerate(self.tokens) if token.span.meets(span))

    def head_of(self, span: Span) -> int | None:
        """The token of `span` that hangs from outside it (the first such), or None where no token is there."""
        inside = self.at(span)
        for i in inside:
            if self.tokens[i].head not in inside:
                return i
        return inside[0] if inside else None

    def cover(self, indexes: Sequence[int]) -> Span:
        """The span from the first to the last of these tokens."""
        return Span(self.tokens[min(indexes)].span.start, self.tokens[max(indexes)].span.end)


class Name(msgspec.Struct, frozen=True):
    """A name that the recogniser found. `kind`: `PER`, `LOC`, `ORG`."""

    span: Span
    kind: str


class Parse(msgspec.Struct, frozen=True):
    """All sentences of an article, in order, and its names."""

    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset, or None (noise, blank)."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= offset:
            return self.sentences[low]
        return None


class Syntax(Protocol):
    """Whoever tags and parses. `version` names models and code, for the reading's versions."""

    version: str

    def parse(self, documents: Sequence[tuple[str, Sequence[Span]]]) -> list[Parse]:
        """Each document is a text with the spans of its sentences; the answers are in the same order."""
        ...
