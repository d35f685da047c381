"""The words of time expressions by class, and the one-letter codes that the rules are matched on.

A token may belong to several classes ("дня" is a unit of days and a point in time), so each set of classes has its own
letter; a class stands for all letters whose set holds it. The text becomes a short string of such letters, and a rule
is a regular expression over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from dragoman.lang import inflected, load

Entry = tuple[str, Mapping[str, float]]

# Classes of tokens that are no words: numbers by what they can be, marks, line ends.
MARKS = {
    "-": "dash",
    ",": "comma",
    "(": "open",
    ")": "close",
    "/": "slash",
}
NUMBERS = (
    frozenset({"day", "count"}),
    frozenset({"count"}),
    frozenset({"yyyy"}),
    frozenset({"decade-years"}),
)
SINGLE = ("iso", "dotted", "time", "roman", *MARKS.values())
LINE_END, BLANK_LINE, OTHER = "\n", "¶", "."


class Lexicon:
    """Letters of token classes: `words` gives a word's letter and its values, `letters` the letters of a class."""

    def __init__(self, classes: Mapping[str, Mapping[str, float]]) -> None:
        self._codes: dict[frozenset[str], str] = {}
        for group in (*NUMBERS, *(frozenset({name}) for name in SINGLE)):
            self.code(group)
        self.words: dict[str, Entry] = {word: (self.code(frozenset(vals)), vals) for word, vals in classes.items()}

    def code(self, group: frozenset[str]) -> str:
        """The letter for tokens of exactly these classes."""
        return self._codes.setdefault(group, chr(0xE000 + len(self._codes)))

    def letters(self, name: str) -> str:
        """All letters whose tokens belong to the class. Raises KeyError for a class that no token has."""
        found = "".join(letter for group, letter in self._codes.items() if name in group)
        if not found:
            raise KeyError(name)
        return found


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of `lang/ru`, made once."""
    classes: dict[str, dict[str, float]] = {}
    for name, word, value in _entries():
        classes.setdefault(word, {}).setdefault(name, value)
    return Lexicon(classes)


def words_of(section: str) -> Any:
    """A section of `date_words.yaml` as it stands."""
    return load("ru", "date_words.yaml")[section]


def _entries() -> Iterator[tuple[str, str, float]]:
    yield from _plain_words()
    yield from _adjectives()
    yield from _months()
    yield from _numerals()


def _plain_words() -> Iterator[tuple[str, str, float]]:
    for name, words in words_of("words").items():
        yield from ((name, word, value) for word, value in words.items())


def _adjectives() -> Iterator[tuple[str, str, float]]:
    for name, stems in words_of("adjectives").items():
        for stem, (paradigm, value) in stems.items():
            yield from ((name, form, value) for form in inflected("ru", stem, paradigm))
    for name, forms in words_of("pronouns").items():
        yield from ((name, form, 0) for form in forms)


def _months() -> Iterator[tuple[str, str, float]]:
    for number, forms in load("ru", "months.yaml").items():
        for case in ("nom", "gen", "dat", "ins", "loc"):
            yield "month", forms[case], number
            yield f"month-{case}", forms[case], number
        yield from (("month-short", form, number) for form in forms["short"])


def _numerals() -> Iterator[tuple[str, str, float]]:
    numerals = load("ru", "numerals.yaml")
    for value, forms in {**numerals["cardinals"], 1.5: numerals["fractions"][1.5]}.items():
        yield from (("count", form, value) for form in forms)
    for value, (stem, paradigm) in numerals["ordinals"].items():
        yield from (("ordinal", form, value) for form in inflected("ru", stem, paradigm))
        genitive = "genitive-possessive" if paradigm == "possessive" else "genitive"
        if value <= 31:
            yield from (("day-word", form, value) for form in inflected("ru", stem, genitive))
    yield from (("tens", numerals["cardinals"][value][0], value) for value in (20, 30))
