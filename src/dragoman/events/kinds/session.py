"""SUMMIT_OR_BODY_SESSION: a summit or a session of an organisation, body or standing format."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause
from dragoman.events.bodies import Meets, session_name, who_meets
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, as_part, distinct, participants
from dragoman.events.status import by_tense, told_status
from dragoman.events.where import place_of
from dragoman.model.records import Event, Participant

TYPE = "SUMMIT_OR_BODY_SESSION"
FRAMES = "session.yaml"
ROLES = ("summit", "session", "convene")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event where an organisation or standing body meets; a session of nobody known is none.

    takes: «первый саммит СПЕКА», «заседание Высшего совета»; refuses: «заседание правительства», «форум врачей»
    """
    meets = _convened(clause, frames) if role == "convene" else who_meets(clause, frames)
    known = meets.name is not None or bool(meets.organisations)
    if not known and not (role == "summit" or (role == "session" and _of_format(clause, frames))):
        return
    if (
        role == "session"
        and meets.name is None
        and clause.lemma in frames["loose"]
        and not _of_heads(clause, meets, frames)
    ):
        return
    name = meets.name or session_name(clause)
    if not known and name is None:
        return
    attending = distinct(_attending(clause, frames))
    parties = distinct(
        [*_organisers(clause, meets), *_thanked(clause, frames), *attending, *_pair(clause, meets, attending)]
    )
    if parties:
        yield event(TYPE, f"session.{role}", clause, parties, place=place_of(clause), body=name, status=_status(clause))


def _convened(clause: Clause, frames: Frames) -> Meets:
    """ "соберётся Совет глав государств СНГ", "заседал Совет министров": the subject is the body."""
    tokens = clause.sentence.tokens
    for i in clause.sentence.children(clause.trigger):
        if tokens[i].rel == "nsubj" and (tokens[i].lemma in frames["bodies"] or _is_body(clause, i)):
            body = next((a.mention.name for a in clause.arguments if a.token == i and a.mention.kind == "body"), None)
            under = set(clause.sentence.subtree(i))
            own = tuple(
                a for a in clause.arguments if a.token in under and a.mention.country in clause.scene.kb.organisations
            )
            return Meets(body, own)
    return Meets(None, ())


def _is_body(clause: Clause, index: int) -> bool:
    return any(a.token == index and a.mention.kind == "body" for a in clause.arguments)


def _of_format(clause: Clause, frames: Frames) -> bool:
    """ "консультативная встреча глав государств": a format without an organisation."""
    return any(clause.sentence.tokens[i].lemma in frames["formats"] for i in clause.sentence.children(clause.trigger))


def _of_heads(clause: Clause, meets: Meets, frames: Frames) -> bool:
    """ "встреча глав МИД ОТГ", "министерское совещание ШОС": an organisation's own meeting, not one with it."""
    near = (*clause.sentence.children(clause.trigger), *(a.token for a in meets.organisations))
    return any(clause.sentence.tokens[i].lemma in (*frames["heads"], *frames["formats"]) for i in near)


def _status(clause: Clause) -> str | None:
    """That somebody may come or will not come to a summit says nothing against the summit itself."""
    told = told_status(clause)
    tokens = clause.sentence.tokens
    subject = tokens[clause.trigger].rel in ("nsubj", "nsubj:pass", "obj", "root")
    if subject or told not in ("possible", "cancelled"):
        return None
    tense = by_tense(clause)
    return "planned" if told == "possible" else tense


# who takes part


def _organisers(clause: Clause, meets: Meets) -> Iterator[Participant]:
    """The organisation; without one the states beside the noun ("саммит Россия – Африка")."""
    for organisation in meets.organisations[:1]:
        yield Participant(part="organiser", country=organisation.mention.country)
    near = [
        a
        for a in clause.arguments
        if 0 < a.token - clause.trigger <= 4 and a.mention.kind == "state" and not a.mention.adjective
    ]
    if not meets.organisations and len(near) > 1:
        yield from participants(near, "participant", clause.scene.kb)


def _thanked(clause: Clause, frames: Frames) -> Iterator[Participant]:
    """ "поблагодарил А за организацию саммита": the state of the one thanked organises it."""
    tokens = clause.sentence.tokens
    above = list(clause.sentence.path_up(clause.trigger))
    if not any(tokens[i].lemma in frames["organising"] for i in above):
        return
    thanks = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.lemma in frames["thanking"] and clause.segments[i] == clause.segments[clause.trigger]
        ),
        None,
    )
    if thanks is None:
        return
    thanked = [a for a in clause.arguments if thanks < a.token < clause.trigger and a.mention.kind in ACTING]
    thanked = [a for a in thanked if not a.preposition and a.case in ("Acc", "Dat", "Gen")]
    countries = dict.fromkeys(a.mention.country for a in thanked[:1] if a.mention.country)
    yield from (Participant(part="organiser", country=country) for country in countries)


def _attending(clause: Clause, frames: Frames) -> Iterator[Participant]:
    """Who takes part: the clause's subjects where they attend, with whom they meet there."""
    verb = clause.verb
    people = [a for a in clause.subjects() if a.mention.kind in ACTING]
    if verb is not None and people:
        people += [a for a in clause.hanging(verb) if a.preposition == "с" and a.mention.kind in ACTING]
    for participant in participants(people, "participant", clause.scene.kb):
        if participant.country not in clause.scene.kb.organisations:
            yield as_part(participant, "participant")


def _pair(clause: Clause, meets: Meets, attending: tuple[Participant, ...]) -> Iterator[Participant]:
    """A body of two states: those named with it ("совета А и Б", "двух стран"), else the two of the article.

    None where those who attend are already of two states.
    """
    if meets.organisations or meets.name is None or len({p.country for p in attending}) > 1:
        return
    under = set(clause.sentence.subtree(clause.trigger))
    named = [a.mention.country for a in clause.arguments if a.token in under and a.mention.kind == "state"]
    countries = dict.fromkeys(named if len(set(named)) > 1 else clause.scene.countries[:2])
    known = {p.country for p in attending}
    yield from (Participant(part="participant", country=c) for c in countries if c and c not in known)
