"""What must hold for any set of readings: no order matters, nothing is lost, part by part equals all at once."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import judgements, readings

from dragoman.model.records import Reading
from dragoman.model.register import EventRecord, Record
from dragoman.register.blocks import families, match_keys
from dragoman.register.graph import loose
from dragoman.register.items import items_of
from dragoman.register.merge import merge
from dragoman.register.same import SUMMIT, alike, match
from dragoman.register.things import match_things

_CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.data())
@_CALM
def test_the_order_of_articles_and_of_judgements_does_not_matter(data: st.DataObject) -> None:
    told = data.draw(readings())
    decided = data.draw(judgements(told))
    once = merge(told, decided)
    assert merge(data.draw(st.permutations(told)), data.draw(st.permutations(decided))) == once


@given(readings())
@_CALM
def test_every_item_is_in_exactly_one_record_that_is_not_inferred(told: tuple[Reading, ...]) -> None:
    held = [
        (source.article, type(record).__name__, source.item, kind)
        for record in merge(told)
        if not (isinstance(record, EventRecord) and record.inferred)
        for kind in [_kind(record)]
        for source in record.sources
    ]
    due = [(item.article, item.kind, item.index) for reading in told for item in items_of(reading)]
    assert sorted((a, k, i) for a, _, i, k in held) == sorted(due)


@given(readings())
@_CALM
def test_ids_differ_and_visits_that_hold_events_are_on_record(told: tuple[Reading, ...]) -> None:
    records = merge(told)
    assert len({record.id for record in records}) == len(records)
    visits = {r.id for r in records if isinstance(r, EventRecord) and r.type == "VISIT"}
    assert {r.part_of for r in records if isinstance(r, EventRecord) and r.part_of} <= visits


@given(readings())
@_CALM
def test_whatever_matches_shares_a_block(told: tuple[Reading, ...]) -> None:
    items = [item for reading in told for item in items_of(reading)]
    for one in items:
        for other in items:
            if one.kind != other.kind or one == other or one.kind == "quote":
                continue
            if one.kind != "event":
                assert match_things(one, other) is None or match_keys(one) & match_keys(other)
                continue
            if not loose(one) and not loose(other) and match(one, other) is not None:
                assert match_keys(one) & match_keys(other)
            if one.event.type != SUMMIT and alike(one.event, other.event) is not None:
                assert families(one.event) & families(other.event)


@given(readings())
@_CALM
def test_matching_has_no_direction(told: tuple[Reading, ...]) -> None:
    items = [item for reading in told for item in items_of(reading) if item.kind == "event" and not loose(item)]
    for one in items:
        for other in items:
            assert match(one, other) == match(other, one)


def _kind(record: Record) -> str:
    return {"EventRecord": "event", "ClaimRecord": "claim", "QuoteRecord": "quote"}.get(
        type(record).__name__, getattr(record, "kind", "")
    )
