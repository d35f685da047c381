"""How personal names decline: every case form of a surname or given name, from its ending alone.

Rules after the usual school grammar of Russian surnames (ГРАМОТА, «Склонение фамилий»): -ов/-ев/-ин decline as
possessive adjectives, -ский as adjectives, consonant endings as nouns for men and not at all for women,
-а/-я as nouns for both, the other vowels not at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

HISSING = "жшчщц"
VELAR = "гкхжшчщ"

FLEETING = {"павел": "павл", "лев": "льв"}
"""Given names that lose a vowel, and the stem of their other cases."""


def fold_name(word: str) -> str:
    """A name's word made comparable: lower case, ё as е, one kind of hyphen.

    >>> fold_name("Мирзиёев")
    'мирзиеев'
    """
    return word.lower().replace("ё", "е").replace("‑", "-").replace("–", "-")


@lru_cache(maxsize=20_000)
def case_forms(word: str, sex: str, surname: bool) -> dict[str, frozenset[str]]:
    """Case → folded forms of one word of a name. Cases as in Universal Dependencies.

    >>> sorted(case_forms("Токаев", "m", True)["Ins"])
    ['токаевым']
    >>> sorted(case_forms("Эрдоган", "m", True)["Gen"])
    ['эрдогана']
    >>> sorted(case_forms("Меркель", "f", True)["Gen"])
    ['меркель']
    """
    word = fold_name(word)
    head, hyphen, last = word.rpartition("-")
    endings = _endings(last, sex, surname)
    return {case: frozenset(head + hyphen + form for form in forms) for case, forms in endings.items()}


def all_forms(word: str, sex: str, surname: bool) -> frozenset[str]:
    """All case forms of one word of a name, folded; in a hyphenated one the first part may decline or not."""
    forms = frozenset[str]().union(*case_forms(word, sex, surname).values())
    head, hyphen, last = fold_name(word).rpartition("-")
    if hyphen and head:
        heads = case_forms(head, sex, surname)
        lasts = case_forms(last, sex, surname)
        forms |= {h + "-" + t for case in CASES for h in heads[case] for t in lasts[case]}
    return forms


CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


def _endings(word: str, sex: str, surname: bool) -> dict[str, tuple[str, ...]]:
    for rule in (_possessive, _adjective, _fleeting, _first_declension, _soft, _hard):
        found = rule(word, sex, surname)
        if found is not None:
            return {case: tuple(found[i].split("/")) for i, case in enumerate(CASES)}
    return dict.fromkeys(CASES, (word,))


def _possessive(word: str, sex: str, surname: bool) -> list[str] | None:
    """Токаев, Путин; Токаева. Foreign ones in -ин take -ином (Чаплином) beside -иным."""
    if not surname:
        return None
    if sex == "m" and word.endswith(("ов", "ев", "ин", "ын")) and len(word) > 3:
        instrumental = word + "ым" if word.endswith(("ов", "ев")) else f"{word}ым/{word}ом"
        return [word, word + "а", word + "у", word + "а", instrumental, word + "е"]
    if sex == "f" and word.endswith(("ова", "ева", "ина", "ына")):
        stem = word[:-1]
        return [word, stem + "ой", stem + "ой", stem + "у", stem + "ой/" + stem + "ою", stem + "ой"]
    return None


def _adjective(word: str, sex: str, surname: bool) -> list[str] | None:
    """Лавровский, Трубецкой, Толстой; Троицкая. Not: Маккой, Цой, Георгий."""
    if not surname:
        return None
    if sex == "m" and re.search(r"(?:[кг]ий|ый|(?<!к)кой|[бвгджзлмнпрстхчшщ]ой)$", word) and len(word) > 4:
        stem = word[:-2]
        instrumental = stem + ("им" if stem[-1] in VELAR else "ым")
        return [word, stem + "ого", stem + "ому", stem + "ого", instrumental, stem + "ом"]
    if sex == "f" and word.endswith("ая") and len(word) > 4:
        stem = word[:-2]
        return [word, stem + "ой", stem + "ой", stem + "ую", stem + "ой", stem + "ой"]
    return None


def _first_declension(word: str, sex: str, surname: bool) -> list[str] | None:
    """Никита, Мария, Лула; not: Абашидзе."""
    stem = word[:-1]
    if word.endswith("ия"):
        oblique = stem + "и/" + stem + "е" if surname else stem + "и"
        return [word, stem + "и", oblique, stem + "ю", stem + "ей", oblique]
    if word.endswith("я") and len(word) > 2:
        return [word, stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е"]
    if word.endswith("а") and len(word) > 2 and word[-2] not in "аеиоуыэюя":
        genitive = stem + ("и" if stem[-1] in VELAR else "ы")
        instrumental = f"{stem}ой/{stem}ей" if stem[-1] in HISSING else stem + "ой"
        return [word, genitive, stem + "е", stem + "у", instrumental, stem + "е"]
    return None


def _soft(word: str, sex: str, surname: bool) -> list[str] | None:
    """Сергей, Игорь, Гутерриш not: men in -й and -ь decline; women do not, but for given names in -ь."""
    stem = word[:-1]
    if word.endswith(("й", "ь")) and sex == "m" and len(word) > 2:
        locative = stem + "и" if word.endswith("ий") else stem + "е"
        return [word, stem + "я", stem + "ю", stem + "я", stem + "ем", locative]
    if word.endswith("ь") and sex == "f" and not surname:
        return [word, stem + "и", stem + "и", word, word + "ю", stem + "и"]
    return None


def _fleeting(word: str, sex: str, surname: bool) -> list[str] | None:
    """Павел – Павла, Лев – Льва; the surname Павел keeps its vowel. Кравец is met both ways."""
    stem = FLEETING.get(word)
    if stem and sex == "m" and not surname:
        return [word, stem + "а", stem + "у", stem + "а", stem + "ом", stem + "е"]
    if surname and sex == "m" and word.endswith("ец") and len(word) > 4:
        both = [f"{word[:-2]}ц{end}/{word}{end}" for end in ("а", "у", "а", "ем", "е")]
        return [word, *both]
    return None


def _hard(word: str, sex: str, surname: bool) -> list[str] | None:
    """Эрдоган, Рахмон, Мерц: men decline as nouns. Not: Черных, Седых (old genitives)."""
    if surname and word.endswith(("ых", "их")) and len(word) > 4:
        return None
    if sex != "m" or not word or word[-1] in "аеиоуыэюяьй" or not word[-1].isalpha() or len(word) < 2:
        return None
    instrumental = word + ("ем" if word[-1] in HISSING else "ом")
    if surname and word.endswith(("ов", "ев")):
        instrumental = word + "ым"
    return [word, word + "а", word + "у", word + "а", instrumental, word + "е"]
