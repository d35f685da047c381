"""Numerals alone: digits, words, Roman numbers, "…летие"; without what stands around them.

All functions work on folded text: lower case, ё as е, every character in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.model.text import Span
from dragoman.numbers.lexicon import Word, anniversary_stems, lone_magnitudes, numeral_words, pattern

# Digits may be grouped by any narrow or no-break space, a plain space, or commas where there are two or more groups.
_DIGITS = r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f\u2007'’][0-9]{3})+(?![0-9])|[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])|[0-9]+"
_SUFFIX = r"-?(?:го|й|я|е|му|м|ю|ого|ому|ым|ой|ый|ая|ое|ую|ые|ых|х|ти|ми|тью|мя|и)"
# Digits end a number of their own, or a magnitude is glued to them ("5млн"); "120-миллиметровый" and "5+1" are none.
_END = r"(?=тыс|млн|млрд|трлн|-лет|-процент|(?!-[а-я]{3})(?![.,:/][0-9]|[\w:]|\+\w))"
_TOKEN = re.compile(
    rf"""
      (?P<link>https?://\S+|www\.\S+|[\w.+-]{{1,64}}@[\w.-]+|[@\#][\w-]+)
    | (?P<phone>[0-9]+(?:-[0-9]+){{2,}})
    | (?P<digits>(?<![\w.,:/№\#])(?<!\w[-+])(?P<amount>(?:{_DIGITS})(?:[.,][0-9]+)?)
        (?:-?(?P<jubilee>лет(?:и[еяюй]|ием|иями|иях))\b | (?P<suffix>{_SUFFIX})(?![\w-]) | {_END}) )
    | (?P<second>(?<=[0-9%][-–—])(?:[0-9]+(?:[.,][0-9]+)?)(?![\w:/-]|[.,][0-9]))
    | (?P<word>[а-я]+)
    | (?P<run>[0-9a-z№_][\w.:/+-]*)
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(
    r"(?<![\w-])(?P<roman>[IVXХІL]+)(?P<suffix>-(?:й|я|е|го|м|му|ю|ой))?(?=[\s\u00a0]+[«\"]?[А-Яа-яЁё])"
)
_LATIN = str.maketrans("ХІ", "XI")
_STRICT_ROMAN = re.compile(r"(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})")
# suffixes of cardinals written with digits: "5-ти стран", "2-х", "7-ми"
_CARDINAL_SUFFIX = re.compile(r"-?(?:ти|ми|тью|мя|и)$")
_FEW = re.compile(r"-?х$")


class Numeral(msgspec.Struct, frozen=True, kw_only=True):
    """A numeral with its place; `kind` as in `Number`, or `fold`/`times` for multiples.

    `scale`: the magnitude in it, 1 without; `upto`: the upper end of a range, None otherwise.
    """

    span: Span
    value: float
    kind: str = "cardinal"
    scale: float = 1
    upto: float | None = None


def find_numerals(folded: str, original: str) -> list[Numeral]:
    """All numerals, left to right; magnitudes that follow at once are multiplied in."""
    found = [*_in_digits_and_words(folded), *_roman(original, folded)]
    return ranges(sorted(found, key=lambda numeral: numeral.span), folded)


def _in_digits_and_words(folded: str) -> Iterator[Numeral]:
    words, chain = numeral_words(), _Chain(folded)
    for match in _TOKEN.finditer(folded):
        word = words.get(match["word"] or "")
        if word and chain.takes(word, match.start()):
            chain.add(word, match)
            continue
        if chain.takes_hundreds(match):
            chain.add_hundreds(match)
            continue
        yield from chain.finish()
        if word:
            chain.add(word, match)
        elif match["amount"] or match["second"]:
            yield from _of_digits(match, chain)
        elif match["word"]:
            yield from _anniversary(match)
    yield from chain.finish()


def ranges(numerals: list[Numeral], folded: str) -> list[Numeral]:
    """Joins the two ends of "2–3 млрд", "два-три", "от 5 до 7"; the upper end's magnitude counts for both."""
    kept: list[Numeral] = []
    for numeral in numerals:
        joined = _range(kept[-1], numeral, folded) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(numeral)
    return kept


def _range(low: Numeral, high: Numeral, folded: str) -> Numeral | None:
    gap = folded[low.span.end : high.span.start]
    opened = folded[max(0, low.span.start - 4) : low.span.start].strip().endswith("от")
    if not (re.fullmatch(r"[ \u00a0]?[-–—][ \u00a0]?", gap) or (opened and gap.strip() == "до" and len(gap) < 6)):
        return None
    value = low.value * (high.scale if low.scale == 1 else 1)
    if low.kind != high.kind or high.kind != "cardinal" or value >= high.value or low.upto or high.upto:
        return None
    return Numeral(span=Span(low.span.start, high.span.end), value=value, upto=high.value)


def _of_digits(match: re.Match[str], chain: _Chain) -> Iterator[Numeral]:
    value = _amount(match["amount"] or match["second"])
    if match["jubilee"]:
        yield Numeral(span=Span(*match.span()), value=value, kind="anniversary")
    elif match["suffix"] is None:
        chain.begin(value, match)
    elif _is_cardinal(match["suffix"], value):
        yield Numeral(span=Span(*match.span()), value=value)
    elif value < 1000 and not _FEW.match(match["suffix"]):
        yield Numeral(span=Span(*match.span()), value=value, kind="ordinal")


def _is_cardinal(suffix: str, value: float) -> bool:
    """ "2-х стран" counts, "90-х годов" does not.

    >>> _is_cardinal("-х", 2), _is_cardinal("-х", 90), _is_cardinal("-й", 7)
    (True, False, False)
    """
    return bool(_CARDINAL_SUFFIX.match(suffix)) or bool(_FEW.match(suffix) and value in (2, 3, 4))


def _amount(digits: str) -> float:
    """The value of digits with groups and a decimal mark.

    >>> _amount("1 200 000"), _amount("2,5"), _amount("1,200,000")
    (1200000.0, 2.5, 1200000.0)
    """
    plain = re.sub(r"[^0-9.,]", "", digits)
    if plain.count(",") > 1:
        plain = plain.replace(",", "")
    return min(float(plain.replace(",", ".")), 1e18)


class _Chain:
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
        return self._last.kind == "cardinal" and _smaller(self._last.value, word.value)

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
            if self._folded[self._end : self._end + 1] == "." and match["word"] == "тыс":
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


def _smaller(before: float, after: float) -> bool:
    """Whether the second may follow the first in one numeral: hundreds, tens, ones.

    >>> _smaller(100, 20), _smaller(20, 5), _smaller(5, 20), _smaller(12, 5), _smaller(2, 1)
    (True, True, False, False, False)
    """
    if before >= 100:
        return 0 < after < 100
    return before >= 20 and 0 < after < 10


def _anniversary(match: re.Match[str]) -> Iterator[Numeral]:
    """ "тридцатилетие", "двадцатипятилетия": a jubilee; the plural "десятилетия" of a past is none.

    A bare "десятилетие" is left to dates unless in the singular; "многолетие" has no number.
    """
    hit = re.fullmatch(r"(.+?)лети(?:е|я|ю|и|ем)", match["word"])
    value = _stem_value(hit[1]) if hit else 0
    if value and match["word"] not in ("десятилетия", "столетия", "тысячелетия"):
        yield Numeral(span=Span(*match.span()), value=value, kind="anniversary")


def _stem_value(stem: str) -> int:
    """The value of "тридцати", "двадцатипяти", "стопятидесяти"; 0 for anything else."""
    stems, total, bound = anniversary_stems(), 0, 10_000.0
    while stem:
        head = max((s for s in stems if stem.startswith(s)), key=len, default="")
        if not head or not (total == 0 or _smaller(bound, stems[head])):
            return 0
        total, bound, stem = total + stems[head], stems[head], stem[len(head) :]
    return total


def _roman(original: str, folded: str) -> Iterator[Numeral]:
    """ "II заседание", "XI саммит": a Roman ordinal before its noun; "Николай II", "XX век" are none."""
    for match in _ROMAN.finditer(original):
        value = roman_value(match["roman"].translate(_LATIN))
        if value and _is_rank(match, original, folded):
            yield Numeral(span=Span(*match.span()), value=value, kind="ordinal")


def _is_rank(match: re.Match[str], original: str, folded: str) -> bool:
    following = folded[match.end() : match.end() + 40].lstrip(' \u00a0«"\n')
    if pattern("roman_times").match(following):
        return False
    if pattern("roman_heads").match(following):
        return True
    before = re.search(r"([\w-]+)[ \u00a0]+$", original[max(0, match.start() - 30) : match.start()])
    regnal = before is not None and before[1][:1].isupper()
    return not regnal and len(match["roman"]) > 1


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral below ninety, 0 where it is not well formed.

    >>> roman_value("XXIX"), roman_value("IIX")
    (29, 0)
    """
    match = _STRICT_ROMAN.fullmatch(numeral)
    if not match:
        return 0
    tens = 40 if match[1] == "XL" else 50 * match[1].count("L") + 10 * match[1].count("X")
    return tens + {"IX": 9, "IV": 4}.get(match[2], 5 * match[2].count("V") + match[2].count("I"))
