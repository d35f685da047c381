"""Where a journey goes: the countries visited, each with the city where one is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.clauses.arguments import argument
from dragoman.clauses.clause import Argument, Clause
from dragoman.clauses.collectives import words
from dragoman.events.engine_types import Frames
from dragoman.events.where import as_place
from dragoman.model.records import Place

AFTER = 7
"""Words after the trigger within which a destination that the tree hangs elsewhere is still its own."""


def hosts(
    clause: Clause, role: str, frames: Frames, visitors: Sequence[str]
) -> Iterator[tuple[str | None, Place | None]]:
    """The countries visited, each with the city where one is named. `visitors`: the countries that the guests come
    from.

    takes: «прибыл в Баку», «турне по странам региона — А, Б», «А ожидает приезда президента Б»; refuses: «вернулся из
    Баку»
    """
    found = _destinations(clause, role, frames) or _to_host(clause)
    if not found and role != "object":
        found = _state_before(clause, visitors)
    if not found and role != "object":
        found = _inviting(clause) or (_expecting(clause, frames) if role == "noun" else [])
    for country in dict.fromkeys(a.mention.country for a in found):
        if country:
            city = next((a for a in found if a.mention.kind == "place" and a.mention.country == country), None)
            yield country, as_place(city.mention) if city else None


def _destinations(clause: Clause, role: str, frames: Frames) -> list[Argument]:
    if role == "object":
        return [a for a in clause.hanging(clause.trigger) if _visited(a)] or _nested_city(clause)
    if role == "attend":
        return [
            a
            for a in clause.arguments
            if a.mention.kind == "place" and a.preposition in ("в", "на") and a.token > clause.trigger
        ]
    if clause.verb is not None and clause.relative_place(clause.verb):
        there = clause.modified()
        return _with_cities(clause, [there]) if there is not None and there.mention.kind in ("place", "state") else []
    tour = _tour(clause, frames)
    if tour:
        return tour
    governors = {clause.trigger, clause.verb}
    own = [a for a in clause.arguments if a.governor == clause.trigger and _towards(a)]
    own = own or [a for a in clause.arguments if a.governor in governors and _towards(a)]
    near = [a for a in clause.arguments if _towards(a) and 0 < a.token - clause.trigger <= AFTER]
    return _with_cities(clause, own or near)


def _to_host(clause: Clause) -> list[Argument]:
    """ "на встречу к А приехали …": to whom they came."""
    verb = clause.verb
    if verb is None or clause.sentence.tokens[verb].pos != "VERB":
        return []
    return [
        a
        for a in clause.arguments
        if a.preposition == "к" and a.case == "Dat" and a.mention.kind in ("person", "role") and a.mention.country
    ][:1]


def _state_before(clause: Clause, visitors: Sequence[str]) -> list[Argument]:
    """ "приехал в республику": the state named last before that is not the guest's own."""
    tokens, governors = clause.sentence.tokens, {clause.trigger, clause.verb}
    for i, token in enumerate(tokens):
        prepositions = {tokens[c].text.lower() for c in clause.sentence.children(i)}
        if (
            token.lemma in words()["states"]
            and token.head in governors
            and token.feats.get("Number") == "Sing"
            and "в" in prepositions
        ):
            before = [
                m
                for m in clause.scene.mentions
                if m.kind == "state" and m.span.end <= token.span.start and m.country not in visitors
            ]
            return [argument(clause.sentence, i, before[-1])] if before else []
    return []


def _tour(clause: Clause, frames: Frames) -> list[Argument]:
    """ "турне по А, Б и В", "поездка по странам региона — А, Б, В": each state enumerated after "по",
    at once or after a dash.
    """
    if clause.lemma not in frames["tours"]:
        return []
    tokens = clause.sentence.tokens
    over = [
        i
        for i in clause.sentence.children(clause.trigger)
        for c in clause.sentence.children(i)
        if tokens[c].text.lower() == "по"
    ]
    states = [
        a
        for a in clause.arguments
        if a.mention.kind in ("state", "place") and not a.mention.adjective and a.token > clause.trigger
    ]
    direct = [a for a in states if a.top in over or a.token in over]
    dash = next((i for i in range(clause.trigger, len(tokens)) if tokens[i].text in ("—", "–", "-", ":")), None)
    listed = direct or ([a for a in states if dash is not None and a.token == dash + 1] if over else [])
    return list(clause.enumerated(listed[0])) if listed else []


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
    """ "посетил столицу Казахстана": the genitive of the object's noun; "посетила университет в Любляне":
    the city it is in.
    """
    tokens = clause.sentence.tokens
    objects = [i for i in clause.sentence.children(clause.trigger) if tokens[i].rel == "obj"]
    capitals = [i for i in objects if tokens[i].lemma in ("столица", "территория", "город", "страна")]
    return [a for a in clause.arguments if a.governor in capitals and a.mention.kind in ("state", "place")]


def _inviting(clause: Clause) -> list[Argument]:
    """ "с визитом по приглашению президента Б": the inviter's country is the host."""
    for i, token in enumerate(clause.sentence.tokens):
        if token.lemma == "приглашение":
            return [a for a in clause.arguments if a.governor == i and a.mention.country and not a.preposition]
    return []


def _expecting(clause: Clause, frames: Frames) -> list[Argument]:
    """ "А ожидает приезда …", "в МИД А готовятся к визиту …": who expects the visit is its host."""
    verb = clause.verb
    if verb is None or clause.sentence.tokens[verb].lemma not in frames["expecting"]:
        return []
    subjects = [a for a in clause.subjects() if a.mention.country]
    seats = [
        a
        for a in clause.arguments
        if a.mention.kind == "institution" and a.preposition == "в" and a.token < clause.trigger
    ]
    return subjects or seats[-1:]
