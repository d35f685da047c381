"""Regions of direct speech: where quotation marks and dashes of speech open and close."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.text import Span
from dragoman.speech.model import Region, Speech
from dragoman.speech.regions import regions_of

__all__ = ["Region", "Speech", "find_speech"]


def find_speech(text: str, paragraphs: Sequence[Span]) -> Speech:
    """All regions of speech in the paragraphs of a text. Never raises; time is linear in the text.

    A text of nothing but marks is read up to its first 100 000, and of the notices 100 are given one by one; a
    notice says where the rest begins, and another how many more are doubtful.

    >>> text = "– Мы рады, – сказал он. – Очень рады."
    >>> [region.span.of(text) for region in find_speech(text, [Span(0, len(text))]).regions]
    ['Мы рады', 'Очень рады.']
    """
    return regions_of(text, paragraphs)
