"""The sentences of the design about merging, each as a test. Articles are synthetic; events of the merge only."""

from __future__ import annotations

import pytest
from factories import event, events, meeting, party, reading, signing, summit, visit

from dragoman.model.register import EventRecord
from dragoman.model.text import DateRange
from dragoman.register.merge import merge

BAKU, ASTANA, TASHKENT = ("Баку", "AZ"), ("Астана", "KZ"), ("Ташкент", "UZ")


def only(*told: object) -> EventRecord:
    """The one event that these readings come to."""
    (record,) = told_of(*told)
    return record


def told_of(*told: object) -> list[EventRecord]:
    """The events that they tell of, what is inferred from them left out."""
    return [record for record in events(merge(told)) if not record.inferred]  # type: ignore[arg-type]


# --- one event or two


def test_several_outlets_that_report_a_visit_make_one_record_with_all_sources() -> None:
    told = [
        reading(f"a{n}", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"), outlet=f"{n}.example") for n in range(3)
    ]
    assert {source.outlet for source in only(*told).sources} == {"0.example", "1.example", "2.example"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-03", "2024-03-11"),
        ("2024-03-11", "2024-03-11/2024-03-12"),
        ("2024-03-11", "2024-03-12"),
        ("2024", "2024-03-11/2024-03-12"),
    ],
)
def test_dates_of_different_precision_that_meet_are_one_visit(one: str, other: str) -> None:
    only(reading("a", "2024-03-12", visit("tokayev", "AZ", one)), reading("b", "2024-03-13", visit("KZ", "AZ", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (visit("tokayev", "AZ", "2024-03-11"), visit("tokayev", "AZ", "2024-03-18")),
        (visit("tokayev", "AZ", "2024-03-11"), visit("aliyev", "KZ", "2024-03-11")),
        (visit("tokayev", "AZ", "2024-03-11"), visit("nurtleu", "AZ", "2024-03-11")),
        (visit("tokayev", "AZ", "2024-03-11"), visit("tokayev", "UZ", "2024-03-11")),
        (
            meeting("tokayev", "aliyev", date="2024-03-11", place=BAKU),
            meeting("tokayev", "aliyev", date="2024-03-11", place="Шуша"),
        ),
        (meeting("tokayev", "aliyev", date="2024-03-11"), meeting("tokayev", "aliyev", date="2024-03-12")),
        (meeting("tokayev", "aliyev", date="2024-03-11"), meeting("nurtleu", "bayramov", date="2024-03-11")),
        (meeting("tokayev", "aliyev", date="2024-03-11"), event("CALL", party("tokayev"), party("aliyev"))),
        (
            signing("KZ", "AZ", date="2024-03-11", document="Соглашение о торговле"),
            signing("KZ", "AZ", date="2024-03-11", document="Соглашение о культуре"),
        ),
        (
            signing("KZ", "AZ", date="2024-03-11", document="Соглашение о торговле"),
            signing("KZ", "AZ", date="2024-03-11"),
        ),
        (
            event("CONGRATULATION_OR_CONDOLENCE", party("tokayev", "sender"), party("aliyev", "recipient")),
            event("CONGRATULATION_OR_CONDOLENCE", party("aliyev", "sender"), party("tokayev", "recipient")),
        ),
    ],
)
def test_what_contradicts_stays_apart(one: object, other: object) -> None:
    assert len(told_of(reading("a", "2024-03-11", one), reading("b", "2024-03-11", other))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (visit("tokayev", "AZ"), visit("KZ", "AZ")),
        (meeting("tokayev", "aliyev", place=BAKU), meeting("KZ", "AZ")),
        (meeting("KZ", "AZ", "UZ"), meeting("KZ", "AZ")),
        (signing("KZ", "AZ", document="Договор о дружбе"), signing("KZ", "AZ", document="договора о дружбе")),
        (signing("KZ", "AZ"), signing("KZ", "AZ", count=10)),
        (summit("OTS", "KZ", body="саммит ОТГ"), summit("OTS", "AZ")),
        (summit("KZ", "AZ", body="Высший совет"), summit("AZ", "KZ", body="Высшего совета")),
        (event("VISIT", party("tokayev", "visitor"), place=BAKU), visit("tokayev", "AZ")),
    ],
)
def test_what_fits_becomes_one(one: object, other: object) -> None:
    only(reading("a", "2024-03-11", one), reading("b", "2024-03-11", other))


def test_an_undated_report_joins_the_event_of_the_days_before() -> None:
    stated = reading("a", "2024-03-20", visit("tokayev", "AZ", "2024-03-11"))
    assert len(events(merge([stated, reading("b", "2024-03-14", visit("tokayev", "AZ"))]))) == 1
    assert len(events(merge([stated, reading("b", "2024-03-15", visit("tokayev", "AZ"))]))) == 2


