"""Headlines whose source stands after a dash: "Переговоры состоятся в мае — МИД"."""

from __future__ import annotations

from dragoman.quotes.report import Report
from dragoman.quotes.scene import Scene
from dragoman.quotes.voices import Voice, mention_of, speaker_of
from dragoman.syntax.tree import Sentence, Token

LONGEST_NAME = 6
"""Words after the dash; more is a clause."""

SOURCES = ("institution", "person", "role", "organisation", "body")


def dash_name(scene: Scene, sentence: Sentence) -> list[Report]:
    """ "Переговоры состоятся в мае — МИД": a headline's source, nothing after it."""
    tokens = sentence.tokens
    dashes = [i for i, token in enumerate(tokens) if token.text in ("—", "–")]
    if not dashes or dashes[-1] == 0 or (tokens[-1].text == "." and not _after_comma(tokens, dashes[-1])):
        return []
    rest = [i for i in range(dashes[-1] + 1, len(tokens)) if tokens[i].text.strip("*_.")]
    if not rest or len(rest) > LONGEST_NAME:
        return []
    return _only_a_name(scene, sentence, rest)


def _after_comma(tokens: tuple[Token, ...], dash: int) -> bool:
    """Whether a comma stands before the dash, bold signs between left out, and a whole clause before it."""
    before = (token.text for token in reversed(tokens[:dash]) if token.text.strip("*_"))
    clause = any(token.rel == "root" and token.feats.get("VerbForm") == "Fin" for token in tokens[:dash])
    return clause and next(before, "").strip("*_") == ","


def _only_a_name(scene: Scene, sentence: Sentence, rest: list[int]) -> list[Report]:
    head = sentence.head_of(sentence.cover(rest))
    mention = mention_of(scene, sentence, head) if head is not None and head in rest else None
    if mention is None or mention.kind not in SOURCES:
        return []
    voice = Voice(speaker_of(mention), mention.kind)
    covered = voice.speaker.span
    if covered is None or not covered.holds(sentence.cover(rest)):
        return []
    return [Report(sentence.span, voice, None, covered.start, "dash-name")]
