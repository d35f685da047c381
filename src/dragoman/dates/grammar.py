"""Rules over classes of tokens: how one is written down, and how they are run.

A rule is a pattern of class names and a function from what was matched to a meaning:

    @rule("day month $year?", takes="24 ноября 2023 года", refuses="24 ноябрьских дня")
    def day_month(match): ...

In a pattern `a/b` is either class, `?` `*` `+` repeat, `( a | b )` groups, `$name` is a part from `PARTS`. A pattern
begins with a class that must be there; `<a>` in front is a preposition that the rule needs ("в" of "в ноябре") and that
is no part of the time's name. A single line end may stand between two tokens (wrapped text), a blank line not.
Where several rules fit at one place, the one that takes most wins, then the one that was written first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from dragoman.dates.lexicon import LINE_END, Lexicon, lexicon
from dragoman.dates.tokens import Tokens
from dragoman.model.text import DateRange, Span

PREPOSITIONS = ("in", "from", "until", "towards", "upto", "over", "after")
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
    """What a rule's pattern took: tokens `first` to `last` (exclusive); `today`: day of publication, None: unknown."""

    def __init__(self, text: str, tokens: Tokens, place: int, bounds: tuple[int, int], today: dt.date | None) -> None:
        self.text = text
        self._place = place
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

    def give_back_last(self) -> None:
        """Leaves the last token to others: it turned out to be no part of the time."""
        self.last -= 1

    @property
    def preposition(self) -> str:
        """The preposition that the rule needed, lower case; empty where it needs none."""
        return self.word(self._place).lower() if self._place < self.first else ""

    @property
    def before(self) -> str:
        """Some characters before the match, for rules that refuse by what stands there."""
        start = self._tokens.starts[self._place]
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
    found: list[Found] = []
    place, end = 0, len(tokens.letters)
    while place < end:
        here = _longest(text, tokens, place, today)
        if tokens.letters[place] in _prepositions():
            # "на ноябрь 2023 года": what begins after the preposition may reach farther than what needs it
            here = _farther(here, _longest(text, tokens, _next(tokens, place), today))
        found.extend(here)
        place = max((f.last for f in here), default=place + 1)
    return found


def _next(tokens: Tokens, place: int) -> int:
    return place + 2 if tokens.letters[place + 1 : place + 2] == LINE_END else place + 1


def _farther(one: list[Found], other: list[Found]) -> list[Found]:
    return other if other and (not one or other[-1].last > one[-1].last) else one


def _longest(text: str, tokens: Tokens, place: int, today: dt.date | None) -> list[Found]:
    best: list[Found] = []
    reach = place
    for candidate, pattern in _compiled().get(tokens.letters[place : place + 1], ()):
        hit = pattern.match(tokens.letters, place)
        if hit is None or hit.end() <= reach:
            continue
        match = Match(text, tokens, place, (hit.start("body"), hit.end()), today)
        answer = candidate.build(match)
        if answer is not None and match.last > reach:
            reach = match.last
            best = list(_spread(candidate, (match.first, match.last), answer))
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
        notation = re.sub(r"\$([\w-]+)", lambda m: PARTS[m[1]], each.pattern)
        pattern = re.compile(to_regex(notation, lexis))
        for letter in _class_letters(re.split(r"[<>+ ]+", notation.strip("<"))[0], lexis):
            by_letter.setdefault(letter, []).append((each, pattern))
    return {letter: tuple(rules) for letter, rules in by_letter.items()}


def to_regex(notation: str, lexis: Lexicon) -> str:
    """The regular expression over letters that a pattern stands for; all but its preposition is the group `body`."""
    parts = notation.split()
    lead = f"[{_class_letters(parts.pop(0)[1:-1], lexis)}]{LINE_END}?" if parts[0][0] == "<" else ""
    return f"{lead}(?P<body>{''.join(_element(part, lexis) for part in parts)})"


def _element(part: str, lexis: Lexicon) -> str:
    name = part.rstrip("?*+")
    # no list of days is so long; without a bound, a text of nothing but numbers would take time squared
    repeat = part[len(name) :].replace("+", "{1,9}").replace("*", "{0,9}")
    if name[0] in "()|":
        return name.replace("(", "(?:") + repeat
    return f"(?:{LINE_END}?[{_class_letters(name, lexis)}]){repeat}"


def _class_letters(names: str, lexis: Lexicon) -> str:
    return "".join(sorted(set("".join(lexis.letters(name) for name in names.split("/")))))


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    return frozenset().union(*(letters_of(name) for name in PREPOSITIONS))


@cache
def letters_of(name: str) -> frozenset[str]:
    """The letters whose tokens belong to this class."""
    return frozenset(lexicon().letters(name))
