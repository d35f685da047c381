"""Numerals alone: digits, words, Roman numbers, "…летие"; without what stands around them.

All functions work on folded text: lower case, ё as е, every character in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model.text import Span
from dragoman.numbers.chain import Chain, Numeral
from dragoman.numbers.jubilees import jubilee
from dragoman.numbers.lexicon import numeral_words
from dragoman.numbers.roman import roman_ranks

# Digits may be grouped by a space of any width, by commas where there are two groups or more, by points before 000.
_DIGITS = (
    r"[0-9]{1,3}(?:\.[0-9]{3})*\.000(?![0-9])"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f\u2007'’][0-9]{3})+(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]+"
)
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
# suffixes of cardinals written with digits: "5-ти стран", "2-х", "7-ми"
_CARDINAL_SUFFIX = re.compile(r"-?(?:ти|ми|тью|мя|и)$")
_FEW = re.compile(r"-?х$")


def find_numerals(folded: str, original: str) -> list[Numeral]:
    """All numerals, left to right; magnitudes that follow at once are multiplied in."""
    found = [*_in_digits_and_words(folded), *roman_ranks(original, folded)]
    return ranges(sorted(found, key=lambda numeral: numeral.span), folded)


def _in_digits_and_words(folded: str) -> Iterator[Numeral]:
    words, chain = numeral_words(), Chain(folded)
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
            yield from jubilee(match)
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


def _of_digits(match: re.Match[str], chain: Chain) -> Iterator[Numeral]:
    value = _amount(match["amount"] or match["second"])
    if match["jubilee"]:
        yield Numeral(span=Span(*match.span()), value=value, kind="anniversary")
    elif match["suffix"] is None:
        chain.begin(value, match)
    elif _is_cardinal(match["suffix"], value):
        yield Numeral(span=Span(*match.span()), value=value)
    elif not 1800 <= value < 2200 and not _FEW.match(match["suffix"]):
        yield Numeral(span=Span(*match.span()), value=value, kind="ordinal")


def _is_cardinal(suffix: str, value: float) -> bool:
    """ "2-х стран" counts, "90-х годов" does not.

    >>> _is_cardinal("-х", 2), _is_cardinal("-х", 90), _is_cardinal("-й", 7)
    (True, False, False)
    """
    return bool(_CARDINAL_SUFFIX.match(suffix)) or bool(_FEW.match(suffix) and value in (2, 3, 4))


def _amount(digits: str) -> float:
    """The value of digits with groups and a decimal mark.

    >>> _amount("1 200 000"), _amount("2,5"), _amount("1,200,000"), _amount("17.000")
    (1200000.0, 2.5, 1200000.0, 17000.0)
    """
    plain = re.sub(r"[^0-9.,]", "", digits)
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})*\.000", plain):
        plain = plain.replace(".", "")
    if plain.count(",") > 1:
        plain = plain.replace(",", "")
    return min(float(plain.replace(",", ".")), 1e18)
