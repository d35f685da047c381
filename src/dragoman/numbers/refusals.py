"""Numerals that count nothing: "одна из сторон", "в первую очередь", "указ № 24", "семью президента"."""

from __future__ import annotations

import re

from dragoman.numbers.chain import Numeral
from dragoman.numbers.lexicon import pattern

_REACH = 40


def is_no_count(numeral: Numeral, folded: str) -> bool:
    """Whether the words around a numeral show that it counts nothing."""
    words = numeral.span.of(folded)
    before = folded[max(0, numeral.span.start - _REACH) : numeral.span.start]
    after = folded[numeral.span.end : numeral.span.end + _REACH].lstrip()
    return any(check(words, before, after) for check in _CHECKS)


def _a_pronoun(words: str, before: str, after: str) -> bool:
    """ "один из", "с одной стороны", "ни один"; not "один визит"."""
    if not re.fullmatch(r"од[ин]\w*", words):
        return False
    return bool(pattern("not_one").match(after)) or bool(
        re.search(rf"\b{pattern('before_not_one').pattern}\s+$", before)
    )


def _a_family(words: str, before: str, after: str) -> bool:
    """ "семью" is seven only before an instrumental plural: "семью странами", not "семью президента"."""
    return words == "семью" and not pattern("instrumental").match(after)


def _no_rank(words: str, before: str, after: str) -> bool:
    """ "в первую очередь", "первая леди", "третьи страны"; not "первый визит"."""
    if re.match(r"трет(?:ьи|ьих|ьим|ьими)$", words) and pattern("third_countries").match(after):
        return True
    if re.match(r"(?:перв|втор)(?:ые|ых|ым|ыми)$", words):
        return True  # "первые шаги", "одной из первых": no rank of one thing
    return bool(re.match(r"(?:перв|втор|трет)", words)) and bool(pattern("not_ranks").match(after))


def _an_identifier(words: str, before: str, after: str) -> bool:
    """ "указ № 24", "рейс 305"; not "принято 24 указа"."""
    return words[:1].isdigit() and bool(re.search(rf"(?<!\w){pattern('identifiers').pattern}\s*$", before))


def _a_year(words: str, before: str, after: str) -> bool:
    """ "1992 год" where nobody excluded it; "2023 года" counts no years."""
    return bool(re.fullmatch(r"(?:1[0-9]|20|21)[0-9]{2}", words)) and bool(re.match(r"г(?:од\w*|г?\.)", after))


def _a_name(words: str, before: str, after: str) -> bool:
    """ "Группа двадцати", "Группа семидесяти семи"; not "группа двадцати дипломатов" """
    named = re.search(rf"\b{pattern('named_groups').pattern}\s+$", before)
    return bool(named) and words[:1].isalpha() and not re.match(r"[а-я]", after)


_CHECKS = (_a_pronoun, _a_name, _a_family, _no_rank, _an_identifier, _a_year)
