"""Who took part in an event, as the merge compares it: countries, sides of a visit, leading persons."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.records import Event, Participant
from dragoman.model.register import EventRecord

RANKS = (
    "head_of_state",
    "head_of_government",
    "speaker",
    "deputy_head",
    "minister",
    "deputy_minister",
    "ambassador",
    "organisation_head",
    "other",
)
"""Protocol ranks, highest first."""

_IN_TRAIN = frozenset({"member", "accompanying"})
"""Capacities of those who come with somebody else."""

_ORGANISATIONS_OF_TWO_LETTERS = frozenset({"EU", "UN", "G7"})

Told = Event | EventRecord


def person(party: Participant) -> str | None:
    """What tells this person from others: the identifier, else the name; None where no person is named."""
    return party.actor or (f"~{party.name.casefold()}" if party.name else None)


def is_organisation(code: str) -> bool:
    """Whether a party's code is an organisation's: states have the two letters of ISO 3166.

    >>> is_organisation("KZ"), is_organisation("CICA"), is_organisation("UN")
    (False, True, True)
    """
    return len(code) != 2 or code in _ORGANISATIONS_OF_TWO_LETTERS


def countries(event: Told, *parts: str) -> frozenset[str]:
    """Countries and organisations of the participants with one of these parts; of all without any."""
    return frozenset(p.country for p in event.participants if p.country and (not parts or p.part in parts))


def visitors(event: Told) -> frozenset[str]:
    """Whose visit it is."""
    return countries(event, "visitor")


def hosts(event: Told) -> frozenset[str]:
    """Who is visited: the hosts named, else the country of the place."""
    named = countries(event, "host")
    return named or frozenset({event.place.country} if event.place and event.place.country else ())


def pairs(codes: Iterable[str]) -> frozenset[str]:
    """Every unordered pair of these countries, as a key.

    >>> sorted(pairs({"KZ", "AZ", "UZ"}))
    ['AZ-KZ', 'AZ-UZ', 'KZ-UZ']
    """
    ordered = sorted(set(codes))
    return frozenset(f"{one}-{other}" for i, one in enumerate(ordered) for other in ordered[i + 1 :])


def dyads(event: Told) -> frozenset[str]:
    """The pairs of countries between which it happens: visitor and host, a summit's host and guest, any two who met."""
    if event.type == "VISIT":
        return frozenset(pair for v in visitors(event) for h in hosts(event) for pair in pairs({v, h}))
    if event.type == "SUMMIT_OR_BODY_SESSION":
        return frozenset(pair for h in hosts(event) for guest in countries(event) for pair in pairs({h, guest}))
    return pairs(countries(event))


def rank_of(party: Participant) -> int:
    """Place of the rank in `RANKS`, lower is higher; unknown ranks come last."""
    return RANKS.index(party.rank) if party.rank in RANKS else len(RANKS)


def leads(event: Told, country: str | None, *parts: str) -> frozenset[str]:
    """The persons who act for a country: those of the highest rank where all ranks are known, else all.

    Whoever only accompanies counts where nobody else is named.
    """
    named = [
        p
        for p in event.participants
        if person(p) and (country is None or p.country == country) and (not parts or p.part in parts)
    ]
    acting = [p for p in named if p.capacity not in _IN_TRAIN] or named
    ranks = {rank_of(p) for p in acting}
    if acting and max(ranks) < RANKS.index("other"):
        acting = [p for p in acting if rank_of(p) == min(ranks)]
    return frozenset(found for p in acting if (found := person(p)))


def offices(event: Told, country: str, *parts: str) -> frozenset[str]:
    """Classes of office ("president") in which somebody acts for a country; the vague "other" left out."""
    return frozenset(
        p.role
        for p in event.participants
        if p.role and p.role != "other" and p.country == country and (not parts or p.part in parts)
    )


def persons_clash(one: Told, other: Told, country: str, *parts: str) -> bool:
    """Whether the two name different persons, or different offices, for this country.

    A party that is only a country fits any person of it.
    """
    left, right = leads(one, country, *parts), leads(other, country, *parts)
    if left and right:
        return left.isdisjoint(right)
    held, also = offices(one, country, *parts), offices(other, country, *parts)
    return bool(held and also) and held.isdisjoint(also)
