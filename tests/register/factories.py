"""Small synthetic readings: articles of invented outlets, events between states, told in a line each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

from dragoman.model.actors import Actor
from dragoman.model.records import (
    Act,
    Claim,
    Document,
    Event,
    Evidence,
    Outlet,
    Participant,
    Place,
    Quote,
    Reading,
    Speaker,
    Versions,
)
from dragoman.model.register import EventRecord, Record
from dragoman.model.text import Article, DateRange, Span

VERSIONS = Versions(rules="1", kb="1", models="1")

PERSONS = {
    "tokayev": ("Касым-Жомарт Токаев", "KZ", "head_of_state", "president"),
    "aliyev": ("Ильхам Алиев", "AZ", "head_of_state", "president"),
    "mirziyoyev": ("Шавкат Мирзиёев", "UZ", "head_of_state", "president"),
    "bektenov": ("Олжас Бектенов", "KZ", "head_of_government", "prime_minister"),
    "nurtleu": ("Мурат Нуртлеу", "KZ", "minister", "foreign_minister"),
    "bayramov": ("Джейхун Байрамов", "AZ", "minister", "foreign_minister"),
}


def party(who: str, part: str = "participant", **more: Any) -> Participant:
    """A known person, or a country by its code."""
    if who not in PERSONS:
        return Participant(part=part, country=who, **more)
    name, country, rank, role = PERSONS[who]
    return Participant(part=part, actor=who, name=name, country=country, rank=rank, role=role, **more)


def evidence(text: str = "Сказано.", start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(span=Span(start, start + len(text)), rule="test", text=text),)


def when(date: str | None) -> DateRange | None:
    """`2024-03-11` or `2024-03-11/2024-03-12`."""
    if date is None:
        return None
    start, _, end = date.partition("/")
    return DateRange(start, end or None)


def event(type_: str, *parties: Participant, date: str | None = None, status: str = "occurred", **more: Any) -> Event:
    """An event; `place` as a name, or a name and a country."""
    place = more.pop("place", None)
    if place is not None:
        more["place"] = Place(name=place[0], country=place[1]) if isinstance(place, tuple) else Place(name=place)
    more.setdefault("evidence", evidence())
    return Event(type=type_, status=status, participants=parties, date=when(date), **more)


def visit(visitor: str, host: str, date: str | None = None, **more: Any) -> Event:
    return event("VISIT", party(visitor, "visitor"), party(host, "host"), date=date, **more)


def meeting(*who: str, date: str | None = None, **more: Any) -> Event:
    return event("MEETING", *(party(w) for w in who), date=date, **more)


def summit(*who: str, date: str | None = None, **more: Any) -> Event:
    return event("SUMMIT_OR_BODY_SESSION", *(party(w) for w in who), date=date, **more)


def signing(*who: str, date: str | None = None, **more: Any) -> Event:
    return event("SIGNING", *(party(w, "signatory") for w in who), date=date, **more)


def reading(name: str, published: str | None, *values: Any, **more: Any) -> Reading:
    """An article of that name, told on that day; events get it as `reported`, evidence a place of its own."""
    text = text_of(name, published, values)
    lists: dict[str, list[Any]] = {}
    for number, value in enumerate(values):
        lists.setdefault(_LISTS[type(value)], []).append(_set_in(value, number, text, published))
    outlet = more.get("outlet", "example.org")
    return Reading(
        id=name,
        key=Article(text=text, id=name, outlet=outlet).key,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="ru",
        versions=more.get("versions", VERSIONS),
        outlet=Outlet(id=outlet, name="Вестник"),
        published=published,
        text=text,
        notices=more.get("notices", ()),
        **{key: tuple(found) for key, found in lists.items()},
    )


def article_of(told: Reading) -> Article:
    """The article that a synthetic reading is of."""
    assert told.text is not None
    assert told.outlet is not None
    return Article(text=told.text, id=told.id, outlet=told.outlet.id, published=told.published)


def with_articles(told: Iterable[Reading]) -> list[tuple[Article, Reading]]:
    """Readings, each with its article, as the store takes them."""
    return [(article_of(one), one) for one in told]


def text_of(name: str, published: str | None, values: Iterable[Any]) -> str:
    """The sentences that the values rest on, then the article's name and day, so that no two texts are alike."""
    return " ".join([*(_sentence(value, number) for number, value in enumerate(values)), f"{name}, {published}."])


def document(title: str, *parties: str, signed: str | None = None, **more: Any) -> Document:
    acts = (Act(act="signed", date=signed),) if signed else ()
    return Document(title=title, kind="treaty", parties=parties, evidence=evidence(), acts=acts, **more)


def claim(value: float, who: str, country: str, **more: Any) -> Claim:
    more.setdefault("subject", Actor(actor=who, name=PERSONS[who][0], country=PERSONS[who][1]))
    return Claim(
        kind="visit_count",
        value=value,
        comparator="=",
        unit="visit",
        evidence=evidence(),
        object=Actor(country=country),
        **more,
    )


def quote(text: str, who: str) -> Quote:
    name, country, _, _ = PERSONS[who]
    speaker = Speaker(actor=who, name=name, country=country)
    return Quote(span=Span(0, len(text)), text=text, form="direct", group=1, speaker=speaker)


def events(records: tuple[Record, ...], type_: str | None = None) -> list[EventRecord]:
    """The event records, of one type if given."""
    return [r for r in records if isinstance(r, EventRecord) and type_ in (None, r.type)]


_LISTS = {Event: "events", Claim: "claims", Document: "documents", Quote: "quotes"}


def _sentence(value: Any, number: int) -> str:
    return value.text if isinstance(value, Quote) else f"Предложение {number}."


def _set_in(value: Any, number: int, text: str, published: str | None) -> Any:
    words = _sentence(value, number)
    span = Span(text.index(words), text.index(words) + len(words))
    if isinstance(value, Quote):
        return msgspec.structs.replace(value, span=span)
    changes: dict[str, Any] = {"evidence": (Evidence.cut(text, span, "test"),)}
    if isinstance(value, Event) and value.reported is None and published:
        changes["reported"] = published[:10]
    return msgspec.structs.replace(value, **changes)
