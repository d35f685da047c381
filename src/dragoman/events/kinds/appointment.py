"""APPOINTMENT: an officeholder is elected, appointed, re-elected or enters office."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import distinct, participants
from dragoman.model.records import Event

TYPE = "APPOINTMENT"
FRAMES = "appointment.yaml"
ROLES = ("verb", "become", "enter", "noun")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """Somebody named and an office that he gets, both in the clause.

    takes: «президентом Б избран Х»; refuses: «суд назначил штраф», «стал лучшим»
    """
    if role == "enter" and not _office_noun(clause, frames):
        return
    who = _appointed(clause, role)
    if who is None or not (role in ("enter", "noun") or _office_given(clause, who)):
        return
    parties = distinct(participants([who], "participant", clause.scene.kb))
    if parties and parties[0].name and parties[0].country:
        yield event(TYPE, f"appointment.{role}", clause, parties[:1])


def _office_noun(clause: Clause, frames: Frames) -> bool:
    return any(clause.sentence.tokens[i].lemma in frames["office_nouns"] for i in clause.sentence.children(clause.trigger))


def _appointed(clause: Clause, role: str) -> Argument | None:
    """The passive's or intransitive's subject, the transitive's object, the noun's genitive: a person with a name."""
    tokens = clause.sentence.tokens
    if role == "noun":
        found = [a for a in clause.hanging(clause.trigger) if a.mention.kind == "person"]
        return found[0] if found else None
    passive = tokens[clause.trigger].feats.get("Voice") == "Pass" or role in ("become", "enter")
    subjects = [a for a in clause.subjects() if a.mention.kind == "person"]
    objects = [a for a in clause.hanging(clause.trigger) if a.rel in ("obj", "obl", "iobj") and a.mention.kind == "person" and a.case != "Ins"]
    chosen = subjects if passive else objects
    return chosen[0] if chosen else None


def _office_given(clause: Clause, who: Argument) -> bool:
    """An office in the instrumental ("избран президентом") or named as a post ("на должность министра")."""
    for argument in clause.arguments:
        if argument.mention.kind == "role" and argument.case == "Ins" and argument.token != who.token:
            return True
    tokens = clause.sentence.tokens
    return any(t.lemma in ("должность", "пост") and t.head == clause.trigger for t in tokens)
