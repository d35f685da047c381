"""Dictionary forms, by pymorphy3, cached per distinct word and tag."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

POS = {
    "NOUN": ("NOUN",), "PROPN": ("NOUN",), "VERB": ("VERB", "INFN", "GRND", "PRTF", "PRTS"), "AUX": ("VERB", "INFN"),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF", "PRTS"), "ADV": ("ADVB", "COMP", "PRED"), "PRON": ("NPRO",),
    "DET": ("ADJF", "NPRO"),
    "NUM": ("NUMR", "ADJF"), "ADP": ("PREP",), "CCONJ": ("CONJ",), "SCONJ": ("CONJ",), "PART": ("PRCL",),
}  # fmt: skip
"""Universal part of speech → OpenCorpora's that it may be."""

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


@lru_cache(maxsize=1)
def analyser() -> Any:
    """The morphological dictionary, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=200_000)
def parses(word: str) -> tuple[Any, ...]:
    """All dictionary readings of a word form, likeliest first; none for one with a character that has no Unicode name.

    The analyser asks for each letter's name and falls over letters of scripts without them.
    """
    if any(not unicodedata.name(character, "") for character in word):
        return ()
    return tuple(analyser().parse(word))


@lru_cache(maxsize=100_000)
def normal_forms(word: str) -> frozenset[str]:
    """Every dictionary form the word may have, lower case, ё folded; the word itself included.

    >>> sorted(normal_forms("Баку"))
    ['бак', 'баку']
    """
    return frozenset({fold(parse.normal_form) for parse in parses(word)} | {fold(word)})


def fold(word: str) -> str:
    """Lower case with ё as е, for comparing.

    >>> fold("Бахтиёр")
    'бахтиер'
    """
    return word.lower().replace("ё", "е")


def lemma_of(word: str, pos: str, feats: Mapping[str, str]) -> str:
    """The dictionary form that fits the tag best; participles and gerunds go to their verb.

    >>> lemma_of("провёл", "VERB", {"Tense": "Past"})
    'провести'
    """
    return _lemma(word, pos, feats.get("Case"), feats.get("Number"), feats.get("Gender"))


@lru_cache(maxsize=200_000)
def _lemma(word: str, pos: str, case: str | None, number: str | None, gender: str | None) -> str:
    wanted = (CASES.get(case or ""), NUMBERS.get(number or ""), GENDERS.get(gender or ""))
    allowed = POS.get(pos)
    best = max(parses(word), key=lambda p: _fit(p, allowed, wanted), default=None)
    return fold(best.normal_form) if best is not None else fold(word)


def _fit(parse: Any, allowed: tuple[str, ...] | None, wanted: tuple[str | None, ...]) -> tuple[int, int]:
    part = parse.tag.POS
    grammemes = parse.tag.grammemes
    return (
        0 if allowed is None or part in allowed else -1,
        sum(1 for grammeme in wanted if grammeme and grammeme in grammemes),
    )
