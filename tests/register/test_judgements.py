"""What people decide outweighs what the rules find, and can be taken back."""

from __future__ import annotations

import msgspec
import pytest
from factories import events, meeting, reading, visit
from strategies import judgement

from dragoman.model.records import Reading
from dragoman.model.text import DateRange
from dragoman.register.judgements import standing
from dragoman.register.merge import merge

FIRST = reading("a", "2024-03-11", visit("tokayev", "AZ", "2024-03-11"))
WEEK_LATER = reading("b", "2024-03-18", visit("tokayev", "AZ", "2024-03-18"))


def target(told: Reading, item: int = 0) -> tuple[str, str, str]:
    return (told.key, "event", told.events[item].evidence[0].text)


def test_same_joins_what_the_rules_keep_apart() -> None:
    said = judgement(1, "same", target(FIRST), target(WEEK_LATER))
    (record,) = events(merge([FIRST, WEEK_LATER], [said]))
    assert [d.field for d in record.dissents] == ["date"]


def test_a_third_source_joins_either_side_of_what_was_said_to_be_one() -> None:
    said = judgement(1, "same", target(FIRST), target(WEEK_LATER))
    third = reading("c", "2024-03-19", visit("tokayev", "AZ", "2024-03-18"))
    assert len(events(merge([FIRST, WEEK_LATER, third], [said]))) == 1


def test_different_parts_what_the_rules_join() -> None:
    again = reading("c", "2024-03-12", visit("tokayev", "AZ", "2024-03-11"))
    said = judgement(1, "different", target(FIRST), target(again))
    assert len(events(merge([FIRST, again], [said]))) == 2


def test_wrong_takes_an_event_out() -> None:
    assert merge([FIRST], [judgement(1, "wrong", target(FIRST))]) == ()


def test_a_correction_outweighs_the_sources() -> None:
    told = [FIRST, *(reading(n, "2024-03-12", visit("tokayev", "AZ", "2024-03-12")) for n in "cd")]
    said = judgement(1, "corrected", target(FIRST), field="date", value="2024-03-11/2024-03-12")
    (record,) = events(merge(told, [said]))
    assert record.date == DateRange("2024-03-11", "2024-03-12")


def test_an_undone_judgement_is_as_if_never_given_and_its_undoing_can_be_undone() -> None:
    said = judgement(1, "wrong", target(FIRST))
    undo = msgspec.structs.replace(judgement(2, "undo"), value=said.id)
    redo = msgspec.structs.replace(judgement(3, "undo"), value=undo.id)
    assert merge([FIRST], [said, undo]) == merge([FIRST])
    assert standing([redo, undo, said]) == (said,)


def test_the_later_of_two_contrary_judgements_holds() -> None:
    pair = (target(FIRST), target(WEEK_LATER))
    said = [judgement(1, "same", *pair), judgement(2, "different", *pair)]
    assert len(events(merge([FIRST, WEEK_LATER], said))) == 2
    assert len(events(merge([FIRST, WEEK_LATER], [judgement(3, "same", *pair), *said]))) == 1


def test_a_judgement_names_words_and_so_survives_a_rereading_that_finds_more() -> None:
    both = reading("a", "2024-03-11", meeting("tokayev", "aliyev"), visit("tokayev", "AZ", "2024-03-11"))
    said = judgement(1, "wrong", target(both, 1))
    less = msgspec.structs.replace(both, events=both.events[1:])
    assert [r.type for r in events(merge([both], [said]))] == ["MEETING"]
    assert merge([less], [said]) == ()


def test_a_background_event_can_be_given_its_home_by_hand() -> None:
    past = reading("c", "2024-09-01", visit("tokayev", "AZ", frame="background"))
    said = judgement(1, "same", target(past), target(WEEK_LATER))
    found = events(merge([FIRST, WEEK_LATER, past], [said]))
    assert [len(record.sources) for record in found] == [1, 2]


@pytest.mark.parametrize(
    "more",
    [
        {"decision": "perhaps"},
        {"decision": "corrected", "field": "colour", "value": "red"},
        {"decision": "corrected", "field": "date", "value": "soon"},
        {"decision": "undo"},
    ],
)
def test_what_cannot_be_carried_out_is_refused(more: dict[str, str]) -> None:
    said = msgspec.structs.replace(judgement(1, "wrong", target(FIRST)), **more)
    with pytest.raises(ValueError, match=said.id):
        merge([FIRST], [said])
