"""What stands around a numeral: "более", "%", "долларов", "в … раза", "с лишним"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.numbers.lexicon import section

_REACH = 48
SIGNS = ("≈", "<", ">", "≥", "≤")
_CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "₽": "RUB", "₸": "KZT", "£": "GBP", "¥": "CNY", "₼": "AZN"}


def unit_after(folded: str, end: int) -> tuple[str | None, int]:
    """The unit that stands after the numeral, and where it ends (`end` itself where there is none).

    >>> unit_after("15 % роста", 2), unit_after("15 визитов", 2)
    (('percent', 4), (None, 2))
    """
    match = _units().match(folded, end)
    if not match or match.lastgroup is None:
        return None, end
    return match.lastgroup, match.end()


def sign_before(folded: str, start: int) -> tuple[str | None, int]:
    """A currency's sign before the numeral, and where it begins.

    >>> sign_before("$2,5 млрд", 1)
    ('USD', 0)
    """
    match = re.search(r"([$€₽₸£¥₼])[ \u00a0\u202f]?$", folded[max(0, start - 2) : start])
    return (_CURRENCY_SIGNS[match[1]], start - len(match[0])) if match else (None, start)


def comparator_before(folded: str, start: int) -> tuple[str | None, bool, int]:
    """The comparator before the numeral, whether it only comes near, and where it begins; None where there is none.

    >>> comparator_before("не менее 5", 9), comparator_before("визит 5", 6)
    (('≥', False, 0), (None, False, 6))
    """
    low = max(0, start - _REACH)
    match = _before().search(folded[low:start])
    if match is None:
        return None, False, start
    sign = SIGNS[int((match.lastgroup or "_0")[1:])]
    return sign, sign == "≈" or bool(_near().match(match[0])), low + match.start()


def comparator_after(folded: str, end: int) -> tuple[str | None, int]:
    """The comparator after numeral and unit ("30 с лишним", "10 и более"), and where it ends.

    >>> comparator_after("30 с лишним лет", 2)
    ('>', 11)
    """
    for sign, pattern in _after():
        match = pattern.match(folded, end)
        if match:
            return sign, match.end()
    return None, end


def says_fold(folded: str, start: int) -> bool:
    """Whether "раз" after this number multiplies: "вырос в 2,5 раза", not "встречались 2 раза"."""
    return bool(re.search(r"\bв[о]?\s+(?:\w+\s+)?$", folded[max(0, start - 20) : start]))


@cache
def _units() -> re.Pattern[str]:
    named = "|".join(f"(?P<{name}>\\b(?:{words})|(?:{words}))" for name, words in section("units").items())
    return re.compile(rf"[\s\u00a0]{{0,2}}-?(?:{section('qualifier')}\s+)?(?:{named})")


@cache
def _before() -> re.Pattern[str]:
    """One group a sign. The leftmost hit wins, so that "не более" is not read as "более"."""
    groups = (f"(?P<_{n}>{_phrases(section('comparators')[sign])})" for n, sign in enumerate(SIGNS))
    return re.compile(rf"(?:{'|'.join(groups)}){section('link')}$")


def _phrases(phrases: list[str]) -> str:
    words = [phrase for phrase in phrases if phrase[0].isalpha()]
    marks = [phrase for phrase in phrases if not phrase[0].isalpha()]
    return rf"(?<![\w-])(?:{'|'.join(words)})\s+" + (rf"|[{''.join(marks)}]\s?" if marks else "")


@cache
def _near() -> re.Pattern[str]:
    return re.compile("|".join(section("approximate")))


@cache
def _after() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (sign, re.compile(rf"[\s\u00a0]{{0,2}}(?:{'|'.join(phrases)})"))
        for sign, phrases in section("comparators_after").items()
    )
