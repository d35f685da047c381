"""Who is who: a personal name with its titles, the day and the knowledge base give one person, or candidates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.mentions import PersonName, Title

TRANSLIT = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".replace("_", "").split(" "),
        strict=True,
    )
)
DIPLOMATIC = frozenset({"foreign_minister", "ambassador", "deputy_foreign_minister", "permanent_representative"})
HIGH_RANKS = ("head_of_state", "head_of_government", "minister", "speaker")


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A person as this article knows him. `roles`: offices that he holds on the day or that the text gives him,
    sorted.
    """

    actor: str | None
    name: str
    country: str | None
    sex: str | None
    roles: tuple[str, ...]
    office: str | None
    rule: str
    candidates: tuple[str, ...] = ()


def slug(name: str) -> str:
    """A stable identifier for a stranger: surname first, transliterated.

    >>> slug("Бахтиёр Саидов")
    'saidov-bakhtiyor'
    """
    words = [
        re.sub(r"[^a-z0-9]+", "-", "".join(TRANSLIT.get(c, c) for c in word.lower())).strip("-")
        for word in name.split()
    ]
    return "-".join(words[-1:] + words[:-1])


def identify(person: PersonName, titles: Sequence[Title], day: dt.date | None, kb: KnowledgeBase) -> Known:
    """The person behind a name. Namesakes are told apart by the title beside the name, then by who is in office."""
    ids, rule = person.persons, "name" if person.full else "name.surname"
    if len(ids) > 1:
        ids, rule = _by_title(ids, titles, kb) or _in_office(ids, day, kb) or (ids, "name.namesakes")
    if len(ids) == 1:
        return _known(ids[0], titles, day, rule, kb)
    country = next((c for t in titles for c in t.countries), None)
    roles = tuple(r for t in titles for r in t.roles if not t.former)
    return Known(
        actor=None if ids else slug(person.name),
        name=person.name,
        country=country,
        sex=person.sex,
        roles=tuple(dict.fromkeys(roles)),
        office=roles[0] if roles else None,
        rule=rule if ids else "name.text",
        candidates=ids,
    )


def _by_title(ids: Iterable[str], titles: Sequence[Title], kb: KnowledgeBase) -> tuple[tuple[str, ...], str] | None:
    wanted = {(role, country) for t in titles for role in t.roles for country in t.countries}
    if not wanted:
        return None
    fitting = tuple(i for i in ids if any((t.role, t.country) in wanted for t in kb.tenures_of(i)))
    return (fitting, "name.title") if len(fitting) == 1 else None


def _in_office(ids: Iterable[str], day: dt.date | None, kb: KnowledgeBase) -> tuple[tuple[str, ...], str] | None:
    if day is None:
        return None
    holding = [(i, [kb.rank_of(t.role, t.country) for t in kb.tenures_of(i) if t.holds_on(day)]) for i in ids]
    for rank in HIGH_RANKS:
        fitting = tuple(i for i, ranks in holding if rank in ranks)
        if fitting:
            return (fitting, "name.in-office") if len(fitting) == 1 else None
    serving = tuple(i for i, ranks in holding if ranks)
    return (serving, "name.in-office") if len(serving) == 1 else None


def _known(actor: str, titles: Sequence[Title], day: dt.date | None, rule: str, kb: KnowledgeBase) -> Known:
    row = kb.persons[actor]
    tenures = [t for t in kb.tenures_of(actor) if t.holds_on(day)]
    tenures.sort(key=lambda t: (_rank_order(kb.rank_of(t.role, t.country)), -t.began.toordinal()))
    observed = [(r, (*t.countries, None)[0]) for t in titles for r in t.roles if not t.former]
    country = next((c for t in titles if not t.former for c in t.countries), None)
    if country is None and observed and day is None:
        tenures.sort(key=lambda t: t.role not in {role for role, _ in observed})
    country = country or (tenures[0].country if tenures else None) or row.country or None
    held = [t.role for t in tenures if day is not None or t.country == country]
    roles = [role for role, _ in observed] + held
    return Known(
        actor=actor,
        name=row.name_ru,
        country=country,
        sex=row.sex,
        roles=tuple(dict.fromkeys(roles)),
        office=_office(observed, held if day is not None else held[:1], country, kb),
        rule=rule,
    )


def _office(
    observed: list[tuple[str, str | None]], held: list[str], country: str | None, kb: KnowledgeBase
) -> str | None:
    """The office that the text gives, a generic word made exact by what he holds; else the highest that he holds."""
    for role, _ in observed:
        exact = [h for h in held if fits((role,), (h,), country, kb)]
        return exact[0] if exact else role
    return held[0] if held else None


def _rank_order(rank: str | None) -> int:
    return HIGH_RANKS.index(rank) if rank in HIGH_RANKS else len(HIGH_RANKS)


def fits(wanted: Sequence[str], held: Sequence[str], country: str | None, kb: KnowledgeBase) -> bool:
    """Whether one of the offices held is what a title means; generic words ("лидер") go by rank and class."""
    return any(_fits(role, office, country, kb) for role in wanted for office in held)


def _fits(role: str, office: str, country: str | None, kb: KnowledgeBase) -> bool:
    if role == office or role == "official":
        return True
    if role == "head_of_state":
        return kb.rank_of(office, country) == "head_of_state"
    if role == "leader":
        return office in kb.leading_roles(country or "") and kb.rank_of(office, country) in (
            "head_of_state",
            "head_of_government",
        )
    if role == "diplomat":
        return office in DIPLOMATIC or kb.class_of(office, country) == "ambassador"
    if role in ("minister", "deputy_minister"):
        return kb.rank_of(office, country) == role
    return False
