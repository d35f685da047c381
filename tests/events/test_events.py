"""Each kind of event: own-written sentences with what it takes and what it refuses (events.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.events.shown import readings, shown

from dragoman.events.engine import lexicon
from dragoman.model.records import Event

TABLE: dict[str, dict[str, list[dict[str, list[str]]]]] = yaml.safe_load(
    (Path(__file__).parent / "events.yaml").read_text(encoding="utf-8")
)


def _rows(side: str) -> Iterator[Any]:
    for kind, sides in TABLE.items():
        for number, row in enumerate(sides[side]):
            ((text, wanted),) = row.items()
            yield pytest.param(kind, text, wanted, id=f"{kind}-{side}-{number}")


def _texts() -> list[str]:
    """All sentences, so that the models run once."""
    return [text for sides in TABLE.values() for rows in sides.values() for row in rows for text in row]


def _events(text: str) -> tuple[Event, ...]:
    texts = _texts()
    return readings(texts)[texts.index(text)].events


@pytest.mark.parametrize(("kind", "text", "wanted"), list(_rows("takes")))
def test_takes(kind: str, text: str, wanted: list[str]) -> None:
    """The sentence gives exactly these events, this kind among them."""
    found = [shown(event) for event in _events(text)]
    assert found == wanted
    assert any(line.startswith(kind) for line in found)


@pytest.mark.parametrize(("kind", "text", "wanted"), list(_rows("refuses")))
def test_refuses(kind: str, text: str, wanted: list[str]) -> None:
    """The sentence gives no event of this kind."""
    found = [shown(event) for event in _events(text)]
    assert found == wanted
    assert not any(line.startswith(kind) for line in found)


def test_every_kind_has_both_sides() -> None:
    """A new kind comes with sentences that it takes and refuses."""
    assert set(TABLE) == {event.type for text in _texts() for event in _events(text)}
    assert all(sides["takes"] and sides["refuses"] for sides in TABLE.values())


@pytest.mark.parametrize("text", _texts())
def test_evidence_is_the_sentence(text: str) -> None:
    """What an event rests on is cut out of the article."""
    for event in _events(text):
        for evidence in event.evidence:
            assert evidence.text == evidence.span.of(text)


def test_words_are_filed_once_a_kind() -> None:
    """No trigger stands in two roles of one kind: it would tell the event twice."""
    for lemma, filed in lexicon().items():
        kinds = [entry.kind for entry in filed]
        assert len(kinds) == len(set(kinds)), lemma


WORDS = (
    "Давлер Ирзаев|визит|в Лиардон|,|который|подписали|договор|с|и|«|»|—|встреча|не|президентов двух стран|17 июня"
    "|саммит СЯП|посол|ему|свой|коллегой|.|состоится|\n|🇽🇽"
)
PIECES = st.sampled_from(WORDS.split("|"))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_any_words_in_any_order(text: str) -> None:
    """No heap of the words that rules look for raises; parties of an event are distinct."""
    for event in readings([text])[0].events:
        assert len(set(event.participants)) == len(event.participants)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    """No text raises."""
    readings([text])
