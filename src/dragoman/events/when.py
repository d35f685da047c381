"""The date of an event: the time expression of its clause, never one of the document's title,
an anniversary or a plan's years.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from dragoman.clauses.clause import Clause
from dragoman.dates import DateExpression
from dragoman.events.status import is_purpose
from dragoman.lang import load
from dragoman.model.text import DateRange, Span

USABLE = frozenset({"point", "range"})


def date_of(clause: Clause, planned: bool = False) -> DateRange | None:
    """The date that the text gives for a trigger's event; None where it gives none.

    Taken are, in this order: one that hangs from the trigger, one of "который состоялся …" about it, one in the same
    clause; of several the nearest. One that hangs from another event's noun is that event's, and the day of arrival is
    not that of the talks for which somebody arrived.
    """
    found = [
        d for d in clause.scene.dates_in(clause.sentence.span) if d.kind in USABLE and d.date and not _titled(clause, d)
    ]
    for wanted in (_own, _relative) if is_purpose(clause) else (_own, _relative, _same_clause, _verbs_clause):
        near = [d for d in found if wanted(clause, d) and not _anothers(clause, d)]
        if near:
            anchor = clause.sentence.tokens[clause.trigger].span
            return _by_tense(min(near, key=lambda d: _distance(d.span, anchor)), clause, planned)
    return None


def _by_tense(expression: DateExpression, clause: Clause, planned: bool) -> DateRange | None:
    """A weekday or day without a year can lie on either side of publication: the tense chooses."""
    day = clause.scene.day
    if day is None or expression.date is None:
        return expression.date
    readings = (expression.date, *expression.alternatives)
    wanted = [r for r in readings if (r.last >= day if planned else r.first <= day)]
    return wanted[0] if wanted else expression.date


def _own(clause: Clause, expression: DateExpression) -> bool:
    return clause.trigger in _governors(clause, expression)


def _relative(clause: Clause, expression: DateExpression) -> bool:
    own, tokens = clause.own_relative(), clause.sentence.at(expression.span)
    return own is not None and bool(tokens) and clause.segments[tokens[0]] == own


def _same_clause(clause: Clause, expression: DateExpression) -> bool:
    tokens = clause.sentence.at(expression.span)
    return bool(tokens) and clause.segments[tokens[0]] in _clauses(clause)


def _clauses(clause: Clause) -> set[int]:
    """The trigger's clause by the marks, and its verb's where that is an infinitive or participle beside it."""
    own = {clause.segments[clause.trigger]}
    if clause.verb is not None and clause.sentence.tokens[clause.verb].feats.get("VerbForm") != "Fin":
        own.add(clause.segments[clause.verb])
    return own


def _verbs_clause(clause: Clause, expression: DateExpression) -> bool:
    """In the clause of the verb that the trigger hangs from, where marks part the two."""
    tokens = clause.sentence.at(expression.span)
    return clause.verb is not None and bool(tokens) and clause.segments[tokens[0]] == clause.segments[clause.verb]


def _anothers(clause: Clause, expression: DateExpression) -> bool:
    """Whether the expression hangs from another event's noun ("объявил о визите, намеченном на май,
    во время встречи 24 октября").
    """
    tokens = clause.sentence.tokens
    return any(
        i != clause.trigger and tokens[i].pos == "NOUN" and tokens[i].lemma in event_nouns()
        for i in _governors(clause, expression)
    )


def _governors(clause: Clause, expression: DateExpression) -> Iterator[int]:
    """The word outside the expression that it hangs from."""
    inside = clause.sentence.at(expression.span)
    heads = {clause.sentence.tokens[i].head for i in inside} - set(inside) - {-1}
    return iter(sorted(heads))


@lru_cache(maxsize=1)
def event_nouns() -> frozenset[str]:
    """The nouns of all frames."""
    folder = files("dragoman.lang.ru").joinpath("frames")
    frames = [load("ru", f"frames/{file.name}") for file in folder.iterdir() if file.name.endswith(".yaml")]
    return frozenset(word for frame in frames for role in ("noun", "summit", "session") for word in frame.get(role, ()))


def _titled(clause: Clause, expression: DateExpression) -> bool:
    """Inside a name in quotation marks."""
    return any(
        region.span.holds(expression.span) and not region.spoken
        for region in clause.scene.speech.regions
        if region.span.meets(expression.span)
    )


def _distance(a: Span, b: Span) -> int:
    return b.start - a.end if a.end <= b.start else a.start - b.end + 1
