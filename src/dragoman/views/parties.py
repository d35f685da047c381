"""Who with whom, in words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model.records import Participant
from dragoman.model.register import EventRecord
from dragoman.views.labels import label, phrase
from dragoman.views.naming import Naming

GOING = ("visitor", "sender")
RECEIVING = ("host", "recipient")
SUBORDINATE = frozenset({"member", "accompanying"})


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One who takes part. `name`: the person's, None where only the country or office is known. `country`: code."""

    name: str | None
    country: str | None
    role: str | None
    part: str


def parties(event: EventRecord, naming: Naming) -> tuple[Party, ...]:
    """Everybody that the record names, in its order."""
    return tuple(
        Party(name=naming.person(p.actor, p.name), country=p.country, role=p.role, part=p.part)
        for p in event.participants
    )


def who_text(event: EventRecord, naming: Naming) -> str:
    """`A (X) → B (Y)` for a visit or a letter, `A (X) – B (Y)` between two, a list among more."""
    going = [p for p in event.participants if p.part in GOING]
    if going:
        receiving = [p for p in event.participants if p.part in RECEIVING]
        return " → ".join(filter(None, (_side(going, naming), _host(event, receiving, naming))))
    return _side(event.participants, naming)


def _host(event: EventRecord, receiving: list[Participant], naming: Naming) -> str:
    if receiving:
        return _side(receiving, naming)
    country = event.place.country if event.place else None
    return naming.country(country) if country else ""


def _side(people: Iterable[Participant], naming: Naming) -> str:
    """Those who lead, country by country, the own side first; how many come with them."""
    everybody = list(people)
    leading = [p for p in everybody if p.capacity not in SUBORDINATE] or everybody
    countries = sorted(dict.fromkeys(p.country for p in leading), key=lambda code: code != naming.own)
    text = (" – " if len(countries) == 2 else ", ").join(_of_country(leading, country, naming) for country in countries)
    rest = len(everybody) - len(leading)
    return f"{text} {phrase(naming.language, 'accompanied', count=rest)}" if rest else text


def _of_country(people: list[Participant], country: str | None, naming: Naming) -> str:
    names = [name for p in people if p.country == country and (name := person_text(p, naming))]
    shown = naming.country(country) if country else ""
    if not names:
        return shown
    return f"{', '.join(dict.fromkeys(names))} ({shown})" if shown else ", ".join(dict.fromkeys(names))


def person_text(participant: Participant, naming: Naming) -> str:
    """The name, else the office: as the source has it in Russian, by its class in another language; else nothing."""
    name = naming.person(participant.actor, participant.name)
    if name:
        return name
    if participant.title and naming.language == "ru":
        return participant.title
    return label(naming.language, "role", participant.role) if participant.role else ""
