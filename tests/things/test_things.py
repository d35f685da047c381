"""What must hold for whatever text: evidence is its words, the order and the answer are the same each time."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.records import Act, Reading
from dragoman.model.text import DateRange
from dragoman.things.facts import _one
from dragoman.things.gathered import acts_of, same_name

Read = Callable[..., Reading]

PIECES = [
    "Мальдора и Велардия подписали Договор о мире.",
    "Учреждён Высший межгосударственный совет.",
    "Велардия построила в Орнеде школу имени Орлана.",
    "Страны взаимодействуют в рамках ООН.",
    "«Мы добрые соседи», – сказала Ориана Вельтская.",
    "Президент Мальдоры поблагодарил Велардию за помощь.",
    "»",
    "– ",
    "2021",
]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6))
def test_every_evidence_is_of_the_text(read: Read, pieces: list[str]) -> None:
    """Nothing is given without words that stand in the text, and no thing twice."""
    reading = read(" ".join(pieces) or "Мир.")
    text = " ".join(pieces) or "Мир."
    kinds = (reading.documents, reading.bodies, reading.projects, reading.forums, reading.relations, reading.statements)
    for things in kinds:
        assert all(thing.evidence for thing in things)
        assert [e for thing in things for e in thing.evidence if e.span.of(text) != e.text] == []
        assert len(set(things)) == len(things)


def test_sharper_act_stands() -> None:
    """An undated act gives way to a dated one of its kind; dates that contradict both stay."""
    undated, year, day, other = (Act(act="signed", date=d) for d in (None, "2005", "2005-05-24", "2006"))
    assert acts_of((undated,), (year,)) == (year,)
    assert acts_of((year,), (day,)) == (day,)
    assert acts_of((day,), (other,)) == (day, other)


def test_range_is_never_sharper() -> None:
    """Days of one month are the month, months of one year the year, else nothing is known."""
    assert _one(DateRange("2005-05-23", "2005-05-24")) == "2005-05"
    assert _one(DateRange("2005-01", "2005-03")) == "2005"
    assert _one(DateRange("2004-12", "2005-01")) is None


@given(st.lists(st.sampled_from(["договор", "о", "мире", "дружбе", "торговле", "границе"]), min_size=1, max_size=5))
def test_a_name_is_its_own(words: list[str]) -> None:
    """A name is the same as itself, and as itself with more words behind."""
    name = " ".join(words)
    assert same_name(name, name)
    assert same_name(name, f"{name} сторон")
