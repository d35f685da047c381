"""MEETING: two or more sides meet or talk in person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.clauses.clause import Argument, Clause
from dragoman.clauses.collectives import words
from dragoman.clauses.possessors import SEXES, last_person, possessors
from dragoman.events.build import event, is_counted
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, countries_of, distinct, participants
from dragoman.events.when import event_nouns
from dragoman.events.where import place_of
from dragoman.model.actors import Actor
from dragoman.model.records import Event, Participant

TYPE = "MEETING"
FRAMES = "meeting.yaml"
ROLES = ("noun", "verb", "talk", "receive", "summon")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event where at least two states take part, one for each partner met apart; none by telephone, none inside
    one state.

    takes: «министры провели переговоры в Баку»; refuses: «встреча президента с губернатором»
    """
    if (
        is_counted(clause)
        or _only_discussed(clause)
        or by_telephone(clause, frames["telephone"])
        or (role == "noun" and _of_format(clause, frames))
    ):
        return
    place = place_of(clause)
    if (role == "verb" and _habitual(clause)) or (
        role == "talk" and place is None and not _face_to_face(clause, frames)
    ):
        return
    for arguments in _meetings(clause, role, frames):
        named = [_peer(clause, a, arguments) for a in arguments]
        parties = distinct(_hosted(clause, tuple(participants(named, "participant", clause.scene.kb))))
        if enough_sides(parties):
            told = event(TYPE, f"meeting.{role}", clause, parties, place=place)
            if not _in_general(clause, told):
                yield told


def _face_to_face(clause: Clause, frames: Frames) -> bool:
    """ "поговорили один на один", "в узком составе"."""
    own = clause.segments[clause.trigger]
    words = {t.lemma for i, t in enumerate(clause.sentence.tokens) if clause.segments[i] == own}
    return bool(words & set(frames["face_to_face"])) or {"один", "на"} <= words


def _only_discussed(clause: Clause) -> bool:
    """ "переговоры о встрече": what other talks are about."""
    tokens, trigger = clause.sentence.tokens, clause.trigger
    if trigger == 0 or tokens[trigger - 1].text.lower() not in ("о", "об"):
        return False
    return any(
        t.lemma in event_nouns() and clause.segments[i] == clause.segments[trigger]
        for i, t in enumerate(tokens[:trigger])
    )


def _in_general(clause: Clause, told: Event) -> bool:
    """ "готова к переговорам с А": readiness for talks, with no round in sight."""
    return (
        clause.lemma in ("переговоры", "переговор")
        and told.status == "possible"
        and told.date is None
        and told.place is None
    )


def _habitual(clause: Clause) -> bool:
    """ "Министры встречаются постоянно": an imperfective present without a day is a habit, no meeting."""
    token = clause.sentence.tokens[clause.trigger]
    dated = any(d.date and len(d.date.start) == 10 for d in clause.scene.dates_in(clause.sentence.span))
    return token.feats.get("Tense") == "Pres" and token.feats.get("Aspect") == "Imp" and not dated


def by_telephone(clause: Clause, words: list[str]) -> bool:
    """Whether the trigger, its modifiers or an oblique of its verb say that it was by telephone or video."""
    sentence = clause.sentence
    near = {clause.trigger, clause.verb}
    before = {token.lemma for token in sentence.tokens[max(0, clause.trigger - 2) : clause.trigger]}
    if before & set(words):
        return True
    return any(
        token.lemma in words and (token.head in near or i in near or _under(clause, i))
        for i, token in enumerate(sentence.tokens)
    )


def _under(clause: Clause, index: int) -> bool:
    return clause.trigger in list(clause.sentence.path_up(index))[:3]


def _of_format(clause: Clause, frames: Frames) -> bool:
    """ "Консультативная встреча глав государств", "встреча лидеров стран СНГ":
    a session of a format or organisation.
    """
    if any(clause.sentence.tokens[i].lemma in frames["format"] for i in clause.sentence.children(clause.trigger)):
        return True
    return any(of_organisation(clause, a) for a in clause.hanging(clause.trigger))


