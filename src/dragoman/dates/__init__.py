"""Time expressions of Russian news: our own grammar, words and a day of publication in, intervals out.

Each idea is one rule with an example that it takes and one that it refuses (see `grammar`).
"""

from __future__ import annotations

from dragoman.dates import calendar_years, days, months, relative, windows  # noqa: F401  (they add their rules)
from dragoman.dates.bounds import bounded
from dragoman.dates.expression import DateExpression
from dragoman.dates.grammar import Found, run
from dragoman.dates.phrases import find_phrases
from dragoman.dates.reckoning import reference_day
from dragoman.dates.stamps import find_impossible, find_stamp
from dragoman.dates.tokens import Tokens, tokenize
from dragoman.model.text import Span

__all__ = ["DateExpression", "find_dates", "find_impossible", "find_stamp"]


def find_dates(text: str, published: str | None, within: Span | None = None) -> tuple[DateExpression, ...]:
    """All time expressions of a text, or of a part of it, from left to right, none overlapping.

    `published`: ISO date or date-time of publication; None, or anything that is no full date: what hangs on it stays
    unknown. Never raises, whatever the text.

    >>> [(e.date.start, e.date.end) for e in find_dates("с 20 по 22 октября", "2025-10-18")]
    [('2025-10-20', '2025-10-22')]
    >>> find_dates("недавно", "2025-10-18")
    ()
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    today = reference_day(published)
    tokens = tokenize(text, start, end)
    phrases = find_phrases(text, start, end)
    found = bounded(run(text, tokens, today), text, tokens, today)
    possible = _outside([_expression(each, tokens) for each in found], find_impossible(text, Span(start, end)))
    return _merged(phrases, possible)


def _outside(found: list[DateExpression], impossible: tuple[Span, ...]) -> list[DateExpression]:
    """ "31 февраля 2023 года" is not the year 2023 either."""
    return [each for each in found if not any(each.span.meets(span) for span in impossible)]


def _expression(found: Found, tokens: Tokens) -> DateExpression:
    meaning = found.meaning
    return DateExpression(
        span=Span(tokens.starts[found.first], tokens.ends[found.last - 1]),
        rule=found.rule,
        date=meaning.date,
        kind=meaning.kind,
        vague=meaning.vague,
        time=meaning.time,
        alternatives=meaning.alternatives,
    )


def _merged(phrases: list[DateExpression], others: list[DateExpression]) -> tuple[DateExpression, ...]:
    """All in order of place; of two that overlap the first stays."""
    kept: list[DateExpression] = []
    for each in sorted([*phrases, *others], key=lambda e: (e.span.start, -e.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)
