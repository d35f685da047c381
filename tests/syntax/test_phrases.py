"""Noun phrases in the nominative, with the parser's own trees."""

from __future__ import annotations

import pytest

from dragoman.model.text import Span
from dragoman.quotes.phrases import nominative
from dragoman.syntax.models import default_syntax
from dragoman.syntax.phrases import cased


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Мост открыт министром иностранных дел Велии.", "министром", "министр иностранных дел Велии"),
        ("Мост открыт иностранными и местными строителями.", "строителями", "иностранные и местные строители"),
        ("Об этом сказали двум военным источникам.", "источникам", "военные источники"),
        ("Мост открыт **военным** инженером.", "инженером", "военный инженер"),
        ("Мост открыт Марком Орловым.", "Марком", "Марк Орлов"),
        ("Мост открыт при поддержке МИДа Велии.", "МИДа", "МИД Велии"),
    ],
)
def test_head_and_what_agrees_turn(text: str, head: str, expected: str) -> None:
    sentence = default_syntax().parse([(text, [Span(0, len(text))])])[0].sentences[0]
    index = next(i for i, token in enumerate(sentence.tokens) if token.text == head)
    assert nominative(text, sentence, index) == expected


@pytest.mark.parametrize(("pattern", "expected"), [("Токаевым", "Слово"), ("МИДом", "СЛОВО"), ("мидом", "слово")])
def test_capitals_are_kept(pattern: str, expected: str) -> None:
    assert cased(pattern, "слово") == expected
