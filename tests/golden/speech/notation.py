"""The notation of cases.yaml: a text whose quotations stand in braces, {form group = speaker | words}.

Mentions are made by hand there, so that the cases depend on neither knowledge base nor resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.actors import Mention
from dragoman.model.records import Quote
from dragoman.model.text import Span
from dragoman.quotes import find_quotes
from dragoman.speech import find_speech
from dragoman.syntax.models import default_syntax
from dragoman.text.segment import paragraphs, sentences

FILE = Path(__file__).with_name("cases.yaml")
TAG = re.compile(r"\{(?:direct|mixed|indirect) \d+!? = ?[^|{}]*\| |\}")


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


def read(text: str, people: dict[str, list[str]]) -> tuple[Quote, ...]:
    """The quotes of a text with its people (words → kind, name, country)."""
    blocks = paragraphs(text)
    parse = default_syntax().parse([(text, sentences(text, blocks))])[0]
    return find_quotes(text, parse, find_speech(text, blocks), tuple(mentions_of(text, people)))


def bare(marked: str) -> str:
    """The text without the notation."""
    return TAG.sub("", marked)


def marked(text: str, quotes: tuple[Quote, ...]) -> str:
    """The text with its quotations in the notation."""
    written, at = "", 0
    for quote in sorted(quotes, key=lambda q: q.span):
        speaker = quote.speaker.name if quote.speaker and quote.speaker.name else ""
        tag = f"{quote.form} {quote.group}{'!' * quote.repaired} = {speaker} | ".replace("=  |", "= |")
        written += text[at : quote.span.start] + "{" + tag + quote.span.of(text) + "}"
        at = quote.span.end
    return written + text[at:]
