"""Which of several values a field shows: the best supported, with all the others kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dragoman.model.register import Dissent, Said
from dragoman.register.items import Item

T = TypeVar("T")
Ballot = tuple[T, tuple[Item, ...]]
"""A value and the items that give it."""


def ballots(items: Iterable[Item], value: Callable[[Item], T | None], name: str) -> list[Ballot[T]]:
    """The values of a field that the items give, best supported first.

    Most articles first, then earlier told, then the value's own order. What a person corrected
    comes before all else: `name` is the field as a judgement names it.
    """
    given: dict[T, list[Item]] = defaultdict(list)
    for item in items:
        found = value(item)
        if found is not None:
            given[found].append(item)
    votes = [(found, tuple(voters)) for found, voters in given.items()]
    return sorted(votes, key=lambda vote: (not _judged(vote[1], name), -voices(vote[1]), *_tie(vote)))


def voices(items: Iterable[Item]) -> int:
    """How many sources speak here. One article is one voice, however often it says a thing."""
    return len({item.article for item in items})


def winner(votes: Sequence[Ballot[T]]) -> T | None:
    """The value shown; None where no source gives one."""
    return votes[0][0] if votes else None


def dissent(name: str, votes: Sequence[Ballot[T]], printed: Callable[[T], str] = str) -> tuple[Dissent, ...]:
    """The field's values, if there are two or more."""
    if len(votes) < 2:
        return ()
    values = (Said(value=printed(v), articles=tuple(sorted({item.article for item in voters}))) for v, voters in votes)
    return (Dissent(field=name, values=tuple(values)),)


def _judged(voters: Iterable[Item], name: str) -> bool:
    return any(name in item.judged for item in voters)


def _tie(vote: Ballot[T]) -> tuple[str, str]:
    return (min(item.published or "9999" for item in vote[1]), str(vote[0]))
