"""Blocks: the keys under which items that may be one are found together, without looking at the whole register.

A block is the type, the unordered parties and a month; an item stands in every month in which it can have been, so
neighbouring months need no look of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.records import Body, Claim, Document, Event, Forum, Project, Relation, Statement
from dragoman.register.items import Item
from dragoman.register.parties import Told, countries, dyads, hosts, leads, pairs, visitors
from dragoman.register.same import SUMMIT
from dragoman.register.when import Stretch, bound, is_loose, reach, seat


def keys_of(item: Item) -> frozenset[str]:
    """All keys under which an item can be found. A quote has none: each is a record of its own."""
    if isinstance(item.value, Event):
        if is_loose(item.value):
            return loose_keys(item.value) | vague_keys(item.value)
        return match_keys(item) | placed_keys(item.value) | dyad_keys(item.value)
    return match_keys(item)


def match_keys(item: Item) -> frozenset[str]:
    """Keys, one of which any two placed items that match share."""
    value = item.value
    if isinstance(value, Event):
        kinds = {SUMMIT} if value.type == SUMMIT else families(value)
        return frozenset(f"{kind}|{month}" for kind in kinds for month in months(reach(value)))
    if isinstance(value, Claim):
        return frozenset({f"claim {value.kind} {value.value:g} {value.unit}"})
    if isinstance(value, Forum):
        return frozenset({f"forum {value.code}"})
    if isinstance(value, (Document, Body, Project, Relation)):
        code = {value.code} if isinstance(value, Body) and value.code else set()
        return frozenset(f"{item.kind} {key}" for key in (pairs(value.parties) or set(value.parties) or {"?"}) | code)
    if isinstance(value, Statement):
        return frozenset({f"statement {value.kind}"})
    return frozenset()


def placed_keys(event: Event) -> frozenset[str]:
    """Where a loose event looks for placed ones, of any time."""
    return frozenset(f"{family}|placed" for family in families(event))


def loose_keys(event: Event) -> frozenset[str]:
    """Where the loose events are found that may join this one."""
    return frozenset(f"{family}|loose" for family in families(event))


def dyad_keys(event: Event) -> frozenset[str]:
    """Where a visit and what happened during it find each other; a summit is found by its month alone."""
    if event.type == SUMMIT:
        return frozenset()
    days = near_months(seat(event))
    return frozenset(f"dyad {pair}|{month}" for pair in dyads(event) for month in days)


def vague_keys(event: Event) -> frozenset[str]:
    """Where the loose events are found that are told of a month or so, by the days that these may have been.

    The countries of a session may stand in different articles, so it is found by its month alone.
    """
    ties = {SUMMIT} if event.type == SUMMIT else dyads(event)
    return frozenset(f"vague {tie}|{month}" for tie in ties for month in near_months(bound(event)))


def near_months(days: Stretch | None) -> tuple[str, ...]:
    """The months of these days and of the day before and after."""
    return months(days.widened(1, 1)) if days else ()


def months(days: Stretch | None) -> tuple[str, ...]:
    """The months that a stretch of days touches.

    >>> from datetime import date
    >>> months(Stretch(date(2023, 12, 30), date(2024, 2, 1)))
    ('2023-12', '2024-01', '2024-02')
    """
    return tuple(_months(days)) if days else ()


def _months(days: Stretch) -> Iterator[str]:
    first, last = (day.year * 12 + day.month - 1 for day in days)
    for number in range(first, last + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def families(event: Told) -> frozenset[str]:
    """Keys of all time. Any two events but sessions that `alike` accepts share one.

    Sessions may be alike by the name of the body only: placed ones are looked for in the whole month,
    loose ones among those that have a country or organisation in common.
    """
    if event.type == "VISIT":
        hosted = "+".join(sorted(hosts(event))) or "?"
        return frozenset(f"VISIT {guest}>{hosted}" for guest in visitors(event) or {"?"})
    if event.type == "APPOINTMENT":
        return _named(event) or _of_countries(event)
    if event.type == SUMMIT:
        return frozenset(f"{SUMMIT} {code}" for code in countries(event)) or _named(event)
    return _of_countries(event)


def _of_countries(event: Told) -> frozenset[str]:
    codes = countries(event)
    if not codes:
        return _named(event)
    return frozenset(f"{event.type} {key}" for key in (pairs(codes) or codes))


def _named(event: Told) -> frozenset[str]:
    return frozenset(f"{event.type} {who}" for who in leads(event, None))
