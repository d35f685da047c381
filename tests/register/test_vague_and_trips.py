"""Months and trips: what is told of a month finds its day, and the towns of one trip are one visit."""

from __future__ import annotations

import pytest
from factories import event, events, meeting, party, reading, signing, summit, visit

from dragoman.model.records import Participant
from dragoman.model.text import DateRange
from dragoman.register.merge import merge

BAKU, FUZULI, ASTANA, TASHKENT = ("Баку", "AZ"), ("Физули", "AZ"), ("Астана", "KZ"), ("Ташкент", "UZ")


def background(*who: str, **more: object) -> object:
    return meeting(*who, frame="background", place=BAKU, **more)


# --- a month and the visits in it


@pytest.mark.parametrize("date", ["2023-11", "2023"])
def test_a_meeting_of_a_month_implies_no_visit_where_one_is_on_record(date: str) -> None:
    told = [
        reading("a", "2023-11-03", visit("tokayev", "AZ", "2023-11-02/2023-11-03")),
        reading("b", "2024-03-10", background("tokayev", "aliyev", date=date)),
    ]
    found = merge(told)
    (held,) = events(found, "VISIT")
    assert not held.inferred
    assert [r.part_of for r in events(found, "MEETING")] == [held.id]


def test_a_meeting_of_another_month_implies_a_visit_of_that_month() -> None:
    told = [
        reading("a", "2023-11-03", visit("tokayev", "AZ", "2023-11-02/2023-11-03")),
        reading("b", "2024-03-10", background("tokayev", "aliyev", date="2023-12")),
    ]
    assert [r.date for r in events(merge(told), "VISIT") if r.inferred] == [DateRange("2023-12")]


def test_two_looks_back_on_a_month_imply_one_visit_and_it_keeps_the_month() -> None:
    told = [
        reading("a", "2024-03-10", background("tokayev", "aliyev", date="2023-11")),
        reading("b", "2024-03-11", summit("OTS", "tokayev", date="2023-11", place=BAKU, frame="background")),
    ]
    (implied,) = events(merge(told), "VISIT")
    assert (implied.inferred, implied.date, implied.occasion) == (True, DateRange("2023-11"), "mixed")


def test_a_sharper_presence_explains_that_of_a_month() -> None:
    told = [
        reading("a", "2023-11-24", summit("SPECA", "tokayev", date="2023-11-24", place=BAKU)),
        reading("b", "2024-03-10", background("tokayev", "aliyev", date="2023-11")),
    ]
    assert [r.date for r in events(merge(told), "VISIT")] == [DateRange("2023-11-24")]


def test_a_minister_there_on_a_day_does_not_explain_his_president_of_that_month() -> None:
    told = [
        reading("a", "2023-11-24", meeting("nurtleu", "bayramov", date="2023-11-24", place=BAKU)),
        reading("b", "2024-03-10", background("tokayev", "aliyev", date="2023-11")),
    ]
    assert len(events(merge(told), "VISIT")) == 2


@pytest.mark.parametrize(("date", "implied"), [("2023-11", 0), ("2023", 1)])
def test_a_visit_of_a_month_explains_a_presence_in_it_and_one_of_a_year_does_not(date: str, implied: int) -> None:
    told = [
        reading("a", "2023-11-24", summit("SPECA", "tokayev", date="2023-11-24", place=BAKU)),
        reading("b", "2024-03-10", visit("tokayev", "AZ", date, frame="background")),
    ]
    assert sum(r.inferred for r in events(merge(told), "VISIT")) == implied


def test_a_meeting_of_a_month_with_two_visits_belongs_to_neither() -> None:
    told = [
        reading("a", "2023-11-03", visit("tokayev", "AZ", "2023-11-03")),
        reading("b", "2023-11-24", visit("tokayev", "AZ", "2023-11-24")),
        reading("c", "2024-03-10", background("tokayev", "aliyev", date="2023-11")),
    ]
    assert events(merge(told), "MEETING")[0].part_of is None


def test_a_meeting_of_a_month_joins_the_one_of_a_day_which_keeps_its_day() -> None:
    told = [
        reading("a", "2023-11-24", meeting("tokayev", "aliyev", place=BAKU)),
        reading("b", "2024-03-10", background("tokayev", "aliyev", date="2023-11")),
    ]
    (record,) = events(merge(told), "MEETING")
    assert (record.date, record.date_basis, len(record.sources)) == (DateRange("2023-11-24"), "reported", 2)


def test_news_of_another_month_than_the_stated_one_gives_no_day() -> None:
    told = [
        reading("a", "2023-12-01", meeting("tokayev", "aliyev", place=BAKU)),
        reading("b", "2024-03-10", background("tokayev", "aliyev", date="2023-11")),
    ]
    (record,) = events(merge(told), "MEETING")
    assert (record.date, record.date_basis) == (DateRange("2023-11"), "stated")


def test_a_look_back_on_a_visit_is_placed_by_what_was_signed_then() -> None:
    told = [
        reading("a", "2023-04-10", visit("aliyev", "KZ", "2023-04-10")),
        reading("b", "2023-11-02", visit("aliyev", "KZ", "2023-11-02")),
        reading(
            "c",
            "2024-03-10",
            visit("aliyev", "KZ", frame="background"),
            signing("AZ", "KZ", date="2023-04", frame="background", within=0),
        ),
    ]
    found = merge(told)
    first, _ = events(found, "VISIT")
    assert {s.label for s in first.sources} == {"a", "c"}
    assert events(found, "SIGNING")[0].part_of == first.id


# --- the towns of one trip


