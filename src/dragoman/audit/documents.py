"""Claims that count documents. The register knows some of them: what it has is a lower bound."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from dragoman.audit.counting import of_parties
from dragoman.audit.counts import compare
from dragoman.audit.coverage import coverage
from dragoman.audit.frame import Frame, frame_of
from dragoman.audit.missing import uncheckable
from dragoman.audit.rules import rules_for
from dragoman.audit.wording import CLOSINGS, Pair, claimed, days, sentence
from dragoman.model.actors import Actor
from dragoman.model.records import Claim
from dragoman.model.register import ClaimRecord, Count, CountingRule, EventRecord, Snapshot, ThingRecord, Verdict

SAME_DAYS = 7
"""Days before the claim within which "по итогам подписано 12 документов", without a date, was."""


def documents(record: ClaimRecord, snapshot: Snapshot, rules: Sequence[CountingRule], as_of: dt.date | None) -> Verdict:
    """The verdict on a number of documents signed, or in force, between two parties."""
    claim, serving = record.claim, rules_for(record.claim, rules)
    if claim.subject is None or claim.object is None or not serving:
        return uncheckable(record, ("не сказано, между кем документы", "between whom the documents are is not said"))
    rule, frame = serving[0], _frame(record)
    fitting = [e for e in _between(snapshot, claim.subject, claim.object, as_of) if e.type in rule.types]
    inside = [e for e in fitting if e.status in rule.statuses and frame.lies(e) == "inside"]
    things = _things(snapshot, record) if frame.first is None else []
    covered = coverage(snapshot.events, _pair(claim.subject, claim.object), frame)
    if not inside and not things:
        return uncheckable(
            record, ("в реестре нет документов сторон за это время", "no document of theirs is on record"), covered
        )
    number = max(signed(inside, record), len(things))
    answer = _answer(compare(number, claim), inside, claim.value)
    count = Count(rule=rule.code, window=frame.window, widened=False, records=_ids(inside, things))
    says, says_en = sentence([_claimed_and_found(claim, number, frame)], CLOSINGS[answer])
    return Verdict(claim=record.id, verdict=answer, says=says, says_en=says_en, counts=(count,), coverage=covered)


def _frame(record: ClaimRecord) -> Frame:
    """What was signed without a date was signed at what the article tells of; a treaty base is of all time."""
    frame = frame_of(record)
    if record.claim.window is None and frame.told and (record.claim.what or "").startswith("подписан"):
        return msgspec.structs.replace(frame, first=frame.told - dt.timedelta(days=SAME_DAYS))
    return frame


def _between(snapshot: Snapshot, one: Actor, other: Actor, as_of: dt.date | None) -> list[EventRecord]:
    return of_parties(snapshot.events, Actor(country=one.country), Actor(country=other.country), as_of)


def _pair(one: Actor, other: Actor) -> frozenset[str]:
    return frozenset(actor.country for actor in (one, other) if actor.country)


def _things(snapshot: Snapshot, record: ClaimRecord) -> list[ThingRecord]:
    claim = record.claim
    pair = _pair(claim.subject or Actor(), claim.object or Actor())
    return [t for t in snapshot.things if t.kind == "document" and len(pair) == 2 and pair <= set(t.parties)]


def signed(events: Iterable[EventRecord], record: ClaimRecord) -> int:
    """How many documents these signings are: on each day the titled ones, or a bundle's number where that is more.

    A bundle that only the claim's own articles number proves nothing: it counts as one.
    """
    own = {source.article for source in record.sources}
    ordered = sorted(events, key=_day)
    return sum(_of_one_day(list(group), own) for _, group in groupby(ordered, key=_day))


def _day(event: EventRecord) -> str:
    return event.date.start if event.date else ""


def _of_one_day(events: list[EventRecord], own: set[str]) -> int:
    titled = sum(event.document is not None for event in events)
    bundles = [_number(event, own) for event in events if event.document is None]
    return max([titled, *bundles])


def _number(event: EventRecord, own: set[str]) -> int:
    independent = any(source.article not in own for source in event.sources)
    return (event.count or 1) if independent else 1


def _answer(compared: str, events: Sequence[EventRecord], value: float) -> str:
    """More on record contradicts only where each document is there by its title: numbers of bundles overlap."""
    if compared == "match":
        return "confirmed"
    if compared == "fewer":
        return "incomplete"
    titled = sum(event.document is not None for event in events)
    return "contradicted" if titled > value else "depends"


def _ids(events: Iterable[EventRecord], things: Iterable[ThingRecord]) -> tuple[str, ...]:
    return (*sorted(e.id for e in events), *sorted(t.id for t in things))


def _claimed_and_found(claim: Claim, number: int, frame: Frame) -> Pair:
    ru, en = claimed(claim)
    shown = days(frame.window)
    where = (f" ({shown})", f" ({shown})") if shown else (" за всё время", " of all time")
    return f"{ru}; в реестре {number}{where[0]}", f"{en}; on record {number}{where[1]}"
