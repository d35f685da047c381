"""Noun phrases around a head: which words belong to it, and how it is called in the nominative."""

from __future__ import annotations

from dragoman.model.text import Span
from dragoman.syntax.lemmas import CASES, GENDERS, NUMBERS, parses
from dragoman.syntax.tree import Sentence, Token

INSIDE = frozenset({"amod", "nmod", "flat", "flat:name", "flat:foreign", "det", "compound", "fixed", "case", "appos"})
AGREEING = frozenset({"amod", "det"})
FOLLOWS = frozenset({"flat", "flat:name", "flat:foreign", "appos"})
NUMBERED = {"NOUN": ("NOUN",), "ADJ": ("ADJF", "PRTF"), "PROPN": ("NOUN", "ADJF")}
LONGEST = 14
"""Words of a phrase that names a source."""


def phrase(sentence: Sentence, head: int) -> tuple[int, ...]:
    """The tokens of the noun phrase of `head`, unbroken, without clauses, counts and coordinated phrases."""
    kept = {head}
    queue = [head]
    while queue:
        for child in sentence.children(queue.pop()):
            if child not in kept and _belongs(sentence, child):
                kept.add(child)
                queue.append(child)
    start = end = head
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept and end - head < LONGEST:
        end += 1
    while start < head and sentence.tokens[start].rel == "case":
        start += 1
    return tuple(range(start, end + 1))


def _belongs(sentence: Sentence, child: int) -> bool:
    """Whether the word belongs to its head's phrase; of coordinated words only adjectives ("украинской и западной")."""
    token = sentence.tokens[child]
    if token.rel in ("conj", "cc"):
        return token.pos == "ADJ" or (token.rel == "cc" and sentence.tokens[token.head].pos == "ADJ")
    return token.rel in INSIDE


def nominative(sentence: Sentence, head: int) -> str:
    """The phrase of `head` in the nominative, names with their capital, other words small at the beginning.

    Only the head and what agrees with it change; genitives after it stay as they are.
    """
    indexes = phrase(sentence, head)
    counted = sentence.child(head, "nummod") is not None
    number = "Plur" if counted else sentence.tokens[head].feats.get("Number")
    said = [_word(sentence, i, head, number) for i in indexes]
    first = sentence.tokens[indexes[0]]
    if first.pos != "PROPN" and first.text[1:].islower():
        said[0] = said[0][0].lower() + said[0][1:]
    return " ".join(said)


def _word(sentence: Sentence, index: int, head: int, number: str | None) -> str:
    token = sentence.tokens[index]
    agrees = (token.head == head and token.rel in (AGREEING | FOLLOWS)) or (token.rel == "conj" and token.pos == "ADJ")
    if (index != head and not agrees) or token.feats.get("Case") == "Nom":
        return token.text
    return inflected(token, number)


def inflected(token: Token, number: str | None) -> str:
    """The word in the nominative of this number; as it is where the dictionary cannot say."""
    case = CASES.get(token.feats.get("Case", ""))
    gender = GENDERS.get(token.feats.get("Gender", ""))
    wanted = {grammeme for grammeme in (case, gender) if grammeme}
    readings = sorted(parses(token.text), key=lambda p: -len(wanted & set(p.tag.grammemes)))
    for reading in readings:
        if token.pos in NUMBERED and reading.tag.POS not in NUMBERED[token.pos]:
            continue
        form = reading.inflect({"nomn", NUMBERS.get(number or "", "sing")})
        if form is not None:
            return cased(str(form.word), token.text)
    return token.text


def cased(word: str, like: str) -> str:
    """
    >>> cased("токаев", "Токаевым"), cased("мид", "МИДом")
    ('Токаев', 'МИД')
    """
    if like[:2].isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def span_of(sentence: Sentence, head: int) -> Span:
    """The span of the phrase of `head`."""
    return sentence.cover(phrase(sentence, head))
