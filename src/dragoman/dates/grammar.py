"""Rules over classes of tokens: how one is written down, and how they are run.

A rule is a pattern of class names and a function from what was matched to a meaning:

    @rule("day month $year?", takes="24 ноября 2023 года", refuses="24 ноябрьских дня")
    def day_month(match): ...

In a pattern `a/b` is either class, `?` `*` `+` repeat, `( a | b )` groups, `$name` is a part from `PARTS`. A pattern
begins with a class that must be there. A single line end may stand between two tokens (wrapped text), a blank line not.
Where several rules fit at one place, the one that takes most wins, then the one that was written first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import msgspec

from dragoman.dates.lexicon import LINE_END, Lexicon, lexicon
from dragoman.dates.tokens import Tokens
from dragoman.model.text import DateRange, Span

PARTS = {
    "year": "( yyyy god? | ( last | this | next ) god | abbreviated-this-year )",
    "known-year": "( yyyy god/gody? | ( last | this | next ) god | abbreviated-this-year )",
}


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule makes of its match; fields as in `DateExpression`. `tokens`: a part of the match, None for all."""

    date: DateRange | None = None
    kind: str = "point"
    vague: bool = False
    time: str | None = None
    alternatives: tuple[DateRange, ...] = ()
    tokens: tuple[int, int] | None = None


Answer = Meaning | tuple[Meaning, ...] | None


class Match:
    """Tokens `first` to `last` (exclusive) that a rule's pattern took, seen from the day of publication (None: unknown)."""

    def __init__(self, text: str, tokens: Tokens, bounds: tuple[int, int], today: dt.date | None) -> None:
        self.text = text
        self.first, self.last = bounds
        self.today = today
        self._tokens = tokens

    def places(self, name: str) -> list[int]:
        """Numbers of the tokens of this class."""
        letters, wanted = self._tokens.letters, letters_of(name)
        return [i for i in range(self.first, self.last) if letters[i] in wanted]

    def has(self, name: str) -> bool:
        """Whether a token of this class is there."""
        return bool(self.places(name))

    def values(self, name: str) -> list[float]:
        """Values of all tokens of this class, in order."""
        return [self._value(i, name) for i in self.places(name)]

    def value(self, name: str) -> float:
        """Value of the first token of this class. Raises IndexError where there is none."""
        return self._value(self.places(name)[0], name)

    def whole(self, name: str) -> int:
        """The same as an integer."""
        return int(self.value(name))

    def word(self, place: int) -> str:
        """The token as written."""
        return self.text[self._tokens.starts[place] : self._tokens.ends[place]]

    def span(self, first: int, last: int) -> Span:
        """Where tokens `first` to `last` (exclusive) stand in the text."""
        return Span(self._tokens.starts[first], self._tokens.ends[last - 1])

    @property
    def before(self) -> str:
        """Some characters before the match, for rules that refuse by what stands there."""
        start = self._tokens.starts[self.first]
        return self.text[max(0, start - 30) : start]

    @property
    def after(self) -> str:
        """Some characters after the match."""
        end = self._tokens.ends[self.last - 1]
        return self.text[end : end + 30]

    def _value(self, place: int, name: str) -> float:
        value = self._tokens.values[place]
        if isinstance(value, Mapping):
            return value[name]
        return value if not isinstance(value, str) else 0


Builder = Callable[[Match], Answer]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A pattern and what it means. `takes`, `refuses`: an example of each, checked by the tests."""

    name: str
    pattern: str
    build: Builder
    takes: str
    refuses: str


RULES: list[Rule] = []


def rule(pattern: str, *, takes: str, refuses: str, name: str | None = None) -> Callable[[Builder], Builder]:
    """Adds the function to the grammar, under its own name (`module.function`) or the one given."""

    def add(build: Builder) -> Builder:
        room = build.__module__.rsplit(".", 1)[-1]
        label = f"{room}.{(name or build.__name__).strip('_').replace('_', '-')}"
        RULES.append(Rule(name=label, pattern=pattern, build=build, takes=takes, refuses=refuses))
        return build

    return add


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that fitted at tokens `first` to `last` (exclusive), and what it means."""

    first: int
    last: int
    rule: str
    meaning: Meaning


def run(text: str, tokens: Tokens, today: dt.date | None) -> list[Found]:
    """All expressions from left to right, none within another."""
    compiled, found, place, end = _compiled(), [], 0, len(tokens.letters)
    while place < end:
        longest = _longest(compiled.get(tokens.letters[place], ()), text, tokens, place, today)
        found.extend(longest)
        place = max((f.last for f in longest), default=place + 1)
    return found


def _longest(
    rules: tuple[tuple[Rule, re.Pattern[str]], ...], text: str, tokens: Tokens, place: int, today: dt.date | None
) -> list[Found]:
    best: list[Found] = []
    reach = place
    for candidate, pattern in rules:
        hit = pattern.match(tokens.letters, place)
        if hit is None or hit.end() <= reach:
            continue
        answer = candidate.build(Match(text, tokens, hit.span(), today))
        if answer is None:
            continue
        reach = hit.end()
        best = list(_spread(candidate, hit.span(), answer))
    return best


def _spread(source: Rule, bounds: tuple[int, int], answer: Meaning | tuple[Meaning, ...]) -> Iterator[Found]:
    for meaning in answer if isinstance(answer, tuple) else (answer,):
        first, last = meaning.tokens or bounds
        yield Found(first=first, last=last, rule=source.name, meaning=meaning)


@lru_cache(maxsize=1)
def _compiled() -> dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    by_letter: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    lexis = lexicon()
    for each in RULES:
        notation = _spelled_out(each.pattern)
        pattern = re.compile(to_regex(notation, lexis))
        for letter in _class_letters(notation.split()[0], lexis):
            by_letter.setdefault(letter, []).append((each, pattern))
    return {letter: tuple(rules) for letter, rules in by_letter.items()}


def _spelled_out(pattern: str) -> str:
    return re.sub(r"\$([\w-]+)", lambda m: PARTS[m[1]], pattern)


def to_regex(notation: str, lexis: Lexicon) -> str:
    """The regular expression over letters that a pattern stands for."""
    return "".join(_element(part, lexis) for part in notation.split())


def _element(part: str, lexis: Lexicon) -> str:
    if part[0] in "()|":
        return part.replace("(", "(?:")
    name = part.rstrip("?*+")
    return f"(?:{LINE_END}?[{_class_letters(name, lexis)}]){part[len(name) :]}"


def _class_letters(names: str, lexis: Lexicon) -> str:
    return "".join(sorted(set("".join(lexis.letters(name) for name in names.split("/")))))


@lru_cache(maxsize=None)
def letters_of(name: str) -> frozenset[str]:
    """The letters whose tokens belong to this class."""
    return frozenset(lexicon().letters(name))
