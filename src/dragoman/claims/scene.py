"""What a claim finder sees: the text with all that was found in it, by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from dragoman.dates.expression import DateExpression
from dragoman.model.actors import Mention
from dragoman.model.records import Quote, Speaker
from dragoman.model.text import Span, Spans
from dragoman.numbers import Number
from dragoman.syntax.tree import Parse, Sentence, Token
from dragoman.text.segment import paragraphs

NAMING = frozenset({"person", "role", "state", "organisation", "institution", "body", "group"})
"""Kinds of mention that make a text one about states."""


class Scene:
    """One article with its mentions, quotes, dates and numbers; look-ups over them, nothing else."""

    def __init__(
        self,
        text: str,
        parse: Parse,
        mentions: Sequence[Mention],
        quotes: Sequence[Quote],
        dates: Sequence[DateExpression],
        numbers: Sequence[Number],
        published: str | None,
    ) -> None:
        self.text, self.parse, self.quotes, self.published = text, parse, quotes, published
        self.mentions = sorted(mentions, key=lambda m: (m.span.start, -len(m.span)))
        self.dates = sorted(dates, key=lambda d: d.span)
        self.numbers = sorted(numbers, key=lambda n: n.span)
        self._starts = [m.span.start for m in self.mentions]
        self._date_ends = [d.span.end for d in self.dates]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin within a stretch, in text order."""
        return self.mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def dates_in(self, span: Span) -> list[DateExpression]:
        """The time expressions within a stretch."""
        first = bisect_left(self._date_ends, span.start + 1)
        return [d for d in takewhile(lambda d: d.span.start < span.end, self.dates[first:]) if span.holds(d.span)]

    def date_at(self, token: Token) -> DateExpression | None:
        """The time expression that a word belongs to."""
        first = bisect_left(self._date_ends, token.span.start + 1)
        found = self.dates[first : first + 1]
        return found[0] if found and found[0].span.meets(token.span) else None

    def numbered(self) -> Iterator[tuple[Sentence, Number]]:
        """Every number of a sentence that is about states, with that sentence."""
        for number in self.numbers:
            sentence = self.parse.sentence_at(number.count_span.start)
            if sentence is not None and self.about_states(sentence):
                yield sentence, number

    def about_states(self, sentence: Sentence) -> bool:
        """Whether the sentence, its paragraph or the one before names a state, an official or an organisation."""
        if self.names_states(sentence.span):
            return True
        ends, spans = self._paragraphs
        at = bisect_left(ends, sentence.span.start + 1)
        return any(self.names_states(span) for span in spans[max(0, at - 1) : at + 1])

    def names_states(self, span: Span) -> bool:
        """Whether a stretch names a state, an official or an organisation."""
        return any((m.country or m.members) and m.kind in NAMING for m in self.mentions_in(span))

    @cached_property
    def _paragraphs(self) -> tuple[list[int], tuple[Span, ...]]:
        spans = paragraphs(self.text)
        return [p.end for p in spans], spans

    def quote_at(self, span: Span) -> Quote | None:
        """The quote that a stretch lies in: direct words before reported ones, the shortest of each."""
        near = self._quotes_near(span)
        holding = [q for q in near if q.span.meets(span) or (q.context is not None and q.context.holds(span))]
        return min(holding, key=lambda q: (q.form == "indirect", len(q.span)), default=None)

    @cached_property
    def _quote_places(self) -> tuple[Spans, dict[Span, list[Quote]]]:
        """Where quotes and their clauses stand, and which stand there."""
        places: dict[Span, list[Quote]] = {}
        for quote in self.quotes:
            for span in {quote.span, quote.context or quote.span}:
                places.setdefault(span, []).append(quote)
        return Spans(places), places

    def _quotes_near(self, span: Span) -> list[Quote]:
        spans, places = self._quote_places
        return [quote for place in spans.meeting(span) for quote in places[place]]

    def speaker_at(self, span: Span) -> Speaker | None:
        """Who says these words; None: the narrator."""
        quote = self.quote_at(span)
        return quote.speaker if quote else None

    @cached_property
    def countries(self) -> Counter[str]:
        """How often each state is meant in the article, by its own name, an official's or a city's."""
        return Counter(m.country for m in self.mentions if m.country and m.kind not in ("outlet", "organisation"))

    def nearest_country(self, at: int, besides: frozenset[str]) -> str | None:
        """The state that is named nearest to an offset, other than these; None where there is none."""
        named = [m for m in self.mentions if m.country and m.kind != "organisation" and m.country not in besides]
        return min(named, key=lambda m: (abs(m.span.start - at), m.span.start)).country if named else None
