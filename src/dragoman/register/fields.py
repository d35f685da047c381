"""A cluster of items told as one record: each field with its best supported value, the others as dissents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from dragoman.model.records import Event, Place
from dragoman.model.register import Dissent, EventRecord, Said, StatusAt
from dragoman.model.text import DateRange
from dragoman.register.items import Item, sources_of
from dragoman.register.participants import participants_of
from dragoman.register.status import history_of, standing_status
from dragoman.register.vote import Ballot, ballots, dissent, voices, winner
from dragoman.register.when import HELD, days_of, is_vague, precision

_PLAIN = ("type", "visit_kind", "occasion", "document", "body", "count")
"""Fields whose values only need counting."""

_LASTING = frozenset({"VISIT", "SUMMIT_OR_BODY_SESSION"})
"""Types that may go on for days, so that "11 March" lies within "11–12 March"."""

_FRAMES = ("news", "announcement", "background")


@dataclass(frozen=True)
class When:
    """A record's place in time, on what basis, and the other days that sources give."""

    date: DateRange | None
    basis: str | None
    dissents: tuple[Dissent, ...] = ()


def event_record(placed: Sequence[Item], joined: Sequence[Item] = ()) -> EventRecord:
    """The record of a cluster; `joined` are the loose events that joined it, which never give it its id."""
    items = (*placed, *joined)
    history = history_of(items)
    status = _corrected_status(items) or standing_status(history)
    when = when_of(items, status)
    votes: dict[str, list[Ballot[str | int]]] = {name: ballots(items, _getter(name), name) for name in _PLAIN}
    places = _places(items)
    place = winner(places)
    plain = {name: winner(votes[name]) for name in _PLAIN} | {"occasion": _occasion(items)}
    own_id, *others = (item.id for item in items)
    record = EventRecord(
        id=own_id,
        type=items[0].event.type,
        status=status,
        participants=(),
        sources=sources_of(items),
        frame=min((item.event.frame for item in items), key=_FRAMES.index),
        date=when.date,
        date_basis=when.basis,
        reported=min((item.published for item in items if item.published), default=None),
        place=place,
        history=history,
        dissents=(
            *when.dissents,
            *(found for name in _PLAIN if name != "occasion" for found in dissent(name, votes[name])),
            # A visit may go through several towns.
            *(dissent("place", places, printed_place) if items[0].event.type != "VISIT" else ()),
            *_status_dissent(history),
        ),
        aliases=tuple(dict.fromkeys(other for other in others if other != own_id)),
    )
    record = msgspec.structs.replace(record, **plain)
    return msgspec.structs.replace(record, participants=participants_of(items, record))


def when_of(items: Sequence[Item], status: str) -> When:
    """When it was: as sharply as the best source states it, else the day it was first told, for what took place.

    The day of the report is also sharper than a month that holds it. What is only announced without a date has none,
    nor has what is only looked back on.
    """
    stated = ballots(items, lambda item: item.event.date, "date")
    told = _first_told(items) if status in HELD else None
    if stated:
        best = _best_date(items, stated)
        if told and is_vague(best[0]) and days_of(best[0]).holds(days_of(told)) and not _is_corrected(best):
            return When(told, "reported")
        others = [vote for vote in stated if not _agree(vote[0], best[0])]
        return When(best[0], "stated", dissent("date", [best, *others], printed_date))
    return When(told, "reported") if told else When(None, None)


def printed_date(date: DateRange) -> str:
    """A range as one word.

    >>> printed_date(DateRange("2024-03-11", "2024-03-12")), printed_date(DateRange("2024-03"))
    ('2024-03-11/2024-03-12', '2024-03')
    """
    return f"{date.start}/{date.end}" if date.end else date.start


def printed_place(place: Place) -> str:
    """A place as one word: `Баку (AZ)`."""
    return f"{place.name} ({place.country})" if place.country else place.name


def _best_date(items: Sequence[Item], stated: Sequence[Ballot[DateRange]]) -> Ballot[DateRange]:
    """The date to show: what a person corrected; else of the sharpest, what most articles agree with.

    Of days that do not contradict each other a visit shows the whole stretch, an event of one day the day.
    """
    corrected = [vote for vote in stated if _is_corrected(vote)]
    sharpest = max(precision(date) for date, _ in stated)
    sharp = corrected or [vote for vote in stated if precision(vote[0]) == sharpest]
    lasting = items[0].event.type in _LASTING and sharpest == 3

    def rank(vote: Ballot[DateRange]) -> tuple[int, int, int, str, str]:
        agreeing = voices(item for date, voters in stated if _agree(date, vote[0]) for item in voters)
        days = days_of(vote[0])
        length = (days.last - days.first).days
        told = min(item.published or "9999" for item in vote[1])
        return (-agreeing, -length if lasting else length, -voices(vote[1]), told, printed_date(vote[0]))

    return min(sharp, key=rank)


def _agree(one: DateRange, other: DateRange) -> bool:
    """Whether one lies within the other: "11 March" and "in March"; "11 March" and "11–12 March"."""
    a, b = days_of(one), days_of(other)
    return (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)


def _first_told(items: Sequence[Item]) -> DateRange | None:
    """The first day on which it was news, of those articles that do not date it themselves."""
    days = [i.event.reported[:10] for i in items if i.event.reported and _is_news_of_the_day(i.event)]
    return DateRange(min(days)) if days else None


def _is_news_of_the_day(event: Event) -> bool:
    return event.date is None and event.frame != "background" and event.status in HELD


def _occasion(items: Sequence[Item]) -> str | None:
    """What all say, or a person decided; `mixed` where some tell of one side of a visit, some of the other."""
    votes = ballots(items, lambda item: item.event.occasion, "occasion")
    if len(votes) < 2 or _is_corrected(votes[0], "occasion"):
        return winner(votes)
    return "mixed"


def _is_corrected(vote: Ballot[Any], name: str = "date") -> bool:
    return any(name in item.judged for item in vote[1])


def _corrected_status(items: Sequence[Item]) -> str | None:
    return next((item.event.status for item in items if "status" in item.judged), None)


def _status_dissent(history: Sequence[StatusAt]) -> tuple[Dissent, ...]:
    """A plan that became a fact is history; a cancellation of what others saw is a contradiction."""
    told = {entry.status for entry in history}
    if "cancelled" not in told or not told & HELD:
        return ()
    articles = {status: tuple(sorted({e.article for e in history if e.status == status})) for status in told}
    ordered = sorted(told, key=lambda status: (-len(articles[status]), status))
    return (Dissent(field="status", values=tuple(Said(value=s, articles=articles[s]) for s in ordered)),)


def _places(items: Sequence[Item]) -> list[Ballot[Place]]:
    """Places by name, best supported first: a town told with and without its country is one."""
    named = ballots(items, _town, "place")
    return [(_with_country(name, voters), voters) for name, voters in named]


def _with_country(name: str, voters: Sequence[Item]) -> Place:
    return Place(name=name, country=winner(ballots(voters, _country, "place")))


def _town(item: Item) -> str | None:
    return item.event.place.name if item.event.place else None


def _country(item: Item) -> str | None:
    return item.event.place.country if item.event.place else None


def _getter(name: str) -> Callable[[Item], str | int | None]:
    def value(item: Item) -> str | int | None:
        found: str | int | None = getattr(item.event, name)
        return found

    return value
