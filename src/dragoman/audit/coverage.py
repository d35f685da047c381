"""How much the register knows about two parties in a stretch of time."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.audit.frame import Frame
from dragoman.audit.parties import countries_of
from dragoman.audit.wording import day
from dragoman.model.register import EventRecord


def coverage(events: Iterable[EventRecord], countries: frozenset[str], frame: Frame) -> str | None:
    """First and last day of the events about these countries within the frame, and how many articles tell of them.

    None: there is no such event.
    """
    about = [e for e in events if countries <= countries_of(e) and e.date is not None and frame.lies(e) == "inside"]
    if not about:
        return None
    first = min(e.date.first for e in about if e.date)
    last = max(e.date.last for e in about if e.date)
    articles = {source.article for event in about for source in event.sources}
    return f"{'–'.join(dict.fromkeys((day(first), day(last))))}: событий {len(about)}, статей {len(articles)}"
