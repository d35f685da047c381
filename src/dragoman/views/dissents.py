"""Where sources differ, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.model.register import Dissent, Source
from dragoman.model.text import DateRange
from dragoman.views.labels import counted, label
from dragoman.views.naming import Naming
from dragoman.views.when import date_text

WRITTEN_DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}))?")
"""A date in its printed form, alone or a range: `2024-03-11/2024-03-12`."""


def dissent_text(dissent: Dissent, sources: Sequence[Source], naming: Naming) -> str:
    """Every value with who gives it: `10 документов: Kazinform; 12: Trend`."""
    shown = [_value(dissent.field, said.value, naming) for said in dissent.values]
    shown[:1] = [_headed(dissent.field, value, naming) for value in shown[:1]]
    said_by = [", ".join(outlets_of(sources, said.articles)) for said in dissent.values]
    return "; ".join(f"{value}: {by}" if by else value for value, by in zip(shown, said_by, strict=True))


def outlets_of(sources: Sequence[Source], articles: Sequence[str] | None = None) -> tuple[str, ...]:
    """Names of the outlets, in the order of the sources; of these articles only, if given."""
    names = (outlet_name(s) for s in sources if articles is None or s.article in articles)
    return tuple(dict.fromkeys(names))


def outlet_name(source: Source) -> str:
    """How an outlet signs, else its id; of an unknown one the article's label."""
    return source.outlet_name or source.outlet or source.label


def _headed(field: str, value: str, naming: Naming) -> str:
    if field == "count" and value.isdigit():
        return counted(naming.language, "documents", int(value))
    return f"{label(naming.language, 'field', field)} {value}"


def _value(field: str, value: str, naming: Naming) -> str:
    language = naming.language
    if field in ("status", "visit_kind", "occasion"):
        return label(language, field, value)
    if field == "type":
        return label(language, "event", value)
    if field == "place":
        name, country = value.removesuffix(")").partition(" (")[::2]
        return f"{naming.place(name)} ({naming.country(country)})" if country else naming.place(name)
    written = WRITTEN_DATE.fullmatch(value) if field == "date" else None
    return date_text(DateRange(written[1], written[2]), language) if written else value
