"""The chronology."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from two_states import AS_OF
from two_states import snapshot as make

from dragoman.model.register import Snapshot
from dragoman.views import Choice, Naming, bare_naming, timeline
from dragoman.views.lines import Line

PAIR = Choice(countries=("XV", "XT"), as_of=AS_OF)
WHOLE = make()


def lines(snapshot: Snapshot, naming: Naming, choice: Choice = PAIR) -> dict[str, Line]:
    return {line.id: line for line in timeline(snapshot, choice, naming).lines}


def test_order_of_time_with_a_visit_before_what_was_done_on_it(snapshot: Snapshot, ru: Naming) -> None:
    assert list(lines(snapshot, ru)) == [
        "e05", "e03", "e04", "e01", "e02", "e08", "e06", "e07", "e09", "e15", "e12", "e10", "e11",
    ]  # fmt: skip


def test_undated_apart(snapshot: Snapshot, ru: Naming) -> None:
    found = timeline(snapshot, PAIR, ru)
    assert [line.id for line in found.undated] == ["e13"]
    assert "e13" not in {line.id for line in found.lines}


@given(st.permutations(WHOLE.events))
def test_the_order_of_records_does_not_matter(events: list[object]) -> None:
    shuffled = msgspec.structs.replace(WHOLE, events=tuple(events))
    assert timeline(shuffled, PAIR, bare_naming("ru")) == timeline(WHOLE, PAIR, bare_naming("ru"))


def test_a_pair_has_only_what_both_take_part_in(snapshot: Snapshot, ru: Naming) -> None:
    assert "e14" not in lines(snapshot, ru)
    assert "e14" in lines(snapshot, ru, Choice(countries=("XT",)))
    assert "e07" in lines(snapshot, ru, Choice(countries=("XT", "KZ")))


def test_types_and_statuses(snapshot: Snapshot, ru: Naming) -> None:
    calls = msgspec.structs.replace(PAIR, types=("CALL",))
    assert list(lines(snapshot, ru, calls)) == ["e09"]
    lapsed = msgspec.structs.replace(PAIR, statuses=("not_confirmed",))
    assert list(lines(snapshot, ru, lapsed)) == ["e10"]


def test_words_of_a_line(snapshot: Snapshot, ru: Naming) -> None:
    line = lines(snapshot, ru)["e01"]
    assert (line.when, line.type_label, line.status_label) == ("11–12 марта 2024", "визит", "состоялось")
    assert line.who == "Оскар Белин (Торсия) и ещё 1 → Давид Орлан (Вардания)"
    assert line.traits("ru") == "государственный, двусторонний"
    assert line.outlets == ("Вестник Вардании", "Торсинформ")
    assert line.articles == 2


def test_english_words(snapshot: Snapshot, en: Naming) -> None:
    line = lines(snapshot, en)["e15"]
    assert line.who == "Ilsa Maren (Torsia) → Vardania"
    assert (line.place, line.status_label) == ("Arsinor", "begun")


def test_a_host_known_only_by_the_place(snapshot: Snapshot, ru: Naming) -> None:
    assert lines(snapshot, ru)["e06"].who == "Оскар Белин (Торсия) → Вардания"


def test_dissents_name_every_value_and_who_gives_it(snapshot: Snapshot, ru: Naming) -> None:
    found = lines(snapshot, ru)
    assert found["e02"].dissents == ("10 документов: Вестник Вардании; 12: Меридиан",)
    assert found["e15"].dissents == ("место Арсинор (Вардания): Вестник Вардании; Вердан: Торсинформ",)


def test_the_own_side_comes_first_where_the_order_means_nothing(snapshot: Snapshot, ru: Naming) -> None:
    turned = msgspec.structs.replace(ru, own="XT")
    assert lines(snapshot, ru)["e04"].who == "Давид Орлан (Вардания) – Оскар Белин (Торсия)"
    assert lines(snapshot, turned)["e04"].who == "Оскар Белин (Торсия) – Давид Орлан (Вардания)"
    assert lines(snapshot, turned)["e03"].who == "Давид Орлан (Вардания) → Торсия"
