"""VISIT: somebody of one state goes to another. Level, character and occasion are separate axes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.events.build import event, is_counted
from dragoman.clauses.clause import Argument, Clause
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, distinct, participants
from dragoman.events.where import as_place
from dragoman.model.records import Event, Participant, Place

TYPE = "VISIT"
FRAMES = "visit.yaml"
ROLES = ("noun", "object", "into")

AFTER = 7
"""Words after the trigger within which a destination that the tree hangs elsewhere is still its own."""


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event for each country visited; none where visitor or host is unknown, or both are one state.

    takes: «с рабочим визитом прибыл в Баку Президент Казахстана»; refuses: «директор посетил завод»
    """
    if is_counted(clause):
        return
    visitors = distinct(participants(_visitors(clause, role), "visitor", clause.scene.kb))
    for host, place in _hosts(clause, role):
        coming = tuple(v for v in visitors if v.country != host)
        if coming and host is not None and len({v.country for v in coming}) == 1:
            yield event(
                TYPE,
                f"visit.{role}",
                clause,
                (*coming, Participant(part="host", country=host)),
                place=place,
                visit_kind=_character(clause, role, frames),
                occasion=_occasion(clause, frames),
            )


def _visitors(clause: Clause, role: str) -> tuple[Argument, ...]:
    """Whose trip it is: the noun's own genitive, else the subject of its clause, else whom a participle describes."""
    if role == "noun":
        owners = tuple(a for a in clause.hanging(clause.trigger) if _owner(a))
        if owners:
            return owners
    subjects = tuple(a for a in clause.subjects() if _traveller(a))
    if subjects:
        return subjects
    described = clause.modified()
    if described is not None and _traveller(described):
        return (described,)
    return _nearest_before(clause) if role == "noun" else ()


def _owner(argument: Argument) -> bool:
    return not argument.preposition and argument.case in ("Gen", "") and _traveller(argument)


def _traveller(argument: Argument) -> bool:
    mention = argument.mention
    return mention.kind in ACTING or (mention.kind in ("state", "organisation") and not mention.adjective)


def _nearest_before(clause: Clause) -> tuple[Argument, ...]:
    """A headline's noun without a verb: the person named before it."""
    if clause.verb is not None:
        return ()
    before = [a for a in clause.arguments if a.token < clause.trigger and a.mention.kind in ACTING]
    return tuple(before[-1:])


def _hosts(clause: Clause, role: str) -> Iterator[tuple[str | None, Place | None]]:
    """The countries visited, each with the city where one is named."""
    found = _destinations(clause, role)
    if not found and role == "noun":
        found = _inviting(clause)
    seen: set[str] = set()
    for country in dict.fromkeys(a.mention.country for a in found):
        if country and country not in seen:
            seen.add(country)
            city = next((a for a in found if a.mention.kind == "place" and a.mention.country == country), None)
            yield country, as_place(city.mention) if city else None


def _destinations(clause: Clause, role: str) -> list[Argument]:
    governors = {clause.trigger, clause.verb} if role != "object" else {clause.trigger}
    if role == "object":
        return [a for a in clause.hanging(clause.trigger) if _visited(a)] or _nested_city(clause)
    if clause.verb is not None and clause.relative_place(clause.verb):
        there = clause.modified()
        return _with_cities(clause, [there]) if there is not None and there.mention.kind in ("place", "state") else []
    own = [a for a in clause.arguments if a.governor in governors and _towards(a)]
    near = [a for a in clause.arguments if _towards(a) and 0 < a.token - clause.trigger <= AFTER]
    return _with_cities(clause, own or near)


def _with_cities(clause: Clause, found: list[Argument]) -> list[Argument]:
    """ "в Азербайджан, город Баку" and "в столицу Казахстана Астану": places under what was found."""
    tops = {a.top for a in found} | {a.token for a in found}
    return found + [a for a in clause.arguments if a.mention.kind == "place" and a.governor in tops]


def _towards(argument: Argument) -> bool:
    geographic = argument.mention.kind in ("place", "state") and not argument.mention.adjective
    return geographic and argument.preposition in ("в", "на")


def _visited(argument: Argument) -> bool:
    geographic = argument.mention.kind in ("place", "state") and not argument.mention.adjective
    return geographic and not argument.preposition and argument.case in ("Acc", "Nom", "Gen", "")


def _nested_city(clause: Clause) -> list[Argument]:
    """ "посетил столицу Казахстана": the genitive of the object's noun."""
    objects = [i for i in clause.sentence.children(clause.trigger) if clause.sentence.tokens[i].rel == "obj"]
    capitals = [i for i in objects if clause.sentence.tokens[i].lemma in ("столица", "территория", "город", "страна")]
    return [a for a in clause.arguments if a.governor in capitals and a.mention.kind in ("state", "place")]


def _inviting(clause: Clause) -> list[Argument]:
    """ "с визитом по приглашению президента Б": the inviter's country is the host."""
    tokens = clause.sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma == "приглашение":
            return [a for a in clause.arguments if a.governor == i and a.mention.country and not a.preposition]
    return []


def _character(clause: Clause, role: str, frames: Frames) -> str | None:
    """State, official, working …: the adjective of the visit's noun, None where there is none."""
    nouns = [clause.trigger] if role == "noun" else _visit_nouns(clause, frames)
    for noun in nouns:
        for i in clause.sentence.children(noun):
            kind = frames["kinds"].get(clause.sentence.tokens[i].lemma)
            if kind:
                return str(kind)
    return None


def _visit_nouns(clause: Clause, frames: Frames) -> Iterable[int]:
    return (i for i, token in enumerate(clause.sentence.tokens) if token.lemma in frames["noun"])


def _occasion(clause: Clause, frames: Frames) -> str | None:
    """`multilateral` where the trip is for a summit or forum; more is known only of the whole article."""
    words = {token.lemma for token in clause.sentence.tokens}
    return "multilateral" if words & set(frames["occasions"]) else None
