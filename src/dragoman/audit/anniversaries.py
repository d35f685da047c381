"""Anniversaries: the date that follows from one, against the dates on record."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.audit.missing import uncheckable
from dragoman.audit.wording import number, sentence
from dragoman.model.records import Derived
from dragoman.model.register import (
    ClaimRecord,
    Count,
    CountingRule,
    EventRecord,
    Snapshot,
    Source,
    ThingRecord,
    Verdict,
)
from dragoman.model.text import DateRange
from dragoman.register.titles import same_title

WRITTEN = re.compile(r"\b\d{4}(?:-\d{2}){0,2}\b")

ACT_OF_TYPE = {"SIGNING": "signed", "ESTABLISHMENT": "established"}
"""What act a record of this type is, for the document or thing that it names."""


class Dated(msgspec.Struct, frozen=True):
    """A record's word on when the act was."""

    record: str
    date: DateRange


def anniversary(
    record: ClaimRecord, snapshot: Snapshot, rules: Sequence[CountingRule], as_of: dt.date | None
) -> Verdict:
    """`confirmed` where a record has the date that follows, `contradicted` where it has another.

    Records that rest on the claim's own article alone do not count.
    """
    derived = record.claim.derived
    if derived is None:
        return uncheckable(record, ("не сказано, чего годовщина и когда её отмечают", "of what, or when, is not said"))
    dated = tuple(_dated(derived, record, snapshot))
    if not dated:
        thing = derived.document or derived.event or "события"
        return uncheckable(record, (f"в реестре нет даты: {thing}", f"no date on record: {thing}"))
    agreeing = [d for d in dated if d.date.meets(DateRange(derived.date))]
    answer = "confirmed" if len(agreeing) == len(dated) else "depends" if agreeing else "contradicted"
    return _verdict(record, derived, dated, answer)


def _verdict(record: ClaimRecord, derived: Derived, dated: Sequence[Dated], answer: str) -> Verdict:
    years = number(record.claim.value)
    shown = ", ".join(sorted({_shown(d.date) for d in dated}))
    parts = (
        (f"Заявлено {years} лет, то есть {derived.date}", f"Claimed {years} years, that is {derived.date}"),
        (f"в реестре {shown}", f"on record {shown}"),
    )
    closing = _CLOSINGS[answer]
    says, says_en = sentence(parts, closing)
    count = Count(rule="date", window=None, widened=False, records=tuple(dict.fromkeys(d.record for d in dated)))
    return Verdict(claim=record.id, verdict=answer, says=says, says_en=says_en, counts=(count,))


_CLOSINGS = {
    "confirmed": ("даты сходятся", "the dates agree"),
    "contradicted": ("даты расходятся", "the dates differ"),
    "depends": ("источники расходятся", "the sources differ"),
}


def _shown(date: DateRange) -> str:
    return f"{date.start}/{date.end}" if date.end else date.start


def _dated(derived: Derived, record: ClaimRecord, snapshot: Snapshot) -> Iterator[Dated]:
    """Dates of the act in records that another article than the claim's own attests."""
    own = {source.article for source in record.sources}
    for event in snapshot.events:
        if _is_of(event, derived) and event.date and event.date_basis != "reported" and _others(event.sources, own):
            yield Dated(event.id, event.date)
    for thing in snapshot.things:
        if same_title(derived.document or derived.event, thing.title):
            yield from (Dated(thing.id, date) for date in dates_of(thing, derived.act) if _told(date, thing, own))


def _is_of(event: EventRecord, derived: Derived) -> bool:
    title = derived.document or derived.event
    named = event.document or event.body
    return title is not None and ACT_OF_TYPE.get(event.type) == derived.act and same_title(title, named)


def _others(sources: Sequence[Source], own: set[str]) -> list[Source]:
    return [source for source in sources if source.article not in own]


def _told(date: DateRange, thing: ThingRecord, own: set[str]) -> bool:
    """Whether another article's own words hold the year: a date that was worked out from this claim proves nothing."""
    return any(date.start[:4] in source.text for source in _others(thing.sources, own))


def dates_of(thing: ThingRecord, act: str) -> Iterator[DateRange]:
    """The dates of an act among a thing's details.

    >>> detail = (("acts", "signed 2005-03-01; ratified 2006"),)
    >>> list(dates_of(ThingRecord(id="t", kind="document", title="", parties=(), sources=(), detail=detail), "signed"))
    [DateRange(start='2005-03-01', end=None)]
    """
    for name, value in thing.detail:
        for piece in re.split(r"[;,|]", value):
            if act in name or act in piece:
                yield from (DateRange(written) for written in WRITTEN.findall(piece))
