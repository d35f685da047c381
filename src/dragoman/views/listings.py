"""Views as listings. A table of fields a view: name, kind, width, and where the value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from dragoman.model.register import Count, Source
from dragoman.views.claims import ClaimLine
from dragoman.views.listing import Cell, Column, Listing, source_rows
from dragoman.views.parties import Party
from dragoman.views.quotes import QuoteLine
from dragoman.views.things import ThingLine
from dragoman.views.timeline import Timeline


class Sourced(Protocol):
    """Whatever has an id and sources."""

    @property
    def id(self) -> str: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...


T = TypeVar("T", bound=Sourced)
Field = tuple[str, str, int, Callable[[Any], Cell]]
"""Name, kind and width of a column; how to get its value."""


def timeline_listing(timeline: Timeline, title: str) -> Listing:
    """The chronology; records without a date come last, with empty dates."""
    return _listing("timeline", title, (*timeline.lines, *timeline.undated), EVENT_FIELDS)


def things_listing(things: Sequence[ThingLine], title: str) -> Listing:
    """Documents, bodies, projects, forums, relations."""
    return _listing("things", title, things, THING_FIELDS)


def claims_listing(claims: Sequence[ClaimLine], title: str) -> Listing:
    """Claims, each with its verdict and the records counted."""
    return _listing("claims", title, claims, CLAIM_FIELDS)


def quotes_listing(quotes: Sequence[QuoteLine], title: str) -> Listing:
    """Quotes. `form` says whether `text` are the speaker's own words (`direct`, `mixed`) or a report of them."""
    return _listing("quotes", title, [_SourcedQuote(quote) for quote in quotes], QUOTE_FIELDS)


class _SourcedQuote:
    """A quote line as something with sources."""

    def __init__(self, line: QuoteLine) -> None:
        self.line = line
        self.id = line.id
        self.sources = (line.source,)


def _listing(name: str, title: str, items: Sequence[T], fields: Sequence[Field]) -> Listing:
    return Listing(
        name=name,
        title=title,
        columns=tuple(Column(name=field, kind=kind, width=width) for field, kind, width, _ in fields),
        rows=tuple(tuple(value(item) for *_, value in fields) for item in items),
        sources=tuple(row for item in items for row in source_rows(item.id, item.sources)),
    )


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "country": party.country, "role": party.role, "part": party.part}


def _count(count: Count) -> dict[str, Any]:
    return {
        "rule": count.rule,
        "from": count.window.start if count.window else None,
        "to": count.window.end if count.window else None,
        "widened": count.widened,
        "found": count.found,
        "records": list(count.records),
        "edge": list(count.edge),
    }


def _counts(line: ClaimLine) -> tuple[Mapping[str, Any], ...]:
    return tuple(_count(count) for count in line.verdict.counts) if line.verdict else ()


def _whole(value: float) -> int | float:
    """A count as a whole number, as people write it."""
    return int(value) if value.is_integer() else value


def _verdict(field: str) -> Callable[[ClaimLine], Cell]:
    return lambda line: getattr(line.verdict, field) if line.verdict else None


SOURCE_FIELDS: tuple[Field, ...] = (
    ("outlets", "texts", 24, lambda line: _unique(s.outlet_name or s.outlet or s.label for s in line.sources)),
    ("articles", "number", 9, lambda line: len({s.article for s in line.sources})),
    ("evidence", "texts", 60, lambda line: _unique(s.text for s in line.sources)),
    ("urls", "url", 40, lambda line: _unique(s.url for s in line.sources)),
)

