"""Noun phrases around a head: which words belong to it, and how it is called in the nominative."""

from __future__ import annotations

from dragoman.model.text import Span
from dragoman.syntax.phrases import nominative_phrase
from dragoman.syntax.tree import Sentence

INSIDE = frozenset({"amod", "nmod", "flat", "flat:name", "flat:foreign", "det", "compound", "fixed", "case", "appos"})
FOLLOWS = frozenset({"flat", "flat:name", "flat:foreign", "appos"})
LONGEST = 14
"""Words of a phrase that names a source."""


def phrase(sentence: Sentence, head: int) -> tuple[int, ...]:
    """The tokens of the noun phrase of `head`, unbroken, without clauses, counts and coordinated phrases."""
    kept = {head}
    queue = [head]
    while queue:
        for child in sentence.children(queue.pop()):
            if child not in kept and _belongs(sentence, child):
                kept.add(child)
                queue.append(child)
    start = end = head
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept and end - head < LONGEST:
        end += 1
    while start < head and sentence.tokens[start].rel == "case":
        start += 1
    return tuple(range(start, end + 1))


def _belongs(sentence: Sentence, child: int) -> bool:
    """Whether the word belongs to its head's phrase; of coordinated words only adjectives ("украинской и западной")."""
    token = sentence.tokens[child]
    if token.rel in ("conj", "cc"):
        return token.pos == "ADJ" or (token.rel == "cc" and sentence.tokens[token.head].pos == "ADJ")
    return token.rel in INSIDE


def nominative(text: str, sentence: Sentence, head: int) -> str:
    """The phrase of `head` in the nominative, names with their capital, other words small at the beginning.

    Only the head and what agrees with it change; genitives after it stay as they are.
    """
    indexes = phrase(sentence, head)
    said = nominative_phrase(text, sentence, head, indexes)
    first = sentence.tokens[indexes[0]]
    if first.pos != "PROPN" and first.text[1:].islower():
        return said[0].lower() + said[1:]
    return said


def span_of(sentence: Sentence, head: int) -> Span:
    """The span of the phrase of `head`."""
    return sentence.cover(phrase(sentence, head))
