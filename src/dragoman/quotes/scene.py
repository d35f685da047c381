"""What the rules of quotation look at: the text with its sentences, regions and mentions, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from dragoman.model.actors import Mention
from dragoman.model.text import Span
from dragoman.speech import Region, Speech
from dragoman.syntax.tree import Parse, Sentence, Token

Place = tuple[Sentence, int]
"""A token: its sentence and its index there."""


class Scene:
    """One article as the quote rules see it; nothing in it changes but what is worked out once (`bodies`)."""

    def __init__(self, text: str, parse: Parse, speech: Speech, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.parse = parse
        self.speech = speech
        self.bodies: list[tuple[int, Any]] | None = None
        self.mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))

    @cached_property
    def paragraph_of(self) -> tuple[int, ...]:
        """The number of each sentence's paragraph: a line break between two sentences parts them."""
        numbers: list[int] = []
        for sentence, before in zip(self.parse.sentences, (None, *self.parse.sentences), strict=False):
            gap = "\n" if before is None else self.text[before.span.end : sentence.span.start]
            numbers.append((numbers[-1] if numbers else -1) + ("\n" in gap))
        return tuple(numbers)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.span.end for sentence in self.parse.sentences]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def top_regions(self) -> tuple[Region, ...]:
        """The outermost regions, in text order."""
        return tuple(region for region in self.speech.regions if region.level == 0)

    @cached_property
    def _region_ends(self) -> list[int]:
        return [region.outer.end for region in self.top_regions]

    def sentences_in(self, span: Span) -> Sequence[Sentence]:
        """The sentences that share a character with `span`."""
        first = bisect_right(self._sentence_ends, span.start)
        last = first
        while last < len(self.parse.sentences) and self.parse.sentences[last].span.start < span.end:
            last += 1
        return self.parse.sentences[first:last]

    def tokens_in(self, span: Span) -> Iterator[Place]:
        """The tokens that lie wholly in `span`, in text order."""
        for sentence in self.sentences_in(span):
            for index, token in enumerate(sentence.tokens):
                if span.holds(token.span):
                    yield sentence, index

    def regions_in(self, span: Span) -> Sequence[Region]:
        """The outermost regions that share a character with `span`."""
        first = bisect_right(self._region_ends, span.start)
        last = first
        while last < len(self.top_regions) and self.top_regions[last].outer.start < span.end:
            last += 1
        return self.top_regions[first:last]

    def spoken_at(self, offset: int) -> bool:
        """Whether somebody's words rather than the narrator's stand here."""
        return any(
            region.spoken and region.outer.start <= offset < region.outer.end
            for region in self.regions_in(Span(offset, offset + 1))
        )

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that lie wholly in `span`, in text order."""
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_left(self._mention_starts, span.end)
        return [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]

    def mentions_at(self, token: Token) -> list[Mention]:
        """The mentions whose words, or whose title's words, hold this token."""
        first = bisect_left(self._mention_starts, token.span.start - LONGEST_MENTION)
        last = bisect_left(self._mention_starts, token.span.end + LONGEST_MENTION)
        return [m for m in self.mentions[first:last] if _covers(m, token.span)]


LONGEST_MENTION = 300
"""Characters between a token and the mention that may cover it by name or title."""


def _covers(mention: Mention, span: Span) -> bool:
    return mention.span.holds(span) or (mention.title_span is not None and mention.title_span.holds(span))
