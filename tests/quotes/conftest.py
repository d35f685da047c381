"""Reading one text with mentions made by hand, so that these tests depend on neither knowledge base nor resolution."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dragoman.model.actors import Mention
from dragoman.model.records import Quote
from dragoman.model.text import Span
from dragoman.quotes import find_quotes
from dragoman.speech import find_speech
from dragoman.syntax.models import default_syntax
from dragoman.text.segment import paragraphs, sentences


def mentions_of(text: str, people: dict[str, list[str]]) -> Iterator[Mention]:
    """What the mentions stage would give: the longest names first, no two on the same words."""
    taken: list[Span] = []
    for words in sorted(people, key=len, reverse=True):
        kind, name, country = people[words]
        for found in re.finditer(rf"(?<!\w){words}(?!\w)", text):
            span = Span(*found.span())
            if kind == "state" or not any(span.meets(other) for other in taken):
                taken.append(span)
                yield Mention(
                    span=span,
                    kind=kind,
                    rule="test",
                    name=name,
                    country=country,
                    adjective=kind == "state" and words[0].islower(),
                )


def _read(text: str, people: dict[str, list[str]]) -> tuple[Quote, ...]:
    blocks = paragraphs(text)
    parse = default_syntax().parse([(text, sentences(text, blocks))])[0]
    return find_quotes(text, parse, find_speech(text, blocks), tuple(mentions_of(text, people)))


@pytest.fixture(scope="session")
def read() -> Callable[[str, dict[str, Any]], tuple[Quote, ...]]:
    """A function of a text and its people (words → kind, name, country) that gives the quotes."""
    return _read
