"""One frozen type a table; the field names are the columns. `KEYS` says which columns tell rows apart."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.model.text import first_day, last_day


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What every row ends with. `line` is `file:line`, for messages."""

    source: str
    valid_from: str = ""
    valid_to: str = ""
    line: str = ""

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether the row is true on `day`; None asks for any time."""
        if day is None:
            return True
        if self.valid_from and first_day(self.valid_from) > day:
            return False
        return not (self.valid_to and last_day(self.valid_to) < day)


class State(Row, frozen=True, kw_only=True):
    """A state; `code` as in ISO 3166-1 alpha-2. `leader`: the role that news means by its "лидер"."""

    code: str
    name_ru: str
    name_en: str
    aliases_ru: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    adjectives_ru: tuple[str, ...] = ()
    demonyms_ru: tuple[str, ...] = ()
    leader: str = "president"


class PlaceRow(Row, frozen=True, kw_only=True):
    """A city, region or residence; `country` empty where disputed."""

    id: str
    name_ru: str
    name_en: str
    aliases_ru: tuple[str, ...] = ()
    country: str = ""
    kind: str = "city"


class Institution(Row, frozen=True, kw_only=True):
    """A named seat of power: Акорда, Кремль."""

    id: str
    name_ru: str
    name_en: str
    country: str
    kind: str
    aliases_ru: tuple[str, ...] = ()


class Organisation(Row, frozen=True, kw_only=True):
    """An international organisation, forum or standing format."""

    code: str
    name_ru: str
    name_en: str
    kind: str
    aliases_ru: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()


class Membership(Row, frozen=True, kw_only=True):
    """A state in an organisation: `member`, `observer` or `partner`."""

    organisation: str
    country: str
    status: str


class BodyRow(Row, frozen=True, kw_only=True):
    """A standing body of two or a few states."""

    id: str
    name_ru: str
    name_en: str
    parties: tuple[str, ...]
    kind: str
    aliases_ru: tuple[str, ...] = ()


class OutletRow(Row, frozen=True, kw_only=True):
    """Who publishes; `office` is the role that a press service speaks for."""

    id: str
    name: str
    country: str
    kind: str
    aliases: tuple[str, ...] = ()
    office: str = ""


class Office(Row, frozen=True, kw_only=True):
    """A role and how it is called, in one country or (`*`) anywhere."""

    role: str
    country: str
    titles_ru: tuple[str, ...]
    klass: str = msgspec.field(name="class")
    rank: str
    titles_en: tuple[str, ...] = ()


class Person(Row, frozen=True, kw_only=True):
    """A person and the spellings of the name."""

    id: str
    name_ru: str
    surname_ru: str
    name_en: str
    sex: str
    given_ru: str = ""
    patronymics_ru: tuple[str, ...] = ()
    aliases_ru: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    country: str = ""


class Tenure(Row, frozen=True, kw_only=True):
    """Who held which office from when to when."""

    person: str
    role: str
    country: str
    acting: str = ""

    @property
    def began(self) -> dt.date:
        """First day that the tenure may cover."""
        return first_day(self.valid_from) if self.valid_from else dt.date.min


TABLES: dict[str, tuple[type[Row], tuple[str, ...]]] = {
    "states": (State, ("code",)),
    "places": (PlaceRow, ("id", "name_ru", "valid_from")),
    "institutions": (Institution, ("id",)),
    "organisations": (Organisation, ("code",)),
    "memberships": (Membership, ("organisation", "country", "valid_from")),
    "bodies": (BodyRow, ("id",)),
    "outlets": (OutletRow, ("id",)),
    "offices": (Office, ("role", "country")),
    "persons": (Person, ("id",)),
    "tenures": (Tenure, ("person", "role", "country", "valid_from")),
}
"""Table name → its row type and the columns that are its key."""
