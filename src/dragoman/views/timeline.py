"""The chronology: what was done between states, in order of time."""

from __future__ import annotations

import msgspec

from dragoman.model.register import EventRecord, Snapshot
from dragoman.views.choice import Choice
from dragoman.views.lines import Line, in_order, line_of
from dragoman.views.naming import Naming


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """`lines` in order of time; `undated` apart: they belong to no place in time and are never counted."""

    lines: tuple[Line, ...]
    undated: tuple[Line, ...]


def timeline(snapshot: Snapshot, choice: Choice, naming: Naming) -> Timeline:
    """The records that are asked for, as lines."""
    dated, undated = chosen(snapshot, choice)
    return Timeline(
        lines=tuple(line_of(event, naming, choice.as_of) for event in dated),
        undated=tuple(line_of(event, naming, choice.as_of) for event in undated),
    )


def chosen(snapshot: Snapshot, choice: Choice) -> tuple[tuple[EventRecord, ...], tuple[EventRecord, ...]]:
    """The records asked for: those with a date in order of time, those without by id."""
    taken = [event for event in snapshot.events if choice.takes(event)]
    dated = sorted((event for event in taken if event.date is not None), key=in_order)
    undated = sorted((event for event in taken if event.date is None), key=lambda event: event.id)
    return tuple(dated), tuple(undated)
