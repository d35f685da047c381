"""The status that stands, out of all that were told in the course of time."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.register import StatusAt
from dragoman.register.items import Item
from dragoman.register.when import HELD

_WEIGHT = ("possible", "planned", "cancelled", "ongoing", "occurred")
"""Of two statuses told on one day the later in this row stands."""


def history_of(items: Sequence[Item]) -> tuple[StatusAt, ...]:
    """Every status told, in order of report; undated articles first. An article that repeats itself counts once."""
    told = {
        (item.event.reported or item.reading.published, item.event.status, item.article): item.event for item in items
    }
    ordered = sorted(told, key=lambda key: ((key[0] or "")[:10], _weight(key[1]), key[2]))
    return tuple(StatusAt(status=status, reported=day, article=article) for day, status, article in ordered)


def standing_status(history: Sequence[StatusAt]) -> str:
    """The status that stands.

    What took place stays so, whatever was announced before or since. Else the latest word counts: a cancellation
    after the plan, a plan after the cancellation.

    >>> said = lambda status, day: StatusAt(status=status, reported=day, article="a")
    >>> standing_status([said("planned", "2024-03-01"), said("cancelled", "2024-03-05")])
    'cancelled'
    >>> standing_status([said("occurred", "2024-03-01"), said("planned", "2024-03-05")])
    'occurred'
    """
    held = [entry for entry in history if entry.status in HELD]
    told = held or list(history)
    last = max((entry.reported or "")[:10] for entry in told)
    return max((entry.status for entry in told if (entry.reported or "")[:10] == last), key=_weight)


def _weight(status: str) -> int:
    """Place in `_WEIGHT`. Raises ValueError on a status that does not exist."""
    return _WEIGHT.index(status)
