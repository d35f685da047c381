"""Who a noun phrase names, as a speaker: by the mentions that cover it, else by its own words in the nominative."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from dragoman.lang import load
from dragoman.model.actors import Mention
from dragoman.model.records import Speaker
from dragoman.model.text import Span
from dragoman.quotes.bodies import body_of
from dragoman.quotes.phrases import FOLLOWS, nominative, phrase, span_of
from dragoman.quotes.scene import Scene
from dragoman.quotes.sequels import named_medium
from dragoman.syntax.tree import Sentence

SPEAKING = ("person", "role", "pronoun", "institution", "organisation", "body", "state", "outlet", "group", "place")
"""Kinds of mention that can speak, the likelier before where several cover one phrase."""

ENDS_A_PHRASE = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "PRON"})
LONGEST_APPOSITION = 12
"""Words between two dashes that tell who the phrase before them is."""


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
    if relay == "press":
        return _press_service(scene, sentence, head)
    if mention is None or mention.kind == "institution":
        body = body_of(scene, sentence, head, mention.country if mention else None)
        if body is not None and body.name:
            actor = mention.actor if mention else None
            speaker = Speaker(actor=actor, name=body.name, country=body.country, span=span_of(sentence, head))
            return Voice(speaker, "institution", relay)
    if mention is None:
        return _in_own_words(scene, sentence, head, relay)
    if mention.kind == "place":
        return Voice(_state_of_place(scene, mention), "state", relay)
    if mention.name is None and not mention.candidates and sentence.tokens[head].feats.get("Number") == "Plur":
        return _in_own_words(scene, sentence, head, relay)
    return Voice(speaker_of(mention), mention.kind, relay or ("media" if mention.kind == "outlet" else None))


def _in_own_words(scene: Scene, sentence: Sentence, head: int, relay: str | None) -> Voice:
    """Who is named by no mention: his phrase in the nominative ("иностранные наблюдатели"); a pronoun names nobody."""
    token, span = sentence.tokens[head], span_of(sentence, head)
    if token.pos in ("PRON", "DET"):
        return Voice(Speaker(span=span), "pronoun", relay)
    medium = named_medium(scene, sentence, head, span) if relay == "media" else None
    if medium is not None:
        return Voice(medium, "outlet", relay)
    kind = "person" if token.pos == "PROPN" and token.feats.get("Animacy") == "Anim" else "words"
    return Voice(Speaker(name=nominative(scene.text, sentence, head), span=span), kind, relay)


def _state_of_place(scene: Scene, mention: Mention) -> Speaker:
    """A city that speaks is its state ("Брюссель утверждает"), by the name that the text's mentions give it."""
    states = (m for m in scene.mentions if m.kind == "state" and m.country == mention.country and m.name)
    state = next(states, None) if mention.country else None
    return Speaker(name=state.name if state else mention.name, country=mention.country, span=mention.span)


def _press_service(scene: Scene, sentence: Sentence, head: int) -> Voice:
    """A press service speaks for its body ("пресс-служба министерства"), else under its own name."""
    words = span_of(sentence, head)
    for child in sentence.children(head):
        for mention in scene.mentions_at(sentence.tokens[child]):
            if mention.kind in ("institution", "organisation"):
                voice = voice_of(scene, sentence, child)
                return Voice(msgspec.structs.replace(voice.speaker, span=words), mention.kind, "press")
    own = next((m for m in scene.mentions_at(sentence.tokens[head]) if m.kind in ("outlet", "institution")), None)
    if own is not None:
        return Voice(speaker_of(own), own.kind, "press")
    return Voice(Speaker(name=nominative(scene.text, sentence, head), span=words), "words", "press")


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
    at = token.span.start
    return min(covering, key=lambda m: (SPEAKING.index(m.kind), _distance(m, at), m.name is None), default=None)


def _distance(mention: Mention, at: int) -> int:
    start = min(mention.span.start, mention.title_span.start) if mention.title_span else mention.span.start
    return abs(start - at)


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
    case = sentence.tokens[head].feats.get("Case")
    same = {i for i in found if sentence.tokens[i].feats.get("Case") in (case, None)}
    return sorted(same | _name_after(sentence, head) | _between_dashes(sentence, head))


def _between_dashes(sentence: Sentence, head: int) -> set[int]:
    """A name set off after the phrase: "один из депутатов — Иван Петров — сообщил"."""
    after = phrase(sentence, head)[-1] + 1
    if after >= len(sentence.tokens) or sentence.tokens[after].text not in ("—", "–", "-"):
        return set()
    words = list(range(after + 1, min(len(sentence.tokens), after + 1 + LONGEST_APPOSITION)))
    closing = next((i for i in words if sentence.tokens[i].text in ("—", "–", "-")), after)
    named = (i for i in range(after + 1, closing) if sentence.tokens[i].pos == "PROPN")
    return {i for i in named if sentence.tokens[i].feats.get("Case") == "Nom"}


def _name_after(sentence: Sentence, head: int) -> set[int]:
    """A person's name in the head's case after its phrase: the parser often hangs it elsewhere."""
    if sentence.tokens[head].pos == "PROPN":
        return set()
    case = sentence.tokens[head].feats.get("Case")
    for i in range(head + 1, min(len(sentence.tokens), head + 1 + LONGEST_APPOSITION)):
        token = sentence.tokens[i]
        if token.pos in ENDS_A_PHRASE or (token.pos == "ADP" and case != "Nom"):
            return set()
        if token.pos == "PROPN" and token.feats.get("Animacy") == "Anim" and token.feats.get("Case") == case:
            return {i}
    return set()
