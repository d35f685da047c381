"""Words for people: labels of codes, phrases, and nouns after a number, from `lang/<language>/labels.yaml`."""

from __future__ import annotations

from functools import lru_cache

from dragoman.lang import load


def label(language: str, group: str, code: str) -> str:
    """What a code is called. An unknown code is shown as it is, so that it is seen.

    >>> label("ru", "event", "VISIT"), label("en", "event", "PARADE")
    ('визит', 'PARADE')
    """
    return str(load(language, "labels.yaml")[group].get(code, code))


def phrase(language: str, key: str, **values: object) -> str:
    """A sentence or part of one with its blanks filled. Raises KeyError for an unknown key: broken code."""
    return str(load(language, "labels.yaml")["text"][key]).format(**values)


def counted(language: str, noun: str, n: int) -> str:
    """A number with its noun.

    >>> counted("ru", "documents", 12), counted("ru", "documents", 3), counted("en", "article", 1)
    ('12 документов', '3 документа', '1 article')
    """
    forms = load(language, "labels.yaml")["noun"][noun]
    return str(forms.get(_plural(language, n), forms["other"])).format(n=n)


def amount_text(language: str, value: float, unit: str) -> str:
    """A number with its unit, as people of the language write it; what is counted by its own kind has no unit.

    >>> amount_text("ru", 16, "country"), amount_text("en", 2500000000, "USD"), amount_text("ru", 7.0, "visit")
    ('16 стран', '2,500,000,000 USD', '7')
    """
    if value == int(value) and unit in load(language, "labels.yaml")["noun"]:
        return counted(language, unit, int(value))
    return f"{_number(value, language)} {label(language, 'unit', unit)}".rstrip()


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=language))


@lru_cache(maxsize=4096)
def _plural(language: str, n: int) -> str:
    from babel import Locale

    return str(Locale.parse(language).plural_form(n))
