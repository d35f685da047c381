"""Who a noun phrase names, as a speaker: by the mentions that cover it, else by its own words in the nominative."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from dragoman.lang import load
from dragoman.model.actors import Mention
from dragoman.model.records import Speaker
from dragoman.model.text import Span
from dragoman.quotes.phrases import FOLLOWS, nominative, phrase, span_of
from dragoman.quotes.scene import Scene
from dragoman.syntax.tree import Sentence

SPEAKING = ("person", "role", "pronoun", "institution", "organisation", "body", "state", "outlet", "group", "place")
"""Kinds of mention that can speak, the likelier before where several cover one phrase."""

OTHERS_HEADS = frozenset({"представитель", "источник", "собеседник", "член", "депутат", "сотрудник", "помощник"})
"""A mention after these ("источник в МИД") is not who speaks."""


class Voice(msgspec.Struct, frozen=True):
    """A speaker with what decides whether he may be one. `kind`: of his mention; `words` where none covers him.

    `relay`: `media` or `press` where the phrase names whoever hands on news, None else.
    """

    speaker: Speaker
    kind: str
    relay: str | None = None

    @property
    def named(self) -> bool:
        """Whether it is known who speaks."""
        return self.speaker.name is not None or self.speaker.actor is not None


@lru_cache(maxsize=1)
def media_words() -> Mapping[str, str]:
    """Dictionary form → `media` or `press`."""
    return {row["lemma"]: row["kind"] for row in load("ru", "media_words.tsv")}


def voice_of(scene: Scene, sentence: Sentence, head: int) -> Voice:
    """Who the noun phrase of `head` names."""
    mention = mention_of(scene, sentence, head)
    relay = media_words().get(sentence.tokens[head].lemma)
    if mention is None:
        speaker = Speaker(name=nominative(sentence, head), span=span_of(sentence, head))
        return Voice(speaker, "words", relay)
    return Voice(speaker_of(mention), mention.kind, relay or ("media" if mention.kind == "outlet" else None))


def speaker_of(mention: Mention) -> Speaker:
    """The mention as a speaker; who stays unresolved keeps his candidates and his place."""
    span = mention.span
    if mention.title_span is not None:
        span = Span(min(span.start, mention.title_span.start), max(span.end, mention.title_span.end))
    return Speaker(
        actor=mention.actor, name=mention.name, country=mention.country, span=span, candidates=mention.candidates
    )


def mention_of(scene: Scene, sentence: Sentence, head: int) -> Mention | None:
    """The mention that names the phrase's head, or a name that stands in apposition to it."""
    token = sentence.tokens[head]
    covering = [m for m in scene.mentions_at(token) if m.kind in SPEAKING and not _adjective(m)]
    covering = [m for m in covering if _headed_by(sentence, m, head)]
    for following in _apposed(sentence, head):
        covering += [
            m
            for m in scene.mentions_at(sentence.tokens[following])
            if m.kind in ("person", "organisation", "outlet", "institution") and m not in covering
        ]
    return min(covering, key=lambda m: (SPEAKING.index(m.kind), m.name is None, -len(m.span)), default=None)


def _adjective(mention: Mention) -> bool:
    return mention.adjective


def _headed_by(sentence: Sentence, mention: Mention, head: int) -> bool:
    """Whether the mention names the head itself: not a genitive deeper in it, nor a state named in its office."""
    if mention.kind in ("person", "pronoun", "role"):
        return True
    own = sentence.head_of(mention.span)
    return own == head or own is None


def _apposed(sentence: Sentence, head: int) -> list[int]:
    """Tokens of names that stand beside the head: "министр … Никос Котзиас"."""
    found: list[int] = []
    queue = [head]
    while queue:
        for child in sentence.children(queue.pop()):
            if sentence.tokens[child].rel in FOLLOWS and child not in found:
                found.append(child)
                queue.append(child)
    return sorted(set(found) | _name_after(sentence, head))


def _name_after(sentence: Sentence, head: int) -> set[int]:
    """A proper name in the head's case right after its phrase: the parser often hangs it elsewhere."""
    after = phrase(sentence, head)[-1] + 1
    if after >= len(sentence.tokens) or sentence.tokens[head].pos == "PROPN":
        return set()
    token = sentence.tokens[after]
    same = token.feats.get("Case") == sentence.tokens[head].feats.get("Case")
    return {after} if token.pos == "PROPN" and token.feats.get("Animacy") == "Anim" and same else set()