def test_two_visits_a_week_apart_stay_two_though_both_are_undated() -> None:
    told = [reading("a", "2024-03-11", visit("tokayev", "AZ")), reading("b", "2024-03-18", visit("tokayev", "AZ"))]
    assert len(events(merge(told))) == 2


def test_reports_day_after_day_do_not_chain_two_visits_into_one() -> None:
    told = [reading(f"a{day}", f"2024-03-{day}", visit("tokayev", "AZ")) for day in range(11, 21)]
    assert all(len({s.published for s in record.sources}) <= 4 for record in events(merge(told)))
    assert len(events(merge(told))) > 1


def test_the_better_pair_wins_where_the_ends_contradict() -> None:
    far = reading("a", "2024-03-11", meeting("tokayev", "aliyev", date="2024-03-11", place=BAKU))
    middle = reading("b", "2024-03-11", meeting("KZ", "aliyev", date="2024-03-11"))
    near = reading("c", "2024-03-11", meeting("nurtleu", "aliyev", date="2024-03-11", place=ASTANA))
    assert merge([far, middle, near]) == merge([near, middle, far]) == merge([middle, near, far])
    assert sorted(len(r.sources) for r in events(merge([far, middle, near]), "MEETING")) == [1, 2]


def test_one_article_that_tells_of_a_plan_and_of_a_fact_tells_of_two() -> None:
    told = reading("a", "2024-03-11", meeting("tokayev", "aliyev"), meeting("tokayev", "aliyev", status="planned"))
    assert len(events(merge([told]))) == 2


# --- when


def test_a_report_of_the_day_places_the_event_and_says_so() -> None:
    record = only(reading("a", "2023-11-24", meeting("tokayev", "aliyev", place="Минск")))
    assert (record.date, record.date_basis, record.reported) == (DateRange("2023-11-24"), "reported", "2023-11-24")


def test_the_date_is_taken_from_the_article_that_gives_one() -> None:
    told = [
        reading("a", "2024-03-12", visit("tokayev", "AZ")),
        reading("b", "2024-03-20", visit("KZ", "AZ", "2024-03-11")),
    ]
    record = only(*told)
    assert (record.date, record.date_basis) == (DateRange("2024-03-11"), "stated")


def test_a_month_stays_a_month() -> None:
    record = only(reading("a", "2024-06-01", visit("tokayev", "AZ", "2023-11", frame="background")))
    assert record.date == DateRange("2023-11")


def test_a_background_event_without_a_date_joins_a_single_match() -> None:
    past = reading("b", "2024-09-01", visit("tokayev", "AZ", frame="background"))
    record = only(reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")), past)
    assert len(record.sources) == 2
    assert record.date == DateRange("2024-03-11")


def test_a_background_event_that_fits_two_stays_alone_and_undated() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")),
        reading("b", "2024-06-11", visit("tokayev", "AZ", "2024-06-11")),
        reading("c", "2024-09-01", visit("tokayev", "AZ", frame="background")),
    ]
    alone = events(merge(told))[-1]
    assert (len(events(merge(told))), alone.date, alone.date_basis) == (3, None, None)
    assert [source.label for source in alone.sources] == ["c"]


def test_a_background_event_does_not_join_what_came_after_it_was_told() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")),
        reading("b", "2024-01-01", visit("tokayev", "AZ", frame="background")),
    ]
    assert len(events(merge(told))) == 2


def test_an_announced_event_without_a_date_is_placed_nowhere() -> None:
    record = only(reading("a", "2024-03-11", visit("tokayev", "AZ", status="planned")))
    assert (record.date, record.date_basis, record.status) == (None, None, "planned")


def test_another_exact_day_is_a_dissent_and_the_majority_is_shown() -> None:
    told = [reading(n, "2024-03-13", visit("tokayev", "AZ", "2024-03-11")) for n in "ab"]
    record = only(*told, reading("c", "2024-03-12", visit("tokayev", "AZ", "2024-03-12")))
    assert record.date == DateRange("2024-03-11")
    (dissent,) = record.dissents
    assert [(said.value, len(said.articles)) for said in dissent.values] == [("2024-03-11", 2), ("2024-03-12", 1)]


def test_a_day_within_the_visit_is_no_dissent() -> None:
    told = [reading(n, "2024-03-13", visit("tokayev", "AZ", "2024-03-11")) for n in "ab"]
    record = only(*told, reading("c", "2024-03-12", visit("tokayev", "AZ", "2024-03-11/2024-03-12")))
    assert (record.date, record.dissents) == (DateRange("2024-03-11", "2024-03-12"), ())


