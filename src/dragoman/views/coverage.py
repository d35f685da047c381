"""What a look rests on: how many articles, of which outlets, from when to when."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model.register import Snapshot, Source
from dragoman.views.dissents import outlet_name


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that attest what is shown, beside all that the register holds. Days are written dates, None: unknown.

    `outlets`: name and number of articles, most first. `unnamed`: articles whose outlet is not known.
    """

    articles: int
    outlets: tuple[tuple[str, int], ...]
    unnamed: int
    first: str | None
    last: str | None
    register_articles: int
    register_outlets: int


def coverage_of(snapshot: Snapshot, sources: Iterable[Source]) -> Coverage:
    """The coverage of these sources."""
    articles = {source.article: source for source in sources}
    names: dict[str, int] = {}
    for source in articles.values():
        if source.outlet_name or source.outlet:
            names[outlet_name(source)] = names.get(outlet_name(source), 0) + 1
    days = sorted(source.published[:10] for source in articles.values() if source.published)
    return Coverage(
        articles=len(articles),
        outlets=tuple(sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))),
        unnamed=len(articles) - sum(names.values()),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        register_articles=snapshot.articles,
        register_outlets=len(snapshot.outlets),
    )
