"""Claims, quotes, documents, bodies, projects, forums, relations, statements: when two are one, and their records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from dragoman.model.actors import Actor
from dragoman.model.records import (
    Act,
    Body,
    Claim,
    Document,
    Forum,
    Project,
    Quote,
    Relation,
    Speaker,
    Statement,
    Window,
)
from dragoman.model.register import ClaimRecord, QuoteRecord, ThingRecord
from dragoman.model.text import first_day
from dragoman.register.items import Item, sources_of
from dragoman.register.titles import same_title
from dragoman.register.vote import ballots, voices, winner

_SAID_WITHIN = 7
"""Days between two reports of one claim or statement."""

T = TypeVar("T")
Party = Actor | Speaker


def match_things(one: Item, other: Item) -> int | None:
    """How well two items of one kind fit, more is better; None where they are two things. Symmetrical."""
    left, right = one.value, other.value
    if isinstance(left, Claim) and isinstance(right, Claim):
        return _same_claim(left, right) if _told_together(one, other) else None
    if isinstance(left, Statement) and isinstance(right, Statement):
        return _same_statement(left, right) if _told_together(one, other) else None
    return 1 if _same_thing(left, right) else None


def claim_record(items: Sequence[Item]) -> ClaimRecord:
    """The record of one claim: the fullest of its best supported forms."""
    forms = {item: _form(item.value) for item in items if isinstance(item.value, Claim)}
    shown = min(
        forms,
        key=lambda i: (-voices(o for o in items if forms[o] == forms[i]), -_fullness(i.value), i.order),
    )
    assert isinstance(shown.value, Claim)
    return ClaimRecord(
        id=items[0].id,
        claim=shown.value,
        sources=sources_of(items),
        published=_first_told(items),
        aliases=_aliases(items),
    )


def quote_record(item: Item) -> QuoteRecord:
    """The record of one quote. Raises TypeError on any other item."""
    if not isinstance(item.value, Quote):
        raise TypeError(f"{item.ref} is no quote")
    return QuoteRecord(id=item.id, quote=item.value, sources=tuple(item.sources()), published=item.reading.published)


def thing_record(items: Sequence[Item]) -> ThingRecord:
    """The record of a document, body, project, forum, relation or statement."""
    detail = {pair for item in items for pair in _detail(item)}
    return ThingRecord(
        id=items[0].id,
        kind=items[0].kind,
        title=winner(ballots(items, lambda item: _title(item.value), "title")) or "",
        parties=tuple(sorted({party for item in items for party in _parties(item.value)})),
        sources=sources_of(items),
        detail=tuple(sorted(detail)),
        aliases=_aliases(items),
    )


def _same_claim(one: Claim, other: Claim) -> int | None:
    """Same kind, number and unit (they share a block), and nothing on which the two speak of different things."""
    comparable = (
        one.kind == other.kind
        and (one.value, one.unit, one.target) == (other.value, other.unit, other.target)
        and _open(one.window, other.window, _windows_meet)
        and _open(one.what, other.what, same_title)
    )
    agree = [
        _open(one.subject, other.subject, _same_party),
        _open(one.object, other.object, _same_party),
        _open(one.says, other.says, _same_party),
    ]
    if not comparable or not all(agree):
        return None
    return sum(a is not None and b is not None for a, b in _pairs_of(one, other))


def _pairs_of(one: Claim, other: Claim) -> list[tuple[object, object]]:
    names = ("subject", "object", "says", "window", "what")
    return [(getattr(one, name), getattr(other, name)) for name in names]


def _same_statement(one: Statement, other: Statement) -> int | None:
    if one.kind != other.kind or not _same_party(one.speaker, other.speaker):
        return None
    to, also = ({a.actor or a.country for a in s.addressees} for s in (one, other))
    return 1 if to == also else None


def _same_thing(one: object, other: object) -> bool:
    """Same title, declined or not, and the same parties; a known code decides before the title does."""
    if isinstance(one, Forum) and isinstance(other, Forum):
        return one.code == other.code and set(one.members) == set(other.members)
    if isinstance(one, Body) and isinstance(other, Body):
        if one.code and other.code:
            return one.code == other.code
        return same_title(one.name, other.name) and set(one.parties) == set(other.parties)
    if isinstance(one, Project) and isinstance(other, Project):
        return same_title(one.name, other.name) and set(one.parties) == set(other.parties)
    if isinstance(one, Relation) and isinstance(other, Relation):
        same = one.kind == other.kind and set(one.parties) == set(other.parties)
        return same and same_title(one.words, other.words)
    if isinstance(one, Document) and isinstance(other, Document):
        same = set(one.parties) == set(other.parties) and _open(one.klass, other.klass, lambda a, b: a == b)
        return same and same_title(one.title, other.title) and not _signed_twice(one, other)
    return False


def _signed_twice(one: Document, other: Document) -> bool:
    """Whether both tell when it was signed, and not on one day: a document of one name signed again is another."""
    left, right = ({act.date for act in d.acts if act.act == "signed" and act.date} for d in (one, other))
    return bool(left and right) and not any(a.startswith(b) or b.startswith(a) for a in left for b in right)


def _open(one: T | None, other: T | None, same: Callable[[T, T], bool]) -> bool:
    """Whether the two agree, or one of them leaves it open."""
    return one is None or other is None or same(one, other)


def _same_party(one: Party, other: Party) -> bool:
    """Same person; where one side names only the country, the same country."""
    if one.actor and other.actor:
        return one.actor == other.actor
    if one.name and other.name:
        return one.name == other.name
    return one.country is None or other.country is None or one.country == other.country


def _windows_meet(one: Window, other: Window) -> bool:
    return (one.start or "") <= (other.end or "9999") and (other.start or "") <= (one.end or "9999")


def _told_together(one: Item, other: Item) -> bool:
    """Whether the articles are of one week; an undated one fits any."""
    days = [first_day(item.published) for item in (one, other) if item.published]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= _SAID_WITHIN


def _form(value: object) -> bytes:
    """What a claim says, without where it says so."""
    assert isinstance(value, Claim)
    return msgspec.json.encode(msgspec.structs.replace(value, evidence=(), says=None))


def _fullness(value: object) -> int:
    return sum(found is not None for found in msgspec.structs.asdict(value).values()) if isinstance(value, Claim) else 0


def _first_told(items: Iterable[Item]) -> str | None:
    return min((item.published for item in items if item.published), default=None)


def _aliases(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.id for item in items if item.id != items[0].id))


def _title(value: object) -> str | None:
    if isinstance(value, Document):
        return value.title
    if isinstance(value, (Body, Project)):
        return value.name
    if isinstance(value, Forum):
        return value.code
    if isinstance(value, Relation):
        return value.words
    return value.kind if isinstance(value, Statement) else None


def _parties(value: object) -> tuple[str, ...]:
    if isinstance(value, Forum):
        return value.members
    if isinstance(value, Statement):
        return tuple(code for code in (value.speaker.country, *(a.country for a in value.addressees)) if code)
    return value.parties if isinstance(value, (Document, Body, Project, Relation)) else ()


def _detail(item: Item) -> list[tuple[str, str]]:
    """The item's own fields as printed pairs; an act with the day it is said to be of, empty where none is."""
    value = item.value
    if isinstance(value, Document):
        return [("kind", value.kind), *_given("class", value.klass), *_acts(value.acts)]
    if isinstance(value, Body):
        return [*_given("code", value.code), *_acts(value.acts)]
    if isinstance(value, Project):
        place = value.place.name if value.place else None
        return [*_given("builder", value.builder), *_given("place", place), *_acts(value.acts)]
    if isinstance(value, Relation):
        return [("kind", value.kind), *_given("says", value.says.name if value.says else None)]
    if isinstance(value, Statement):
        named = [("addressee", name) for a in value.addressees if (name := a.name or a.country)]
        return [*_given("published", item.published), *_given("speaker", value.speaker.name), *named]
    return []


def _acts(acts: Iterable[Act]) -> list[tuple[str, str]]:
    return [(act.act, act.date or "") for act in acts]


def _given(name: str, value: str | None) -> list[tuple[str, str]]:
    return [(name, value)] if value else []
