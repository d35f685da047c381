"""One article tells an event several times: the tellings become one, its fields filled from all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.events.build import ASIDE
from dragoman.events.parties import countries_of, distinct
from dragoman.model.records import Event, Participant, Place
from dragoman.model.text import DateRange

FIRM = ("occurred", "ongoing", "cancelled", "planned", "possible")
"""Of two statuses of one event in one article the earlier here stands."""

SAME_PLACE_TYPES = frozenset({"MEETING", "SIGNING"})


def gather(tellings: Sequence[Event]) -> tuple[Event, ...]:
    """Join the tellings of each event, then let events learn from each other (a visit's occasion,
    its meetings' place).
    """
    joined: list[Event] = []
    for telling in tellings:
        index = next((i for i, known in enumerate(joined) if same(known, telling)), None)
        if index is None:
            joined.append(telling)
        else:
            joined[index] = together(joined[index], telling)
    return _related(_without_vague(joined))


def same(a: Event, b: Event) -> bool:
    """Whether two tellings of one article can be one event: same kind and parties, nothing that contradicts."""
    if a.type != b.type or not _status_fits(a, b) or not _dates_fit(a.date, b.date):
        return False
    if a.place and b.place and a.place.name != b.place.name and a.type != "VISIT":
        return False
    if a.type == "SIGNING":
        return _documents_fit(a, b) and _parties_fit(a, b)
    if a.type == "SUMMIT_OR_BODY_SESSION":
        return _sessions_fit(a, b)
    if a.type == "VISIT":
        return _sides(a) == _sides(b) and _persons_fit(a, b)
    return _parties_fit(a, b)


def _status_fits(a: Event, b: Event) -> bool:
    """Something planned and something that happened are two, unless one of them is only named or both have one date."""
    if _aside(a) or _aside(b):
        return True
    first, second = TIMES[a.status], TIMES[b.status]
    off_plan = {first, second} == {"off", "ahead"}
    return first == second or off_plan or (a.date is not None and a.date == b.date)


TIMES = {"planned": "ahead", "possible": "ahead", "occurred": "past", "ongoing": "past", "cancelled": "off"}


def _aside(event: Event) -> bool:
    return all(e.rule.endswith(ASIDE) for e in event.evidence)


def _dates_fit(a: DateRange | None, b: DateRange | None) -> bool:
    return a is None or b is None or a.meets(b)


def _parties_fit(a: Event, b: Event) -> bool:
    """The same persons; a country without a person fits any person of it."""
    return set(countries_of(a.participants)) == set(countries_of(b.participants)) and _persons_fit(a, b)


def _persons_fit(a: Event, b: Event) -> bool:
    for country in set(countries_of(a.participants)) & set(countries_of(b.participants)):
        first, second = _names(a, country), _names(b, country)
        if first and second and first.isdisjoint(second):
            return False
    return True


def _names(event: Event, country: str) -> set[str]:
    return {p.actor or p.name or "" for p in event.participants if p.country == country and p.name}


def _sides(event: Event) -> tuple[frozenset[str | None], frozenset[str | None]]:
    visitors = frozenset(p.country for p in event.participants if p.part == "visitor")
    return visitors, frozenset(p.country for p in event.participants if p.part == "host")


def _documents_fit(a: Event, b: Event) -> bool:
    """The same title, or one that only says what sort of document it is ("историческое соглашение")."""
    if a.document is None or b.document is None:
        return a.document == b.document and (a.count is None or b.count is None or a.count == b.count)
    first, second = a.document.lower(), b.document.lower()
    if first[:12] == second[:12] and (first.startswith(second) or second.startswith(first)):
        return True
    nouns = {_bare(first), _bare(second)} - {None}
    return len(nouns) > 0 and any(
        noun is not None and noun in first.split() and noun in second.split() for noun in nouns
    )


def _bare(title: str) -> str | None:
    """The noun of a title of adjective and noun alone ("историческое соглашение"), None for any fuller one."""
    words = title.split()
    return (
        words[-1]
        if len(words) <= 2 and "«" not in title and words[0].endswith(("ое", "ий", "ый", "ая", "ее", words[-1]))
        else None
    )


def _sessions_fit(a: Event, b: Event) -> bool:
    """The same organisation, or the same body's name."""
    first, second = _organisers(a), _organisers(b)
    if first and second:
        return first <= second or second <= first
    return a.body is not None and b.body is not None and a.body.lower()[:10] == b.body.lower()[:10]


def _organisers(event: Event) -> set[str | None]:
    return {p.country for p in event.participants if p.part == "organiser"}


def together(a: Event, b: Event) -> Event:
    """Two tellings as one: firmer status, sharper date, all parties, all evidence."""
    if _aside(a) != _aside(b):
        status = b.status if _aside(a) else a.status
    else:
        status = min(a.status, b.status, key=FIRM.index)
    return msgspec.structs.replace(
        a,
        status=status,
        participants=_merged(a.participants, b.participants),
        date=_sharper(a.date, b.date),
        place=a.place or b.place,
        visit_kind=a.visit_kind or b.visit_kind,
        occasion=a.occasion or b.occasion,
        document=max((a.document, b.document), key=lambda d: len(d or "")),
        body=a.body or b.body,
        count=a.count or b.count,
        frame=a.frame if a.frame == "news" else b.frame if b.frame == "news" else a.frame,
        evidence=(*a.evidence, *(e for e in b.evidence if e.span not in {x.span for x in a.evidence})),
    )


def _merged(a: Iterable[Participant], b: Iterable[Participant]) -> tuple[Participant, ...]:
    return distinct((*a, *b))


def _sharper(a: DateRange | None, b: DateRange | None) -> DateRange | None:
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda d: (-len(d.start), d.end is None))


