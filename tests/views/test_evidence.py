"""On what a record rests."""

import msgspec
import pytest
from two_states import TEXTS

from dragoman.model.register import Snapshot
from dragoman.model.text import Span
from dragoman.views import evidence
from dragoman.views.evidence import LONGEST_SIDE, sentences_around


def test_every_sentence_of_every_record_is_a_slice_of_its_article(snapshot: Snapshot) -> None:
    records = (*snapshot.events, *snapshot.claims, *snapshot.quotes, *snapshot.things)
    for record in records:
        for line in evidence(record, TEXTS):
            assert line.before + line.marked + line.after in TEXTS[line.article]


def test_the_sentence_around_the_marked_words(snapshot: Snapshot) -> None:
    event = snapshot.event("e01")
    assert event is not None
    first, second = evidence(event, TEXTS)
    assert first.before == "В понедельник "
    assert first.after == "."
    assert second.after == ", где пробудет два дня."
    assert (second.outlet, second.published, second.rule) == ("Торсинформ", "2024-03-11T09:40", "visit.pay")
    assert second.relays == ("Пресс-служба президента",)


def test_without_the_text_the_words_stand_alone(snapshot: Snapshot) -> None:
    line = evidence(snapshot.events[0], {})[0]
    assert (line.before, line.after) == ("", "")
    assert line.marked == snapshot.events[0].sources[0].text


def test_words_of_a_separate_title_are_not_sought_in_the_text(snapshot: Snapshot) -> None:
    event = snapshot.events[0]
    titled = msgspec.structs.replace(event, sources=(msgspec.structs.replace(event.sources[0], where="title"),))
    assert evidence(titled, {event.sources[0].article: "иное"})[0].where == "title"


def test_another_text_is_refused(snapshot: Snapshot) -> None:
    event = snapshot.events[0]
    with pytest.raises(ValueError, match="is not"):
        evidence(event, {event.sources[0].article: "Совсем другой текст, длиннее отрезка. " * 20})


def test_a_page_without_sentences_is_not_shown_whole() -> None:
    text = "слово " * 2000
    around = sentences_around(text, Span(6000, 6005))
    assert around.start >= 6000 - LONGEST_SIDE
    assert around.end <= 6005 + LONGEST_SIDE
