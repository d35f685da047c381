"""From names and titles to actors: who is meant, on that day, for that outlet, after what was said before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.mentions import Found, Named
from dragoman.model.actors import Mention
from dragoman.model.text import Spans
from dragoman.resolve.walk import Walk
from dragoman.speech import Speech
from dragoman.syntax.tree import Parse

__all__ = ["resolve"]


def resolve(
    parse: Parse, named: Named, speech: Speech, day: dt.date | None, side: str | None, kb: KnowledgeBase
) -> tuple[Mention, ...]:
    """All mentions of an article in text order, each with its actor or the reason why it has none.

    `day`: of publication, against which offices are looked up; None: only what the text itself names. `side`: the
    country whose "Глава государства" it is; None: not known.
    """
    persons = Walk(parse, named, speech, day, side, kb).mentions()
    titles = Spans(title.span for title in named.titles)
    things = [_bare(m, titles) for found in named.things for m in _thing(found, day, kb)]
    named_things = Spans(thing.span for thing in things)
    outlets = [_outlet(found, kb) for found in named.outlets if not named_things.meets(found.span)]
    return tuple(sorted((*persons, *things, *outlets), key=lambda m: (m.span, m.kind)))


def _thing(found: Found, day: dt.date | None, kb: KnowledgeBase) -> Iterator[Mention]:
    code = found.codes[0]
    if found.kind in ("state", "organisation"):
        name = kb.name_of(code)
        yield Mention(span=found.span, kind=found.kind, rule="name", name=name, country=code, adjective=found.adjective)
    elif found.kind == "place":
        yield _place(found, day, kb)
    elif found.kind == "institution":
        countries = {kb.institutions[c].country for c in found.codes}
        row = kb.institutions[code]
        country = next(iter(countries)) if len(countries) == 1 else None
        yield Mention(span=found.span, kind="institution", rule="name", actor=code, name=row.name_ru, country=country)
    else:
        body = kb.bodies[code]
        yield Mention(
            span=found.span, kind="body", rule="name", actor=code if len(found.codes) == 1 else None, name=body.name_ru
        )


def _place(found: Found, day: dt.date | None, kb: KnowledgeBase) -> Mention:
    """A city as it stood on the day (Moscow of the USSR, Moscow of Russia);
    its country None where still two are left.
    """
    rows = [kb.places[code] for code in found.codes]
    rows = [row for row in rows if row.holds_on(day) and (day is not None or not row.valid_to)] or rows
    countries = {row.country for row in rows}
    country = next(iter(countries)) if len(countries) == 1 else None
    return Mention(
        span=found.span, kind="place", rule="name", actor=rows[0].id, name=rows[0].name_ru, country=country or None
    )


def _bare(mention: Mention, titles: Spans) -> Mention:
    """A state inside a title names no party of its own: it keeps its country and loses its name."""
    if mention.kind in ("state", "organisation") and titles.holds(mention.span):
        return msgspec.structs.replace(mention, name=None)
    return mention


def _outlet(found: Found, kb: KnowledgeBase) -> Mention:
    row = kb.outlets[found.codes[0]]
    return Mention(
        span=found.span, kind="outlet", rule="name", actor=row.id, name=row.name, country=row.country or None
    )
