"""One event of the register as one line of a chronology."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.model.register import EventRecord, Source
from dragoman.model.text import DateRange
from dragoman.views.choice import standing
from dragoman.views.dissents import dissent_text, outlets_of
from dragoman.views.labels import counted, label
from dragoman.views.naming import Naming
from dragoman.views.parties import Party, parties, who_text
from dragoman.views.when import when_text


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An event, ready to show. `…_label`, `when`, `who` are in the naming's language; codes stand beside them.

    `status`: as it stands on the day asked for. `place` is "" where none is known, `subject` likewise: what was
    signed, or which body met (`subject_language`: `ru` where it is the source's own words). `articles`: how many
    tell of it. `dissents`: where they differ, one sentence a field.
    """

    id: str
    type: str
    type_label: str
    status: str
    status_label: str
    when: str
    who: str
    parties: tuple[Party, ...]
    place: str
    subject: str
    subject_language: str
    outlets: tuple[str, ...]
    articles: int
    dissents: tuple[str, ...]
    sources: tuple[Source, ...]
    date: DateRange | None = None
    date_basis: str | None = None
    reported: str | None = None
    place_country: str | None = None
    visit_kind: str | None = None
    occasion: str | None = None
    document: str | None = None
    body: str | None = None
    count: int | None = None
    inferred: bool = False
    part_of: str | None = None

    def traits(self, language: str) -> str:
        """A visit's character, occasion and whether it is inferred, in words; "" where none is known."""
        named = (
            ("visit_kind", self.visit_kind),
            ("occasion", self.occasion),
            ("visit", "inferred" if self.inferred else None),
        )
        return ", ".join(label(language, group, code) for group, code in named if code)


def line_of(event: EventRecord, naming: Naming, as_of: dt.date | None = None) -> Line:
    """The line of a record, as it stands on a day."""
    language, status = naming.language, standing(event, as_of)
    subject, subject_language = _subject(event, naming)
    return Line(
        id=event.id,
        type=event.type,
        type_label=label(language, "event", event.type),
        status=status,
        status_label=label(language, "status", status),
        when=when_text(event, language),
        who=who_text(event, naming),
        parties=parties(event, naming),
        place=naming.place(event.place.name) if event.place else "",
        subject=subject,
        subject_language=subject_language,
        outlets=outlets_of(event.sources),
        articles=articles_of(event.sources),
        dissents=tuple(dissent_text(d, event.sources, naming) for d in event.dissents),
        sources=event.sources,
        date=event.date,
        date_basis=event.date_basis,
        reported=event.reported,
        place_country=event.place.country if event.place else None,
        visit_kind=event.visit_kind,
        occasion=event.occasion,
        document=event.document,
        body=event.body,
        count=event.count,
        inferred=event.inferred,
        part_of=event.part_of,
    )


def articles_of(sources: tuple[Source, ...]) -> int:
    """How many articles these sentences come from."""
    return len({source.article for source in sources})


def in_order(event: EventRecord) -> tuple[dt.date, bool, dt.date, str, str]:
    """Sort key of a dated record: by first day, a visit before what was done on it, then the shorter first."""
    if event.date is None:
        raise ValueError(f"record {event.id} has no date")
    return (event.date.first, event.type != "VISIT", event.date.last, event.type, event.id)


def _subject(event: EventRecord, naming: Naming) -> tuple[str, str]:
    """What was signed or which body met, and in which language that is."""
    if event.document:
        return event.document, "ru"
    if event.body:
        name = naming.body(event.body)
        return name, "ru" if name == event.body else naming.language
    if event.count:
        return counted(naming.language, "documents", event.count), naming.language
    return "", naming.language
