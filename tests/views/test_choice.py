"""Which records are asked for, and how they stand on a day."""

import datetime as dt

import pytest
from two_states import ARSINOR, BELIN, ORLAN, country, event, person, source

from dragoman.model.records import Place
from dragoman.model.text import DateRange
from dragoman.views.choice import Choice, held, parties_of, standing

BEFORE, AFTER = dt.date(2025, 4, 10), dt.date(2025, 6, 1)


def visit(status: str, date: str | None = "2025-04", **more: object):  # type: ignore[no-untyped-def]
    told = source("x1", "Сообщение о визите", "2025-02-14")
    range_ = DateRange(date) if date else None
    return event(
        "e", "VISIT", told, status=status, date=range_, participants=(person(ORLAN, "visitor"),), place=ARSINOR, **more
    )


@pytest.mark.parametrize(
    ("status", "as_of", "stands"),
    [
        ("planned", BEFORE, "planned"),
        ("planned", AFTER, "not_confirmed"),
        ("possible", AFTER, "not_confirmed"),
        ("ongoing", BEFORE, "ongoing"),
        ("ongoing", AFTER, "begun"),
        ("occurred", AFTER, "occurred"),
        ("cancelled", AFTER, "cancelled"),
        ("planned", None, "planned"),
    ],
)
def test_standing(status: str, as_of: dt.date | None, stands: str) -> None:
    assert standing(visit(status), as_of) == stands


def test_a_plan_without_a_date_stays_a_plan() -> None:
    assert standing(visit("planned", None), AFTER) == "planned"


def test_a_month_has_passed_only_after_its_last_day() -> None:
    assert standing(visit("planned"), dt.date(2025, 4, 30)) == "planned"
    assert standing(visit("planned"), dt.date(2025, 5, 1)) == "not_confirmed"


def test_only_what_came_about_and_has_a_date_is_counted() -> None:
    assert held(visit("occurred"))
    assert held(visit("ongoing"), AFTER)
    assert not held(visit("planned"), AFTER)
    assert not held(visit("occurred", None))


def test_the_place_of_a_visit_receives() -> None:
    assert parties_of(visit("occurred")) == {"XV"}
    guest = event("e", "VISIT", date=DateRange("2025"), participants=(person(BELIN, "visitor"),), place=ARSINOR)
    assert parties_of(guest) == {"XT", "XV"}


def test_the_place_of_a_meeting_of_two_others_is_no_party() -> None:
    both = (person(BELIN, "participant"), country("KZ", "participant"))
    assert parties_of(event("e", "MEETING", participants=both, place=ARSINOR)) == {"XT", "KZ"}


def test_a_disputed_place_makes_nobody_a_party() -> None:
    guest = event("e", "VISIT", participants=(person(BELIN, "visitor"),), place=Place(name="Перевал"))
    assert parties_of(guest) == {"XT"}


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [
        (None, None, True),
        ("2025", None, True),
        ("2025-04-30", None, True),
        ("2025-05", None, False),
        (None, "2025-04-01", True),
        (None, "2025-03", False),
        ("2024", "2025", True),
    ],
)
def test_period(since: str | None, until: str | None, inside: bool) -> None:
    assert Choice(since=since, until=until).takes(visit("occurred")) is inside


def test_what_came_later_had_not_happened() -> None:
    assert not Choice(as_of=dt.date(2025, 3, 1)).takes(visit("occurred"))
    assert Choice(as_of=dt.date(2025, 3, 1)).takes(visit("planned"))


def test_what_was_announced_later_was_not_planned_yet() -> None:
    assert not Choice(as_of=dt.date(2025, 2, 1)).takes(visit("planned"))
    assert not Choice(as_of=dt.date(2025, 2, 1)).covers_day("2025-02-14T10:00")
