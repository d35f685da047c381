"""Numbers of Russian news with their units and comparators: "более 2,5 млрд долларов", "седьмой", "тридцатилетие"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.model.text import Span
from dragoman.numbers.chain import Numeral
from dragoman.numbers.expression import Number
from dragoman.numbers.numerals import find_numerals
from dragoman.numbers.refusals import is_no_count
from dragoman.numbers.surroundings import comparator_after, comparator_before, says_fold, sign_before, unit_after

__all__ = ["Number", "find_numbers"]


def find_numbers(text: str, within: Span | None = None, exclude: Sequence[Span] = ()) -> tuple[Number, ...]:
    """All numbers of a text, or of a part of it, from left to right, none overlapping.

    `exclude`: stretches that are something else, as dates; a numeral that shares a character with one is left out.
    Identifiers ("№ 24", "Су-35", addresses of pages) and times of day are left out as well. Never raises.

    >>> [(n.value, n.unit, n.comparator) for n in find_numbers("более $2,5 млрд, рост на 15%")]
    [(2500000000.0, 'USD', '>'), (15.0, 'percent', '=')]
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    piece = text[start:end]
    folded = fold(piece)
    numerals = [n for n in find_numerals(folded, piece) if not is_no_count(n, folded)]
    numbers = [_number(numeral, folded) for numeral in _outside(numerals, [_moved(s, -start) for s in exclude])]
    return _apart([_shifted(number, start) for number in numbers])


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(number: Number, by: int) -> Number:
    if by == 0:
        return number
    return msgspec.structs.replace(number, span=_moved(number.span, by), count_span=_moved(number.count_span, by))


def fold(text: str) -> str:
    """Lower case with ё as е, every character in its place.

    >>> fold("Её İ")
    'ее İ'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return lowered.replace("ё", "е")


def _outside(numerals: list[Numeral], exclude: Sequence[Span]) -> list[Numeral]:
    """The numerals that meet none of the spans; one walk over both."""
    spans, kept, place = sorted(exclude), [], 0
    for numeral in numerals:
        while place < len(spans) and spans[place].end <= numeral.span.start:
            place += 1
        if place == len(spans) or not spans[place].meets(numeral.span):
            kept.append(numeral)
    return kept


def _number(numeral: Numeral, folded: str) -> Number:
    unit, end = _unit(numeral, folded)
    currency, start = sign_before(folded, numeral.span.start)
    trailing, end = comparator_after(folded, end)
    if trailing and unit is None:
        unit, end = unit_after(folded, end)  # "30 с лишним лет"
    leading, approx, start = comparator_before(folded, start)
    return Number(
        span=Span(start, end),
        value=float(numeral.value),
        count_span=numeral.span,
        kind="multiple" if numeral.kind in ("fold", "times") else numeral.kind,
        comparator=leading or trailing or ("≈" if numeral.upto else "="),
        approx=approx or numeral.upto is not None,
        unit=currency or unit,
        upto=numeral.upto,
    )


def _unit(numeral: Numeral, folded: str) -> tuple[str | None, int]:
    if numeral.kind == "anniversary":
        return "years", numeral.span.end
    if numeral.kind in ("fold", "times"):
        return numeral.kind, numeral.span.end
    if numeral.kind == "ordinal":
        return None, numeral.span.end
    unit, end = unit_after(folded, numeral.span.end)
    if unit in ("fold", "times"):
        unit = "fold" if says_fold(folded, numeral.span.start) else "times"
    return unit, end


def _apart(numbers: list[Number]) -> tuple[Number, ...]:
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.span.start >= kept[-1].span.end:
            kept.append(number)
    return tuple(kept)