# --- fields


def test_a_field_shows_what_most_articles_say_and_keeps_the_rest() -> None:
    told = [reading(n, "2024-03-11", visit("tokayev", "AZ", "2024-03-11", visit_kind="state")) for n in "ab"]
    record = only(*told, reading("c", "2024-03-10", visit("tokayev", "AZ", "2024-03-11", visit_kind="official")))
    assert record.visit_kind == "state"
    assert [(d.field, [v.value for v in d.values]) for d in record.dissents] == [("visit_kind", ["state", "official"])]


def test_a_town_with_and_without_its_country_is_no_dissent() -> None:
    told = [reading(n, "2024-03-11", meeting("tokayev", "aliyev", place="Баку")) for n in "ab"]
    record = next(r for r in events(merge([*told, reading("c", "2024-03-11", meeting("KZ", "AZ", place=BAKU))])))
    assert record.place is not None
    assert (record.place.name, record.place.country, record.dissents) == ("Баку", "AZ", ())


def test_a_person_stands_for_his_country_and_the_place_for_the_host() -> None:
    record = only(
        reading("a", "2024-03-11", event("VISIT", party("KZ", "visitor"), place=BAKU)),
        reading("b", "2024-03-11", event("VISIT", party("tokayev", "visitor"), place=BAKU)),
    )
    assert [(p.part, p.actor, p.country) for p in record.participants] == [
        ("visitor", "tokayev", "KZ"),
        ("host", None, "AZ"),
    ]


@pytest.mark.parametrize(
    ("statuses", "stands"),
    [
        (("planned", "occurred"), "occurred"),
        (("planned", "cancelled"), "cancelled"),
        (("cancelled", "planned"), "planned"),
        (("planned", "cancelled", "occurred"), "occurred"),
        (("ongoing", "occurred"), "occurred"),
        (("possible", "planned"), "planned"),
    ],
)
def test_the_later_word_stands_and_what_took_place_stays(statuses: tuple[str, ...], stands: str) -> None:
    told = [
        reading(f"a{n}", f"2024-03-0{n + 1}", visit("tokayev", "AZ", "2024-03-04/2024-03-05", status=status))
        for n, status in enumerate(statuses)
    ]
    record = only(*told)
    assert record.status == stands
    assert [entry.status for entry in record.history] == list(statuses)


def test_an_announcement_and_the_report_of_the_event_are_one() -> None:
    told = [
        reading("a", "2024-02-20", visit("tokayev", "AZ", status="planned", frame="announcement")),
        reading("b", "2024-03-11", visit("tokayev", "AZ")),
    ]
    record = only(*told)
    assert (record.status, record.date) == ("occurred", DateRange("2024-03-11"))


def test_a_cancellation_of_what_others_saw_is_a_dissent() -> None:
    record = only(
        reading("a", "2024-03-10", visit("tokayev", "AZ", "2024-03-11", status="cancelled")),
        reading("b", "2024-03-12", visit("tokayev", "AZ", "2024-03-11")),
    )
    assert (record.status, [d.field for d in record.dissents]) == ("occurred", ["status"])


# --- visits around and behind


def test_a_meeting_and_a_signing_in_the_days_of_a_visit_are_part_of_it() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11/2024-03-12")),
        reading("b", "2024-03-12", meeting("tokayev", "aliyev", date="2024-03-12", place=BAKU)),
        reading("c", "2024-03-12", signing("KZ", "AZ", date="2024-03-12")),
        reading("d", "2024-03-13", meeting("tokayev", "aliyev", date="2024-03-13", place="Минск")),
    ]
    found = merge(told)
    (held,) = events(found, "VISIT")
    assert [r.part_of for r in events(found) if r.type != "VISIT"] == [held.id, held.id, None]


def test_of_two_visits_at_a_time_the_one_of_those_who_met_is_meant() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")),
        reading("b", "2024-03-11", visit("nurtleu", "AZ", "2024-03-11")),
        reading("c", "2024-03-11", meeting("nurtleu", "bayramov", date="2024-03-11")),
        reading("d", "2024-03-11", signing("KZ", "AZ", date="2024-03-11")),
    ]
    found = merge(told)
    minister = next(r for r in events(found, "VISIT") if r.participants[0].actor == "nurtleu")
    assert events(found, "MEETING")[0].part_of == minister.id
    assert events(found, "SIGNING")[0].part_of is None


