"""Article by article, in any order, the register comes to what a merge of everything makes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from factories import article_of, events, reading, visit, with_articles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import judgements, readings

from dragoman.model.records import Reading, Versions
from dragoman.model.register import Judgement, Record, Snapshot
from dragoman.register.merge import merge
from dragoman.register.store import Register, open_register

_CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _records(snapshot: Snapshot) -> tuple[Record, ...]:
    return (*snapshot.events, *snapshot.claims, *snapshot.quotes, *snapshot.things)


def _add_in_parts(register: Register, told: list[Reading], sizes: list[int]) -> None:
    rest = with_articles(told)
    for size in sizes:
        register.add_many(rest[:size])
        rest = rest[size:]
    for article, one in rest:
        register.add(article, one)


def _judge_all(register: Register, decided: tuple[Judgement, ...]) -> None:
    for judgement in decided:
        register.judge(judgement)


@given(st.data())
@_CALM
def test_adding_in_parts_and_judging_equals_merging_everything(data: st.DataObject) -> None:
    told = data.draw(readings())
    decided = data.draw(judgements(told))
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db") as register:
        first = data.draw(st.booleans())
        if first:
            _judge_all(register, decided)
        _add_in_parts(register, data.draw(st.permutations(told)), data.draw(st.lists(st.integers(1, 3), max_size=3)))
        if not first:
            _judge_all(register, decided)
        assert _records(register.snapshot()) == merge(told, decided)
        assert register.verify() == ()


@given(st.data())
@_CALM
def test_rereading_equals_having_read_so_from_the_start(data: st.DataObject) -> None:
    told = list(data.draw(readings()))
    again = data.draw(st.integers(0, len(told) - 1))
    better = _reread(told[again], data.draw(st.integers(0, 2)))
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db") as register:
        register.add_many(with_articles(told))
        register.add(article_of(told[again]), better)
        told[again] = better
        assert _records(register.snapshot()) == merge(told)


@given(st.data())
@_CALM
def test_a_revision_takes_the_place_of_what_it_revises(data: st.DataObject) -> None:
    told = list(data.draw(readings()))
    newer = reading(told[0].id, "2024-12-31", visit("tokayev", "AZ", "2024-03-05"), visit("aliyev", "KZ", "2024-03-05"))
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db") as register:
        for article, one in data.draw(st.permutations(with_articles([*told, newer]))):
            register.add(article, one)
        assert _records(register.snapshot()) == merge([newer, *told[1:]])


def test_the_digest_is_that_of_the_readings_not_of_their_order(tmp_path: Path) -> None:
    told = [reading(f"a{n}", f"2024-03-0{n}", visit("tokayev", "AZ", "2024-03-05")) for n in range(1, 6)]
    with open_register(tmp_path / "one.db") as one, open_register(tmp_path / "other.db") as other:
        one.add_many(with_articles(told))
        for pair in reversed(with_articles(told)):
            other.add(*pair)
        assert one.snapshot().digest == other.snapshot().digest
        assert len(events(one.snapshot().events)) == 1


def _reread(told: Reading, dropped: int) -> Reading:
    """The same article read by other rules, which see one event less, or another status."""
    kept = [e for i, e in enumerate(told.events) if i != dropped]
    kept[:1] = [msgspec.structs.replace(e, status="planned", date=None) for e in kept[:1]]
    return msgspec.structs.replace(told, events=tuple(kept), versions=Versions(rules="2", kb="1", models="1"))
