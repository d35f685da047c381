"""SUMMIT_OR_BODY_SESSION: a summit or a session of an organisation, body or standing format."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.build import event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import ACTING, as_part, distinct, participants
from dragoman.events.where import place_of
from dragoman.model.records import Event, Participant
from dragoman.syntax.phrases import nominative_phrase

TYPE = "SUMMIT_OR_BODY_SESSION"
FRAMES = "session.yaml"
ROLES = ("summit", "session")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """One event where an organisation or standing body meets; a session of nobody known is none.

    takes: «первый саммит СПЕКА», «заседание Высшего совета»; refuses: «заседание правительства»
    """
    body, organisations = _who_meets(clause)
    if body is None and not organisations and not (role == "summit" and _summit_of_states(clause)):
        return
    if role == "session" and body is None and not _of_heads(clause, frames) and clause.lemma in ("встреча", "форум", "конференция"):
        return
    parties = distinct([*_organisers(clause, organisations), *_thanked(clause, frames), *_attending(clause, frames)])
    if parties or body:
        yield event(TYPE, f"session.{role}", clause, parties, place=place_of(clause), body=body or _name(clause))


def _who_meets(clause: Clause) -> tuple[str | None, list[Argument]]:
    """The body's name and the organisations that the noun names directly or in a genitive chain."""
    under = set(clause.sentence.subtree(clause.trigger))
    near = [a for a in clause.arguments if a.token in under and a.token > clause.trigger and a.token - clause.trigger <= 8]
    bodies = [a for a in near if a.mention.kind == "body"]
    organisations = [a for a in near if a.mention.kind == "organisation" and _own(clause, a)]
    if not organisations:
        organisations = _beside(clause)
    return (bodies[0].mention.name if bodies else None), organisations


def _own(clause: Clause, argument: Argument) -> bool:
    """Hung from the noun without a preposition on the way ("саммит под эгидой ООН" is not the UN's)."""
    if argument.preposition:
        return False
    tokens = clause.sentence.tokens
    path = [argument.top]
    for i in clause.sentence.path_up(argument.top):
        if i == clause.trigger:
            return not any(tokens[c].rel == "case" for node in path for c in clause.sentence.children(node))
        path.append(i)
    return False


def _beside(clause: Clause) -> list[Argument]:
    """ "саммит ОДКБ", "Саммит СПЕКА": an abbreviation right after the noun, whatever the tree says."""
    return [a for a in clause.arguments if a.mention.kind == "organisation" and 0 < a.token - clause.trigger <= 2 and not a.preposition]


def _summit_of_states(clause: Clause) -> bool:
    """ "саммит Россия – Африка", "саммит тюркских государств": states beside the noun."""
    near = [a for a in clause.arguments if 0 < a.token - clause.trigger <= 4 and a.mention.kind == "state" and not a.mention.adjective]
    return len(near) > 1


def _of_heads(clause: Clause, frames: Frames) -> bool:
    return any(clause.sentence.tokens[i].lemma in frames["heads"] for i in clause.sentence.children(clause.trigger))


def _organisers(clause: Clause, organisations: list[Argument]) -> Iterator[Participant]:
    yield from participants(organisations[:1], "organiser", clause.scene.kb)
    near = [a for a in clause.arguments if 0 < a.token - clause.trigger <= 4 and a.mention.kind == "state" and not a.mention.adjective]
    if not organisations and len(near) > 1:
        yield from participants(near, "participant", clause.scene.kb)


def _thanked(clause: Clause, frames: Frames) -> Iterator[Participant]:
    """ "поблагодарил А за организацию саммита": the state of the one thanked organises it."""
    tokens = clause.sentence.tokens
    above = [i for i in clause.sentence.path_up(clause.trigger) if tokens[i].lemma in frames["organising"]]
    if above and clause.verb is not None and tokens[clause.verb].lemma in frames["thanking"]:
        thanked = [a for a in clause.hanging(clause.verb) if a.mention.kind in ACTING and not a.preposition and a.case in ("Acc", "Dat", "Gen")]
        countries = dict.fromkeys(a.mention.country for a in thanked if a.mention.country)
        yield from (Participant(part="organiser", country=country) for country in countries)


def _attending(clause: Clause, frames: Frames) -> Iterator[Participant]:
    """Who takes part: the clause's subjects, and those thanked for taking part."""
    people = [a for a in clause.subjects() if a.mention.kind in ACTING]
    for participant in participants(people, "participant", clause.scene.kb):
        yield as_part(participant, "participant")


def _name(clause: Clause) -> str | None:
    """The summit's name in the nominative: its noun with the names that stand directly under it."""
    sentence = clause.sentence
    own = [clause.trigger]
    for i in sentence.children(clause.trigger):
        token = sentence.tokens[i]
        if i > clause.trigger and token.rel in ("nmod", "appos", "flat:name", "flat:foreign") and i - clause.trigger <= 5:
            if clause.scene.at(sentence, i) is None or clause.scene.at(sentence, i).kind not in ACTING:
                own.extend(j for j in sentence.subtree(i) if j - clause.trigger <= 8)
    return nominative_phrase(clause.scene.text, sentence, clause.trigger, sorted(own)) if len(own) > 1 else None
