"""From arguments to the participants of an event: persons, groups, and the states that names of capitals stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.clauses.clause import Argument
from dragoman.kb import KnowledgeBase
from dragoman.model.actors import Actor, Mention
from dragoman.model.records import Participant

ACTING = frozenset({"person", "role", "pronoun", "group"})
"""Kinds of mention that act as persons."""

STANDING = frozenset({"state", "organisation", "institution"})
"""Kinds that act for a state or organisation as a whole."""


def participants(arguments: Iterable[Argument], part: str, kb: KnowledgeBase) -> Iterator[Participant]:
    """The participants that these arguments name, in order, groups taken apart."""
    for argument in arguments:
        yield from of_mention(argument.mention, part, kb)


def of_mention(mention: Mention, part: str, kb: KnowledgeBase) -> Iterator[Participant]:
    """One mention as participants; a place is its country (a metonym), an adjective nobody."""
    if mention.kind == "group":
        yield from (_member(m, mention, part, kb) for m in mention.members)
        if not mention.members and mention.country:
            yield _participant(mention, part, kb)
    elif mention.kind in ACTING:
        if mention.name or mention.country:
            yield _participant(mention, part, kb)
    elif (mention.kind in STANDING or mention.kind == "place") and mention.country and not mention.adjective:
        yield Participant(part=part, country=mention.country)


def _member(member: Actor, group: Mention, part: str, kb: KnowledgeBase) -> Participant:
    office = group.office if member.name else None
    return Participant(
        part=part,
        actor=member.actor,
        name=member.name,
        country=member.country,
        role=kb.class_of(_exact(office), member.country),
        title=group.title if member.name else None,
        rank=kb.rank_of(_exact(office), member.country),
    )


def _participant(mention: Mention, part: str, kb: KnowledgeBase) -> Participant:
    office = _exact(mention.office)
    return Participant(
        part=part,
        actor=mention.actor,
        name=mention.name,
        country=mention.country,
        role=kb.class_of(office, mention.country) if mention.name else None,
        title=mention.title,
        rank=kb.rank_of(office, mention.country) if mention.name or office else None,
        acting=mention.acting,
        capacity="head" if mention.name else None,
    )


GENERIC = {
    "head_of_state": "president",
    "leader": "president",
    "diplomat": "other",
    "official": "other",
    "head": "other",
}


def _exact(office: str | None) -> str | None:
    return GENERIC.get(office, office) if office else None


def distinct(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each party once; a country alone gives way to a person of that country, but not one that organises."""
    kept: dict[str, Participant] = {}
    for participant in found:
        key = participant.actor or participant.name or f"={participant.country}"
        if key not in kept:
            kept[key] = participant
    named = {p.country for p in kept.values() if p.name}
    return tuple(p for p in kept.values() if p.name or p.country not in named or p.part == "organiser")


def countries_of(found: Iterable[Participant]) -> tuple[str, ...]:
    """The countries and organisations of the participants, each once, in order."""
    return tuple(dict.fromkeys(p.country for p in found if p.country))


def as_part(participant: Participant, part: str) -> Participant:
    """The same party in another part."""
    return msgspec.structs.replace(participant, part=part)
