"""Noun phrases put into the nominative: the head and what agrees with it turn, what depends on it stays as written."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.syntax.lemmas import CASES, GENDERS, NUMBERS, parses
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
        form = reading.inflect({"nomn", NUMBERS.get(number or "", "sing")})
        if form is not None:
            return cased(token.text, str(form.word))
    return token.text


def cased(pattern: str, word: str) -> str:
    """The word with the capitals of the pattern.

    >>> cased("Декларацией", "декларация"), cased("МИДом", "мид")
    ('Декларация', 'МИД')
    """
    if len(pattern) > 1 and pattern[:2].isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
