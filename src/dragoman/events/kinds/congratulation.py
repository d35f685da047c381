"""CONGRATULATION_OR_CONDOLENCE: by letter, telegram, message or in a way not said; never orally at a meeting,
never by telephone.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, countries_of, distinct, participants
from dragoman.lang import load
from dragoman.model.records import Event

TYPE = "CONGRATULATION_OR_CONDOLENCE"
FRAMES = "congratulation.yaml"
ROLES = ("verb", "noun")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event an addressee.

    takes: «А поздравил Б с Днём независимости»; refuses: «на встрече А поздравил Б»
    """
    if role == "noun" and not _sent(clause, frames):
        return
    if _at_a_meeting(clause):
        return
    senders = distinct(participants(_senders(clause), "sender", clause.scene.kb))
    for addressee in _addressees(clause):
        recipients = distinct(participants([addressee], "recipient", clause.scene.kb))
        parties = distinct([*senders, *recipients])
        if senders and recipients and len(countries_of(parties)) > 1:
            yield event(TYPE, f"{_mood(clause, frames)}.{role}", clause, parties)


def _mood(clause: Clause, frames: Frames) -> str:
    """`condolence` where a word of mourning stands in the sentence, else `congratulation`: one letter is not both."""
    mourning = {t.lemma for t in clause.sentence.tokens} & set(frames["mourning"])
    return "condolence" if mourning else "congratulation"


def _sent(clause: Clause, frames: Frames) -> bool:
    """A letter is one of congratulation or condolence if its words say so, and somebody sends it."""
    tokens = clause.sentence.tokens
    verb = clause.verb
    sends = verb is not None and tokens[verb].lemma in frames["sending"]
    if clause.lemma in ("поздравление", "соболезнование"):
        return sends
    words = {t.lemma for t in tokens}
    return sends and bool(words & set(frames["letter"]))


def _senders(clause: Clause) -> list[Argument]:
    subjects = [a for a in clause.subjects() if a.mention.kind in ACTING or a.mention.kind in ("state", "institution")]
    return [a for a in subjects if not a.mention.adjective]


def _addressees(clause: Clause) -> list[Argument]:
    """Objects in the accusative or dative of the verb or the noun, each apart; the capital that a letter is sent to."""
    governors = {clause.trigger, clause.verb}
    found = [a for a in clause.arguments if a.governor in governors and _addressed(a)]
    if not found:
        found = [a for a in clause.arguments if a.token > clause.trigger and _addressed(a)][:1]
    if not found:
        found = [a for a in clause.hanging(*(g for g in governors if g is not None)) if _capital(clause, a)][:1]
    return [a for a in found if a not in clause.subjects()]


def _addressed(argument: Argument) -> bool:
    animate = argument.mention.kind in ACTING or (argument.mention.kind == "state" and not argument.mention.adjective)
    if argument.preposition == "к":
        return animate and argument.case == "Dat"
    return animate and not argument.preposition and argument.case in ("Acc", "Dat", "Gen")


def _capital(clause: Clause, argument: Argument) -> bool:
    """ "направил в Баку телеграмму": the city stands for the state."""
    city = clause.scene.kb.places.get(argument.mention.actor or "") if argument.mention.kind == "place" else None
    return city is not None and city.kind == "capital" and argument.preposition == "в" and argument.case == "Acc"


def _at_a_meeting(clause: Clause) -> bool:
    """Said to the face: the sentence or the article's own event says that they met."""
    words = frozenset(load("ru", "oral.yaml")["here"])
    said = {t.lemma for t in clause.sentence.tokens}
    if said & frozenset(load("ru", "oral.yaml")["written"]):
        return False
    if said & words:
        return True
    return clause.scene.met_before(clause.sentence)
