"""Documents, bodies, projects, forums and characterisations of relations, ready to show."""

from __future__ import annotations

import msgspec

from dragoman.lang import load
from dragoman.model.register import Snapshot, Source, ThingRecord
from dragoman.views.choice import Choice
from dragoman.views.labels import label, phrase
from dragoman.views.lines import articles_of
from dragoman.views.naming import Naming
from dragoman.views.when import point_text


class ThingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A thing of the register. `title`: what it is called (`title_language`: `ru` for the source's own words).

    `acts`: what was done with it and when, in words. `note`: its class, builder, place. `speaker`: who said it, for a
    relation or statement, "" otherwise; `addressees`: to whom. `told`: publication day of the earliest source.
    """

    id: str
    kind: str
    kind_label: str
    title: str
    title_language: str
    parties: tuple[str, ...]
    acts: str
    note: str
    speaker: str
    told: str | None
    articles: int
    sources: tuple[Source, ...]
    addressees: tuple[str, ...] = ()
    detail: tuple[tuple[str, str], ...] = ()


def things(snapshot: Snapshot, kind: str, choice: Choice, naming: Naming) -> tuple[ThingLine, ...]:
    """Things of one kind with all these parties, by the time they were told, then by title.

    A thing lasts, so the period asks when it was told or acted on, not since when it has been there.
    """
    taken = [
        t
        for t in snapshot.things
        if t.kind == kind and set(choice.countries) <= set(t.parties) and _in_period(t, choice)
    ]
    return tuple(_line(thing, naming) for thing in sorted(taken, key=lambda t: (told(t) or "9999", t.title, t.id)))


def told(thing: ThingRecord) -> str | None:
    """Publication day of the earliest source; None where none has one."""
    return min((source.published for source in thing.sources if source.published), default=None)


def acts_of(thing: ThingRecord) -> tuple[tuple[str, str], ...]:
    """What was done with it, in the order of such acts: act and written date ("" where none is said)."""
    order = list(load("ru", "labels.yaml")["act"])
    given = {pair for pair in thing.detail if pair[0] in order}
    sharpest = (pair for pair in given if not any(_sharper(other, pair) for other in given))
    return tuple(sorted(sharpest, key=lambda pair: (order.index(pair[0]), pair[1])))


def _sharper(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether one tells of the same act with a date that lies within the other's: 24 May 2005 within 2005."""
    return one[0] == other[0] and one[1] != other[1] and one[1].startswith(other[1])


def _in_period(thing: ThingRecord, choice: Choice) -> bool:
    days = [source.published for source in thing.sources if source.published]
    days += [date for _, date in acts_of(thing) if date]
    return not days or any(choice.covers_day(day) for day in days)


def _line(thing: ThingRecord, naming: Naming) -> ThingLine:
    title, language = _title(thing, naming)
    return ThingLine(
        id=thing.id,
        kind=thing.kind,
        kind_label=_kind_label(thing, naming.language),
        title=title,
        title_language=language,
        parties=thing.parties,
        acts="; ".join(_act(act, date, naming.language) for act, date in acts_of(thing)),
        note="; ".join(_notes(thing, naming)),
        speaker=_speaker(thing, naming),
        addressees=tuple(_called(value, naming) for value in _values(thing, "addressee")),
        told=told(thing),
        articles=articles_of(thing.sources),
        sources=thing.sources,
        detail=thing.detail,
    )


def _kind_label(thing: ThingRecord, language: str) -> str:
    """A relation is shown by how it was characterised, a statement by what it does, the rest by kind."""
    if thing.kind == "relation":
        return ", ".join(label(language, "relation", kind) for kind in _values(thing, "kind"))
    if thing.kind == "statement":
        return label(language, "statement", thing.title)
    return label(language, "thing", thing.kind)


def _title(thing: ThingRecord, naming: Naming) -> tuple[str, str]:
    if thing.kind == "forum":
        return naming.country(thing.title), naming.language
    if thing.kind == "body":
        name = naming.body(thing.title)
        return name, "ru" if name == thing.title else naming.language
    return thing.title, "ru"


def _values(thing: ThingRecord, field: str) -> tuple[str, ...]:
    return tuple(value for name, value in thing.detail if name == field)


def _act(act: str, date: str, language: str) -> str:
    shown = label(language, "act", act)
    return f"{shown} ({point_text(date, language)})" if date else shown


def _notes(thing: ThingRecord, naming: Naming) -> list[str]:
    language = naming.language
    return [
        *(label(language, "class", value) for value in _values(thing, "class")),
        *(phrase(language, "built_by", country=naming.country(value)) for value in _values(thing, "builder")),
        *(phrase(language, "in_place", place=naming.place(value)) for value in _values(thing, "place")),
    ]


def _speaker(thing: ThingRecord, naming: Naming) -> str:
    named = (*_values(thing, "says"), *_values(thing, "speaker"))
    return ", ".join(_called(name, naming) for name in named)


def _called(name: str, naming: Naming) -> str:
    """A person's name, or a country where the record has its code."""
    return naming.country(name) if name.isascii() and name.isupper() else naming.person(None, name) or name
