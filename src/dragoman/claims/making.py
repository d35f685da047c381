"""A claim put together: value and bound from the number, words and speaker from where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dragoman.claims.scene import Scene
from dragoman.model.records import Claim, Evidence, Window
from dragoman.model.text import Span
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence

Finder = Callable[[Scene, Sentence, Number, Sequence[Window | None]], Claim | None]
"""What a kind's file gives: the claim that a number makes, or None. The last argument: windows of the claims before."""


def make(
    scene: Scene, sentence: Sentence, number: Number, words: Sequence[int], *, kind: str, rule: str, **fields: Any
) -> Claim:
    """The claim of `number`, its evidence from the first to the last of the number and these words.

    `fields`: further fields of `Claim`; `value`, `comparator` and `approx` are the number's unless given.
    """
    covered = [number.span, *(sentence.tokens[i].span for i in words)]
    span = Span(min(s.start for s in covered), max(s.end for s in covered))
    values: dict[str, Any] = {
        "value": float(number.value),
        "comparator": number.comparator,
        "approx": number.approx or number.comparator == "≈",
        "says": scene.speaker_at(span),
    }
    evidence = (Evidence.cut(scene.text, span, f"claim.{rule}"),)
    return Claim(kind=kind, evidence=evidence, **(values | fields))
