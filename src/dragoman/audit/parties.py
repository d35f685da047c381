"""Whether a record is about the parties of a claim."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.actors import Actor
from dragoman.model.records import Participant
from dragoman.model.register import EventRecord
from dragoman.register.parties import hosts


def is_person(actor: Actor | None) -> bool:
    """Whether a person, not only a country, is named."""
    return actor is not None and bool(actor.actor or actor.name)


def is_party(actor: Actor, participants: Iterable[Participant]) -> bool:
    """Whether this person is among them, or, where only a country is named, anybody of that country."""
    if is_person(actor):
        return any(_same_person(actor, p) for p in participants)
    return any(actor.country is not None and p.country == actor.country for p in participants)


def _same_person(actor: Actor, participant: Participant) -> bool:
    if actor.actor and participant.actor:
        return actor.actor == participant.actor
    return bool(actor.name and participant.name) and _folded(actor.name) == _folded(participant.name)


def _folded(name: str | None) -> str:
    return (name or "").casefold().replace("ё", "е")


def takes_part(event: EventRecord, subject: Actor, object_: Actor | None) -> bool:
    """Whether the event is one that a claim about these two counts.

    A visit is the subject's to the object's country (to any other where no object is named); of other events both are
    parties.
    """
    if event.type == "VISIT" and not (is_person(subject) and is_person(object_)):
        return is_party(subject, event.part("visitor")) and _received(event, subject, object_)
    return is_party(subject, event.participants) and object_ is not None and is_party(object_, event.participants)


def _received(event: EventRecord, subject: Actor, object_: Actor | None) -> bool:
    where = hosts(event)
    if object_ is None:
        return not where <= {subject.country}
    return object_.country in where


def countries_of(event: EventRecord) -> frozenset[str]:
    """All countries that an event is about, the place's too."""
    return event.countries | hosts(event)
