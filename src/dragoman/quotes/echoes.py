"""A headline in quotation marks says no speaker; whoever says its words in the article said them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.records import Quote, Speaker
from dragoman.model.text import Span
from dragoman.quotes.scene import Scene
from dragoman.speech import Region

SMALL_WORDS = frozenset({"CCONJ", "SCONJ", "ADP", "PART", "PUNCT", "DET", "PRON", "AUX", "SYM"})
SHARE = 0.6
"""Of the headline's words, so many must come again in one quotation: headlines shorten and change the form."""


def echoed(scene: Scene, region: Region, quoted: Sequence[Quote]) -> Speaker | None:
    """The one speaker whose quotations hold the words of a headline, or None."""
    if not scene.parse.sentences or scene.paragraph_of[_sentence_number(scene, region)] != 0:
        return None
    wanted = _lemmas(scene, region.span)
    found = {
        (quote.speaker.actor, quote.speaker.name): quote.speaker
        for quote in quoted
        if quote.speaker is not None and wanted and len(wanted & _lemmas(scene, quote.span)) >= SHARE * len(wanted)
    }
    if len(found) != 1:
        return None
    speaker = next(iter(found.values()))
    return Speaker(actor=speaker.actor, name=speaker.name, country=speaker.country)


def _sentence_number(scene: Scene, region: Region) -> int:
    sentence = scene.parse.sentence_at(region.span.start)
    return sentence.number if sentence else -1


def _lemmas(scene: Scene, span: Span) -> frozenset[str]:
    tokens = (sentence.tokens[i] for sentence, i in scene.tokens_in(span))
    return frozenset(token.lemma for token in tokens if token.pos not in SMALL_WORDS)
