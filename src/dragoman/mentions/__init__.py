"""Who and what is named: states, places, organisations, persons and titles, found in the text but not yet resolved."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.mentions.found import Found, PersonName, Title
from dragoman.mentions.gazetteer import Names, compound_adjectives, names_of
from dragoman.mentions.persons import find_persons
from dragoman.mentions.strangers import after_title
from dragoman.mentions.titles import find_titles
from dragoman.model.text import Spans
from dragoman.syntax.tree import Parse, Sentence

__all__ = ["Found", "Named", "PersonName", "Title", "find_named"]


class Named(msgspec.Struct, frozen=True):
    """All that an article names: things (states, places, …), outlets, persons and titles, each in text order."""

    things: tuple[Found, ...]
    outlets: tuple[Found, ...]
    persons: tuple[PersonName, ...]
    titles: tuple[Title, ...]


def find_named(parse: Parse, kb: KnowledgeBase) -> Named:
    """Find every name and title of an article.

    What overlaps a personal name is no thing (a city that is a surname); but a stranger of one word that is a name of
    the knowledge base is that, whatever the recogniser took it for.
    """
    names = names_of(kb)
    hits = {s.number: tuple(names.things.find(s)) for s in parse.sentences}
    named = [f.span for found in hits.values() for f in found if not f.adjective and f.kind != "place"]
    persons = find_persons(parse, kb, named)
    sure = [p for p in persons if p.persons or p.full]
    things: list[Found] = []
    outlets: list[Found] = []
    titles: list[Title] = []
    taken = {(p.sentence, i) for p in sure for i in range(p.first, p.last + 1)}
    for sentence in parse.sentences:
        found = [f for f in hits[sentence.number] if not _covered(f, taken)]
        found = sorted((*found, *compound_adjectives(sentence, names.adjectives)), key=lambda f: f.span)
        things.extend(found)
        outlets.extend(f for f in names.outlets.find(sentence) if not _covered(f, taken))
        offset = len(titles)
        titles.extend(_moved(title, offset) for title in find_titles(sentence, _with_inner(found, names, sentence), kb))
    spans = [f.span for f in (*things, *outlets) if not f.adjective]
    named_things, known = Spans(spans), {p.span for p in sure}
    kept = [p for p in persons if p.span in known or not named_things.meets(p.span)]
    beside = list(_beside_titles(parse, titles, Spans([*spans, *(p.span for p in kept)])))
    return Named(tuple(things), tuple(outlets), tuple(sorted((*kept, *beside), key=lambda p: p.span)), tuple(titles))


def _beside_titles(parse: Parse, titles: list[Title], taken: Spans) -> Iterator[PersonName]:
    """Names that only the title before them shows."""
    for title in titles:
        name = after_title(parse, parse.sentences[title.sentence], title.last) if not title.plural else None
        if name is not None and not taken.meets(name.span):
            yield name


def _with_inner(found: list[Found], names: Names, sentence: Sentence) -> list[Found]:
    """Names with the states inside a seat's name besides: in "глава МИД Турции" the title needs the state."""
    seats = [f for f in found if f.kind == "institution"]
    inner = [f for f in names.states.find(sentence) if any(seat.span.holds(f.span) for seat in seats)] if seats else []
    return sorted((*found, *inner), key=lambda f: (f.first, f.kind == "institution"))


def _covered(found: Found, taken: set[tuple[int, int]]) -> bool:
    return any((found.sentence, i) in taken for i in range(found.first, found.last + 1))


def _moved(title: Title, offset: int) -> Title:
    if title.within is None:
        return title
    return msgspec.structs.replace(title, within=title.within + offset)
