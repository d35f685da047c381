"""Jubilees in one word: "тридцатилетие", "двадцатипятилетия"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model.text import Span
from dragoman.numbers.chain import Numeral, smaller
from dragoman.numbers.lexicon import anniversary_stems


def jubilee(match: re.Match[str]) -> Iterator[Numeral]:
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
        if not head or not (total == 0 or smaller(bound, stems[head])):
            return 0
        total, bound, stem = total + stems[head], stems[head], stem[len(head) :]
    return total
