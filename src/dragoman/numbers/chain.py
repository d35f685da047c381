"""Numeral words in a row, put together into one numeral: "сто двадцать пять тысяч", "двадцать первая", "2,5 млрд"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.model.text import Span
from dragoman.numbers.lexicon import Word, lone_magnitudes

# Magnitudes whose full stop is their own.
_SHORTENED = ("тыс", "млн", "млрд", "трлн")


class Numeral(msgspec.Struct, frozen=True, kw_only=True):
    """A numeral with its place; `kind` as in `Number`, or `fold`/`times` for multiples.

    `scale`: the magnitude in it, 1 without; `upto`: the upper end of a range, None otherwise.
    """

    span: Span
    value: float
    kind: str = "cardinal"
    scale: float = 1
    upto: float | None = None


class Chain:
    """Numeral words in a row, put together: "сто двадцать пять тысяч", "двадцать первая", "2,5 млрд"."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._clear()

    def _clear(self) -> None:
        self.parts = 0
        self._total = self._group = 0.0
        self._last: Word | None = None
        self._digits = self._closed = False
        self._start = self._end = 0
        self._kind = "cardinal"

    def begin(self, value: float, match: re.Match[str]) -> None:
        """A chain that starts with digits: only magnitudes may follow."""
        self._clear()
        self.parts, self._group, self._digits = 1, value, True
        self._start, self._end = match.span()

    def takes(self, word: Word, start: int) -> bool:
        """Whether this word goes on with the numeral before it."""
        if self._closed or not self._adjoins(start):
            return False
        if word.kind == "magnitude":
            return self._total == 0 or word.value < self._last_magnitude
        if self._digits or word.kind not in ("cardinal", "ordinal") or self._last is None:
            return False
        if self._last.kind == "magnitude":
            return word.value < self._last.value
        return self._last.kind == "cardinal" and smaller(self._last.value, word.value)

    def takes_hundreds(self, match: re.Match[str]) -> bool:
        """Whether digits go on after a magnitude: "2 тыс. 500 человек"."""
        after_magnitude = self._last is not None and self._last.kind == "magnitude"
        hundreds = after_magnitude and re.fullmatch(r"[1-9][0-9]{2}", match.group())
        return bool(hundreds) and self._adjoins(match.start())

    def _adjoins(self, start: int) -> bool:
        """Whether only a space, or the dot of "тыс.", lies between. Looks no farther: long texts stay linear."""
        near = self.parts > 0 and start - self._end <= 2
        return near and self._folded[self._end : start].strip(" \u00a0\u2009\u202f\u2007") in ("", ".", "-")

    def add_hundreds(self, match: re.Match[str]) -> None:
        """Takes them in."""
        self.parts, self._group, self._digits, self._end = self.parts + 1, float(match.group()), True, match.end()

    def add(self, word: Word, match: re.Match[str]) -> None:
        """Takes the word in; the first of a chain starts it."""
        if not self.parts:
            self._start = match.start()
        self.parts, self._end, self._last = self.parts + 1, match.end(), word
        if word.kind == "magnitude":
            self._total += (self._group or 1) * word.value
            self._group, self._last_magnitude, self._digits = 0.0, word.value, False
            if re.match(r"\.\s{1,2}[а-я0-9$]", self._folded[self._end : self._end + 4]) and match["word"] in _SHORTENED:
                self._end += 1
        else:
            self._group += word.value
            self._kind = {"fraction": "cardinal"}.get(word.kind, word.kind)
            self._closed = word.kind not in ("cardinal", "fraction")

    def finish(self) -> Iterator[Numeral]:
        """The numeral of the chain, if it is one, and an empty chain again."""
        if self.parts and not self._is_bare_magnitude():
            value = self._total + self._group
            scale = self._last_magnitude if self._total and not self._group else 1
            yield Numeral(span=Span(self._start, self._end), value=value, kind=self._kind, scale=scale)
        self._clear()

    def _is_bare_magnitude(self) -> bool:
        """ "Миллионы людей" is no number; "миллион" is one."""
        alone = self.parts == 1 and self._last is not None and self._last.kind == "magnitude"
        return alone and self._folded[self._start : self._end] not in lone_magnitudes()

    _last_magnitude = 0.0


def smaller(before: float, after: float) -> bool:
    """Whether the second may follow the first in one numeral: hundreds, tens, ones.

    >>> smaller(100, 20), smaller(20, 5), smaller(5, 20), smaller(12, 5), smaller(2, 1)
    (True, True, False, False, False)
    """
    if before >= 100:
        return 0 < after < 100
    return before >= 20 and 0 < after < 10
