"""Everything about a pair."""

import msgspec
import pytest
from two_states import AS_OF, VERDICTS, knowledge_base

from dragoman.model.register import Snapshot, ThingRecord
from dragoman.views import Choice, Dyad, Naming, dyad
from dragoman.views.bodies import is_body
from dragoman.views.quotes import country_topic
from dragoman.views.things import acts_of

CHOICE = Choice(countries=("XV", "XT"), as_of=AS_OF)


def pair(snapshot: Snapshot, naming: Naming, choice: Choice = CHOICE) -> Dyad:
    topics = {code: country_topic(knowledge_base(), code) for code in ("XV", "XT")}
    return dyad(snapshot, choice, naming, VERDICTS, topics)


def test_counts_hold_only_what_came_about_with_a_date(snapshot: Snapshot, ru: Naming) -> None:
    counts = {row.type: (row.years, row.total) for row in pair(snapshot, ru).counts}
    # neither the inferred visit (e06), nor the plan (e10), nor the undated (e13)
    assert counts["VISIT"] == (((2022, 1), (2023, 1), (2024, 1), (2025, 1)), 4)
    assert counts["SUMMIT_OR_BODY_SESSION"] == (((2024, 2),), 2)
    assert counts["MEETING"] == (((2023, 1),), 1)


def test_visits_each_way_with_the_inferred_apart(snapshot: Snapshot, ru: Naming) -> None:
    there, back = pair(snapshot, ru).visits
    assert [line.id for line in there.counted] == ["e03"]
    assert [line.id for line in back.counted] == ["e05", "e01", "e15"]
    assert [line.id for line in back.inferred] == ["e06"]


def test_the_order_of_the_pair_only_turns_it(snapshot: Snapshot, ru: Naming) -> None:
    one, other = pair(snapshot, ru), pair(snapshot, ru, msgspec.structs.replace(CHOICE, countries=("XT", "XV")))
    assert one.counts == other.counts
    assert one.visits == other.visits[::-1]
    assert one.coverage == other.coverage


def test_last_contacts_by_level(snapshot: Snapshot, ru: Naming) -> None:
    contacts = {contact.rank: contact.line.id for contact in pair(snapshot, ru).contacts}
    assert contacts == {"head_of_state": "e07", "foreign_minister": "e15"}


def test_bodies_with_their_sessions(snapshot: Snapshot, ru: Naming) -> None:
    (council,) = pair(snapshot, ru).bodies
    assert council.name == "Высший межгосударственный совет"
    assert [line.id for line in council.sessions] == ["e08", "e11"]


def test_a_shorter_name_joins_the_only_body_that_has_its_words(snapshot: Snapshot, ru: Naming) -> None:
    events = tuple(
        msgspec.structs.replace(event, body="межгосударственный совет") if event.id == "e08" else event
        for event in snapshot.events
    )
    (council,) = pair(msgspec.structs.replace(snapshot, events=events), ru).bodies
    assert [line.id for line in council.sessions] == ["e08", "e11"]


@pytest.mark.parametrize("name", ["Межправительственная комиссия", "совместная рабочая группа"])
def test_names_of_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize("name", ["двухдневный саммит", "Саммит прибрежных государств", "переговоры"])
def test_names_of_no_bodies(name: str) -> None:
    assert not is_body(name)


def test_sessions_with_others_are_multilateral(snapshot: Snapshot, ru: Naming) -> None:
    assert [line.id for line in pair(snapshot, ru).multilateral] == ["e07"]


def test_what_is_ahead_lapsed_or_cancelled(snapshot: Snapshot, ru: Naming) -> None:
    assert [(line.id, line.status) for line in pair(snapshot, ru).ahead] == [
        ("e12", "cancelled"),
        ("e10", "not_confirmed"),
        ("e11", "planned"),
    ]


def test_quotes_of_one_side_about_the_other(snapshot: Snapshot, ru: Naming) -> None:
    assert [quote.id for quote in pair(snapshot, ru).quotes] == ["q1", "q2", "q3", "q4"]


def test_coverage_tells_the_pair_from_the_register(snapshot: Snapshot, ru: Naming) -> None:
    coverage = pair(snapshot, ru).coverage
    assert (coverage.articles, coverage.register_articles) == (12, 12)
    assert (coverage.first, coverage.last) == ("2023-11-24", "2025-05-20")
    assert coverage.unnamed == 0


def test_articles_of_unknown_outlets_are_counted_apart(snapshot: Snapshot, ru: Naming) -> None:
    def unsigned(event):  # type: ignore[no-untyped-def]
        told = tuple(msgspec.structs.replace(s, outlet=None, outlet_name=None) for s in event.sources)
        return msgspec.structs.replace(event, sources=told)

    bare = Snapshot(events=tuple(map(unsigned, snapshot.events)), articles=12)
    coverage = pair(bare, ru).coverage
    assert (coverage.outlets, coverage.unnamed) == ((), coverage.articles)


def test_a_pair_is_two(snapshot: Snapshot, ru: Naming) -> None:
    with pytest.raises(ValueError, match="two states"):
        pair(snapshot, ru, Choice(countries=("XV", "XV")))


def test_nothing_on_record_is_an_answer(snapshot: Snapshot, ru: Naming) -> None:
    empty = pair(snapshot, ru, Choice(countries=("XV", "QZ"), as_of=AS_OF))
    assert (empty.counts, empty.contacts, empty.coverage.articles) == ((), (), 0)


def test_a_day_within_a_year_is_one_act() -> None:
    told = (("signed", "2005"), ("signed", "2005-05-24"), ("in_force", ""), ("signed", "2007"), ("kind", "treaty"))
    thing = ThingRecord(id="t", kind="document", title="Договор", parties=("XT", "XV"), sources=(), detail=told)
    assert acts_of(thing) == (("signed", "2005-05-24"), ("signed", "2007"), ("in_force", ""))
