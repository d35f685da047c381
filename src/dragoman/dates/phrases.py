"""Windows that begin at an event: "с момента установления дипломатических отношений". Their dates others must find."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.dates.expression import DateExpression
from dragoman.lang import load
from dragoman.model.text import Span


def find_phrases(text: str, start: int, end: int) -> list[DateExpression]:
    """All such windows, from left to right; `date` is None, the rule tells what they begin at."""
    found = [
        DateExpression(span=Span(*match.span()), rule=rule, kind="window")
        for rule, pattern in _patterns()
        for match in pattern.finditer(text, start, end)
    ]
    return sorted(found, key=lambda expression: expression.span)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (rule, re.compile(rf"\b(?:{'|'.join(expressions)})\b", re.IGNORECASE))
        for rule, expressions in load("ru", "date_phrases.yaml").items()
    )
