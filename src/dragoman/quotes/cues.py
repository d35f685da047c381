"""Verbs and phrases of saying as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from dragoman.lang import load
from dragoman.quotes.scene import Scene
from dragoman.speech.cues import Cue, cue_of, derived, fold
from dragoman.syntax.tree import Sentence

NEGATIONS = frozenset({"не", "ни"})
FARTHEST_NOUN = 4
"""Words between a light verb and its noun: "выразил в этой связи уверенность"."""


class Said(msgspec.Struct, frozen=True):
    """A cue at its place: `verb` its index, `end` the index of its last word (the noun of "выразил уверенность")."""

    sentence: Sentence
    verb: int
    end: int
    cue: Cue
    shape: str

    @property
    def licenses(self) -> frozenset[str]:
        """What content the cue can bring in."""
        return self.cue.licenses


def cues_in(scene: Scene, sentence: Sentence) -> list[Said]:
    """The cues that the narrator uses in a sentence, in text order; denied ones and those within speech left out."""
    found = (said_at(sentence, i) for i in range(len(sentence.tokens)))
    return [s for s in found if s and not scene.spoken_at(sentence.tokens[s.verb].span.start)]


def said_at(sentence: Sentence, index: int) -> Said | None:
    """The cue whose verb stands at `index`, or None."""
    if _denied(sentence, index) or sentence.tokens[index].pos in ("NOUN", "PROPN", "ADP"):
        return None
    phrase = _phrase_at(sentence, index)
    if phrase is not None:
        return phrase
    form = cue_of(sentence.tokens[index].text)
    return Said(sentence, index, index, form.cue, form.shape) if form else None


def _denied(sentence: Sentence, index: int) -> bool:
    """Whether it is not said: "не сказал"; nor is what stands in it ("не подтвердил, что он предлагает")."""
    if index > 0 and sentence.tokens[index - 1].text.lower() in NEGATIONS:
        return True
    token = sentence.tokens[index]
    told = token.rel == "ccomp" and token.head > 0 and cue_of(sentence.tokens[token.head].text) is not None
    return told and sentence.tokens[token.head - 1].text.lower() in NEGATIONS


def _phrase_at(sentence: Sentence, index: int) -> Said | None:
    form = light_verbs().get(fold(sentence.tokens[index].text))
    if form is None:
        return None
    nouns, shape = form
    window = range(max(0, index - 2), min(len(sentence.tokens), index + 1 + FARTHEST_NOUN))
    for i in window:
        token = sentence.tokens[i]
        if token.pos == "NOUN" and token.lemma in nouns:
            return Said(sentence, index, max(i, index), nouns[token.lemma], shape)
    return None


@lru_cache(maxsize=1)
def light_verbs() -> Mapping[str, tuple[Mapping[str, Cue], str]]:
    """Form of a light verb → the nouns that make a cue with it, and the form's shape."""
    found: dict[str, tuple[dict[str, Cue], str]] = {}
    for row in load("ru", "cue_phrases.tsv"):
        cue = Cue(row["infinitive"], frozenset({"that-clause", "about", "noun"}), row["kind"])
        for form, shape in _verb_forms(row["verb"]):
            found.setdefault(form, ({}, shape))[0][fold(row["noun"])] = cue
    return found


def _verb_forms(written: str) -> list[tuple[str, str]]:
    forms: list[tuple[str, str]] = []
    for verb in written.split("|"):
        forms += [(fold(form), shape) for form, shape in derived(verb)] or [(fold(verb), "finite")]
    return forms
