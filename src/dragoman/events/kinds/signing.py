"""SIGNING: one event for each document named; an unnamed bundle is one with its count."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.build import MANY, event
from dragoman.events.engine_types import Frames
from dragoman.events.parties import distinct, participants
from dragoman.events.titles import Titled, document_titles, list_titles, meant_by
from dragoman.events.where import place_of
from dragoman.model.records import Event, Evidence, Participant

TYPE = "SIGNING"
FRAMES = "signing.yaml"
ROLES = ("verb", "noun", "sign", "adopt", "among")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """Documents under the trigger; the parties are those who sign, else the two states of the article.

    takes: «подписан меморандум между А и Б»; refuses: «подписал закон о ратификации», «дипломаты подписали обращение»
    """
    if role == "among":
        yield from _listed(clause, frames)
        return
    found = list(_documents(clause, role, frames))
    if not found or any(t.noun in frames["domestic"] for t in found) or any((t.count or 0) > MANY for t in found):
        return
    parties = _parties(clause, role)
    if len({p.country for p in parties}) < 2 and not _of_organisation(clause, parties):
        return
    for titled in found:
        yield _event(clause, role, titled, parties)


def _documents(clause: Clause, role: str, frames: Frames) -> Iterator[Titled]:
    if role == "sign" and not _puts(clause, frames):
        return
    found = list(document_titles(clause, role, frames))
    yield from found or meant_by(clause, role, frames)


def _puts(clause: Clause, frames: Frames) -> bool:
    """ "поставили подписи": the noun alone is no signing."""
    return clause.verb is not None and clause.sentence.tokens[clause.verb].lemma in frames["putting"]


def _listed(clause: Clause, frames: Frames) -> Iterator[Event]:
    """ "Среди них соглашение о … и меморандум о …" after a sentence in which documents were signed."""
    number = clause.sentence.number
    if clause.trigger > 2 or number == 0:
        return
    before = clause.scene.parse.sentences[number - 1]
    signed = next((i for i, t in enumerate(before.tokens) if t.lemma in (*frames["verb"], *frames["noun"])), None)
    if signed is None:
        return
    above = Clause(clause.scene, before, signed)
    for titled in list_titles(clause, frames):
        told = _event(above, "among", titled, _parties(above, "verb"))
        evidence = Evidence.cut(clause.scene.text, clause.sentence.span, "signing.among")
        yield msgspec.structs.replace(told, evidence=(evidence,), count=None)


def _event(clause: Clause, role: str, titled: Titled, parties: tuple[Participant, ...]) -> Event:
    return event(
        TYPE, f"signing.{role}", clause, parties, place=place_of(clause), document=titled.title, count=titled.count
    )


def _parties(clause: Clause, role: str) -> tuple[Participant, ...]:
    """Those who sign; where the clause names but one side or none, the article's two states,
    if that side is one of them. Nobody is named and it was signed in a third state: not theirs.
    """
    named = distinct(participants(_signers(clause, role), "signatory", clause.scene.kb))
    known = {p.country for p in named}
    if (
        len(known) > 1
        or _of_organisation(clause, named)
        or (not named and _strangers_sign(clause, role))
        or _crowd(clause)
    ):
        return named
    pair = clause.scene.countries[:2]
    place = place_of(clause)
    if not named and place is not None and place.country not in (None, *pair):
        return named
    others = tuple(Participant(part="signatory", country=c) for c in pair if c not in known)
    return (*named, *others) if known <= set(pair) and len(pair) == 2 else named


def _strangers_sign(clause: Clause, role: str) -> bool:
    """An active verb whose subject is nobody known: "компании подписали соглашение";
    pronouns and "стороны" stand for the two.
    """
    tokens, verb = clause.sentence.tokens, clause.verb
    if role not in ("verb", "adopt") or verb is None or tokens[verb].feats.get("Voice") == "Pass":
        return False
    subjects = [t for t in tokens if t.head == verb and t.rel == "nsubj" and t.pos in ("NOUN", "PROPN")]
    return any(t.lemma not in COLLECTIVE for t in subjects)


COLLECTIVE = frozenset(
    {
        "сторона",
        "страна",
        "государство",
        "лидер",
        "глава",
        "президент",
        "министр",
        "делегация",
        "участник",
        "собеседник",
        "премьер",
        "союзник",
        "соглашение",
        "документ",
        "ведомство",
        "министерство",
        "орган",
        "правительство",
    }
)
"""Subjects that stand for the two sides of the article."""


def _crowd(clause: Clause) -> bool:
    """ "более ста дипломатов А подписали заявление": a counted crowd of one state signs for nobody else."""
    own = clause.segments[clause.trigger]
    groups = [
        a
        for a in clause.arguments
        if a.mention.kind == "group" and a.token < clause.trigger and clause.segments[a.token] == own
    ]
    return any(not a.mention.members and a.mention.country and a.mention.office not in LEADERS for a in groups)


LEADERS = frozenset(
    {"president", "head_of_state", "leader", "prime_minister", "foreign_minister", "minister", "head", "monarch"}
)


def _of_organisation(clause: Clause, parties: tuple[Participant, ...]) -> bool:
    """ "Лидеры ОДКБ подписали документы": one organisation's members together are sides enough."""
    return any(p.country in clause.scene.kb.organisations and p.name is None for p in parties)


def _signers(clause: Clause, role: str) -> list[Argument]:
    """Subjects, agents of a passive, "между А и Б", "с Б", and the genitives of a noun."""
    subjects = [a for a in clause.subjects() if a.mention.kind != "place" and a.case not in ("Ins", "Loc")]
    inside = [a for a in clause.arguments if a.preposition == "между" and not a.mention.adjective]
    agents = [a for a in clause.hanging(clause.trigger) if a.case == "Ins" and not a.preposition]
    if role == "sign":
        agents += [a for a in clause.hanging(clause.trigger) if not a.preposition and a not in agents]
    partners = [a for a in clause.hanging(clause.trigger) if a.preposition == "с" and not a.mention.adjective]
    return [a for a in (*subjects, *agents, *partners, *inside) if not a.mention.adjective]
