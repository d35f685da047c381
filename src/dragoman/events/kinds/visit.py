"""VISIT: somebody of one state goes to another. Level, character and occasion are separate axes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.clauses.clause import Argument, Clause
from dragoman.clauses.possessors import possessors
from dragoman.clauses.segments import is_finite
from dragoman.events.build import event, is_counted
from dragoman.events.destinations import hosts
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, countries_of, distinct, participants
from dragoman.events.status import told_status
from dragoman.model.records import Event, Participant, Place

TYPE = "VISIT"
FRAMES = "visit.yaml"
ROLES = ("noun", "object", "into", "attend")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event for each country visited and each state that the guests come from; none where visitor or host is
    unknown, or both are one state.

    takes: «с рабочим визитом прибыл в Баку Президент Казахстана»; refuses: «директор посетил завод»,
    «актёр прилетел в Астану», «посол отправляется в Баку»
    """
    if is_counted(clause) or (role == "attend" and not _celebrates(clause, frames)):
        return
    visitors = distinct(participants(_visitors(clause, role), "visitor", clause.scene.kb))
    countries = countries_of(visitors)
    for host, place in hosts(clause, role, frames, countries):
        for country in countries:
            coming = tuple(v for v in visitors if v.country == country)
            if host not in (country, None) and not _posted(coming):
                yield _event(clause, role, frames, (*coming, Participant(part="host", country=host)), place)


def _event(clause: Clause, role: str, frames: Frames, parties: tuple[Participant, ...], place: Place | None) -> Event:
    kind, occasion = _character(clause, role, frames), _occasion(clause, frames)
    return event(TYPE, f"visit.{role}", clause, parties, place=place, visit_kind=kind, occasion=occasion)


def _posted(coming: Iterable[Participant]) -> bool:
    """An ambassador goes to his post: no visit."""
    return all(p.role == "ambassador" for p in coming)


def _celebrates(clause: Clause, frames: Frames) -> bool:
    """ "намерен принять участие в праздновании … в Москве": a journey in plan, to a celebration."""
    words = {
        t.lemma for i, t in enumerate(clause.sentence.tokens) if clause.segments[i] == clause.segments[clause.trigger]
    }
    return bool(words & set(frames["celebrations"])) and told_status(clause) in ("planned", "possible", "cancelled")


# who


def _visitors(clause: Clause, role: str) -> tuple[Argument, ...]:
    """Whose trip it is: the noun's own genitive or possessive, else the subject of its clause,
    else whom a participle describes.
    """
    if role == "noun":
        owners = tuple(a for a in clause.hanging(clause.trigger) if _owner(a)) or possessors(clause, clause.trigger)
        if owners:
            return owners
    subjects = tuple(a for a in clause.subjects() if _traveller(a))
    if subjects:
        return (*subjects, *_company(clause, subjects))
    described = clause.modified()
    if described is not None and _traveller(described):
        return (described,)
    return _nearest_before(clause) or _spoken_of(clause)


def _spoken_of(clause: Clause) -> tuple[Argument, ...]:
    """A finite verb in the singular without a subject ("… о том, что отправится в А"): whom the text speaks of."""
    verb = clause.verb
    if verb is None or clause.modified() is not None or not is_finite(clause.sentence.tokens[verb]):
        return ()
    token = clause.sentence.tokens[verb]
    own = clause.segments[verb]
    subject = any(
        t.rel in ("nsubj", "nsubj:pass") and clause.segments[i] == own for i, t in enumerate(clause.sentence.tokens)
    )
    if subject or token.feats.get("Number") != "Sing" or token.feats.get("Gender") == "Neut":
        return ()
    before = [
        a
        for a in clause.arguments
        if a.token < verb and a.rel == "nsubj" and a.case == "Nom" and a.mention.kind in ACTING
    ]
    return tuple(before[-1:]) or clause.topic()[-1:]


def _company(clause: Clause, subjects: tuple[Argument, ...]) -> Iterator[Argument]:
    """ "Премьер с министром А и министром Б полетят": those of the same state between the subject and its verb."""
    verb = clause.verb
    if verb is None or clause.sentence.tokens[verb].feats.get("Number") != "Plur":
        return
    for a in clause.arguments:
        between = subjects[0].token < a.token < verb and a not in subjects
        if (
            between
            and a.case == "Ins"
            and a.mention.kind in ACTING
            and a.mention.country == subjects[0].mention.country
        ):
            yield a


def _owner(argument: Argument) -> bool:
    return not argument.preposition and argument.case in ("Gen", "") and _traveller(argument)


def _traveller(argument: Argument) -> bool:
    mention = argument.mention
    return mention.kind in ACTING or (mention.kind in ("state", "organisation") and not mention.adjective)


def _nearest_before(clause: Clause) -> tuple[Argument, ...]:
    """A noun without a subject of its own ("во время визита в …"): the person named before it in its clause."""
    own = clause.segments[clause.trigger]
    if clause.verb is not None and clause.subjects():
        return ()
    if clause.sentence.tokens[clause.trigger].pos == "VERB":
        return ()
    near = [
        a
        for a in clause.arguments
        if a.token < clause.trigger and a.mention.kind in ACTING and clause.segments[a.token] == own
    ]
    return tuple(a for a in near[-1:] if a.case in ("Nom", "") or clause.verb is None)


# what kind


def _character(clause: Clause, role: str, frames: Frames) -> str | None:
    """State, official, working …: the adjective of the visit's noun, None where there is none."""
    nouns = [clause.trigger, *_below(clause, frames)] if role == "noun" else _visit_nouns(clause, frames)
    for noun in nouns:
        for i in clause.sentence.children(noun):
            kind = frames["kinds"].get(clause.sentence.tokens[i].lemma)
            if kind:
                return str(kind)
    return None


def _below(clause: Clause, frames: Frames) -> Iterator[int]:
    """ "приезд президента с официальным визитом"."""
    under = clause.sentence.subtree(clause.trigger)
    return (i for i in under if i != clause.trigger and clause.sentence.tokens[i].lemma in frames["noun"])


def _visit_nouns(clause: Clause, frames: Frames) -> Iterable[int]:
    return (i for i, token in enumerate(clause.sentence.tokens) if token.lemma in frames["noun"])


def _occasion(clause: Clause, frames: Frames) -> str | None:
    """`multilateral` where the trip is for a summit or forum; more is known only of the whole article."""
    words = {token.lemma for token in clause.sentence.tokens}
    return "multilateral" if words & set(frames["occasions"]) else None
