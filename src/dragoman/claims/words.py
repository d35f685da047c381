"""The words of counted assertions, as sets, and small questions about tokens."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.lang import load
from dragoman.syntax.lemmas import fold, normal_forms
from dragoman.syntax.tree import Token


@cache
def words(section: str, name: str | None = None) -> frozenset[str]:
    """A list of `claims.yaml`, or the keys of a table there. Raises KeyError where there is none: broken data.

    >>> "визит" in words("visit", "nouns")
    True
    """
    return frozenset(table(section, name) if name else load("ru", "claims.yaml")[section])


@cache
def table(section: str, name: str) -> Any:
    """A list or table of `claims.yaml` as it stands."""
    return load("ru", "claims.yaml")[section][name]


def among(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether the word is one of these, by its tagged lemma or by any dictionary form.

    The tagger's lemma is asked first; the dictionary helps where an unknown or capitalised word was tagged amiss.
    """
    if token.lemma in lemmas:
        return True
    return token.pos in ("PROPN", "X") and not lemmas.isdisjoint(normal_forms(fold(token.text)))


def is_modifier(token: Token) -> bool:
    """Whether the word only describes what follows: adjective, pronoun of an adjective's form, participle, adverb.

    >>> from dragoman.model.text import Span
    >>> is_modifier(Token(Span(0, 1), "официальный", "официальный", "ADJ", {}, -1, "amod"))
    True
    """
    return token.pos in ("ADJ", "DET", "ADV", "PART") or token.feats.get("VerbForm") == "Part"