def of_organisation(clause: Clause, argument: Argument) -> bool:
    """ "лидеры стран СНГ", "главы МИД ОТГ": those who meet as members of one organisation."""
    mention = argument.mention
    together = mention.kind == "group" and not mention.members and not argument.preposition
    return together and mention.country in clause.scene.kb.organisations


# who met


def _meetings(clause: Clause, role: str, frames: Frames) -> Iterator[list[Argument]]:
    """The sides of each meeting that the trigger tells of."""
    if role == "receive":
        yield from _received(clause)
    elif role == "summon":
        yield _summoned(clause)
    else:
        yield from _talks(clause, role, frames)


def _talks(clause: Clause, role: str, frames: Frames) -> Iterator[list[Argument]]:
    noun = clause.sentence.tokens[clause.trigger].pos == "NOUN"
    own = [a for a in clause.hanging(clause.trigger) if _own_side(a)] if noun else []
    partners = _partners(clause)
    if role == "noun" and (several(own) or (own and any(a.governor == clause.trigger for a in partners))):
        first = own
    else:
        first = [*(a for a in clause.subjects() if _side(a) and a not in partners), *own]
        first = first or [a for a in possessors(clause, clause.trigger) if _side(a)] or _topic(clause, partners)
    if several(first):
        partners = [a for a in partners if a.governor == clause.trigger or role != "noun"]
    if _apart(clause, role, partners, frames):
        yield from ([*first, partner] for partner in partners)
    else:
        yield [*first, *(a for a in partners if a not in first)]


def _topic(clause: Clause, partners: Sequence[Argument]) -> list[Argument]:
    """Where only the partner is named: whom the text speaks of, if he is of another state."""
    states = {a.mention.country for a in partners}
    return [a for a in clause.topic() if partners and a.mention.country not in states]


def _side(argument: Argument) -> bool:
    mention = argument.mention
    if mention.kind == "place":
        return False
    return mention.kind in ACTING or not mention.adjective


def _own_side(argument: Argument) -> bool:
    """What the noun itself names: "встреча президентов", "между А и Б", and the subject that the tree hung too low."""
    mention = argument.mention
    if mention.kind == "place" or mention.adjective:
        return False
    if argument.preposition:
        return argument.preposition == "между"
    return argument.case in ("Gen", "") or (argument.case == "Nom" and mention.kind in ACTING)


def _partners(clause: Clause) -> list[Argument]:
    """Who is met: the "с" or "между" phrase of the trigger or its verb, else the nearest in its clause;
    with all that it enumerates.
    """
    own = clause.segments[clause.trigger]
    found = [
        a for a in clause.arguments if a.preposition in ("с", "между", "к") and _side(a) and not _comitative(clause, a)
    ]
    found = [a for a in found if a.preposition != "к" or (a.governor == clause.trigger and a.mention.kind in ACTING)]
    governed = [a for a in found if a.governor == clause.trigger] or [a for a in found if a.governor == clause.verb]
    near = [a for a in found if clause.segments[a.token] == own and a.token > clause.trigger]
    chosen = governed or near[:1]
    listed = dict.fromkeys(b for a in chosen for b in clause.enumerated(a) if _side(b))
    return sorted(listed, key=lambda a: a.token)


def _comitative(clause: Clause, argument: Argument) -> bool:
    """ "Президент с министром встретились с …": in the same company, before a verb in the plural."""
    verb = clause.verb
    plural = verb is not None and clause.sentence.tokens[verb].feats.get("Number") == "Plur"
    before = verb is not None and argument.token < min(verb, clause.trigger)
    return (
        plural
        and before
        and any(a.mention.country == argument.mention.country for a in clause.subjects() if a.token < argument.token)
    )


