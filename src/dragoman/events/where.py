"""The place of an event: a city in its clause that it happened in, not where somebody comes from or speaks."""

from __future__ import annotations

from dragoman.clauses.clause import Argument, Clause
from dragoman.model.actors import Mention
from dragoman.model.records import Place

def place_of(clause: Clause, *governors: int) -> Place | None:
    """The city that hangs from the trigger, its verb or the given tokens with "в"; None where none does."""
    if clause.verb is not None and clause.relative_place(clause.verb):
        there = clause.modified()
        return as_place(there.mention) if there is not None and there.mention.kind == "place" else None
    allowed = {clause.trigger, clause.verb, *governors}
    for argument in clause.arguments:
        if argument.mention.kind == "place" and _locative(argument) and (argument.governor in allowed or _near(clause, argument)):
            return as_place(argument.mention)
    return None


def _locative(argument: Argument) -> bool:
    return argument.preposition in ("в", "на")


def _near(clause: Clause, argument: Argument) -> bool:
    """The parser hangs places wrongly at times: one within five words after the trigger is its own."""
    return 0 < argument.token - clause.trigger <= 5 or argument.rel in ("obl", "root")


def as_place(mention: Mention) -> Place:
    """A place mention as the place of an event."""
    return Place(name=mention.name or "", country=mention.country)
