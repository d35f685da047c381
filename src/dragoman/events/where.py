"""The place of an event: a city in its clause that it happened in, not where somebody comes from or speaks."""

from __future__ import annotations

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.when import event_nouns
from dragoman.lang import load
from dragoman.model.actors import Mention
from dragoman.model.records import Place

BODIES = ("совет", "комиссия", "комитет", "организация", "союз", "содружество")
"""Ends of the nouns of bodies: "заседание госсовета в Минске" is in Minsk."""


def place_of(clause: Clause, *governors: int) -> Place | None:
    """The city that hangs with "в" from the trigger, its verb, the given tokens or what the event is part of; None
    where none does.

    takes: «встретились в рамках саммита в Казани»; refuses: «встретился с ректором университета в Любляне»
    """
    if clause.verb is not None and clause.relative_place(clause.verb):
        there = clause.modified()
        return as_place(there.mention) if there is not None and there.mention.kind == "place" else None
    own = {clause.segments[clause.trigger], clause.own_relative()}
    allowed = {clause.trigger, clause.verb, *governors}
    cities = [a for a in clause.arguments if a.mention.kind == "place" and a.preposition in ("в", "на")]
    for city in (*(c for c in cities if c.governor == clause.trigger), *cities):
        if city.governor in allowed or (clause.segments[city.token] in own and _at_event(clause, city)):
            return as_place(city.mention)
    return None


def _at_event(clause: Clause, city: Argument) -> bool:
    """Whether the city hangs from a verb, an event's noun or frame ("на полях саммита"), or a body that meets,
    with no one else's noun on the way.
    """
    tokens = clause.sentence.tokens
    if city.case not in ("Loc", "") or city.governor < 0:
        return False
    governor = tokens[city.governor]
    if governor.pos in ("VERB", "AUX", "ADJ") or governor.lemma in event_nouns() or governor.lemma in _frames():
        return True
    if governor.lemma.endswith(BODIES) and clause.trigger in clause.sentence.path_up(city.token):
        return True
    meeting = [
        a
        for a in clause.arguments
        if a.mention.kind in ("body", "organisation", "person", "role", "group", "institution")
    ]
    return (
        any(a.mention.span.holds(governor.span) or a.token == city.governor for a in meeting)
        and city.token > clause.trigger
    )


def _frames() -> frozenset[str]:
    return frozenset(load("ru", "frames/session.yaml")["around"])


def as_place(mention: Mention) -> Place:
    """A place mention as the place of an event."""
    return Place(name=mention.name or "", country=mention.country)
