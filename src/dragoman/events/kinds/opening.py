"""OPENING: something is opened or founded jointly by states, or by one in another."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, countries_of, distinct, participants
from dragoman.events.where import place_of
from dragoman.model.records import Event, Participant

TYPE = "OPENING"
FRAMES = "opening.yaml"
ROLES = ("verb", "noun")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """A thing of the list is opened and two states have part in it.

    takes: «президенты открыли центр»; refuses: «министр открыл заседание», «открыт новый цех»
    """
    thing = _thing(clause, frames)
    if thing is None:
        return
    parties = distinct(participants(_parties(clause, thing), "participant", clause.scene.kb))
    place = place_of(clause, thing)
    if place and place.country and place.country not in countries_of(parties):
        parties = (*parties, Participant(part="host", country=place.country))
    if len(countries_of(parties)) > 1:
        told = event(TYPE, f"opening.{role}", clause, parties, place=place)
        yield msgspec.structs.replace(told, status="occurred") if told.status == "ongoing" else told


def _thing(clause: Clause, frames: Frames) -> int | None:
    """What is opened: object, passive subject or genitive of the trigger."""
    tokens = clause.sentence.tokens
    for i in clause.sentence.children(clause.trigger):
        if tokens[i].rel in ("obj", "nsubj", "nsubj:pass", "nmod") and tokens[i].lemma in frames["things"]:
            return i
    return None


def _parties(clause: Clause, thing: int) -> list[Argument]:
    subjects = [a for a in clause.subjects() if a.mention.kind in ACTING or a.mention.kind == "state"]
    under = set(clause.sentence.subtree(thing))
    owners = [a for a in clause.arguments if a.token in under and a.mention.kind == "state"]
    others = [a for a in clause.hanging(clause.trigger) if a.mention.kind in ACTING]
    return [*subjects, *owners, *others]
