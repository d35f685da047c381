"""Sources named before their words: "по словам министра", "по его мнению", "со слов дипломата"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dragoman.lang import load
from dragoman.quotes.scene import Scene
from dragoman.quotes.voices import Voice, voice_of
from dragoman.syntax.tree import Sentence

WIDEST = 3
"""Words between the preposition and its noun: "по его собственным словам"."""

OWN = frozenset({"мой", "наш", "свой", "ваш", "твой"})


@lru_cache(maxsize=1)
def phrases() -> Mapping[tuple[str, str], str]:
    """(preposition, form of the noun) → infinitive that a quote prints."""
    return {
        (row["preposition"], form): row["cue"] for row in load("ru", "sources.tsv") for form in row["words"].split("|")
    }


def by_source(scene: Scene, sentence: Sentence) -> Iterator[tuple[Voice, str, int]]:
    """Each source of a sentence: who, the cue, where. Media are relays and left out."""
    for preposition, noun, cue in _found(sentence):
        at = sentence.tokens[preposition].span.start
        head = None if scene.spoken_at(at) else _whose(sentence, preposition, noun)
        voice = voice_of(scene, sentence, head) if head is not None else None
        if voice is not None and voice.relay != "media":
            yield voice, cue, at


def _found(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        for j in range(i + 1, min(len(tokens), i + 1 + WIDEST)):
            cue = phrases().get((token.text.lower(), tokens[j].text.lower().replace("ё", "е")))
            if cue is not None:
                yield i, j, cue
            if tokens[j].pos not in ("DET", "ADJ", "PRON"):
                break


def _whose(sentence: Sentence, preposition: int, noun: int) -> int | None:
    """The possessive between the two, else the genitive after the noun; None for "по нашему мнению"."""
    for i in range(preposition + 1, noun):
        token = sentence.tokens[i]
        if token.lemma in OWN:
            return None
        if token.lemma in ("его", "ее", "их", "он", "она", "они"):
            return i
    hung = (c for c in sentence.children(noun) if c > noun and sentence.tokens[c].rel in ("nmod", "appos", "flat"))
    found = next((c for c in hung if not _beyond_comma(sentence, noun, c)), None)
    if found is not None and not _has_preposition(sentence, found):
        return found
    return _next_genitive(sentence, noun)


def _beyond_comma(sentence: Sentence, noun: int, index: int) -> bool:
    """Whether the source has ended before: the parser hangs words of the sentence itself from its noun."""
    return any(token.text == "," for token in sentence.tokens[noun:index])


def _next_genitive(sentence: Sentence, noun: int) -> int | None:
    """The genitive right after the noun, its adjectives between ("по данным польских и чешских дипломатов")."""
    for i in range(noun + 1, len(sentence.tokens)):
        token = sentence.tokens[i]
        if token.pos in ("NOUN", "PROPN") and token.feats.get("Case") == "Gen":
            return i
        if token.pos not in ("ADJ", "DET", "CCONJ"):
            return None
    return None


def _has_preposition(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[c].rel == "case" for c in sentence.children(index))
