"""MEETING: two or more sides meet or talk in person."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.build import event, is_counted
from dragoman.clauses.clause import Argument, Clause
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, countries_of, distinct, participants
from dragoman.events.where import place_of
from dragoman.model.records import Event, Participant

TYPE = "MEETING"
FRAMES = "meeting.yaml"
ROLES = ("noun", "verb", "receive", "summon")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event where at least two states take part; none by telephone, none inside one state.

    takes: «министры провели переговоры в Баку»; refuses: «встреча президента с губернатором»
    """
    if is_counted(clause) or by_telephone(clause, frames["telephone"]) or (role == "noun" and _of_format(clause, frames)):
        return
    if role == "verb" and _habitual(clause):
        return
    parties = distinct(participants(_arguments(clause, role), "participant", clause.scene.kb))
    if enough_sides(parties):
        yield event(TYPE, f"meeting.{role}", clause, parties, place=place_of(clause))


def _habitual(clause: Clause) -> bool:
    """ "Министры встречаются постоянно": an imperfective present without a day is a habit, no meeting."""
    token = clause.sentence.tokens[clause.trigger]
    dated = any(d.date and len(d.date.start) == 10 for d in clause.scene.dates_in(clause.sentence.span))
    return token.feats.get("Tense") == "Pres" and token.feats.get("Aspect") == "Imp" and not dated


def by_telephone(clause: Clause, words: list[str]) -> bool:
    """Whether the trigger, its modifiers or an oblique of its verb say that it was by telephone or video."""
    sentence = clause.sentence
    near = {clause.trigger, clause.verb}
    return any(
        token.lemma in words and (token.head in near or i in near or _under(clause, i)) for i, token in enumerate(sentence.tokens)
    )


def _under(clause: Clause, index: int) -> bool:
    return clause.trigger in list(clause.sentence.path_up(index))[:3]


def _of_format(clause: Clause, frames: Frames) -> bool:
    """ "Консультативная встреча глав государств" is a session of a standing format."""
    return any(clause.sentence.tokens[i].lemma in frames["format"] for i in clause.sentence.children(clause.trigger))


def _arguments(clause: Clause, role: str) -> list[Argument]:
    if role == "receive":
        return _received(clause)
    if role == "summon":
        return _summoned(clause)
    subjects = [a for a in clause.subjects() if _side(a)]
    if role == "noun":
        own = [a for a in clause.hanging(clause.trigger) if _own_side(a)]
        partners = [a for a in clause.hanging(*_light(clause)) if _partner(a)]
        if _self_sufficient(own):
            return own + _passing_through(clause, own)
        return [*subjects, *own, *partners, *_missing_partner(clause, [*subjects, *own, *partners])]
    partners = [a for a in clause.hanging(clause.trigger) if _partner(a)]
    return [*subjects, *partners, *_missing_partner(clause, [*subjects, *partners])]


def _side(argument: Argument) -> bool:
    mention = argument.mention
    if mention.kind == "place":
        return False
    return mention.kind in ACTING or not mention.adjective


def _own_side(argument: Argument) -> bool:
    """What the noun itself names: "встреча А с Б", "переговоры президентов", "между А и Б"."""
    if argument.mention.kind == "place" or argument.mention.adjective:
        return False
    return argument.preposition in ("с", "между", "") and (bool(argument.preposition) or argument.case in ("Gen", ""))


def _partner(argument: Argument) -> bool:
    return argument.preposition in ("с", "между") and _side(argument)


def _light(clause: Clause) -> tuple[int, ...]:
    return (clause.verb,) if clause.verb is not None else ()


def _self_sufficient(own: list[Argument]) -> bool:
    return len({a.mention.country for a in own if a.mention.country}) > 1 or any(len(a.mention.members) > 1 for a in own)


def _passing_through(clause: Clause, own: list[Argument]) -> list[Argument]:
    """Persons of a country that the noun names ("переговоры А с Б" told of their presidents) come from elsewhere."""
    return []


def _missing_partner(clause: Clause, found: list[Argument]) -> list[Argument]:
    """The tree may hang "с послом Б" elsewhere: the nearest "с" phrase after the trigger."""
    if len({a.mention.country for a in found if a.mention.country}) > 1 or any(a.mention.members for a in found):
        return []
    after = [a for a in clause.arguments if a.token > clause.trigger and _partner(a) and a not in found]
    return after[:1]


def _received(clause: Clause) -> list[Argument]:
    """ "А принял посла Б": an animate object that is an officeholder."""
    objects = [a for a in clause.hanging(clause.trigger) if a.rel in ("obj", "nsubj:pass") and a.mention.kind in ACTING]
    if not objects:
        return []
    agents = [a for a in clause.hanging(clause.trigger) if a.case == "Ins" and not a.preposition and a.mention.kind in ACTING]
    return [*(a for a in clause.subjects() if a not in objects), *agents, *objects]


def _summoned(clause: Clause) -> list[Argument]:
    """ "МИД А вызвал посла Б": the ambassador and the summoning state."""
    objects = [a for a in clause.hanging(clause.trigger) if a.mention.office in ("ambassador", "charge_daffaires")]
    others = [a for a in clause.arguments if a.mention.country and a not in objects and not a.mention.adjective]
    return [*objects, *others[:1]] if objects else []


def enough_sides(parties: tuple[Participant, ...]) -> bool:
    """At least two countries or organisations, one of them at least a state."""
    return len(countries_of(parties)) > 1
