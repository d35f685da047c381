"""The date of an event: the time expression of its clause, never one of the document's title, an anniversary or a plan's years."""

from __future__ import annotations

from dragoman.dates import DateExpression
from dragoman.clauses.clause import Clause, clause_tokens
from dragoman.model.text import DateRange, Span

USABLE = frozenset({"point", "range"})


def date_of(clause: Clause, planned: bool = False) -> DateRange | None:
    """The date that the text gives for a trigger's event; None where it gives none.

    Of the expressions in the same clause the nearest before or after the trigger is taken; one that stands inside
    another event noun's phrase or in a relative clause of something else is not.
    """
    found = [d for d in clause.scene.dates_in(clause.sentence.span) if d.kind in USABLE and d.date and not _titled(clause, d)]
    near = [d for d in found if _same_clause(clause, d)]
    if not near:
        return None
    anchor = clause.sentence.tokens[clause.trigger].span
    best = min(near, key=lambda d: _distance(d.span, anchor))
    return _by_tense(best, clause, planned)


def _by_tense(expression: DateExpression, clause: Clause, planned: bool) -> DateRange | None:
    """A weekday or day without a year can lie on either side of publication: the tense chooses."""
    day = clause.scene.day
    if day is None or expression.date is None:
        return expression.date
    readings = (expression.date, *expression.alternatives)
    wanted = [r for r in readings if (r.last >= day if planned else r.first <= day)]
    return wanted[0] if wanted else expression.date


def _same_clause(clause: Clause, expression: DateExpression) -> bool:
    sentence = clause.sentence
    tokens = sentence.at(expression.span)
    if not tokens:
        return False
    head = clause.verb if clause.verb is not None else clause.trigger
    inside = clause_tokens(sentence, head) | clause_tokens(sentence, clause.trigger)
    main = next((i for i in sentence.path_up(head) if sentence.tokens[i].pos == "VERB"), None)
    if any(i in inside for i in tokens):
        return True
    first = expression.span.start - sentence.span.start < 40
    return first and main is None


def _titled(clause: Clause, expression: DateExpression) -> bool:
    """Inside a name in quotation marks."""
    return any(
        region.span.holds(expression.span) and not region.spoken
        for region in clause.scene.speech.regions
        if region.span.meets(expression.span)
    )


def _distance(a: Span, b: Span) -> int:
    return b.start - a.end if a.end <= b.start else a.start - b.end + 1
