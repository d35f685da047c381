"""Putting an event together once its parties are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.clauses.clause import Clause
from dragoman.events.parties import distinct
from dragoman.events.status import status_of, told_status, words
from dragoman.events.when import date_of
from dragoman.lang import load
from dragoman.model.records import Event, Evidence, Participant
from dragoman.model.text import DateRange
from dragoman.syntax.lemmas import parses

BACKGROUND_AFTER = 20
"""Days; what is dated longer before publication is told as background."""


MANY = 60
"""A number of documents beyond this is a total over years, not a signing."""


def is_counted(clause: Clause) -> bool:
    """Whether the trigger is counted over time ("шесть раз посетил", "седьмой визит за три года"): a claim, not an
    event.

    «первый визит» alone is the visit itself.
    """
    tokens = clause.sentence.tokens
    near = {clause.trigger, clause.verb, tokens[clause.trigger].head}
    times = any(t.lemma in words()["times"]["words"] and t.head in near for t in tokens)
    noun = tokens[clause.trigger].pos == "NOUN"
    number = noun and any(t.rel.startswith("nummod") and t.head == clause.trigger for t in tokens)
    ordinal = any(_ordinal(t.lemma) and t.head == clause.trigger for t in tokens)
    windows = any(d.kind in ("window", "same-window") for d in clause.scene.dates_in(clause.sentence.span))
    return (times and not _only_once(clause)) or number or (ordinal and windows)


def _only_once(clause: Clause) -> bool:
    """ "в первый раз", "в этот раз" tell of one."""
    tokens = clause.sentence.tokens
    heads = [i for i, t in enumerate(tokens) if t.lemma == "раз"]
    return any(
        tokens[c].lemma in ("первый", "этот", "последний", "прошлый")
        for i in heads
        for c in clause.sentence.children(i)
    )


def _ordinal(lemma: str) -> bool:
    return any("Anum" in p.tag.grammemes for p in parses(lemma)) and lemma != "первый"


def event(type_: str, rule: str, clause: Clause, parties: Iterable[Participant], **fields: Any) -> Event:
    """An event of this clause: status and date are read from it unless given; evidence is its sentence.

    One that is only named, without a date, is background: the day of the report is not its own.
    """
    status, date = fields.pop("status", None), fields.pop("date", None)
    if date is None:
        status, date = status_and_date(clause, status)
    status = status or status_of(clause, date)
    scene, passing = clause.scene, aside(clause)
    return Event(
        type=type_,
        status=status,
        evidence=(Evidence.cut(scene.text, clause.sentence.span, f"{rule}{ASIDE}" if passing else rule),),
        frame="background" if passing and date is None and status == "occurred" else frame_of(clause, status, date),
        participants=distinct(parties),
        date=date,
        reported=scene.published[:10] if scene.published else None,
        **fields,
    )


ASIDE = ".aside"
"""Ending of the rule where the event is only named ("поблагодарил за организацию саммита"): its status is weak."""


def aside(clause: Clause) -> bool:
    """Whether a noun names the event without telling it: under another predicate, or in a headline, with no word of
    its status.

    takes: «подтвердили визит министра», «подписанные документы важны»;
    refuses: «прибыл с визитом», «в ходе визита», «предстоящий визит»
    """
    tokens = clause.sentence.tokens
    if _attribute(clause):
        return True
    if tokens[clause.trigger].pos not in ("NOUN", "PROPN") or told_status(clause) is not None:
        return False
    if clause.verb is None:
        return True
    above = [clause.trigger, *clause.sentence.path_up(clause.trigger)]
    path = (
        [i for i in above[: above.index(clause.verb)] if i != clause.verb] if clause.verb in above else [clause.trigger]
    )
    if any(_while(clause, i) for i in path):
        return False
    return tokens[clause.verb].lemma not in words()["asserting"]["words"]


def _attribute(clause: Clause) -> bool:
    """A passive participle that only describes: "доволен подписанными документами"."""
    token = clause.sentence.tokens[clause.trigger]
    passive = token.feats.get("VerbForm") == "Part" and token.feats.get("Voice") == "Pass"
    return passive and token.rel in ("amod", "acl")


def _while(clause: Clause, index: int) -> bool:
    """ "в ходе визита", "после встречи", "по итогам переговоров"."""
    listed, tokens = words()["while"]["words"], clause.sentence.tokens
    around = {index, *clause.sentence.children(index)}
    under = {j for i in around for j in clause.sentence.children(i)}
    return any(tokens[i].lemma in listed for i in around | under)


def status_and_date(clause: Clause, status: str | None = None) -> tuple[str, DateRange | None]:
    """Status and date depend on each other: a first guess of the status chooses between past and future readings."""
    guess = status or status_of(clause, None)
    date = date_of(clause, planned=guess in ("planned", "possible", "cancelled"))
    return status or status_of(clause, date), date


def frame_of(clause: Clause, status: str, date: DateRange | None) -> str:
    """`announcement` for what is ahead, `background` for what is recalled or long past, else `news`."""
    if status in ("planned", "possible"):
        return "announcement"
    if _recalled(clause):
        return "background"
    day = clause.scene.day
    if date is not None and day is not None and (day - date.last).days > BACKGROUND_AFTER:
        return "background"
    return "news"


def _recalled(clause: Clause) -> bool:
    """ "Напомним, …", "ранее", or an attribute that sets the event back: "его прошлогодняя поездка"."""
    listed, tokens = load("ru", "background.yaml"), clause.sentence.tokens
    if {token.lemma for token in tokens[:8]} & set(listed["words"]):
        return True
    return any(tokens[i].lemma in listed["attributes"] for i in clause.sentence.children(clause.trigger))
