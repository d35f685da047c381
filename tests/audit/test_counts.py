"""Visits, meetings and documents on record against what was claimed. All states and persons are invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.audit import audit, load_rules, verdict
from dragoman.audit.frame import Frame
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Evidence, Participant, Place, Window
from dragoman.model.register import ClaimRecord, EventRecord, Snapshot, Source
from dragoman.model.text import DateRange, Span

IRZAYEV = Actor(actor="irzayev-davler", name="Давлер Ирзаев", country="XT")
VELTSKAYA = Actor(actor="veltskaya-oriana", name="Ориана Вельтская", country="XM")
THREE_YEARS = Window(start="2022-10-18", end="2025-10-18", vague=True)
TOLD = "2025-10-18T10:15"


def source(article: str) -> Source:
    """A sentence of an article."""
    return Source(
        article=article,
        label=article,
        outlet="torna.xt",
        outlet_name="Торна",
        outlet_country="XT",
        published=TOLD,
        span=Span(0, 5),
        text="Визит",
        rule="visit",
        item=0,
    )


def visit(start: str, end: str | None = None, **fields: Any) -> EventRecord:
    """A visit of Irzayev's to Maldora on these days."""
    values: dict[str, Any] = {
        "id": f"e{start}",
        "type": "VISIT",
        "status": "occurred",
        "participants": (
            Participant(part="visitor", actor="irzayev-davler", name="Давлер Ирзаев", country="XT"),
            Participant(part="host", country="XM"),
        ),
        "sources": (source(f"a{start}"),),
        "date": DateRange(start, end),
        "date_basis": "stated",
        "place": Place(name="Лиардон", country="XM"),
    }
    return EventRecord(**(values | fields))


def meeting(start: str, ident: str = "") -> EventRecord:
    """A meeting of Irzayev's and Veltskaya's."""
    both = tuple(
        Participant(part="participant", actor=a.actor, name=a.name, country=a.country) for a in (IRZAYEV, VELTSKAYA)
    )
    return visit(start, id=f"m{start}{ident}", type="MEETING", participants=both)


def claim(value: float, **fields: Any) -> ClaimRecord:
    """A claim of visits of Irzayev's to Maldora, told on 18 October 2025."""
    evidence = (Evidence(span=Span(0, 5), rule="claim.visits", text="визит"),)
    values: dict[str, Any] = {
        "kind": "visit_count",
        "value": value,
        "comparator": "=",
        "unit": "visit",
        "evidence": evidence,
        "subject": IRZAYEV,
        "object": Actor(country="XM"),
        "window": Window(start="2023", end="2024"),
        "what": "визит",
    }
    published = fields.pop("published", TOLD)
    return ClaimRecord(id="c1", claim=Claim(**(values | fields)), sources=(source("own"),), published=published)


def snapshot(*events: EventRecord, **fields: Any) -> Snapshot:
    """A register of these events."""
    return Snapshot(events=events, **fields)


def test_as_many_confirm() -> None:
    """Two claimed, two on record."""
    found = verdict(claim(2), snapshot(visit("2023-02-01"), visit("2024-05-06")))
    assert found.verdict == "confirmed"
    assert found.counts[0].records == ("e2023-02-01", "e2024-05-06")


def test_fewer_are_incomplete() -> None:
    """Absence is no contradiction."""
    found = verdict(claim(3), snapshot(visit("2023-02-01"), visit("2024-05-06")))
    assert found.verdict == "incomplete"
    assert found.says == "Заявлено 3; в реестре 2 (01.01.2023–31.12.2024); отсутствие в реестре не опровергает"
    assert found.says_en.startswith("Claimed 3; on record 2 (01.01.2023–31.12.2024)")


def test_more_contradict() -> None:
    """Three on record refute two."""
    events = [visit("2023-02-01"), visit("2023-06-01"), visit("2024-05-06")]
    assert verdict(claim(2), snapshot(*events)).verdict == "contradicted"


def test_more_only_when_multilateral_ones_count_depends() -> None:
    """Two bilateral visits and one to a summit: it depends on the rule."""
    events = [visit("2023-02-01"), visit("2023-06-01"), visit("2024-05-06", occasion="multilateral")]
    found = verdict(claim(2), snapshot(*events))
    assert found.verdict == "depends"