def _apart(clause: Clause, role: str, partners: Sequence[Argument], frames: Frames) -> bool:
    """Several persons whom a verb, "встречи" or the officers of one state show to be met one after another."""
    persons = [a for a in partners if a.mention.name and a.mention.kind in ("person", "role")]
    if len(persons) < 2 or len(persons) < len(partners):
        return False
    tokens = clause.sentence.tokens
    if any(tokens[i].lemma in frames["together"] for i in (*clause.sentence.children(clause.trigger), clause.trigger)):
        return False
    one_state = len({a.mention.country for a in persons}) == 1
    plural = tokens[clause.trigger].feats.get("Number") == "Plur" and clause.lemma in frames["countable"]
    return role != "noun" or plural or (one_state and clause.lemma not in frames["countable"])


def _peer(clause: Clause, argument: Argument, sides: Sequence[Argument]) -> Argument:
    """ "министр провёл переговоры с китайским коллегой": who holds the same office there on that day,
    where that is known.
    """
    mention, kb = argument.mention, clause.scene.kb
    if mention.rule != "collective" or clause.sentence.tokens[argument.token].lemma not in words()["peers"]:
        return argument
    offices = {a.mention.office for a in sides if a.mention.name and a.mention.office}
    office = next(iter(offices)) if len(offices) == 1 else None
    holder = kb.holder(office, mention.country or "", clause.scene.day) if office else None
    if holder is None:
        return argument
    member = Actor(actor=holder.person, name=kb.persons[holder.person].name_ru, country=mention.country)
    return msgspec.structs.replace(argument, mention=msgspec.structs.replace(mention, office=office, members=(member,)))


def _hosted(clause: Clause, parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """An officer whose state is not said is of the one other state that the sentence names ("в парламенте Б
    встретились с министром").
    """
    known = set(countries_of(parties))
    named = {
        a.mention.country for a in clause.arguments if a.mention.kind in ("state", "institution", "place", "group")
    }
    others = named & set(clause.scene.kb.states) - known
    if len(known) != 1 or len(others) != 1 or not any(p.name and p.role and not p.country for p in parties):
        return parties
    other = others.pop()
    return tuple(
        msgspec.structs.replace(p, country=other) if p.name and p.role and not p.country else p for p in parties
    )


def several(found: Sequence[Argument]) -> bool:
    """Whether these alone are two sides."""
    return len({a.mention.country for a in found if a.mention.country}) > 1 or any(
        len(a.mention.members) > 1 for a in found
    )


def _received(clause: Clause) -> Iterator[list[Argument]]:
    """ "А принял посла Б": an animate object that is an officeholder, each object apart."""
    objects = [a for a in clause.hanging(clause.trigger) if a.rel in ("obj", "nsubj:pass") and a.mention.kind in ACTING]
    agents = [
        a for a in clause.hanging(clause.trigger) if a.case == "Ins" and not a.preposition and a.mention.kind in ACTING
    ]
    objects = objects or list(_pronoun(clause))
    receivers = [*(a for a in clause.subjects() if a not in objects), *agents]
    yield from ([*receivers, received] for received in objects)


def _pronoun(clause: Clause) -> Iterator[Argument]:
    """ "его принял президент": the person named last."""
    for i in clause.sentence.children(clause.trigger):
        token = clause.sentence.tokens[i]
        if token.rel == "obj" and token.text.lower() in ("его", "ее", "её"):
            yield from last_person(clause, i, SEXES[token.text.lower()])


def _summoned(clause: Clause) -> list[Argument]:
    """ "МИД А вызвал посла Б": the ambassador and the summoning state."""
    objects = [a for a in clause.hanging(clause.trigger) if a.mention.office in ("ambassador", "charge_daffaires")]
    others = [a for a in clause.arguments if a.mention.country and a not in objects and not a.mention.adjective]
    return [*objects, *others[:1]] if objects else []


def enough_sides(parties: tuple[Participant, ...]) -> bool:
    """At least two countries or organisations, one of them at least a state."""
    return len(countries_of(parties)) > 1
