"""One article as the frames see it: its trees, with the resolved mentions on their tokens, its dates and its speech."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property

from dragoman.dates import DateExpression
from dragoman.kb import KnowledgeBase
from dragoman.lang import load
from dragoman.model.actors import Mention
from dragoman.model.text import Span, Spans, first_day
from dragoman.speech import Speech
from dragoman.syntax.tree import Parse, Sentence


class Scene:
    """Read-only. Tokens are named by (sentence number, index)."""

    def __init__(
        self,
        text: str,
        parse: Parse,
        mentions: Sequence[Mention],
        speech: Speech,
        dates: Sequence[DateExpression],
        published: str | None,
        kb: KnowledgeBase,
    ) -> None:
        self.text, self.parse, self.speech, self.kb = text, parse, speech, kb
        self.mentions = tuple(mentions)
        self.dates = tuple(dates)
        self.published = published
        self._heads: dict[tuple[int, int], Mention] = {}
        self._by_sentence: dict[int, list[tuple[int, Mention]]] = {}
        for mention in sorted(mentions, key=lambda m: (PRIORITY.get(m.kind, 9), m.span)):
            self._place(mention)
        for listed in self._by_sentence.values():
            listed.sort(key=lambda pair: pair[0])

    def _place(self, mention: Mention) -> None:
        sentence = self.parse.sentence_at(mention.span.start)
        if sentence is None or mention.kind == "outlet":
            return
        span = mention.span
        head = sentence.head_of(_with_title(mention))
        if head is None or (sentence.number, head) in self._heads:
            return
        if any(
            other.span.holds(span) and other is not mention for _, other in self._by_sentence.get(sentence.number, ())
        ):
            return
        if any(
            other.title_span and other.title_span.holds(span) for _, other in self._by_sentence.get(sentence.number, ())
        ):
            return
        self._heads[sentence.number, head] = mention
        self._by_sentence.setdefault(sentence.number, []).append((head, mention))

    def at(self, sentence: Sentence, token: int) -> Mention | None:
        """The mention whose head is this token."""
        return self._heads.get((sentence.number, token))

    def inside(self, sentence: Sentence) -> Sequence[tuple[int, Mention]]:
        """All mentions of a sentence with the tokens of their heads, in text order."""
        return self._by_sentence.get(sentence.number, ())

    @cached_property
    def outlet_spans(self) -> Spans:
        """Where outlets are named."""
        return Spans(m.span for m in self.outlets)

    @cached_property
    def outlets(self) -> tuple[Mention, ...]:
        """Media named, a dateline's among them."""
        return tuple(m for m in self.mentions if m.kind == "outlet")

    def quoted(self, span: Span) -> bool:
        """Whether somebody's direct speech holds it."""
        return self.speech.at(span.start) is not None

    @cached_property
    def day(self) -> dt.date | None:
        """Day of publication."""
        return first_day(self.published) if self.published else None

    def dates_in(self, span: Span) -> Iterator[DateExpression]:
        """Time expressions that begin inside a span and give days."""
        return (d for d in self.dates if span.start <= d.span.start < span.end)

    def met_before(self, sentence: Sentence) -> bool:
        """Whether an earlier sentence tells of a meeting, visit or call: what is said after it was said to the face."""
        return self._first_contact < sentence.number

    @cached_property
    def _first_contact(self) -> int:
        """Number of the first sentence with such a word; one past the last where none has any."""
        frames = load("ru", "frames/meeting.yaml")
        met = frozenset((*load("ru", "oral.yaml")["met"], *frames["noun"], *frames["verb"], *frames["receive"]))
        sentences = self.parse.sentences
        return next((s.number for s in sentences if any(t.lemma in met for t in s.tokens)), len(sentences))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """States named or stood for by the persons of the article, most often named first."""
        count: dict[str, int] = {}
        for mention in self.mentions:
            for code in [mention.country] if mention.kind in ("person", "role", "state") else []:
                if code in self.kb.states:
                    count[code or ""] = count.get(code or "", 0) + 1
        return tuple(sorted(count, key=lambda c: (-count[c], c)))


PRIORITY = {
    "person": 0,
    "role": 1,
    "group": 1,
    "pronoun": 2,
    "body": 2,
    "organisation": 3,
    "institution": 3,
    "place": 4,
    "state": 4,
}


def _with_title(mention: Mention) -> Span:
    if mention.title_span is None:
        return mention.span
    return Span(min(mention.span.start, mention.title_span.start), max(mention.span.end, mention.title_span.end))