def test_more_only_when_inferred_ones_count_depends() -> None:
    """A visit inferred from presence at a summit is counted, and shown apart."""
    events = [visit("2023-02-01"), visit("2023-06-01"), visit("2024-05-06", inferred=True, occasion="multilateral")]
    found = verdict(claim(2), snapshot(*events))
    assert found.verdict == "depends"
    counted = {count.rule: count.found for count in found.counts}
    assert (counted["all"], counted["stated"]) == (3, 2)
    assert "из них выведено из участия в саммите: 1" in found.says


def test_an_inferred_trip_in_the_month_of_a_stated_one_is_that_one() -> None:
    """Presence at a summit "in November" beside a visit of 2 November."""
    events = [visit("2023-11-02"), visit("2023-11", id="v1", inferred=True)]
    assert verdict(claim(1), snapshot(*events)).verdict == "confirmed"


def test_the_words_of_the_claim_are_no_visit() -> None:
    """ "Дважды посетил", read as a visit, is not a third."""
    own = visit("2024-09-09", sources=(source("own"),))
    assert verdict(claim(2), snapshot(visit("2023-02-01"), visit("2024-05-06"), own)).verdict == "confirmed"


def test_a_country_without_person_is_never_contradicted() -> None:
    """ "Третий визит делегации": the country's visits are more than those meant."""
    events = [visit("2023-02-01"), visit("2023-06-01"), visit("2024-05-06")]
    assert verdict(claim(2, subject=Actor(country="XT")), snapshot(*events)).verdict == "depends"


def test_seventh_visit_of_three_years() -> None:
    """Four strictly inside, one days before the window, one announced: six of seven are on record at most."""
    inside = [visit("2023-03-11"), visit("2023-11-24"), visit("2024-07-03"), visit("2024-11-12")]
    before = visit("2022-10-12", "2022-10-13")
    ahead = visit("2025-10-20", "2025-10-21", status="planned")
    found = verdict(claim(7, ordinal=True, window=THREE_YEARS), snapshot(before, *inside, ahead))
    exact = found.counts[0]
    assert exact.rule == "all"
    assert exact.records == tuple(e.id for e in inside)
    assert exact.edge == ("e2022-10-12", "e2025-10-20")
    assert found.verdict == "incomplete"
    assert "в реестре 4 (точное окно 18.10.2022–18.10.2025), 6 с теми, что у границ окна" in found.says
    assert "отсутствие в реестре не опровергает" in found.says


def test_sixth_with_one_near_the_edge_depends() -> None:
    """Five inside and one fifty-five days before the window: five exactly, six with the edge."""
    days = ["2022-08-24", "2023-03-11", "2023-11-24", "2024-07-03", "2024-11-12", "2025-10-07"]
    found = verdict(claim(6, window=THREE_YEARS), snapshot(*(visit(day) for day in days)))
    assert found.verdict == "depends"
    exact = found.counts[0]
    assert (exact.found, exact.edge) == (5, ("e2022-08-24",))
    widened = next(count for count in found.counts if count.widened and count.rule == "all")
    assert (widened.window, widened.found) == (DateRange("2022-01-01", "2025-10-18"), 6)


def test_a_sharp_window_has_no_edges() -> None:
    """ "В 2024 году" leaves out a visit of January 2025."""
    found = verdict(
        claim(1, window=Window(start="2024", end="2024")), snapshot(visit("2024-05-06"), visit("2025-01-09"))
    )
    assert (found.verdict, found.counts[0].edge) == ("confirmed", ())


def test_the_announced_visit_is_in_a_sharp_window() -> None:
    """ "Мой второй визит в этом году", said two days ahead of it."""
    events = [visit("2025-03-11"), visit("2025-10-20", status="planned")]
    found = verdict(claim(2, ordinal=True, window=Window(start="2025", end="2025")), snapshot(*events))
    assert found.verdict == "confirmed"


def test_what_came_after_the_claim_is_not_counted() -> None:
    """A visit of November does not refute what was said in October."""
    events = [visit("2025-03-11"), visit("2025-11-20")]
    found = verdict(claim(1, window=Window(start="2025", end="2025")), snapshot(*events))
    assert found.verdict == "confirmed"


def test_first_visit_with_earlier_ones_on_record() -> None:
    """ "Первый визит" is refuted by an earlier one, and not proved by there being none."""
    now = visit("2025-10-17", "2025-10-19", status="ongoing")
    first = claim(1, ordinal=True, window=None)
    assert verdict(first, snapshot(now, visit("2021-05-05"))).verdict == "contradicted"
    assert verdict(first, snapshot(now)).verdict == "consistent"


