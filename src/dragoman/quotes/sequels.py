"""Speakers named again in fewer words: "агентство" is the one named before, "собеседник газеты" the source before."""

from __future__ import annotations

from dragoman.model.records import Speaker
from dragoman.model.text import Span
from dragoman.quotes.phrases import nominative, phrase
from dragoman.quotes.scene import Scene
from dragoman.syntax.tree import Sentence

SOURCE, PARTNER = "источник", "собеседник"
FARTHEST = 60
"""Sentences back to the whole name."""


def named_medium(scene: Scene, sentence: Sentence, head: int, span: Span) -> Speaker | None:
    """The medium that a bare noun ("агентство") means: the nearest one named before by this noun and more words.

    None where there is none, or where the phrase is not bare.
    """
    if len(phrase(sentence, head)) > 1:
        return None
    lemma, start = sentence.tokens[head].lemma, sentence.tokens[head].span.start
    for earlier in reversed(scene.parse.sentences[max(0, sentence.number - FARTHEST) : sentence.number + 1]):
        for index, token in enumerate(earlier.tokens):
            if token.lemma == lemma and token.span.start < start and len(phrase(earlier, index)) > 1:
                return Speaker(name=_short(earlier, index) or nominative(scene.text, earlier, index), span=span)
    return None


def _short(sentence: Sentence, head: int) -> str | None:
    """The abbreviation in brackets after the phrase: "Словенское агентство (САН)"."""
    after = phrase(sentence, head)[-1] + 1
    words = [token.text for token in sentence.tokens[after : after + 3]]
    return words[1] if len(words) == 3 and (words[0], words[2]) == ("(", ")") and words[1].isupper() else None


def is_source(name: str) -> bool:
    """Whether the words name an anonymous source that later words may mean.

    >>> is_source("дипломатический источник"), is_source("источник"), is_source("источник в правительстве")
    (True, False, True)
    """
    words = name.split()
    return SOURCE in words and len(words) > 1


def means_source(name: str) -> bool:
    """Whether the words only take up a source named before.

    >>> means_source("собеседник агентства"), means_source("источник"), means_source("военный источник")
    (True, True, False)
    """
    return name == SOURCE or name.split()[:1] == [PARTNER]
