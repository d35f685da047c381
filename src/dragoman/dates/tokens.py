"""From text to the letters that the rules are matched on: only words of time get a letter of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.dates.lexicon import BLANK_LINE, LINE_END, MARKS, OTHER, Lexicon, lexicon, words_of

Value = float | str | Mapping[str, float]

# Spaces of every width part tokens and are dropped; asterisks are bold print of posts and are dropped with them.
_TOKEN = re.compile(
    r"""
      (?P<iso>(?<![\w./-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\d_/]|-\w))
    | (?P<dotted>(?<![\w.,/])[0-9]{1,2}(?:\.[0-9]{1,2}\.|/[0-9]{1,2}/)(?:[0-9]{4}|[0-9]{2})(?![\w/]|[.,]\d))
    | (?P<time>(?<![\d:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![\d:]))
    | (?P<decimal>\d+(?:[.,:]\d+)+\w*)
    | (?P<number>[0-9]+(?:-?(?:го|е|й|м|му|х|ого|ому|ом|ый|ой|ое|ая|ые|ых|ю|я|ми))?(?!\w))
    | (?P<glued>\d\w*)
    | (?P<abbreviation>\b[тТсСcC]\.\s?[гГ]\.(?!\w))
    | (?P<word>[^\W\d_]+)
    | (?P<dash>[-‐‑‒–—―−])
    | (?P<mark>[,()/])
    | (?P<line>\n\s*)
    | (?P<other>[^\s*\u200b\u2060\ufeff\u00ad])
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"([0-9]+)-?(\D*)")
_OF_DECADES = ("е", "х", "ые", "ых", "ми")
_ROMAN = re.compile(r"[IVXХІ]+\Z")
_LATIN = str.maketrans("ХІ", "XI")


class Tokens:
    """Parallel lists: letters, places and values of the tokens. Runs of other words are one `.`."""

    __slots__ = ("ends", "letters", "starts", "values")

    def __init__(self) -> None:
        self.letters = ""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: list[Value] = []


def tokenize(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`, places counted in the whole text."""
    tokens, letters, lexis, previous = Tokens(), [], lexicon(), ""
    words, shortened = lexis.words, frozenset(words_of("shortened"))
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if match.lastgroup == "word":
            entry = words.get(match.group().lower().replace("ё", "е"))
            letter, value = entry if entry else _roman(match.group(), lexis)
            if entry and text[last : last + 1] == "." and match.group().lower() in shortened:
                last += 1
        else:
            letter, value = _mark_or_number(match, lexis)
        if letter == OTHER and previous == OTHER:
            continue
        previous = letter
        letters.append(letter)
        tokens.starts.append(first)
        tokens.ends.append(last)
        tokens.values.append(value)
    tokens.letters = "".join(letters)
    return tokens


def _roman(word: str, lexis: Lexicon) -> tuple[str, Value]:
    if not _ROMAN.match(word):
        return OTHER, 0
    value = roman_value(word.translate(_LATIN))
    return (lexis.code(frozenset({"roman"})), value) if value else (OTHER, 0)


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral up to XXXIX, 0 where it is not well formed.

    >>> roman_value("XIV"), roman_value("IIX")
    (14, 0)
    """
    match = re.fullmatch(r"(X{0,3})(IX|IV|V?I{0,3})", numeral)
    if not match:
        return 0
    ones = {"IX": 9, "IV": 4}.get(match[2], 5 * match[2].count("V") + match[2].count("I"))
    return 10 * len(match[1]) + ones


def _mark_or_number(match: re.Match[str], lexis: Lexicon) -> tuple[str, Value]:
    kind, words = match.lastgroup, match.group()
    if kind == "number":
        return _number(words, lexis)
    if kind in ("iso", "dotted", "time", "dash"):
        return lexis.code(frozenset({kind})), words
    if kind == "mark":
        return lexis.code(frozenset({MARKS[words]})), words
    if kind == "abbreviation":
        return lexis.words[words.lower().replace("c", "с").replace(" ", "").replace("\xa0", "")]
    if kind == "line":
        return (LINE_END if words.count("\n") == 1 else BLANK_LINE), 0
    return OTHER, 0


def _number(words: str, lexis: Lexicon) -> tuple[str, Value]:
    digits, suffix = _NUMBER.fullmatch(words).groups()  # type: ignore[union-attr]
    value = int(digits[:9])
    if suffix in _OF_DECADES and value % 10 == 0 and len(digits) in (2, 4) and value >= 40:
        return lexis.code(frozenset({"decade-years"})), value
    if len(digits) == 4 and 1000 <= value < 2200:
        return lexis.code(frozenset({"yyyy"})), value
    if len(digits) <= 2 and 1 <= value <= 31:
        return lexis.code(frozenset({"day", "count"})), value
    return (lexis.code(frozenset({"count"})), value) if len(digits) <= 4 else (OTHER, 0)
