"""The index: what the rest of Dragoman asks of the knowledge base."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import UnknownCountry
from dragoman.kb.rows import (
    TABLES,
    BodyRow,
    Institution,
    Membership,
    Office,
    Organisation,
    OutletRow,
    Person,
    PlaceRow,
    Row,
    State,
    Tenure,
)
from dragoman.kb.tables import Folder, package_folder, read_table, table_files

R = TypeVar("R", bound=Row)

LEADING = ("president", "monarch", "supreme_leader", "prime_minister")
"""Roles that a "лидер" can have, in the order in which they are tried where states.tsv names none."""


def fold(name: str) -> str:
    """A name made comparable: lower case, ё as е, one kind of hyphen and space.

    >>> fold("Нур‑Султан") == fold("нур-султан")
    True
    """
    return " ".join(name.lower().replace("ё", "е").replace("‑", "-").replace("\xa0", " ").split())


class KnowledgeBase:
    """Rows of all folders, later folders winning by key, and the look-ups over them. Read-only."""

    def __init__(self, rows: dict[str, list[Row]], digest: str) -> None:
        self._rows = rows
        self.digest = digest

    def table(self, kind: type[R]) -> Sequence[R]:
        """All rows of one type."""
        name = next(n for n, (row, _) in TABLES.items() if row is kind)
        return self._rows.get(name, [])  # type: ignore[return-value]

    # states

    @cached_property
    def states(self) -> dict[str, State]:
        """Code → state."""
        return {row.code: row for row in self.table(State)}

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """Code → organisation."""
        return {row.code: row for row in self.table(Organisation)}

    @cached_property
    def _country_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        rows: list[Organisation | State] = [*self.table(Organisation), *self.table(State)]
        for row in rows:
            for name in (row.code, row.name_ru, row.name_en, *row.aliases_ru, *row.aliases_en):
                names[fold(name)] = row.code
        return names

    def country(self, given: str) -> str:
        """The code of a state or organisation given as code or name in Russian or English.

        Raises UnknownCountry with the nearest names.
        """
        code = self._country_names.get(fold(given))
        if code is None:
            raise UnknownCountry(given, self._nearest(given))
        return code

    def _nearest(self, given: str) -> tuple[str, ...]:
        from rapidfuzz import process

        # Of a code's two letters one that fits is near already.
        least = 45 if len(given) <= 3 else 60
        close = process.extract(fold(given), list(self._country_names), limit=6, score_cutoff=least)
        codes = dict.fromkeys(self._country_names[name] for name, _, _ in close)
        return tuple(f"{code} ({self.name_of(code)})" for code in list(codes)[:3])

    def name_of(self, code: str, language: str = "ru") -> str:
        """The usual name of a state or organisation, or the code itself where it is unknown."""
        row = self.states.get(code) or self.organisations.get(code)
        if row is None:
            return code
        return row.name_ru if language == "ru" else row.name_en

    # persons and offices

    @cached_property
    def persons(self) -> dict[str, Person]:
        """Identifier → person."""
        return {row.id: row for row in self.table(Person)}

    @cached_property
    def _tenures_by_office(self) -> dict[tuple[str, str], list[Tenure]]:
        found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for row in self.table(Tenure):
            found[row.role, row.country].append(row)
        for rows in found.values():
            rows.sort(key=lambda t: (t.began, t.person))
        return dict(found)

    @cached_property
    def _tenures_by_person(self) -> dict[str, list[Tenure]]:
        found: dict[str, list[Tenure]] = defaultdict(list)
        for row in self.table(Tenure):
            found[row.person].append(row)
        return dict(found)

    def tenures_of(self, person: str) -> Sequence[Tenure]:
        """All offices that a person held."""
        return self._tenures_by_person.get(person, [])

    def holders(self, role: str, country: str, on: dt.date | None) -> tuple[Tenure, ...]:
        """Who held an office on a day: of two at a hand-over the later first. `on` None: nobody can be told, empty."""
        if on is None:
            return ()
        rows = [t for t in self._tenures_by_office.get((role, country), []) if t.holds_on(on)]
        return tuple(sorted(rows, key=lambda t: (t.acting == "yes", -t.began.toordinal(), t.person)))

    def holder(self, role: str, country: str, on: dt.date | None) -> Tenure | None:
        """The one who held an office on a day, the newest at a hand-over; None where nobody is known."""
        rows = self.holders(role, country, on)
        return rows[0] if rows else None

    def past_holders(self, role: str, country: str, on: dt.date) -> tuple[Tenure, ...]:
        """Who held an office before that day and no longer does, latest first."""
        rows = self._tenures_by_office.get((role, country), [])
        return tuple(t for t in reversed(rows) if t.began <= on and not t.holds_on(on))

    @cached_property
    def _offices(self) -> dict[tuple[str, str], Office]:
        return {(row.role, row.country): row for row in self.table(Office)}

    def office(self, role: str, country: str | None) -> Office | None:
        """The office of a country, else the role's default, else None."""
        return self._offices.get((role, country or "*")) or self._offices.get((role, "*"))

    def class_of(self, role: str | None, country: str | None = None) -> str | None:
        """What the reading prints as role: `president`, `other`, …; None for None."""
        if role is None:
            return None
        office = self.office(role, country)
        return office.klass if office else "other"

    def rank_of(self, role: str | None, country: str | None = None) -> str | None:
        """Protocol rank of a role, None where unknown."""
        office = self.office(role, country) if role else None
        return office.rank if office else None

    def head_of_state(self, country: str, on: dt.date | None) -> Tenure | None:
        """President or monarch of a country on a day; None where nobody is known."""
        for role in ("president", "monarch", "supreme_leader"):
            holder = self.holder(role, country, on)
            if holder is not None:
                return holder
        return None

    def leader(self, country: str, on: dt.date | None) -> Tenure | None:
        """Whom news calls the leader: the holder of the role in states.tsv, else of the next one that has a holder."""
        for role in self.leading_roles(country):
            holder = self.holder(role, country, on)
            if holder is not None:
                return holder
        return None

    def leading_roles(self, country: str) -> tuple[str, ...]:
        """Roles that "лидер" of this country may mean, likeliest first."""
        state = self.states.get(country)
        first = state.leader if state else LEADING[0]
        return (first, *(role for role in LEADING if role != first))

    # places, organisations, bodies, outlets

    @cached_property
    def bodies(self) -> dict[str, BodyRow]:
        """Identifier → standing body."""
        return {row.id: row for row in self.table(BodyRow)}

    @cached_property
    def institutions(self) -> dict[str, Institution]:
        """Identifier → named seat of power."""
        return {row.id: row for row in self.table(Institution)}

    @cached_property
    def places(self) -> dict[str, PlaceRow]:
        """Identifier → place (of several dated rows the last)."""
        return {row.id: row for row in self.table(PlaceRow)}

    def capital(self, country: str, on: dt.date | None) -> PlaceRow | None:
        """The capital on a day."""
        rows = [p for p in self.table(PlaceRow) if p.country == country and p.kind == "capital" and p.holds_on(on)]
        return rows[-1] if rows else None

    @cached_property
    def outlets(self) -> dict[str, OutletRow]:
        """Identifier → outlet."""
        return {row.id: row for row in self.table(OutletRow)}

    @cached_property
    def _outlet_names(self) -> dict[str, OutletRow]:
        names: dict[str, OutletRow] = {}
        for row in self.table(OutletRow):
            for name in (*row.aliases, row.name, row.id):
                names[fold(name)] = row
        return names

    def outlet(self, given: str) -> OutletRow | None:
        """The outlet of a domain, channel or name; a subdomain stands for its site. None where unknown."""
        name = fold(given).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        found = self._outlet_names.get(name)
        while found is None and name.count(".") > 1 and " " not in name:
            name = name.split(".", 1)[1]
            found = self._outlet_names.get(name)
        return found

    def members(self, organisation: str, on: dt.date | None) -> tuple[str, ...]:
        """Codes of the full members on a day, sorted."""
        rows = (r for r in self.table(Membership) if r.organisation == organisation and r.status == "member")
        return tuple(sorted({row.country for row in rows if row.holds_on(on)}))


