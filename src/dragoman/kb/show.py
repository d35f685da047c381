"""What the knowledge base holds on one state or organisation, on a day or over all time: plain values to be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dragoman.kb.checks.tenures import is_shared
from dragoman.kb.index import KnowledgeBase
from dragoman.kb.rows import BodyRow, Institution, Membership, OutletRow, PlaceRow, Row, Tenure

RANKS = (
    "head_of_state",
    "head_of_government",
    "organisation_head",
    "speaker",
    "deputy_head",
    "minister",
    "deputy_minister",
    "ambassador",
    "other",
)
"""Protocol ranks, highest first: the order in which offices are told."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An office and who holds it. `title`: its usual Russian name.

    Dates are as written in the table; empty: not known, or still.
    """

    role: str
    title: str
    person: str
    name: str
    acting: bool
    valid_from: str
    valid_to: str
    source: str


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something that belongs to the country: a capital, membership, body, seat of power, outlet.

    `id` is its key in its table, `kind` the table's `kind` or `status`.
    """

    id: str
    name: str
    kind: str
    valid_from: str
    valid_to: str
    source: str


class CountryView(msgspec.Struct, frozen=True, kw_only=True):
    """One state or organisation. `on` None: all rows of all time, otherwise those that are true on the day.

    `leader`: the role that "лидер" means, None for an organisation. `members`: codes, of an organisation only.
    """

    code: str
    name_ru: str
    name_en: str
    aliases_ru: tuple[str, ...]
    on: dt.date | None
    leader: str | None
    capitals: tuple[Named, ...]
    holders: tuple[Held, ...]
    memberships: tuple[Named, ...]
    bodies: tuple[Named, ...]
    institutions: tuple[Named, ...]
    outlets: tuple[Named, ...]
    members: tuple[str, ...]


def show(kb: KnowledgeBase, country: str, on: dt.date | None = None) -> CountryView:
    """All about a state or organisation that is given by code or name. Raises UnknownCountry.

    >>> import datetime as dt
    >>> from dragoman.kb import load_kb
    >>> [c.name for c in show(load_kb(), "Казахстан", dt.date(2020, 5, 1)).capitals]
    ['Нур-Султан']
    """
    code = kb.country(country)
    row = kb.states.get(code) or kb.organisations[code]
    return CountryView(
        code=code,
        name_ru=row.name_ru,
        name_en=row.name_en,
        aliases_ru=row.aliases_ru,
        on=on,
        leader=kb.states[code].leader if code in kb.states else None,
        capitals=tuple(_capitals(kb, code, on)),
        holders=tuple(_holders(kb, code, on)),
        memberships=tuple(_memberships(kb, code, on)),
        bodies=tuple(_named(b, b.id, b.name_ru, b.kind) for b in _bodies(kb, code, on)),
        institutions=tuple(_named(i, i.id, i.name_ru, i.kind) for i in _institutions(kb, code, on)),
        outlets=tuple(_named(o, o.id, o.name, o.kind) for o in _outlets(kb, code, on)),
        members=kb.members(code, on) if code in kb.organisations else (),
    )


def _named(row: Row, id_: str, name: str, kind: str) -> Named:
    return Named(id=id_, name=name, kind=kind, valid_from=row.valid_from, valid_to=row.valid_to, source=row.source)


def _capitals(kb: KnowledgeBase, code: str, on: dt.date | None) -> Iterator[Named]:
    """In order of time; on a day only the one that bore that name then."""
    rows = [p for p in kb.table(PlaceRow) if p.country == code and p.kind == "capital"]
    chosen = rows if on is None else [p for p in [kb.capital(code, on)] if p is not None]
    for row in sorted(chosen, key=lambda p: (p.valid_from, p.id)):
        yield _named(row, row.id, row.name_ru, row.kind)


def _holders(kb: KnowledgeBase, code: str, on: dt.date | None) -> Iterator[Held]:
    """By rank of the office, then office, then time; on a day of hand-over the one who leaves stands first."""
    rows = [t for t in kb.table(Tenure) if t.country == code and t.holds_on(on)]
    for tenure in sorted(rows, key=lambda t: (_rank(kb, t), t.role, t.began, t.person)):
        yield _held(kb, tenure)


def _rank(kb: KnowledgeBase, tenure: Tenure) -> int:
    rank = kb.rank_of(tenure.role, tenure.country)
    return RANKS.index(rank) if rank in RANKS else len(RANKS)


def _held(kb: KnowledgeBase, tenure: Tenure) -> Held:
    """An office of several seats (two chambers) by its general title: the table does not say which seat is whose."""
    office = kb.office(tenure.role, None if is_shared(tenure.role, tenure.country) else tenure.country)
    person = kb.persons.get(tenure.person)
    return Held(
        role=tenure.role,
        title=office.titles_ru[0] if office and office.titles_ru else tenure.role,
        person=tenure.person,
        name=person.name_ru if person else tenure.person,
        acting=tenure.acting == "yes",
        valid_from=tenure.valid_from,
        valid_to=tenure.valid_to,
        source=tenure.source,
    )


def _memberships(kb: KnowledgeBase, code: str, on: dt.date | None) -> Iterator[Named]:
    for row in sorted(kb.table(Membership), key=lambda m: (m.organisation, m.valid_from)):
        if row.country == code and row.holds_on(on):
            yield _named(row, row.organisation, kb.name_of(row.organisation), row.status)


def _bodies(kb: KnowledgeBase, code: str, on: dt.date | None) -> list[BodyRow]:
    return sorted((b for b in kb.table(BodyRow) if code in b.parties and b.holds_on(on)), key=lambda b: b.id)


def _institutions(kb: KnowledgeBase, code: str, on: dt.date | None) -> list[Institution]:
    return sorted((i for i in kb.table(Institution) if i.country == code and i.holds_on(on)), key=lambda i: i.id)


def _outlets(kb: KnowledgeBase, code: str, on: dt.date | None) -> list[OutletRow]:
    return sorted((o for o in kb.table(OutletRow) if o.country == code and o.holds_on(on)), key=lambda o: o.id)
