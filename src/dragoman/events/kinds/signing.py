"""SIGNING: one event for each document named; an unnamed bundle is one with its count."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.events.build import MANY, event
from dragoman.clauses.clause import Argument, Clause
from dragoman.events.engine_types import Frames
from dragoman.events.parties import distinct, participants
from dragoman.events.titles import Titled, document_titles, list_titles
from dragoman.events.where import place_of
from dragoman.model.records import Event, Evidence, Participant

TYPE = "SIGNING"
FRAMES = "signing.yaml"
ROLES = ("verb", "noun", "among")


def read(clause: Clause, role: str, frames: Frames) -> Iterator[Event]:
    """Documents under the trigger; the parties are those who sign, else the two states of the article.

    takes: «подписан меморандум между А и Б»; refuses: «подписал закон о ратификации»
    """
    if role == "among":
        yield from _listed(clause, frames)
        return
    found = [t for t in document_titles(clause, role, frames) if t.noun not in frames["domestic"]]
    if not found or any(t.noun in frames["domestic"] for t in document_titles(clause, role, frames)):
        return
    if any((t.count or 0) > MANY for t in found):
        return
    parties = _parties(clause)
    if len({p.country for p in parties}) < 2:
        return
    for titled in found:
        yield _event(clause, role, titled, parties)


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
        told = _event(above, "among", titled, _parties(above))
        evidence = Evidence.cut(clause.scene.text, clause.sentence.span, "signing.among")
        yield msgspec.structs.replace(told, evidence=(evidence,), count=None)


def _event(clause: Clause, role: str, titled: Titled, parties: tuple[Participant, ...]) -> Event:
    return event(
        TYPE,
        f"signing.{role}",
        clause,
        parties,
        place=place_of(clause),
        document=titled.title,
        count=titled.count,
    )


def _parties(clause: Clause) -> tuple[Participant, ...]:
    named = distinct(participants(_signers(clause), "signatory", clause.scene.kb))
    if len({p.country for p in named}) > 1:
        return named
    pair = clause.scene.countries[:2]
    others = tuple(Participant(part="signatory", country=c) for c in pair if c not in {p.country for p in named})
    known = {p.country for p in named}
    return (*named, *others) if known <= set(pair) and len(pair) == 2 else named


def _signers(clause: Clause) -> list[Argument]:
    """Subjects, agents of a passive, "между А и Б", and the genitives of a noun."""
    subjects = [a for a in clause.subjects() if a.mention.kind != "place"]
    inside = [a for a in clause.arguments if a.preposition == "между" and not a.mention.adjective]
    agents = [a for a in clause.hanging(clause.trigger) if a.case == "Ins" and not a.preposition]
    partners = [a for a in clause.hanging(clause.trigger) if a.preposition == "с" and not a.mention.adjective]
    return [a for a in (*subjects, *agents, *partners, *inside) if not a.mention.adjective]
