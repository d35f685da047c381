"""Counting records under a rule: visits, meetings, documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.audit.frame import Frame
from dragoman.audit.parties import takes_part
from dragoman.model.actors import Actor
from dragoman.model.register import Count, CountingRule, EventRecord
from dragoman.register.parties import visitors

_COUNTED = frozenset({"occurred", "ongoing", "planned"})


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """One way of counting and what it gives.

    `found`: how many lie inside; `with_edge`: with those at the edges; `possible`: both numbers with those too of which
    no source says what the rule asks for (a visit whose occasion is not known under `bilateral`).
    """

    rule: CountingRule
    count: Count
    found: int
    with_edge: int
    possible: tuple[int, int]


def tally(events: Sequence[EventRecord], rule: CountingRule, frame: Frame, widened: bool = False) -> Tally:
    """The count of these events under a rule; `events` are already those of the claim's parties."""
    inside, both = _inside_and_both(events, rule, frame, strictly=True)
    possible = _inside_and_both(events, rule, frame, strictly=False)
    count = Count(
        rule=rule.code,
        window=frame.window,
        widened=widened,
        records=tuple(e.id for e in inside),
        edge=tuple(e.id for e in both if e not in inside),
    )
    return Tally(
        rule=rule,
        count=count,
        found=len(inside),
        with_edge=len(both),
        possible=(len(possible[0]), len(possible[1])),
    )


def _inside_and_both(
    events: Sequence[EventRecord], rule: CountingRule, frame: Frame, strictly: bool
) -> tuple[list[EventRecord], list[EventRecord]]:
    fitting = [e for e in _apart(events) if _fits(e, rule, frame, strictly)]
    inside = _once([e for e in fitting if frame.lies(e) == "inside"], rule)
    return inside, _once([e for e in fitting if frame.lies(e) != "outside"], rule)


def _apart(events: Sequence[EventRecord]) -> list[EventRecord]:
    """Without the inferred trips that a stated one on the same days already is: presence at a summit in that month."""
    stated = [e for e in events if not e.inferred]
    return [e for e in events if not e.inferred or not any(_share_a_day(e, s) and _alike(e, s) for s in stated)]


def _alike(one: EventRecord, other: EventRecord) -> bool:
    return one.type == other.type and visitors(one) == visitors(other) and other.status in _COUNTED


def _fits(event: EventRecord, rule: CountingRule, frame: Frame, strictly: bool) -> bool:
    """Whether a rule counts this event. Not `strictly`: what no source says of it speaks neither for nor against."""
    if event.type not in rule.types or (event.inferred and not rule.inferred):
        return False
    # An ordinal counts the visit it announces, which is still planned; the frame lets no other planned one in.
    if event.status not in rule.statuses and not (frame.ordinal and event.status in _COUNTED):
        return False
    return _allowed(event.occasion, rule.occasions, strictly) and _allowed(event.visit_kind, rule.characters, strictly)


def _allowed(value: str | None, allowed: tuple[str, ...], strictly: bool) -> bool:
    return not allowed or value in allowed or (value is None and not strictly)


def _once(events: Iterable[EventRecord], rule: CountingRule) -> list[EventRecord]:
    """In order of date; under a rule that says so, what shares a day with an earlier one is left out."""
    ordered = sorted(events, key=lambda e: (e.date.first if e.date else dt.date.max, rule.types.index(e.type), e.id))
    if not rule.once_a_day:
        return ordered
    kept: list[EventRecord] = []
    for event in ordered:
        if not any(_share_a_day(event, other) for other in kept):
            kept.append(event)
    return kept


def _share_a_day(one: EventRecord, other: EventRecord) -> bool:
    return one.date is not None and other.date is not None and one.date.meets(other.date)


def of_parties(
    events: Iterable[EventRecord], subject: Actor, object_: Actor | None, as_of: dt.date | None
) -> list[EventRecord]:
    """The events of a claim's parties that had begun by a day, or are only announced for later."""
    return [e for e in events if takes_part(e, subject, object_) and _begun(e, as_of)]


def _begun(event: EventRecord, as_of: dt.date | None) -> bool:
    return as_of is None or event.date is None or event.date.first <= as_of or event.status == "planned"
