"""CALL: by telephone or video."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.kinds.meeting import by_telephone
from dragoman.events.parties import ACTING, distinct, participants
from dragoman.model.records import Event

TYPE = "CALL"
FRAMES = "call.yaml"
ROLES = ("verb", "noun", "talk")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event; a partner who is not named leaves the known side alone.

    takes: «А поговорил по телефону с Б»; refuses: «разговор министров за завтраком»
    """
    if role != "verb" and not by_telephone(clause, frames["telephone"]):
        return
    parties = distinct(participants(_sides(clause), "participant", clause.scene.kb))
    countries = {p.country for p in parties}
    if parties and any(p.name for p in parties) and len(countries) > 1:
        yield event(TYPE, f"call.{role}", clause, parties)


def _sides(clause: Clause) -> list[Argument]:
    subjects = [a for a in clause.subjects() if _speaks(a)]
    hanging = [a for a in clause.hanging(clause.trigger, *_verb(clause)) if _speaks(a) and _joined(a)]
    found = [*subjects, *(a for a in hanging if a not in subjects)]
    if len({a.mention.country for a in found}) < 2:
        found += [
            a
            for a in clause.arguments
            if a.token > clause.trigger and a.preposition == "с" and _speaks(a) and a not in found
        ][:1]
    if len({a.mention.country for a in found}) < 2:
        found += [
            a for a in clause.hanging(*_verb(clause)) if a.rel in ("obj", "iobj") and _speaks(a) and a not in found
        ][:1]
    return found


def _verb(clause: Clause) -> tuple[int, ...]:
    return (clause.verb,) if clause.verb is not None else ()


def _speaks(argument: Argument) -> bool:
    return argument.mention.kind in ACTING


def _joined(argument: Argument) -> bool:
    return argument.preposition in ("с", "между") or (not argument.preposition and argument.case in ("Gen", "Dat"))
