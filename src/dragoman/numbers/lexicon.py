"""Words of numbers, ready to look up and to match."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from dragoman.lang import inflected, load


class Word(msgspec.Struct, frozen=True):
    """A numeral word. `kind`: `cardinal`, `fraction`, `ordinal`, `collective`, `fold`, `times`, `magnitude`."""

    kind: str
    value: float


@cache
def numeral_words() -> dict[str, Word]:
    """All forms of all numeral words, lower case, ё folded to е."""
    numerals = load("ru", "numerals.yaml")
    words: dict[str, Word] = {}
    for section, kind in _SECTIONS:
        for value, forms in numerals[section].items():
            words.update({form: Word(kind, value) for form in forms})
    for value, (stem, paradigm) in numerals["ordinals"].items():
        words.update({form: Word("ordinal", value) for form in inflected("ru", stem, paradigm)})
    return words


_SECTIONS = (
    ("cardinals", "cardinal"),
    ("fractions", "fraction"),
    ("collectives", "collective"),
    ("folds", "fold"),
    ("times", "times"),
    ("magnitudes", "magnitude"),
)


@cache
def lone_magnitudes() -> frozenset[str]:
    """Magnitudes that stand for one without a numeral: "миллиард долларов"."""
    return frozenset(load("ru", "numerals.yaml")["lone_magnitudes"])


@cache
def anniversary_stems() -> dict[str, int]:
    """First parts of "тридцатилетие" and the like, with their values."""
    return {stem: value for value, stem in load("ru", "numerals.yaml")["anniversary_stems"].items()}


@cache
def section(name: str) -> Any:
    """A section of `number_words.yaml` as it stands."""
    return load("ru", "number_words.yaml")[name]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A one-line section of `number_words.yaml`, compiled."""
    return re.compile(section(name))
