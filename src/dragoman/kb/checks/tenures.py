"""Who held an office when: two at once, or nobody for too long."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dragoman.kb.checks.data import read_data
from dragoman.kb.checks.problem import Problem
from dragoman.kb.rows import Row, Tenure
from dragoman.model.text import first_day, last_day

LONGEST_GAP = 60
"""Days. A government can be that long in the making; what is longer is mostly a missing row."""

ALWAYS_FILLED = frozenset({"president", "prime_minister", "foreign_minister"})
"""Offices that a state does not leave empty while it has them."""

Office = tuple[str, str]


def check_tenures(rows: Sequence[Row]) -> Iterator[Problem]:
    """Overlaps and gaps of each office of each country."""
    by_office: dict[Office, list[Tenure]] = defaultdict(list)
    for row in rows:
        if isinstance(row, Tenure):
            by_office[row.role, row.country].append(row)
    for (role, country), held in sorted(by_office.items()):
        held.sort(key=lambda t: (t.began, t.line))
        if not is_shared(role, country):
            yield from _overlaps([t for t in held if not t.acting])
        if role in ALWAYS_FILLED:
            yield from _gaps(held)


def is_shared(role: str, country: str) -> bool:
    """Whether several people hold this office at once: shared_offices.tsv.

    >>> is_shared("speaker", "KZ"), is_shared("president", "KZ")
    (True, False)
    """
    return bool({(role, country), (role, "*")} & _shared())


@cache
def _shared() -> frozenset[Office]:
    return frozenset((row["role"], row["country"]) for row in read_data("shared_offices.tsv"))


def _overlaps(held: list[Tenure]) -> Iterator[Problem]:
    """Two holders on one day, the day of hand-over aside. With blurred dates only what cannot be otherwise."""
    for i, earlier in enumerate(held):
        for later in held[i + 1 :]:
            if not _surely_meet(earlier, later):
                continue
            message = (
                f"{later.person} is {later.role} of {later.country} from {later.valid_from or 'the beginning'}, "
                f"but {earlier.person} is until {earlier.valid_to or 'now'}"
            )
            yield Problem(severity="error", line=later.line, message=message, related=(earlier.line,))


def _surely_meet(one: Tenure, other: Tenure) -> bool:
    """Whether the two share more than a day of hand-over, however their blurred dates are read."""
    return max(map(_latest_begin, (one, other))) < min(map(_earliest_end, (one, other)))


def _latest_begin(tenure: Tenure) -> dt.date:
    return last_day(tenure.valid_from) if tenure.valid_from else dt.date.min


def _earliest_end(tenure: Tenure) -> dt.date:
    return first_day(tenure.valid_to) if tenure.valid_to else dt.date.max


def _gaps(held: list[Tenure]) -> Iterator[Problem]:
    """Time between two holders, acting ones counted, that is longer than a vacancy; blurred dates at their kindest."""
    latest: Tenure | None = None
    for before, after in pairwise(held):
        latest = before if latest is None or _latest_end(before) >= _latest_end(latest) else latest
        empty = (after.began - _latest_end(latest)).days
        if empty > LONGEST_GAP:
            message = (
                f"nobody is {after.role} of {after.country} for {empty} days, "
                f"{latest.valid_to} to {after.valid_from} ({latest.person}, then {after.person})"
            )
            yield Problem(severity="warning", line=after.line, message=message, related=(latest.line,))


def _latest_end(tenure: Tenure) -> dt.date:
    return last_day(tenure.valid_to) if tenure.valid_to else dt.date.max
