"""Who acts: persons, states, organisations, and the mentions that name them."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A reference to somebody.

    `actor`: identifier of a person in the knowledge base, or one made from the name; None where only the
    country is known. `name`: usual Russian name, nominative, given name first. `country`: ISO code or an
    organisation's acronym; None where the source does not say.
    """

    actor: str | None = None
    name: str | None = None
    country: str | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that names something, and what it was found to name.

    `kind`: `person`, `role`, `pronoun`, `state`, `organisation`, `place`, `institution`, `body`, `outlet`,
    `group` (a collective: "стороны", "лидеры двух стран"). `actor`, `name`, `country` are None where unresolved;
    `candidates` then holds the actors left. `office` is a role code of offices.tsv, for a role mention or a person
    named with one; `title` the office as written; `title_span` its place. `rule` names what resolved it, or why
    it was not. `members` are the actors that a group stands for. `adjective`: named by an adjective ("казахстанский").
    """

    span: Span
    kind: str
    rule: str
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    office: str | None = None
    title: str | None = None
    title_span: Span | None = None
    acting: bool = False
    candidates: tuple[str, ...] = ()
    members: tuple[Actor, ...] = ()
    adjective: bool = False

    @property
    def as_actor(self) -> Actor:
        """Who is named, without where."""
        return Actor(actor=self.actor, name=self.name, country=self.country)
