"""Quotations, reported speech, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actors import Mention
from dragoman.model.records import Quote
from dragoman.quotes.assemble import quotes_of
from dragoman.quotes.scene import Scene
from dragoman.speech import Speech
from dragoman.syntax.tree import Parse

__all__ = ["find_quotes"]


def find_quotes(text: str, parse: Parse, speech: Speech, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """Direct, mixed and reported speech of a text with its speakers, in text order.

    `mentions` are resolved already; nothing is resolved here but that words without a speaker of their own
    continue the one before. A speaker who is unknown stays None; one who is unresolved keeps his candidates.
    """
    return quotes_of(Scene(text, parse, speech, mentions))
