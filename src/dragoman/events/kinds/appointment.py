"""APPOINTMENT: an officeholder is elected, appointed, re-elected, proposed, or enters office."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Argument, Clause
from dragoman.clauses.possessors import possessors
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import distinct, participants
from dragoman.model.records import Event

TYPE = "APPOINTMENT"
FRAMES = "appointment.yaml"
ROLES = ("verb", "become", "enter", "noun", "propose")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """Somebody named and an office that he gets, both in the clause.

    takes: «президентом Б избран Х», «победителем выборов стал Х»; refuses: «суд назначил штраф», «стал лучшим»
    """
    if role in ("enter", "propose") and not _office_noun(clause, frames):
        return
    who = _appointed(clause, role)
    if who is None or not (role in ("enter", "noun", "propose") or _office_given(clause, who, frames)):
        return
    parties = distinct(participants([who], "participant", clause.scene.kb))
    if parties and parties[0].name and parties[0].country:
        status = "planned" if role == "propose" else None
        yield event(TYPE, f"appointment.{role}", clause, parties[:1], status=status)


def _office_noun(clause: Clause, frames: Frames) -> bool:
    """ "вступил в должность", "на пост", "принёс присягу": under the trigger or beside it under the verb."""
    near = {clause.trigger, clause.verb}
    return any(t.lemma in frames["office_nouns"] and t.head in near for t in clause.sentence.tokens)


def _appointed(clause: Clause, role: str) -> Argument | None:
    """The passive's or intransitive's subject, the transitive's object, the noun's genitive or possessor:
    a person with a name.
    """
    tokens = clause.sentence.tokens
    if role in ("noun", "propose") or tokens[clause.trigger].pos == "NOUN":
        owned = [a for a in clause.hanging(clause.trigger) if a.mention.kind == "person"]
        owned = owned or [a for a in possessors(clause, clause.trigger) if a.mention.name]
        return owned[0] if owned else None
    described = clause.modified()
    if (
        tokens[clause.trigger].feats.get("VerbForm") == "Part"
        and described is not None
        and described.mention.kind == "person"
    ):
        return described
    passive = tokens[clause.trigger].feats.get("Voice") == "Pass" or role in ("become", "enter")
    subjects = [a for a in clause.subjects() if a.mention.kind == "person"]
    objects = [
        a
        for a in clause.hanging(clause.trigger)
        if a.rel in ("obj", "obl", "iobj") and a.mention.kind == "person" and a.case != "Ins"
    ]
    chosen = subjects if passive else objects
    return chosen[0] if chosen else None


def _office_given(clause: Clause, who: Argument, frames: Frames) -> bool:
    """An office in the instrumental ("избран президентом"), named as a post ("на должность министра"),
    or the winner's place.
    """
    for argument in clause.arguments:
        if argument.mention.kind == "role" and argument.case == "Ins" and argument.token != who.token:
            return True
    tokens = clause.sentence.tokens
    if any(t.lemma in frames["office_nouns"] and t.head == clause.trigger for t in tokens):
        return True
    elected = any(t.lemma in frames["elections"] for t in tokens)
    return elected and any(
        t.lemma in frames["winner"] and t.feats.get("Case") == "Ins" and t.head == clause.trigger for t in tokens
    )