def _without_vague(events: list[Event]) -> list[Event]:
    """A meeting told with countries only is the one told with their persons."""
    kept = []
    for i, event in enumerate(events):
        if not (_nameless(event) and any(j != i and _holds(other, event) for j, other in enumerate(events))):
            kept.append(event)
    return kept


def _nameless(event: Event) -> bool:
    return event.type in ("MEETING", "CALL") and not any(p.name for p in event.participants)


def _holds(full: Event, bare: Event) -> bool:
    return (
        full.type == bare.type
        and set(countries_of(bare.participants)) <= set(countries_of(full.participants))
        and any(p.name for p in full.participants)
    )


def _related(events: list[Event]) -> tuple[Event, ...]:
    """What a visit and what happens in it tell of each other."""
    visits = [(i, e) for i, e in enumerate(events) if e.type == "VISIT"]
    return tuple(_in_visit(i, event, visits, events) for i, event in enumerate(events))


def _in_visit(index: int, event: Event, visits: list[tuple[int, Event]], events: list[Event]) -> Event:
    if event.type == "VISIT":
        return msgspec.structs.replace(
            event, occasion=occasion_of(event, events), place=event.place or _place_of_talks(event, events)
        )
    if event.type not in SAME_PLACE_TYPES:
        return event
    enclosing = [(i, v) for i, v in visits if _happens_in(event, v)]
    if len(enclosing) != 1:
        return event
    i, visit = enclosing[0]
    return msgspec.structs.replace(event, within=i, place=event.place or visit.place)


def _place_of_talks(visit: Event, events: Sequence[Event]) -> Place | None:
    """The one city of the host's where the two sides met or signed on this visit."""
    hosts = {p.country for p in visit.participants if p.part == "host"}
    held = [
        e.place
        for e in events
        if e.type in SAME_PLACE_TYPES and _happens_in(e, visit) and e.place and e.place.country in hosts
    ]
    return held[0] if held and all(place == held[0] for place in held) else None


def _happens_in(event: Event, visit: Event) -> bool:
    """Same two countries, both told as one news or one announcement or in one sentence, dates not apart."""
    alike = (event.status in ("planned", "possible")) == (visit.status in ("planned", "possible"))
    countries = set(countries_of(visit.participants))
    return (
        alike
        and (event.frame == visit.frame or bool({e.span for e in event.evidence} & {e.span for e in visit.evidence}))
        and countries <= set(countries_of(event.participants))
        and _persons_fit(event, visit)
        and _dates_fit(event.date, visit.date)
    )


def occasion_of(visit: Event, events: Sequence[Event]) -> str | None:
    """`mixed`: for a summit, with talks with the host; `multilateral`: for a summit alone; `bilateral`:
    with talks or of state.
    """
    hosts = {p.country for p in visit.participants if p.part == "host"}
    guests = {p.country for p in visit.participants if p.part == "visitor"}
    talks = any(
        e.type in ("MEETING", "SIGNING") and hosts | guests <= set(countries_of(e.participants)) for e in events
    )
    summit = visit.occasion == "multilateral" or any(
        e.type == "SUMMIT_OR_BODY_SESSION" and e.status != "possible" and e.frame != "background" and _multilateral(e)
        for e in events
    )
    if summit:
        return "mixed" if talks else "multilateral" if visit.occasion else None
    return "bilateral" if talks or visit.visit_kind in ("state", "official") else None


def _multilateral(session: Event) -> bool:
    return any(p.part == "organiser" for p in session.participants)
