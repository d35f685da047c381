"""What holds for every reading, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model.records import Reading, to_json
from dragoman.model.text import Article
from dragoman.reading import read_batch
from dragoman.workspace import knowledge, read_paths

KB = Path(__file__).parents[1] / "data" / "kb"
EXAMPLES = Path(__file__).parents[2] / "examples"
PIECES = st.sampled_from(
    [
        "Глава государства провёл встречу с Президентом Велардии Ламбертом Кольвеном.", "«Это наш третий визит",
        "– Мы рады, – сказал он. – Очень.", "прибыл в Арвас с рабочим визитом", "\n", "\n\n", " ", "**", "»", '"', "и",
        "По словам министра, товарооборот вырос на 18%.", "подписали меморандум о сотрудничестве", "😀", "\u00a0", ",",
        "Президент Тормистана", "Алиев", "в 2020–2022 годах", "31 февраля", "- Да, - ответила она.", "(", "…",
        "\ufeff", "ёЁ", "12.06.2024, 10:15",
    ]
)  # fmt: skip


def spans(value: Any, path: str = "") -> Iterator[tuple[str, list[int], dict[str, Any]]]:
    """Every span of a printed reading with the object that has it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("span", "title_span", "context") and isinstance(inner, list):
                yield f"{path}.{name}", inner, value
            else:
                yield from spans(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner, path)


def check(text: str, reading: Reading) -> None:
    printed = json.loads(to_json(reading))
    for path, (start, end), owner in spans(printed):
        assert 0 <= start < end <= len(text), path
        if path.endswith(".span") and "rule" in owner and "text" in owner:
            assert owner["text"] == text[start:end], path
    for event in reading.events:
        assert event.evidence
        assert event.participants or event.body
    for claim in reading.claims:
        assert claim.evidence


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_value_rests_on_a_slice_of_the_text(text: str) -> None:
    article = Article(text=text, published="2024-06-12", outlet="aymora.xt")
    check(text, read_batch([article], knowledge(KB))[0])


@pytest.fixture(scope="module")
def examples() -> list[tuple[Article, Reading]]:
    taken = list(read_paths([str(EXAMPLES)], knowledge("")))
    assert all(isinstance(item, tuple) for item in taken), [i for i in taken if not isinstance(i, tuple)]
    return [item for item in taken if isinstance(item, tuple)]


def test_every_example_is_read(examples: list[tuple[Article, Reading]]) -> None:
    assert len(examples) >= 36
    for article, reading in examples:
        check(article.text, reading)


def test_the_same_in_the_same_out(examples: list[tuple[Article, Reading]]) -> None:
    """Alone or in a batch, in any order, a reading is the same to the byte."""
    kb = knowledge("")
    chosen = examples[::9]
    backwards = read_batch([article for article, _ in reversed(chosen)], kb)
    for (_, reading), again in zip(reversed(chosen), backwards, strict=True):
        assert to_json(reading) == to_json(again)


def test_examples_hold_no_direct_speech(examples: list[tuple[Article, Reading]]) -> None:
    """No words are put into a real person's mouth."""
    spoken = [(a.origin, q.text) for a, r in examples for q in r.quotes if q.form == "direct"]
    assert spoken == []


def test_a_surrogate_cannot_break_the_printing() -> None:
    text = "Министр\ufffd прибыл."
    assert json.loads(to_json(read_batch([Article(text=text)], knowledge(""))[0]))["id"]
