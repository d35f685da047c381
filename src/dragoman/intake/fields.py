"""An article object: which fields it may have, of which type, and what a date must look like."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from dragoman.errors import InputError
from dragoman.intake.decode import without_surrogates
from dragoman.model.text import Article

OPTIONAL = ("id", "url", "outlet", "outlet_country", "published", "title", "language")
"""Fields beside `text`; all words or null. Others are passed over."""

TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}

ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
"""A day, or a day with a time and perhaps an offset, in the extended form of ISO 8601."""


def article_of(value: Any, place: str, raw_sha256: str) -> Article:
    """The article that a parsed JSON object describes. Raises InputError that names the field that is off.

    >>> article_of({"text": "Встреча", "outlet": "kt.kz", "views": 7}, "a.json", "").outlet
    'kt.kz'
    """
    if not isinstance(value, dict):
        raise InputError(place, f"{_kind(value)} where an article object with `text` is expected")
    if "text" not in value:
        raise InputError(place, "an object without `text`")
    text = _words(value, "text", place)
    if text is None:
        raise InputError(place, "text: null where the article's text is expected")
    given = {name: _label(value, name, place) for name in OPTIONAL}
    given["published"] = _published(given["published"], place)
    given["outlet_country"] = _country(given["outlet_country"], place)
    return Article(text=text, origin=place, raw_sha256=raw_sha256, **given)


def _words(value: dict[str, Any], name: str, place: str) -> str | None:
    words = value.get(name)
    if words is not None and not isinstance(words, str):
        raise InputError(place, f"{name}: {_kind(words)} where words are expected")
    return None if words is None else without_surrogates(words)


def _label(value: dict[str, Any], name: str, place: str) -> str | None:
    """A field's words without blanks around them; empty ones are none."""
    words = _words(value, name, place)
    return (words or "").strip() or None


def _kind(value: Any) -> str:
    return TYPES.get(type(value), "text")


def _published(given: str | None, place: str) -> str | None:
    if given is None:
        return None
    iso = iso_time(given)
    if iso is None:
        raise InputError(place, f"published: {given[:40]!r} is no date (expected YYYY-MM-DD, with a time where known)")
    return iso


def _country(given: str | None, place: str) -> str | None:
    if given is None:
        return None
    if not re.fullmatch("[A-Za-z]{2}", given):
        raise InputError(place, f"outlet_country: {given[:40]!r} is no two-letter country code")
    return given.upper()


def iso_time(given: str) -> str | None:
    """An ISO date or date-time as it came, offset kept, `T` between the two; None where no calendar or clock has it.

    >>> iso_time("2025-10-18 10:15+05:00"), iso_time("2023-02-31"), iso_time("soon")
    ('2025-10-18T10:15+05:00', None, None)
    """
    match = ISO.fullmatch(given.strip())
    if match is None:
        return None
    written = given.strip().replace(" ", "T")
    try:
        dt.datetime.fromisoformat(written)
    except ValueError:
        return None
    return written