EVENT_FIELDS: tuple[Field, ...] = (
    ("id", "text", 13, lambda line: line.id),
    ("type", "text", 16, lambda line: line.type),
    ("status", "text", 13, lambda line: line.status),
    ("date_from", "date", 12, lambda line: line.date.start if line.date else None),
    ("date_to", "date", 12, lambda line: (line.date.end or line.date.start) if line.date else None),
    ("date_basis", "text", 10, lambda line: line.date_basis),
    ("date_text", "text", 24, lambda line: line.when),
    ("reported", "date", 12, lambda line: line.reported),
    ("who", "text", 48, lambda line: line.who),
    ("countries", "texts", 10, lambda line: tuple(sorted({p.country for p in line.parties if p.country}))),
    ("participants", "objects", 40, lambda line: tuple(_party(p) for p in line.parties)),
    ("place", "text", 16, lambda line: line.place or None),
    ("place_country", "text", 8, lambda line: line.place_country),
    ("visit_kind", "text", 10, lambda line: line.visit_kind),
    ("occasion", "text", 12, lambda line: line.occasion),
    ("document", "text", 40, lambda line: line.document),
    ("body", "text", 32, lambda line: line.body),
    ("count", "number", 7, lambda line: line.count),
    ("inferred", "flag", 9, lambda line: line.inferred),
    ("part_of", "text", 13, lambda line: line.part_of),
    ("dissents", "texts", 36, lambda line: line.dissents),
    *SOURCE_FIELDS,
)

THING_FIELDS: tuple[Field, ...] = (
    ("id", "text", 13, lambda line: line.id),
    ("kind", "text", 12, lambda line: line.kind),
    ("title", "text", 56, lambda line: line.title),
    ("parties", "texts", 10, lambda line: line.parties),
    ("detail", "objects", 40, lambda line: tuple({name: value} for name, value in line.detail)),
    ("speaker", "text", 24, lambda line: line.speaker or None),
    ("reported", "date", 12, lambda line: line.told),
    *SOURCE_FIELDS,
)

QUOTE_FIELDS: tuple[Field, ...] = (
    ("id", "text", 13, lambda item: item.line.id),
    ("form", "text", 9, lambda item: item.line.form),
    ("speaker", "text", 30, lambda item: item.line.speaker),
    ("actor", "text", 18, lambda item: item.line.actor),
    ("country", "text", 8, lambda item: item.line.country),
    ("text", "text", 80, lambda item: item.line.text),
    ("published", "date", 12, lambda item: item.line.published),
    ("article", "text", 26, lambda item: item.line.article),
    ("group", "number", 7, lambda item: item.line.group),
    ("outlets", "texts", 24, lambda item: (item.line.source.outlet_name or item.line.source.label,)),
    ("urls", "url", 40, lambda item: _unique((item.line.source.url,))),
)

CLAIM_FIELDS: tuple[Field, ...] = (
    ("id", "text", 13, lambda line: line.id),
    ("kind", "text", 14, lambda line: line.kind),
    ("words", "text", 60, lambda line: line.words),
    ("value", "number", 10, lambda line: _whole(line.claim.value)),
    ("comparator", "text", 6, lambda line: line.claim.comparator),
    ("unit", "text", 10, lambda line: line.claim.unit),
    (
        "subject",
        "text",
        22,
        lambda line: line.claim.subject.name or line.claim.subject.country if line.claim.subject else None,
    ),
    (
        "object",
        "text",
        22,
        lambda line: line.claim.object.name or line.claim.object.country if line.claim.object else None,
    ),
    ("window_from", "date", 12, lambda line: line.claim.window.start if line.claim.window else None),
    ("window_to", "date", 12, lambda line: line.claim.window.end if line.claim.window else None),
    ("speaker", "text", 30, lambda line: line.speaker),
    ("published", "date", 12, lambda line: line.published),
    ("verdict", "text", 14, _verdict("verdict")),
    ("says", "text", 50, _verdict("says")),
    ("says_en", "text", 50, _verdict("says_en")),
    ("counts", "objects", 50, _counts),
    ("missing", "text", 30, _verdict("missing")),
    ("coverage", "text", 24, _verdict("coverage")),
    *SOURCE_FIELDS,
)