def test_official_visits_are_counted_first_where_the_claim_says_so() -> None:
    """ "Второй официальный визит" beside two working ones."""
    events = [
        visit("2023-02-01", visit_kind="official"),
        visit("2023-06-01", visit_kind="working"),
        visit("2024-05-06", visit_kind="official"),
    ]
    found = verdict(claim(2, what="официальный визит"), snapshot(*events))
    assert (found.verdict, found.counts[0].rule, found.counts[0].found) == ("confirmed", "official", 2)


def test_undated_cancelled_and_planned_are_not_counted() -> None:
    """What has no place in time, fell through or is ahead counts for nothing."""
    events = [
        visit("2023-02-01"),
        visit("2023-05-01", status="cancelled"),
        visit("2023-06-01", status="planned"),
        visit("2023-07-01", date=None, date_basis=None),
    ]
    assert verdict(claim(1), snapshot(*events)).verdict == "confirmed"


def test_as_of_leaves_out_what_began_later() -> None:
    """On 1 January 2024 only one had taken place."""
    found = verdict(claim(2), snapshot(visit("2023-02-01"), visit("2024-05-06")), as_of=dt.date(2024, 1, 1))
    assert (found.verdict, found.counts[0].found) == ("incomplete", 1)


def test_a_month_across_the_edge_is_shown_there() -> None:
    """A visit known only to the month in which the window opens may lie on either side."""
    found = verdict(
        claim(1, window=Window(start="2023-02-10", end="2024-01-31")), snapshot(visit("2023-02"), visit("2023-05-05"))
    )
    assert found.counts[0].edge == ("e2023-02",)
    assert found.verdict == "depends"


def test_visits_of_others_and_elsewhere_are_not_counted() -> None:
    """A minister's visit, and the president's to a third country."""
    minister = Participant(part="visitor", actor="usupova-madira", name="Мадира Усупова", country="XT")
    other = visit("2023-03-03", id="o1", participants=(minister, Participant(part="host", country="XM")))
    elsewhere = visit(
        "2023-04-04",
        id="o2",
        place=Place(name="Сальвен", country="XV"),
        participants=(visit("2023").participants[0], Participant(part="host", country="XV")),
    )
    assert verdict(claim(1), snapshot(visit("2023-02-01"), other, elsewhere)).counts[0].found == 1


def test_mutual_visits_count_both_ways() -> None:
    """ "Два взаимных визита": one in each direction."""
    back = visit(
        "2024-02-02",
        participants=(
            Participant(part="visitor", actor="veltskaya-oriana", name="Ориана Вельтская", country="XM"),
            Participant(part="host", country="XT"),
        ),
        place=Place(name="Арвас", country="XT"),
    )
    both = claim(2, subject=Actor(country="XM"), object=Actor(country="XT"), what="взаимный визит")
    assert verdict(both, snapshot(visit("2023-02-01"), back)).verdict == "confirmed"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"subject": None}, "чьи визиты"),
        ({"kind": "meeting_count", "object": None}, "с кем"),
        ({"target": True}, "цель"),
        ({"kind": "census"}, "правила"),
    ],
)
def test_uncheckable_says_what_is_missing(fields: dict[str, Any], missing: str) -> None:
    """Nothing to count by: the verdict says what would be needed."""
    found = verdict(claim(2, **fields), snapshot(visit("2023-02-01")))
    assert found.verdict == "uncheckable"
    assert missing in (found.missing or "")
    assert found.missing is not None
    assert found.missing in found.says


def test_an_empty_register_checks_nothing() -> None:
    """Nothing about the two is on record: nothing is said for or against."""
    assert verdict(claim(2), snapshot()).verdict == "uncheckable"


def test_coverage_tells_how_much_is_known() -> None:
    """First and last day and articles about the pair in the window."""
    found = verdict(claim(2), snapshot(visit("2023-02-01"), visit("2024-05-06")))
    assert found.coverage == "01.02.2023–06.05.2024: событий 2, статей 2"


def test_meetings_of_one_day_are_one() -> None:
    """In narrow and in wide circle on one day, and once more: two meetings."""
    events = [meeting("2024-03-11"), meeting("2024-03-11", "b"), meeting("2024-07-03")]
    found = verdict(claim(2, kind="meeting_count", object=VELTSKAYA, unit="meeting"), snapshot(*events))
    assert (found.verdict, found.counts[0].rule) == ("confirmed", "meetings")