def test_the_next_town_of_the_trip_is_the_same_visit() -> None:
    told = [
        reading("a", "2024-03-10", visit("tokayev", "AZ", "2024-03-11/2024-03-12", status="planned", place=BAKU)),
        reading(
            "b",
            "2024-03-11",
            visit("tokayev", "AZ", "2024-03-11", status="ongoing", place=BAKU),
            visit("tokayev", "AZ", "2024-03-12", status="planned", place=FUZULI),
        ),
    ]
    (record,) = events(merge(told), "VISIT")
    assert (record.date, record.place and record.place.name) == (DateRange("2024-03-11", "2024-03-12"), "Баку")
    assert (record.status, record.dissents) == ("ongoing", ())


@pytest.mark.parametrize(
    ("date", "status"), [("2024-03-25", "planned"), (None, "planned"), ("2024-03-12", "cancelled")]
)
def test_another_visit_that_the_article_tells_of_as_ahead_stays_another(date: str | None, status: str) -> None:
    ahead = visit("tokayev", "AZ", date, status=status)
    told = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11", status="ongoing"), ahead)
    assert len(events(merge([told]), "VISIT")) == 2


def test_the_first_day_and_the_last_are_one_where_the_whole_is_told() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11", place=BAKU)),
        reading("b", "2024-03-14", visit("tokayev", "AZ", "2024-03-14", place=FUZULI)),
    ]
    assert len(events(merge(told), "VISIT")) == 2
    told.append(reading("c", "2024-03-10", visit("tokayev", "AZ", "2024-03-11/2024-03-14", status="planned")))
    assert len(events(merge(told), "VISIT")) == 1


def test_the_arrival_on_the_evening_before_is_the_visit() -> None:
    told = [
        reading("a", "2024-03-05", visit("tokayev", "AZ", "2024-03-11/2024-03-12", status="planned")),
        reading("b", "2024-03-10", visit("tokayev", "AZ", status="ongoing")),
    ]
    assert len(events(merge(told), "VISIT")) == 1
    talks = [reading("a", "2024-03-05", meeting("tokayev", "aliyev", date="2024-03-11"))]
    assert len(events(merge([*talks, reading("b", "2024-03-10", meeting("tokayev", "aliyev"))]), "MEETING")) == 2


# --- occasions


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (("bilateral", "multilateral"), "mixed"),
        (("bilateral", "bilateral", "mixed"), "mixed"),
        (("bilateral", None), "bilateral"),
        ((None, None), None),
    ],
)
def test_both_sides_of_an_occasion_make_it_mixed_and_no_dissent(
    told: tuple[str | None, ...], shown: str | None
) -> None:
    tellings = (visit("tokayev", "AZ", "2024-03-11", occasion=occasion) for occasion in told)
    (record,) = events(merge([reading(f"a{n}", "2024-03-11", one) for n, one in enumerate(tellings)]))
    assert (record.occasion, record.dissents) == (shown, ())


# --- announced, undated, and of the same name


def test_an_article_without_a_day_joins_the_only_visit_of_its_parties() -> None:
    held = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"))
    loose = [reading(name, None, visit("tokayev", "AZ", status="ongoing")) for name in "bc"]
    assert [len(r.sources) for r in events(merge([held, *loose]))] == [3]
    another = reading("d", "2024-06-11", visit("tokayev", "AZ", "2024-06-11"))
    assert [len(r.sources) for r in events(merge([held, another, *loose])) if r.date] == [1, 1]


@pytest.mark.parametrize(("kind", "records"), [("state", 1), (None, 1), ("working", 2)])
def test_an_article_without_a_day_joins_no_visit_of_another_character(kind: str | None, records: int) -> None:
    held = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11", visit_kind="state"))
    loose = reading("b", "2024-09-01", visit("tokayev", "AZ", frame="background", visit_kind=kind))
    assert len(events(merge([held, loose]))) == records


def test_what_is_told_as_ahead_in_a_year_that_is_over_joins_nothing() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")),
        reading("b", "2025-10-18", visit("tokayev", "AZ", "2024", status="planned")),
    ]
    assert len(events(merge(told))) == 2


@pytest.mark.parametrize("who", [("KZ", "UZ"), ("KZ", "UZ", "AZ"), ("UZ",)])
def test_councils_of_one_name_of_two_pairs_of_states_are_two(who: tuple[str, ...]) -> None:
    name = "Высший межгосударственный совет"
    told = [
        reading("a", "2024-08-08", summit("KZ", "AZ", date="2024-08-08", body=name)),
        reading("b", "2024-08-08", summit(*who, date="2024-08-08", body=name)),
        reading("c", "2024-09-08", summit(*who, date="2024", body=name, frame="background")),
    ]
    assert [r.countries for r in events(merge(told)) if {s.label for s in r.sources} & {"b", "c"}] == [frozenset(who)]


def test_a_letter_of_joy_and_one_of_grief_are_two() -> None:
    told = [
        event("CONGRATULATION_OR_CONDOLENCE", party("tokayev", "sender"), Participant(part="recipient", country="AZ"))
        for _ in range(2)
    ]
    one, other = (reading(name, "2024-12-24", letter) for name, letter in zip("ab", told, strict=True))
    assert len(events(merge([one, other]))) == 1
    assert len(events(merge([_found_by(one, "congratulation.verb"), _found_by(other, "condolence.verb")]))) == 2


def _found_by(told, rule):  # type: ignore[no-untyped-def]
    import msgspec

    replace = msgspec.structs.replace
    changed = (replace(e, evidence=tuple(replace(x, rule=rule) for x in e.evidence)) for e in told.events)
    return replace(told, events=tuple(changed))
