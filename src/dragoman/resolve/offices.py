"""Which person a title means: by its country, by whose side tells, by who was just named. DESIGN, «Perspective»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.kb.rows import Tenure
from dragoman.mentions import Title
from dragoman.resolve.known import Known, fits


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A person met in the narrator's words: where, and whether as a subject."""

    known: Known
    sentence: int
    start: int
    subject: bool


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a title is resolved against.

    `day`: of publication; `side`: the country that tells; `sightings`: everybody named in the narrator's words,
    `before`: those before the title; `excluded`: actors whom it cannot mean; `last_state`, `last_organisation`: named
    before it.
    """

    day: dt.date | None
    side: str | None
    sightings: tuple[Sighting, ...]
    before: tuple[Sighting, ...]
    excluded: frozenset[str]
    sentence: int
    last_state: str | None = None
    last_organisation: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a title means, or the candidates left; `rule` says how or why not."""

    known: Known | None
    rule: str
    country: str | None = None
    candidates: tuple[str, ...] = ()


def office_holder(title: Title, context: Context, kb: KnowledgeBase) -> Answer:
    """Resolve a title in the singular."""
    if title.countries:
        return _of_country(title, title.countries[0], "role.country", context, kb)
    if title.ours and context.side:
        return _of_country(title, context.side, "role.our", context, kb)
    if context.last_state and _points_back(title):
        return _of_country(title, context.last_state, "role.state-before", context, kb)
    if context.last_organisation and title.words.lower().endswith(BACK_TO_ORGANISATION):
        return _of_country(title, context.last_organisation, "role.organisation-before", context, kb)
    return _without_country(title, context, kb)


BACK_TO_STATE = ("страны", "республики", "королевства")
BACK_TO_ORGANISATION = ("организации", "альянса", "блока")


def _points_back(title: Title) -> bool:
    """ "Президент страны", "глава республики": the state named last, not the side that tells."""
    return any(word in title.words.lower() for word in BACK_TO_STATE)


def _of_country(title: Title, country: str, rule: str, context: Context, kb: KnowledgeBase) -> Answer:
    """The one named with that office and country in the text, else who held it on the day."""
    named = _distinct(s.known for s in context.sightings if s.known.country == country and _suits(title, s.known, kb))
    if title.former:
        return _former(title, country, context, kb)
    if len(named) == 1:
        return Answer(known=named[0], rule=f"{rule}.named", country=country)
    holder = holder_of(title.roles, country, context.day, kb)
    if holder is not None:
        return Answer(known=as_known(holder, rule, kb), rule=rule, country=country)
    candidates = tuple(k.actor or k.name for k in named)
    return Answer(known=None, rule=f"{rule}.unknown", country=country, candidates=candidates)


def _former(title: Title, country: str, context: Context, kb: KnowledgeBase) -> Answer:
    """A former holder: one who is named in the text, else nobody: there are many."""
    for sighting in reversed(context.sightings):
        known = sighting.known
        past = [t.role for t in kb.tenures_of(known.actor or "") if t.country == country]
        if known.country == country and (
            fits(title.roles, past, country, kb) or fits(title.roles, known.roles, country, kb)
        ):
            return Answer(known=known, rule="role.former", country=country)
    return Answer(known=None, rule="role.former.unknown", country=country)


def _suits(title: Title, known: Known, kb: KnowledgeBase) -> bool:
    return fits(title.roles, known.roles, known.country, kb)


def _without_country(title: Title, context: Context, kb: KnowledgeBase) -> Answer:
    if title.former:
        return Answer(known=None, rule="role.former.unknown")
    fitting = [s for s in context.before if _suits(title, s.known, kb) and s.known.actor not in context.excluded]
    own = _own_side(title, context, kb)
    if own is not None:
        named = [s.known for s in context.sightings if s.known.actor == own.actor]
        if named or not fitting:
            return Answer(known=named[0] if named else own, rule="role.outlet", country=own.country)
    return _nearest(title, fitting, context, kb)


def _own_side(title: Title, context: Context, kb: KnowledgeBase) -> Known | None:
    """The holder for the side that tells, unless the same sentence names him as somebody else's counterpart."""
    if context.side is None or "official" in title.roles or "diplomat" in title.roles:
        return None
    holder = holder_of(title.roles, context.side, context.day, kb)
    if holder is None or holder.person in context.excluded:
        return None
    return as_known(holder, "role.outlet", kb)


def _nearest(title: Title, fitting: list[Sighting], context: Context, kb: KnowledgeBase) -> Answer:
    """The last subject, else the nearest named before; two in the same sentence stay two."""
    if not fitting:
        return _only_later(title, context, kb)
    last = max(s.sentence for s in fitting)
    close = [s for s in fitting if s.sentence == last]
    subjects = _distinct(s.known for s in close if s.subject)
    nearest = _distinct(s.known for s in close)
    if len(nearest) == 1:
        return Answer(known=nearest[0], rule="role.nearest", country=nearest[0].country)
    if len(subjects) == 1:
        return Answer(known=subjects[0], rule="role.subject", country=subjects[0].country)
    candidates = tuple(k.actor or k.name for k in nearest)
    return Answer(known=None, rule="role.ambiguous", candidates=candidates)


def _only_later(title: Title, context: Context, kb: KnowledgeBase) -> Answer:
    """A headline may use the title before the name: the only one in the article whom it fits."""
    fitting = [
        s.known for s in context.sightings if _suits(title, s.known, kb) and s.known.actor not in context.excluded
    ]
    later = _distinct(fitting)
    if len(later) == 1:
        return Answer(known=later[0], rule="role.only", country=later[0].country)
    return Answer(known=None, rule="role.unknown", candidates=tuple(k.actor or k.name for k in later))


def holder_of(roles: Sequence[str], country: str, day: dt.date | None, kb: KnowledgeBase) -> Tenure | None:
    """Who held one of these roles on a day; the generic words go to the head of state or the leader."""
    for role in roles:
        if role == "head_of_state":
            found = kb.head_of_state(country, day)
        elif role == "leader":
            found = kb.leader(country, day)
        else:
            found = kb.holder(role, country, day)
        if found is not None:
            return found
    return None


def as_known(tenure: Tenure, rule: str, kb: KnowledgeBase) -> Known:
    """A tenure's person as this article would know him."""
    person = kb.persons.get(tenure.person)
    return Known(
        actor=tenure.person,
        name=person.name_ru if person else tenure.person,
        country=tenure.country,
        sex=person.sex if person else None,
        roles=(tenure.role,),
        office=tenure.role,
        rule=rule,
    )


def _distinct(known: Iterable[Known]) -> list[Known]:
    seen: dict[str, Known] = {}
    for one in known:
        seen.setdefault(one.actor or one.name, one)
    return list(seen.values())
