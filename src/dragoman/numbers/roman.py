"""Roman ordinals before the noun they rank: "II заседание", "XI саммит"; not "Николай II", not "XX век"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model.text import Span
from dragoman.numbers.chain import Numeral
from dragoman.numbers.lexicon import pattern

_ROMAN = re.compile(
    r"(?<![\w-])(?P<roman>[IVXХІL]+)(?P<suffix>-(?:й|я|е|го|м|му|ю|ой))?(?=[\s\u00a0]+[«\"]?[А-Яа-яЁё])"
)
_LATIN = str.maketrans("ХІ", "XI")
_STRICT_ROMAN = re.compile(r"(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})")


def roman_ranks(original: str, folded: str) -> Iterator[Numeral]:
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
