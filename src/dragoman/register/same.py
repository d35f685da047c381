"""Whether two items of different articles tell of one event: a score, more is better, or None where they cannot."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.model.records import Event
from dragoman.register.items import Item
from dragoman.register.parties import (
    countries,
    hosts,
    is_organisation,
    leads,
    persons_clash,
    visitors,
)
from dragoman.register.titles import same_title
from dragoman.register.when import HELD, can_mean, days_of, same_time, seat

SUMMIT = "SUMMIT_OR_BODY_SESSION"

_IN_ONE_TOWN = frozenset({"MEETING", "SIGNING", "OPENING", SUMMIT})
"""Types that happen in one town. A visit may go through several, a call or a letter is in none."""


def match(one: Item, other: Item) -> int | None:
    """How well two placed events fit; None where they contradict each other. Symmetrical."""
    left, right = one.event, other.event
    if _told_apart(one, other):
        return None
    time = same_time(left, right) if left.type == right.type else None
    who = alike(left, right) if time is not None else None
    return None if time is None or who is None else time + who


def is_whole(item: Item) -> bool:
    """Whether it tells of a visit with its first day and its last."""
    return item.event.type == "VISIT" and item.event.date is not None and days_of(item.event.date).length > 0


def one_trip(one: Item, other: Item, whole: Item) -> int | None:
    """How well two tellings fit as days of one visit of which a third tells the whole; None where they contradict.

    A visit of 11–13 March is told of as one of the 11th to Baku, and as one of the 13th to Shusha.
    """
    days = days_of(whole.event.date) if whole.event.date else None
    seats = seat(one.event), seat(other.event)
    if days is None or _enclosed(one, other) or not all(s and days.holds(s) for s in seats):
        return None
    if match(one, whole) is None or match(other, whole) is None:
        return None
    return alike(one.event, other.event)


def fits(loose: Item, placed: Item) -> int | None:
    """How well a loose event fits a placed one; None where it contradicts it."""
    dated = _dated_by_stay(loose)
    if _told_apart(loose, placed) or not can_mean(dated, placed.event):
        return None
    if dated.date is None and _kinds_clash(dated, placed.event):
        return None
    return alike(loose.event, placed.event)


def twins(one: Item, other: Item) -> int | None:
    """How well two loose events fit: only where both state the same month or year."""
    if one.event.date is None or one.event.date != other.event.date or _told_apart(one, other):
        return None
    return alike(one.event, other.event)


def alike(one: Event, other: Event) -> int | None:
    """How well two events fit in all but time; None where parties, place, title or body contradict."""
    if one.type != other.type or _places_clash(one, other):
        return None
    if not _RULES.get(one.type, _same_parties)(one, other):
        return None
    shared = leads(one, None) & leads(other, None)
    same_countries = countries(one) == countries(other)
    return 2 * bool(shared) + same_countries + _same_town(one, other)


def _dated_by_stay(item: Item) -> Event:
    """The event; without a date of its own with that of what took place in the course of it, or of what it was part of.

    "During the visit a protocol was signed in April 2023": so the visit was in April.
    """
    event, told = item.event, item.reading.events
    if event.date is not None:
        return event
    around = told[event.within : event.within + 1] if event.within is not None else ()
    dates = {other.date for other in (*around, *(e for e in told if e.within == item.index)) if other.date}
    return msgspec.structs.replace(event, date=dates.pop()) if len(dates) == 1 else event


def _told_apart(one: Item, other: Item) -> bool:
    """Whether one article itself tells them as two: what took place, and what is still ahead."""
    if one.article != other.article or one.index == other.index:
        return False
    if _is_next_leg(one.event, other.event):
        return False
    return (one.event.status in HELD) != (other.event.status in HELD) or _enclosed(one, other)


def _kinds_clash(one: Event, other: Event) -> bool:
    """Whether they differ in character. Sources often differ on it, so it parts only what no day joins."""
    return bool(one.visit_kind and other.visit_kind and one.visit_kind != other.visit_kind)


def _is_next_leg(one: Event, other: Event) -> bool:
    """Whether one is a visit under way and the other what of it is still ahead: "tomorrow he goes on to Fuzuli"."""
    if one.type != "VISIT" or {one.status in HELD, other.status in HELD} != {True, False}:
        return False
    days, then = seat(one), seat(other)
    return "cancelled" not in (one.status, other.status) and bool(days and then and days.gap(then) <= 1)


def _enclosed(one: Item, other: Item) -> bool:
    """Whether one lies within the other, by the article's own word."""
    return one.event.within == other.index or other.event.within == one.index


