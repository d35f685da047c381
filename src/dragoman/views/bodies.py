"""Standing bodies of two states, and when they met."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.lang import load
from dragoman.model.register import EventRecord, Snapshot
from dragoman.views.choice import Choice
from dragoman.views.lines import Line, line_of
from dragoman.views.naming import Naming
from dragoman.views.things import ThingLine, things

WORD = re.compile(r"[\w-]+")


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A joint body with its sessions, those ahead included. `body` None: known only by its sessions."""

    body: ThingLine | None
    name: str
    name_language: str
    sessions: tuple[Line, ...]


def bodies_of(snapshot: Snapshot, events: Sequence[EventRecord], choice: Choice, naming: Naming) -> tuple[Session, ...]:
    """Bodies of just these parties, each with its sessions among `events`; then those known only by sessions."""
    pair = set(choice.countries)
    known = things(snapshot, "body", Choice(countries=choice.countries, as_of=choice.as_of), naming)
    known = tuple(body for body in known if set(body.parties) == pair)
    titles = {thing.id: words_of(thing.title) for thing in snapshot.things if thing.kind == "body"}
    met: dict[str, list[EventRecord]] = {}
    for event in events:
        if event.body and event.countries <= pair:
            met.setdefault(_key(event.body, {body.id: titles[body.id] for body in known}), []).append(event)
    rows = [_known(body, met.pop(body.id, []), naming, choice) for body in known]
    rows += [_met(sessions, naming, choice) for _, sessions in sorted(met.items()) if is_body(sessions[0].body or "")]
    return tuple(rows)


def _key(name: str, titles: Mapping[str, frozenset[str]]) -> str:
    """Id of the body that a name stands for: its own, or the only one that has all the words of a shorter name."""
    words = words_of(name)
    fitting = [id_ for id_, title in titles.items() if title == words] or [
        id_ for id_, title in titles.items() if words < title
    ]
    return fitting[0] if len(fitting) == 1 else " ".join(sorted(words))


def is_body(name: str) -> bool:
    """Whether a name is one of a body, not of a summit or a meeting.

    >>> is_body("Межправительственная комиссия"), is_body("двухдневный саммит")
    (True, False)
    """
    from dragoman.syntax.lemmas import normal_forms

    heads = set(load("ru", "things/bodies.yaml")["heads"])
    return any(normal_forms(word) & heads for word in WORD.findall(name))


def words_of(name: str) -> frozenset[str]:
    """The words of a name, comparable."""
    return frozenset(WORD.findall(name.lower().replace("ё", "е")))


def _known(body: ThingLine, events: Sequence[EventRecord], naming: Naming, choice: Choice) -> Session:
    return Session(
        body=body, name=body.title, name_language=body.title_language, sessions=_lines(events, naming, choice)
    )


def _met(events: Sequence[EventRecord], naming: Naming, choice: Choice) -> Session:
    given = events[0].body or ""
    name = naming.body(given)
    language = "ru" if name == given else naming.language
    return Session(body=None, name=name, name_language=language, sessions=_lines(events, naming, choice))


def _lines(events: Sequence[EventRecord], naming: Naming, choice: Choice) -> tuple[Line, ...]:
    return tuple(line_of(event, naming, choice.as_of) for event in events)