def test_a_meeting_in_a_third_country_is_part_of_no_visit() -> None:
    told = [
        reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11")),
        reading("b", "2024-03-11", meeting("tokayev", "aliyev", date="2024-03-11", place=TASHKENT)),
    ]
    assert events(merge(told), "MEETING")[0].part_of is None


def test_the_articles_own_word_decides_what_was_part_of_what() -> None:
    told = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"), meeting("bektenov", "UZ", within=0))
    found = merge([told])
    assert events(found, "MEETING")[0].part_of == events(found, "VISIT")[0].id


def test_presence_at_a_summit_abroad_makes_an_inferred_visit() -> None:
    told = reading("a", "2024-03-11", summit("OTS", "tokayev", "mirziyoyev", date="2024-03-11", place=TASHKENT))
    (inferred,) = events(merge([told]), "VISIT")
    assert (inferred.inferred, inferred.occasion, inferred.date) == (True, "multilateral", DateRange("2024-03-11"))
    assert [(p.part, p.actor or p.country) for p in inferred.participants] == [("visitor", "tokayev"), ("host", "UZ")]
    assert [source.text for source in inferred.sources] == [told.events[0].evidence[0].text]


def test_host_and_guest_may_stand_in_different_articles() -> None:
    told = [
        reading("a", "2024-03-11", summit("OTS", date="2024-03-11", place=TASHKENT)),
        reading("b", "2024-03-11", summit("OTS", "tokayev", date="2024-03-11")),
    ]
    (inferred,) = events(merge(told), "VISIT")
    assert [source.label for source in inferred.sources] == ["b"]


@pytest.mark.parametrize(
    "told",
    [
        summit("OTS", "tokayev", date="2024-03-11", place=TASHKENT, status="planned"),
        summit("OTS", "KZ", date="2024-03-11", place=TASHKENT),
        summit("OTS", "tokayev", date="2024-03-11"),
        summit("OTS", "tokayev", date="2024-03-11", place=ASTANA),
        event("CALL", party("tokayev"), party("aliyev"), date="2024-03-11", place=BAKU),
        meeting("tokayev", "aliyev", date="2024-03-11", place=TASHKENT),
    ],
)
def test_without_presence_in_person_abroad_no_visit_is_inferred(told: object) -> None:
    assert events(merge([reading("a", "2024-03-11", told)]), "VISIT") == []


@pytest.mark.parametrize("day", ["2024-03-10", "2024-03-11", "2024-03-12"])
def test_a_visit_on_record_explains_the_presence(day: str) -> None:
    told = [
        reading("a", "2024-03-12", summit("OTS", "tokayev", date="2024-03-11", place=TASHKENT)),
        reading("b", "2024-03-12", visit("tokayev", "UZ", day)),
    ]
    assert [r.inferred for r in events(merge(told), "VISIT")] == [False]


def test_a_minister_comes_with_his_president_and_a_president_not_with_his_minister() -> None:
    talks = reading("a", "2024-03-11", meeting("nurtleu", "bayramov", date="2024-03-11", place=BAKU))
    with_president = merge([talks, reading("b", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"))])
    assert len(events(with_president, "VISIT")) == 1
    session = reading("c", "2024-03-11", summit("OTS", "tokayev", date="2024-03-11", place=BAKU))
    after_minister = merge([session, reading("d", "2024-03-11", visit("nurtleu", "AZ", "2024-03-11"))])
    assert [r.inferred for r in events(after_minister, "VISIT")].count(True) == 1


def test_summit_and_talks_of_one_stay_make_one_inferred_visit_of_both_occasions() -> None:
    told = [
        reading("a", "2024-03-11", summit("OTS", "tokayev", "nurtleu", date="2024-03-11", place=TASHKENT)),
        reading("b", "2024-03-12", meeting("tokayev", "mirziyoyev", date="2024-03-12", place=TASHKENT)),
    ]
    found = merge(told)
    (inferred,) = events(found, "VISIT")
    assert (inferred.occasion, inferred.date) == ("mixed", DateRange("2024-03-11", "2024-03-12"))
    assert events(found, "MEETING")[0].part_of == inferred.id


# --- ids


def test_an_id_is_that_of_the_first_source_and_the_others_lead_to_it() -> None:
    first = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"))
    second = reading("b", "2024-03-12", visit("tokayev", "AZ", "2024-03-11/2024-03-12"))
    alone, together = only(second), only(first, second)
    assert len(together.id) == 11
    assert together.id[0] == "e"
    assert {alone.id, only(first).id} == {together.id, *together.aliases}


def test_a_loose_source_never_gives_the_id() -> None:
    sharp = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"))
    loose = reading("b", "2024-05-01", visit("tokayev", "AZ", "2024", frame="background"))
    assert only(sharp, loose).id == only(sharp).id
