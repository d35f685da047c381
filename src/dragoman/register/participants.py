"""The participants of a record: everybody that any source names, each once, with the best supported particulars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dragoman.model.records import Participant
from dragoman.model.register import EventRecord
from dragoman.register.items import Item
from dragoman.register.parties import person, rank_of

_PARTS = ("visitor", "host", "sender", "recipient", "organiser", "participant", "signatory", "member")
"""Parts in the order in which a record lists them."""

T = TypeVar("T")
Told = tuple[Participant, str]
"""A participant as one article has him, and that article's key."""


def participants_of(items: Sequence[Item], record: EventRecord) -> tuple[Participant, ...]:
    """All parties. A country without a person is left out where a person of it has the same part.

    A visit of which no source names the host is to the country of its place.
    """
    told: dict[str, list[Told]] = defaultdict(list)
    for item in items:
        for party in item.event.participants:
            told[_key(party)].append((party, item.article))
    merged = [_merged(versions) for versions in told.values()]
    named = {(p.part, p.country) for p in merged if person(p)}
    kept = [p for p in merged if person(p) or (p.part, p.country) not in named]
    return tuple(sorted((*kept, *_place_as_host(kept, record)), key=_in_protocol_order))


def _key(party: Participant) -> str:
    """A person is one party whatever part he has; a country is one in each part."""
    return person(party) or f"{party.country} {party.part} {party.role or ''}"


def _merged(versions: Sequence[Told]) -> Participant:
    first = versions[0][0]
    return Participant(
        part=_most(versions, lambda p: p.part) or first.part,
        actor=first.actor,
        name=_most(versions, lambda p: p.name),
        country=_most(versions, lambda p: p.country),
        role=_most(versions, lambda p: p.role),
        title=_most(versions, lambda p: p.title),
        rank=_most(versions, lambda p: p.rank),
        acting=_most(versions, lambda p: p.acting) or False,
        capacity=_most(versions, lambda p: p.capacity),
    )


def _most(versions: Iterable[Told], value: Callable[[Participant], T | None]) -> T | None:
    """The value that most articles give; between equals the first in the order of values."""
    articles: dict[T, set[str]] = defaultdict(set)
    for party, article in versions:
        found = value(party)
        if found is not None:
            articles[found].add(article)
    return min(articles, key=lambda found: (-len(articles[found]), str(found)), default=None)


def _place_as_host(kept: Sequence[Participant], record: EventRecord) -> tuple[Participant, ...]:
    if record.type != "VISIT" or record.place is None or not record.place.country:
        return ()
    if any(p.part == "host" for p in kept) or any(p.country == record.place.country for p in kept):
        return ()
    return (Participant(part="host", country=record.place.country),)


def _in_protocol_order(party: Participant) -> tuple[int, int, str, str]:
    part = _PARTS.index(party.part) if party.part in _PARTS else len(_PARTS)
    return (part, rank_of(party), party.country or "", person(party) or party.role or "")