def load_rows(folders: Iterable[Folder]) -> dict[str, list[Row]]:
    """Rows of several folders by table; a later folder's row replaces an earlier one of the same key."""
    merged: dict[str, dict[tuple[Any, ...], Row]] = {name: {} for name in TABLES}
    for folder in folders:
        for name, file in table_files(folder):
            keys = TABLES[name][1]
            for row in read_table(name, file.read_text(encoding="utf-8"), str(file)):
                merged[name][tuple(getattr(row, key) for key in keys)] = row
    return {name: list(rows.values()) for name, rows in merged.items()}


def digest_of(folders: Iterable[Folder]) -> str:
    """A short hash over all tables, in order: two knowledge bases with one digest are the same."""
    total = hashlib.sha256()
    for folder in folders:
        for name, file in table_files(folder):
            total.update(name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]


def overlay_folders(given: str | Path | None = None) -> tuple[Path, ...]:
    """The user's folders: those given, else those of `$DRAGOMAN_KB`; separated as in `$PATH`."""
    listed = str(given) if given is not None else os.environ.get("DRAGOMAN_KB", "")
    return tuple(Path(part) for part in listed.split(os.pathsep) if part)


@lru_cache(maxsize=8)
def load_kb(*overlays: Path) -> KnowledgeBase:
    """The package's tables with the user's folders laid over them, loaded once for each combination.

    Raises KnowledgeBaseError on a broken table.
    """
    folders = (package_folder(), *overlays)
    return KnowledgeBase(load_rows(folders), digest_of(folders))
