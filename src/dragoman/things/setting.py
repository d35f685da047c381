"""What the finders of things ask of an article: who is named where, who speaks, which two states it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from dragoman.clauses import Scene
from dragoman.dates import DateExpression
from dragoman.model.actors import Mention
from dragoman.model.records import Quote, Speaker
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence

NAMING = frozenset({"state", "person", "role", "pronoun", "group", "institution"})
"""Kinds of mention that stand for a state."""

WHEREABOUTS = frozenset({"в", "во", "из", "на", "до", "под", "через", "город", "городе", "города", "городу"})
"""Words before a capital's name that make it a place, not a government."""

CLEAR = 2
"""How many times as often as a third state the second must be named for an article to be about two."""


class Setting:
    """A scene with its quotes, and look-ups over both. Read-only."""

    def __init__(self, scene: Scene, quotes: Sequence[Quote]) -> None:
        self.scene, self.text, self.kb = scene, scene.text, scene.kb
        self._mentions = sorted(scene.mentions, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._mentions]
        self._dates = sorted(scene.dates, key=lambda d: d.span)
        self._days = [d.span.start for d in self._dates]
        self._quotes = tuple(sorted(quotes, key=lambda q: (q.form == "indirect", len(q.span), q.span)))
        self._heard: dict[int, tuple[Quote, ...]] = {}

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the article."""
        return self.scene.parse.sentences

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin within a stretch, in text order."""
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def dates_in(self, span: Span) -> list[DateExpression]:
        """The time expressions that begin within a stretch."""
        return self._dates[bisect_left(self._days, span.start) : bisect_left(self._days, span.end)]

    def states_in(self, span: Span) -> tuple[str, ...]:
        """Codes of the states that are named or stood for within a stretch, each once, in text order."""
        return tuple(dict.fromkeys(code for mention in self.mentions_in(span) for code in self.states_of(mention)))

    def states_of(self, mention: Mention) -> Iterator[str]:
        """The states a mention stands for: its own, a group's, a capital's where it is no mere place."""
        if mention.kind in NAMING or (mention.kind == "place" and self._governs(mention)):
            codes = [mention.country, *(member.country for member in mention.members)]
            yield from (code for code in codes if code is not None and code in self.kb.states)

    def _governs(self, mention: Mention) -> bool:
        """ "Баку и Астана договорились"; refuses: «прибыл в Баку», «посол в Астане»."""
        place = self.kb.places.get(mention.actor or "")
        return place is not None and place.kind == "capital" and not self.located(mention)

    def located(self, mention: Mention) -> bool:
        """Whether a place is named as where something is or goes: after "в", "из", "город"."""
        before = self.text[max(0, mention.span.start - 24) : mention.span.start].split()
        return bool(before) and before[-1].lower() in WHEREABOUTS

    def speaker_at(self, sentence: Sentence, span: Span) -> Speaker | None:
        """Who says the words of a stretch: a direct quote's speaker before a reported one's; None: the narrator."""
        heard = self._heard.get(sentence.number)
        if heard is None:
            heard = tuple(q for q in self._quotes if _extent(q).meets(sentence.span))
            self._heard[sentence.number] = heard
        return next((q.speaker for q in heard if q.span.meets(span) or (q.context and q.context.holds(span))), None)

    @cached_property
    def _named(self) -> Counter[str]:
        """How often each state is named or stood for by an official."""
        kinds = ("state", "person", "role")
        return Counter(m.country for m in self.scene.mentions if m.kind in kinds and m.country in self.kb.states)

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two states that the article is about, sorted; empty where a third is named nearly as often."""
        ranked = sorted(self._named.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * CLEAR > ranked[1][1]):
            return ()
        return tuple(sorted((ranked[0][0], ranked[1][0])))

    def parties(self, sentence: Sentence, inside: Span, acting: Iterable[str] = ()) -> tuple[str, ...]:
        """The states between which something stands, sorted; empty where they cannot be told.

        Asked in turn: the phrase itself (`inside`), those who act (`acting`), who speaks, the sentence, the article.
        """
        found = _distinct(self.states_in(inside))
        if len(found) > 1:
            return tuple(sorted(found))
        found = _distinct((*found, *acting))
        if len(found) > 1:
            return tuple(sorted(found))
        return self._widened(sentence, inside, found)

    def _widened(self, sentence: Sentence, inside: Span, found: tuple[str, ...]) -> tuple[str, ...]:
        speaker = self.speaker_at(sentence, inside)
        said_by = (speaker.country,) if speaker and speaker.country in self.kb.states else ()
        here = _distinct(self.states_in(sentence.span))
        for more in (said_by, here):
            wider = _distinct((*found, *(code for code in more if code)))
            if len(wider) == 2 and (more is here or not set(here) - set(wider)):
                return tuple(sorted(wider))
        if any(m.kind == "place" and m.country is None for m in self.mentions_in(sentence.span)):
            # A disputed place: whose side it is on is nothing that we say.
            return ()
        known = {*found, *(code for code in said_by if code), *here}
        return self.pair if known <= set(self.pair) else ()


def _extent(quote: Quote) -> Span:
    if quote.context is None:
        return quote.span
    return Span(min(quote.span.start, quote.context.start), max(quote.span.end, quote.context.end))


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