def _same_visit(one: Event, other: Event) -> bool:
    """Same visitor country, same host country, no other person of the visitor's.

    A joint visit of two countries' ministers fits a report of either.
    """
    guests, also = visitors(one), visitors(other)
    if hosts(one) != hosts(other) or not _one_holds_other(guests, also):
        return False
    if not guests:
        return not leads(one, None, "visitor").isdisjoint(leads(other, None, "visitor"))
    return not any(persons_clash(one, other, country, "visitor") for country in guests & also)


def _same_parties(one: Event, other: Event) -> bool:
    """Same countries, or two at least of the other's several, and no other persons for any of them."""
    left, right = countries(one), countries(other)
    if not left and not right:
        return not leads(one, None).isdisjoint(leads(other, None))
    if not _same_countries(left, right):
        return False
    if len(left) == len(right) == 1 and leads(one, None) != leads(other, None):
        return False
    return not any(persons_clash(one, other, country) for country in left & right)


def _same_signing(one: Event, other: Event) -> bool:
    """Same parties and title. Who signs matters only where the documents have no title."""
    if not same_title(one.document, other.document):
        return False
    return _same_countries(countries(one), countries(other)) if one.document else _same_parties(one, other)


def _same_session(one: Event, other: Event) -> bool:
    """Same organisation, or same body; a body of two states only between the same two."""
    left, right = _organisations(one), _organisations(other)
    if left and right:
        return not left.isdisjoint(right)
    if one.body is None or other.body is None:
        return _same_parties(one, other)
    return same_title(one.body, other.body) and _may_sit_together(_members(one), _members(other))


def _may_sit_together(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a body of one name can be one. Many pairs of states have a "supreme council": two are just those two."""
    if left == right or not left or not right:
        return True
    return _one_holds_other(left, right) and (2 not in (len(left), len(right)) or 1 in (len(left), len(right)))


def _same_letter(one: Event, other: Event) -> bool:
    """Same parties, in the same direction, and not a congratulation the one, a condolence the other."""
    if {_rule_family(one), _rule_family(other)} == {"condolence", "congratulation"}:
        return False
    return _same_parties(one, other) and countries(one, "sender") == countries(other, "sender")


def _rule_family(event: Event) -> str:
    """First part of the name of the rule that found it: the type tells good wishes and sympathy not apart."""
    return event.evidence[0].rule.partition(".")[0] if event.evidence else ""


def _same_appointment(one: Event, other: Event) -> bool:
    """Same country and same person; without a name on both sides, the same office."""
    left, right = leads(one, None), leads(other, None)
    if left or right:
        return not left.isdisjoint(right)
    return bool(countries(one)) and _same_parties(one, other)


def _one_holds_other(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether they are equal, or the smaller, if it names anybody, lies within the larger."""
    return left == right or (bool(left and right) and (left <= right or right <= left))


def _same_countries(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether they are equal, or two or more of the one's are all the other names."""
    return bool(left and right) and (
        left == right or (_one_holds_other(left, right) and min(len(left), len(right)) > 1)
    )


def _organisations(event: Event) -> frozenset[str]:
    return frozenset(code for code in countries(event) if is_organisation(code))


def _states(event: Event) -> frozenset[str]:
    return countries(event) - _organisations(event)


def _members(event: Event) -> frozenset[str]:
    """The states that sit; where one only is named, with the one in whose town it is."""
    states = _states(event)
    town = event.place.country if event.place else None
    return states | {town} if len(states) == 1 and town else states


def _places_clash(one: Event, other: Event) -> bool:
    if one.type not in _IN_ONE_TOWN or one.place is None or other.place is None:
        return False
    here, there = one.place, other.place
    if here.country and there.country and here.country != there.country:
        return True
    return not same_title(here.name, there.name)


def _same_town(one: Event, other: Event) -> bool:
    return one.place is not None and other.place is not None and same_title(one.place.name, other.place.name)


_RULES: dict[str, Callable[[Event, Event], bool]] = {
    "VISIT": _same_visit,
    "SIGNING": _same_signing,
    SUMMIT: _same_session,
    "CONGRATULATION_OR_CONDOLENCE": _same_letter,
    "APPOINTMENT": _same_appointment,
}
"""What makes two events of a type one, besides time and place; `_same_parties` for the others."""