def test_meetings_at_summits_depend_on_the_rule() -> None:
    """One meeting on record, and one summit that both attended: two were claimed."""
    summit = changed(meeting("2024-07-03"), type="SUMMIT_OR_BODY_SESSION")
    found = verdict(
        claim(2, kind="meeting_count", object=VELTSKAYA, unit="meeting"), snapshot(meeting("2024-03-11"), summit)
    )
    assert found.verdict == "depends"
    assert {count.rule: count.found for count in found.counts} == {"meetings": 1, "presence": 2}


def changed(event: EventRecord, **fields: Any) -> EventRecord:
    """The event with other fields."""
    return msgspec.structs.replace(event, **fields)


def signing(start: str, title: str | None, count: int | None = None, article: str = "x") -> EventRecord:
    """A document signed by the two."""
    both = tuple(Participant(part="signatory", country=code) for code in ("XM", "XT"))
    return visit(
        start, id=f"s{start}{title}", type="SIGNING", participants=both, document=title, count=count,
        sources=(source(article),),
    )  # fmt: skip


def documents(value: float, **fields: Any) -> ClaimRecord:
    """A claim of documents between Maldora and Tormistan."""
    named: dict[str, Any] = {"kind": "document_count", "unit": "document", "window": None}
    named |= {"subject": Actor(country="XM"), "object": Actor(country="XT"), "what": "договорно-правовая база"}
    return claim(value, **(named | fields))


def test_documents_on_record_are_a_lower_bound() -> None:
    """Two of about 170."""
    known = snapshot(signing("2024-03-11", "Договор о дружбе"), signing("2023-03-11", "Меморандум о торговле"))
    found = verdict(documents(170, comparator="≈", approx=True), known)
    assert found.verdict == "incomplete"
    assert found.says.startswith("Заявлено около 170; в реестре 2 за всё время")


def test_a_bundle_counts_by_another_source_only() -> None:
    """The claim's own article cannot prove its number; another one can."""
    told = documents(12, what="подписанные документы")
    assert verdict(told, snapshot(signing("2025-10-18", None, 12, "own"))).verdict == "incomplete"
    assert verdict(told, snapshot(signing("2025-10-18", None, 12, "other"))).verdict == "confirmed"


def test_audit_answers_every_claim() -> None:
    """One verdict for each claim, by its id."""
    found = audit(snapshot(visit("2023-02-01"), claims=(claim(1),)))
    assert {key: v.verdict for key, v in found.items()} == {"c1": "confirmed"}


def test_rules_have_labels_in_both_languages() -> None:
    """A verdict prints its rule."""
    assert all(rule.label and rule.label_en and rule.kinds and rule.types for rule in load_rules())


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31))


@given(st.lists(DAYS, max_size=12, unique=True), st.integers(1, 12), st.booleans())
def test_only_more_than_claimed_contradicts(days: list[dt.date], value: int, vague: bool) -> None:
    """Whatever is on record: contradicted only above the claim, incomplete only below it."""
    window = Window(start="2022-10-18", end="2025-10-18", vague=vague)
    found = verdict(claim(value, window=window), snapshot(*(visit(day.isoformat()) for day in days)))
    exact = found.counts[0].found if found.counts else 0
    if found.verdict == "contradicted":
        assert exact > value
    if found.verdict == "incomplete":
        assert exact < value
    if found.verdict == "confirmed":
        assert exact == value


@given(st.lists(DAYS, max_size=12, unique=True), st.integers(1, 12))
def test_order_of_records_does_not_matter(days: list[dt.date], value: int) -> None:
    """The same records in another order give the same verdict."""
    events = [visit(day.isoformat()) for day in days]
    told = claim(value, window=THREE_YEARS)
    assert verdict(told, snapshot(*events)) == verdict(told, snapshot(*reversed(events)))


@given(DAYS, st.booleans())
def test_inside_is_never_outside_when_widened(day: dt.date, vague: bool) -> None:
    """Widening a window loses nothing."""
    frame = Frame(first=dt.date(2022, 10, 18), last=dt.date(2025, 10, 18), vague=vague, told=dt.date(2025, 10, 18))
    event = visit(day.isoformat())
    if frame.lies(event) == "inside":
        assert frame.widened().lies(event) == "inside"
