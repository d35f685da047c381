"""How countries, persons and places are called in what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.kb.index import fold
from dragoman.kb.rows import BodyRow, PlaceRow
from dragoman.lang import load


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """A language and what is called how in it.

    `country`: code → name. `person`: identifier and the name found (each may be None) → name, None where there is
    neither. `own`: country that is named first where the order means nothing.
    `place`, `body`: the usual Russian name → the name to show.
    """

    language: str
    country: Callable[[str], str]
    person: Callable[[str | None, str | None], str | None]
    place: Callable[[str], str]
    body: Callable[[str], str]
    own: str | None = None

    def countries(self, codes: Iterable[str]) -> str:
        """Several countries: the own side first, then by code."""
        return ", ".join(self.country(code) for code in sorted(codes, key=lambda code: (code != self.own, code)))


def naming_of(kb: KnowledgeBase, language: str) -> Naming:
    """Names of the knowledge base; a name that it does not know is transliterated for any language but Russian."""
    if language == "ru":
        return Naming(
            language=language,
            country=kb.name_of,
            person=lambda actor, name: name or _known(kb, actor, "ru"),
            place=str,
            body=str,
        )
    places = {fold(row.name_ru): row.name_en for row in kb.table(PlaceRow) if row.name_en}
    persons = {fold(row.name_ru): row.name_en for row in kb.persons.values()}
    bodies = {
        fold(name): row.name_en for row in kb.table(BodyRow) for name in (*row.aliases_ru, row.name_ru) if row.name_en
    }
    return Naming(
        language=language,
        country=lambda code: kb.name_of(code, language),
        person=lambda actor, name: _known(kb, actor, language) or (_written(name, persons) if name else None),
        place=lambda name: _written(name, places),
        body=lambda name: bodies.get(fold(name), name),
    )


def bare_naming(language: str) -> Naming:
    """Codes and names as they stand, without a knowledge base."""
    return Naming(language=language, country=str, person=lambda actor, name: name or actor, place=str, body=str)


def _known(kb: KnowledgeBase, actor: str | None, language: str) -> str | None:
    person = kb.persons.get(actor or "")
    if person is None:
        return None
    return person.name_ru if language == "ru" else person.name_en


def _written(name: str, known: Mapping[str, str]) -> str:
    return known.get(fold(name)) or transliterated(name)


def transliterated(name: str) -> str:
    """A Russian name in Latin letters; other letters stay.

    >>> transliterated("Бахтиёр Щукин")
    'Bakhtiyor Shchukin'
    """
    letters = load("en", "transliteration.yaml")
    return "".join(_in_case(letter, letters.get(letter.lower(), letter.lower())) for letter in name)


def _in_case(letter: str, latin: str) -> str:
    return latin.capitalize() if letter.isupper() else latin
