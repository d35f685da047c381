"""The time that a count covers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.claims.counted import clause_span
from dragoman.claims.scene import Scene
from dragoman.claims.words import among, words
from dragoman.dates.expression import DateExpression
from dragoman.model.records import Window
from dragoman.model.text import DateRange, Span, first_day
from dragoman.syntax.tree import Sentence

SHORTEST = 14
"""Days; what is counted over less is the event told, not a period."""

_WINDOWS = ("window", "same-window", "range")


def window_of(scene: Scene, sentence: Sentence, index: int, before: Sequence[Window | None] = ()) -> Window | None:
    """The window that the words give for a count, None where they give none.

    Of a sentence's stretches ("за последние три года") and its clause's years and months ("в 2023 году") the last
    before the count is taken, else the first after it; a single day is when it was said or done, not what is covered.
    `before`: windows of the text's earlier claims, which "за тот же период" takes up.
    """
    at = sentence.tokens[index].span.start
    covering = _covering(scene, sentence, index)
    near = [d for d in covering if d.span.start < at][-1:] or covering[:1]
    return _as_window(scene, near[0], before) if near else None


def _covering(scene: Scene, sentence: Sentence, index: int) -> list[DateExpression]:
    """Time expressions that a count can cover; a year of another clause only where the sentence has no other."""
    around = clause_span(sentence, index)
    found = [_past(d, scene.published) for d in scene.dates_in(sentence.span) if not _is_compared(sentence, d)]
    points = [d for d in found if d.kind == "point" and d.date is not None and len(d.date.start) < 10]
    near = [d for d in points if around.holds(d.span)] or (points if len(points) == 1 else [])
    return [d for d in found if d in near or (d.kind in _WINDOWS and not _is_days(d))]


def _is_compared(sentence: Sentence, date: DateExpression) -> bool:
    """ "На 28% больше, чем в октябре 2023 года", "по сравнению с 2021 годом": what the count is measured against."""
    before = [t for t in sentence.tokens if t.span.end <= date.span.start][-3:]
    inside = [sentence.tokens[i] for i in sentence.at(date.span)]
    return any(among(t, words("compared")) for t in (*before, *inside))


def _past(date: DateExpression, published: str | None) -> DateExpression:
    """A month without a year may lie on either side of the publication: what was counted lies behind it."""
    if published is None or date.date is None or date.date.first <= first_day(published):
        return date
    earlier = [d for d in date.alternatives if d.first <= first_day(published)]
    return msgspec.structs.replace(date, date=earlier[0]) if earlier else date


def _is_days(date: DateExpression) -> bool:
    """ "20–21 октября", "за день": days on which something was done; not "с 1 января по 1 июля"."""
    return date.date is not None and (date.date.last - date.date.first).days < SHORTEST


def _as_window(scene: Scene, date: DateExpression, before: Sequence[Window | None]) -> Window:
    if date.kind != "same-window":
        return _from_range(date.date, date.vague) if date.date else Window(vague=True)
    earlier = _last_known(before) or _last_said(scene, date.span)
    if earlier is None or date.date is None:
        return earlier or Window(vague=True)
    return _moved(earlier, date.date.start[:4])


def _last_known(before: Sequence[Window | None]) -> Window | None:
    return next((w for w in reversed(before) if w is not None and w.start), None)


def _last_said(scene: Scene, here: Span) -> Window | None:
    """The last stretch of time that the text named before, though no claim hung on it."""
    for date in reversed(scene.dates_in(Span(0, here.start))):
        if date.kind == "window" and date.date is not None:
            return _from_range(date.date, date.vague)
    return None


def _from_range(date: DateRange, vague: bool) -> Window:
    return Window(start=date.start, end=date.end or date.start, vague=vague)


def _moved(window: Window, year: str) -> Window:
    """The same stretch in another year: "за аналогичный период 2023 года".

    >>> _moved(Window(start="2024-01", end="2024-10"), "2023")
    Window(start='2023-01', end='2023-10', vague=False)
    """
    if not (window.start and window.end):
        return window
    shift = int(window.end[:4]) - int(year)
    start = f"{int(window.start[:4]) - shift:04d}{window.start[4:]}"
    return Window(start=start, end=year + window.end[4:], vague=window.vague)
