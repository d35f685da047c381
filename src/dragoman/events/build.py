"""Putting an event together once its parties are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.clauses.clause import Clause
from dragoman.events.parties import distinct
from dragoman.events.status import status_of
from dragoman.events.when import date_of
from dragoman.lang import load
from dragoman.model.records import Event, Evidence, Participant
from dragoman.model.text import DateRange

BACKGROUND_AFTER = 20
"""Days; what is dated longer before publication is told as background."""


def event(type_: str, rule: str, clause: Clause, parties: Iterable[Participant], **fields: Any) -> Event:
    """An event of this clause: status and date are read from it unless given; evidence is its sentence."""
    status = fields.pop("status", None)
    date = fields.pop("date", None)
    if date is None:
        status, date = status_and_date(clause, status)
    status = status or status_of(clause, date)
    scene = clause.scene
    return Event(
        type=type_,
        status=status,
        evidence=(Evidence.cut(scene.text, clause.sentence.span, rule),),
        frame=frame_of(clause, status, date),
        participants=distinct(parties),
        date=date,
        reported=scene.published[:10] if scene.published else None,
        **fields,
    )


def status_and_date(clause: Clause, status: str | None = None) -> tuple[str, DateRange | None]:
    """Status and date depend on each other: a first guess of the status chooses between past and future readings."""
    guess = status or status_of(clause, None)
    date = date_of(clause, planned=guess in ("planned", "possible", "cancelled"))
    return status or status_of(clause, date), date


def frame_of(clause: Clause, status: str, date: DateRange | None) -> str:
    """`announcement` for what is ahead, `background` for what is recalled or long past, else `news`."""
    if status in ("planned", "possible"):
        return "announcement"
    words = {token.lemma for token in clause.sentence.tokens[:8]}
    if words & frozenset(load("ru", "background.yaml")["words"]):
        return "background"
    day = clause.scene.day
    if date is not None and day is not None and (day - date.last).days > BACKGROUND_AFTER:
        return "background"
    return "news"
