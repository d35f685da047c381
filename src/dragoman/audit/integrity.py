"""What in the register contradicts itself: a few things that are hardly ever right."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from dragoman.audit.wording import day, number
from dragoman.model.findings import Finding
from dragoman.model.register import ClaimRecord, EventRecord, Snapshot, Source
from dragoman.model.text import first_day
from dragoman.register.parties import hosts, person
from dragoman.register.when import HELD, precision


def findings(snapshot: Snapshot) -> tuple[Finding, ...]:
    """All findings, check by check, each in the register's order."""
    return tuple(finding for check in CHECKS for finding in check(snapshot))


def in_two_places(snapshot: Snapshot) -> Iterator[Finding]:
    """One person on visits to two countries on the same two days: one day may be spent in both."""
    for who, visits in _visits_by_person(snapshot).items():
        for one, other in combinations(visits, 2):
            if hosts(one).isdisjoint(hosts(other)) and _days_shared(one, other) >= 2:
                message = f"{who}: визиты в две страны в одни дни ({_days(one)} и {_days(other)})"
                yield _finding("visit-in-two-places", message, one, other)


def _visits_by_person(snapshot: Snapshot) -> dict[str, list[EventRecord]]:
    found: dict[str, list[EventRecord]] = defaultdict(list)
    for event in snapshot.events:
        if event.type == "VISIT" and event.status in HELD and _sharp(event) and hosts(event):
            for visitor in event.part("visitor"):
                if person(visitor):
                    found[visitor.name or visitor.actor or ""].append(event)
    return found


def _sharp(event: EventRecord) -> bool:
    return event.date is not None and event.date_basis == "stated" and precision(event.date) == 3


def _days_shared(one: EventRecord, other: EventRecord) -> int:
    if one.date is None or other.date is None:
        return 0
    return (min(one.date.last, other.date.last) - max(one.date.first, other.date.first)).days + 1


def held_before_announced(snapshot: Snapshot) -> Iterator[Finding]:
    """An event that took place, and was still announced days after that: two events may have been taken for one."""
    for event in snapshot.events:
        if event.status not in HELD or not _sharp(event) or event.date is None:
            continue
        late = [e.reported for e in event.history if e.status == "planned" and e.reported]
        late = [told for told in late if first_day(told) > event.date.last + dt.timedelta(days=1)]
        if late:
            message = (
                f"событие {_days(event)} отмечено как состоявшееся, но {day(first_day(min(late)))} его ещё ожидали"
            )
            yield _finding("announced-after-held", message, event)


def held_in_the_future(snapshot: Snapshot) -> Iterator[Finding]:
    """An event told of as past by articles that are all older than it."""
    for event in snapshot.events:
        told = [first_day(s.published) for s in event.sources if s.published]
        dated = event.status == "occurred" and event.date is not None and len(told) == len(event.sources)
        if dated and event.date and told and event.date.first > max(told) + dt.timedelta(days=1):
            message = (
                f"событие {_days(event)} отмечено как состоявшееся, но последнее сообщение о нём – {day(max(told))}"
            )
            yield _finding("held-in-the-future", message, event)


def counts_run_backwards(snapshot: Snapshot) -> Iterator[Finding]:
    """A later claim of the same count without a window that is lower: "седьмой визит", a year on "шестой"."""
    for one, other in _rival_claims(snapshot):
        early, late = sorted((one, other), key=lambda r: r.published or "")
        if early.claim.window is None and early.claim.value > late.claim.value and _day(early) < _day(late):
            steps = ", затем ".join(f"{number(record.claim.value)} ({_day(record)})" for record in (early, late))
            message = f"счёт пошёл назад: {steps}"
            yield _finding("count-runs-backwards", message, early, late)


def speaker_contradicts_himself(snapshot: Snapshot) -> Iterator[Finding]:
    """Two different numbers of one speaker for the same thing and the same window, told on one day."""
    for one, other in _rival_claims(snapshot):
        if _same_speaker(one, other) and _day(one) == _day(other) and one.claim.value != other.claim.value:
            values = f"{number(one.claim.value)} и {number(other.claim.value)}"
            yield _finding("speaker-contradicts-himself", f"один говорящий называет разные числа: {values}", one, other)


def _rival_claims(snapshot: Snapshot) -> Iterator[tuple[ClaimRecord, ClaimRecord]]:
    """Pairs of exact counts of visits or meetings of the same parties, in the same words and window."""
    groups: dict[object, list[ClaimRecord]] = defaultdict(list)
    for record in snapshot.claims:
        claim = record.claim
        exact = claim.comparator == "=" and not claim.approx and not claim.target
        if claim.kind in ("visit_count", "meeting_count") and exact and claim.subject and record.published:
            groups[claim.kind, claim.ordinal, claim.subject, claim.object, claim.window, claim.what].append(record)
    for group in groups.values():
        yield from combinations(group, 2)


def _same_speaker(one: ClaimRecord, other: ClaimRecord) -> bool:
    left, right = one.claim.says, other.claim.says
    return left is not None and right is not None and left.name is not None and left.name == right.name


def _day(record: ClaimRecord) -> str:
    return (record.published or "")[:10]


def _days(event: EventRecord) -> str:
    return "–".join(dict.fromkeys((day(event.date.first), day(event.date.last)))) if event.date else "без даты"


def _finding(code: str, message: str, *records: EventRecord | ClaimRecord) -> Finding:
    sources: list[Source] = [source for record in records for source in record.sources]
    articles = tuple(sorted({source.article for source in sources}))
    return Finding(code=code, message=message, records=tuple(record.id for record in records), articles=articles)


CHECKS: tuple[Callable[[Snapshot], Iterator[Finding]], ...] = (
    in_two_places,
    held_before_announced,
    held_in_the_future,
    counts_run_backwards,
    speaker_contradicts_himself,
)
