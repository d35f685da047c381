"""Noun phrases put into the nominative: the head and what agrees with it turn, what depends on it stays as written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.syntax.lemmas import CASES, GENDERS, NUMBERS, fold, parses
from dragoman.syntax.tree import Sentence, Token

AGREEING = frozenset({"amod", "det", "nummod"})
NAMED = frozenset({"flat", "flat:name", "flat:foreign", "appos"})
NO_EMPHASIS = dict.fromkeys(map(ord, "*_"))
PARTS = {
    "NOUN": ("NOUN",),
    "ADJ": ("ADJF", "PRTF"),
    "DET": ("ADJF",),
    "PROPN": ("NOUN", "ADJF"),
    "VERB": ("PRTF",),
    "NUM": ("ADJF",),
}


def nominative_phrase(text: str, sentence: Sentence, head: int, indexes: Sequence[int]) -> str:
    """The words of `indexes` (in text order, blanks folded) with `head` and its attributes in the nominative.

    Blanks and marks between the words stay as the text has them, but for signs of bold and italics; `text` is the
    article's. A head that is counted ("двух депутатов") goes into the plural.
    """
    counted = sentence.child(head, "nummod") is not None and "nummod" not in _rels(sentence, indexes)
    number = "Plur" if counted else sentence.tokens[head].feats.get("Number")
    words: list[str] = []
    end = None
    for i in indexes:
        token = sentence.tokens[i]
        if end is not None:
            words.append(text[end : token.span.start].translate(NO_EMPHASIS))
        turns = i == head or _agrees(sentence, i, head)
        words.append(inflected(token, number) if turns else token.text)
        end = token.span.end
    return " ".join("".join(words).split())


def _rels(sentence: Sentence, indexes: Sequence[int]) -> set[str]:
    return {sentence.tokens[i].rel for i in indexes}


def _agrees(sentence: Sentence, index: int, head: int) -> bool:
    """An attribute of the head, one coordinated with it ("торговой и экономической"), or a name beside the head."""
    token = sentence.tokens[index]
    if token.rel in NAMED and token.pos == "PROPN":
        return token.head == head and _named_by(sentence.tokens[head], token)
    if token.rel == "conj" and token.pos == "ADJ" and token.head >= 0:
        return token.head != index and sentence.tokens[token.head].head == head
    return token.head == head and token.rel in AGREEING and token.pos in ("ADJ", "DET", "VERB", "NUM")


def _named_by(head: Token, name: Token) -> bool:
    """Whether the word is the head's own name, in its case; beside a thing a genitive is whose ("МИДа Велии")."""
    case = head.feats.get("Case")
    owner = case == "Gen" and name.rel == "appos" and head.feats.get("Animacy") != "Anim"
    return name.feats.get("Case") == case and not owner


def inflected(token: Token, number: str | None) -> str:
    """A word in the nominative of a number, capitals kept; as it is where the dictionary cannot say.

    >>> from dragoman.model.text import Span
    >>> tag = {"Case": "Gen", "Gender": "Masc"}
    >>> inflected(Token(Span(0, 7), "Высшего", "высокий", "ADJ", tag, -1, "amod"), "Sing")
    'Высший'

    >>> from dragoman.model.text import Span
    >>> feats = {"Case": "Gen", "Number": "Sing"}
    >>> inflected(Token(Span(0, 8), "Договора", "договор", "NOUN", feats, -1, "nmod"), "Sing")
    'Договор'
    """
    if token.feats.get("Case") == "Nom":
        return token.text
    wanted = {CASES.get(token.feats.get("Case", "")), GENDERS.get(token.feats.get("Gender", ""))} - {None}
    parts = PARTS.get(token.pos)
    readings = [p for p in parses(token.text) if parts is None or p.tag.POS in parts]
    readings.sort(key=lambda p: -len(wanted & set(p.tag.grammemes)))
    for reading in readings:
        form = _nominative(reading, NUMBERS.get(number or "", "sing"), token.text)
        if form is not None:
            return cased(token.text, form)
    return token.text


def _nominative(reading: Any, number: str, word: str) -> str | None:
    """The nominative of a dictionary reading; of an adjective's several the one most like the word.

    "Высшего" is "высший", not "высочайший", which the dictionary files with it.
    """
    form = reading.inflect({"nomn", number})
    if form is None or form.tag.POS == "NOUN":
        return str(form.word) if form is not None else None
    same = form.tag.grammemes & {"nomn", "sing", "plur", "masc", "femn", "neut"}
    forms = [str(f.word) for f in reading.lexeme if f.tag.POS == form.tag.POS and same <= f.tag.grammemes]
    return max(forms or [str(form.word)], key=lambda f: (_alike(f, word), -len(f)))


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with in common.

    >>> _alike("высший", "Высшего"), _alike("высочайший", "Высшего")
    (4, 3)
    """
    pairs = zip(fold(one), fold(other), strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def cased(pattern: str, word: str) -> str:
    """The word with the capitals of the pattern.

    >>> cased("Декларацией", "декларация"), cased("МИДом", "мид")
    ('Декларация', 'МИД')
    """
    if len(pattern) > 1 and pattern[:2].isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
