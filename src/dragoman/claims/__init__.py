"""Counted assertions: "седьмой визит за три года", "около 170 документов", "товарооборот $2 млрд". One file a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.claims import anniversaries, documents, meetings, others, trade, visits
from dragoman.claims.making import Finder
from dragoman.claims.scene import Scene
from dragoman.claims.words import words
from dragoman.dates.expression import DateExpression
from dragoman.model.actors import Mention
from dragoman.model.records import Claim, Quote, Window
from dragoman.numbers import Number
from dragoman.syntax.tree import Parse, Sentence

__all__ = ["find_claims"]

FINDERS: tuple[Finder, ...] = (
    visits.find,
    meetings.find,
    anniversaries.find,
    documents.find,
    trade.find,
    others.find,
)
"""Asked in this order; the first that takes a number has it."""


def find_claims(
    text: str,
    parse: Parse,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    dates: Sequence[DateExpression],
    numbers: Sequence[Number],
    published: str | None,
) -> tuple[Claim, ...]:
    """The claims of an article, in text order; none where it names no state, official or organisation near the number.

    `numbers` should be found with the spans of `dates` excluded. `published` dates anniversaries told as of now; None:
    unknown, then nothing is derived from them.
    """
    scene = Scene(text, parse, mentions, quotes, dates, numbers, published)
    found: list[Claim] = []
    windows: list[Window | None] = []
    for sentence, number in _numbered(scene):
        claim = next((c for finder in FINDERS if (c := finder(scene, sentence, number, windows))), None)
        if claim is not None:
            found.append(claim)
            windows.append(claim.window)
    return tuple(found)


def _numbered(scene: Scene) -> Iterator[tuple[Sentence, Number]]:
    """The numbers of sentences about states, and each "впервые" as a first time, in text order."""
    first_times = [
        (sentence, Number(span=t.span, count_span=t.span, value=1, kind="ordinal", unit="first-time"))
        for sentence in scene.parse.sentences
        for t in sentence.tokens
        if t.lemma in words("first_time") and scene.about_states(sentence)
    ]
    yield from sorted((*scene.numbered(), *first_times), key=lambda pair: pair[1].span)
