"""What the finders hand to each other: names and titles in the text, not yet resolved to actors."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A name of the knowledge base at its place: tokens `first` to `last` (inclusive) of sentence `sentence`."""

    kind: str
    codes: tuple[str, ...]
    sentence: int
    first: int
    last: int
    span: Span
    adjective: bool = False


class PersonName(msgspec.Struct, frozen=True, kw_only=True):
    """A personal name. `persons`: who of the knowledge base can be meant, empty for a stranger.

    `name`: the nominative as written for a stranger; `full`: with given name or patronymic, not a bare surname;
    `surname`: the folded surname in the nominative, for joining a later bare surname.
    """

    persons: tuple[str, ...]
    name: str
    surname: str
    full: bool
    sentence: int
    first: int
    last: int
    span: Span
    sex: str | None = None


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A title phrase: "президент Азербайджана", "глава государства", "лидеры двух стран".

    `roles`: role codes of offices.tsv it may mean; `head_of_state`, `leader`, `diplomat` stand for generic words.
    `countries`: those named with it; `ours`: "нашего государства"; `both`: "двух стран". `former`, `acting` as written.
    `head`: token of its noun; `words`: the title as written, without the country. `within`: index of a title that
    takes this one in ("пресс-секретарь президента"), None for a title of its own.
    """

    roles: tuple[str, ...]
    countries: tuple[str, ...]
    sentence: int
    first: int
    last: int
    head: int
    span: Span
    words: str
    plural: bool = False
    ours: bool = False
    both: bool = False
    former: bool = False
    acting: bool = False
    within: int | None = None
    explicit: bool = False
