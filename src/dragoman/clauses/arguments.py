"""A mention in its clause: where its phrase hangs, by which preposition and case, and what is coordinated with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.model.actors import Mention
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence

CHAIN = frozenset({"conj", "flat", "flat:name", "flat:foreign", "appos", "fixed", "nummod:gov"})
"""Relations that make a word share the place of its head."""

JOINING = frozenset({",", "и", "а", "также", "с", "со"})
"""Words that may stand between two members of an enumeration ("с А, Б, а также с В")."""


class Argument(msgspec.Struct, frozen=True):
    """A mention in a clause. `rel`, `preposition`, `case` are those of its phrase's top word;
    `governor` is what that hangs from.
    """

    mention: Mention
    token: int
    top: int
    rel: str
    preposition: str
    case: str
    governor: int


def argument(sentence: Sentence, token: int, mention: Mention) -> Argument:
    """Where in the clause a mention stands: climb from its head over coordination,
    apposition and names to its phrase's top.
    """
    top, seen = token, {token}
    while (
        sentence.tokens[top].rel in CHAIN and sentence.tokens[top].head >= 0 and sentence.tokens[top].head not in seen
    ):
        if sentence.tokens[top].rel == "conj" and not _coordinated(sentence, top):
            break
        if sentence.tokens[top].rel == "appos" and _subject_under_noun(sentence, top):
            break
        top = sentence.tokens[top].head
        seen.add(top)
    word = sentence.tokens[top]
    preposition = _preposition(sentence, token) or _preposition(sentence, top)
    case = sentence.tokens[token].feats.get("Case") or word.feats.get("Case", "")
    return Argument(mention, token, top, word.rel, preposition, case, word.head)


def _coordinated(sentence: Sentence, index: int) -> bool:
    """Two nouns coordinate; a noun does not share a verb's place."""
    head = sentence.tokens[sentence.tokens[index].head]
    return head.pos not in ("VERB", "AUX")


def _subject_under_noun(sentence: Sentence, index: int) -> bool:
    """ "Во время саммита Х провёл": a name in the nominative stands in no apposition to a noun in another case."""
    token = sentence.tokens[index]
    case = sentence.tokens[token.head].feats.get("Case")
    return token.pos == "PROPN" and token.feats.get("Case") == "Nom" and case in ("Gen", "Loc", "Dat", "Ins")


def _preposition(sentence: Sentence, index: int) -> str:
    found = next((i for i in sentence.children(index) if sentence.tokens[i].rel == "case"), None)
    if found is None:
        found = _adposition_before(sentence, index)
    if found is None:
        return ""
    text = sentence.tokens[found].text.lower()
    return {"во": "в", "со": "с", "ко": "к", "обо": "о", "об": "о"}.get(text, text)


def _adposition_before(sentence: Sentence, index: int) -> int | None:
    """The preposition right before a noun and its attributes, where the tree hangs it elsewhere."""
    at = index - 1
    while at >= 0 and sentence.tokens[at].pos in ("ADJ", "DET") and sentence.tokens[at].head == index:
        at -= 1
    return at if at >= 0 and sentence.tokens[at].pos == "ADP" and sentence.tokens[index].pos != "VERB" else None


def enumerated(sentence: Sentence, arguments: Sequence[Argument], first: Argument) -> Iterator[Argument]:
    """The members of an enumeration after `first`, by the words between them, whatever the tree says.

    takes: «с президентом А и премьером Б»; refuses: «с президентом А в городе Б»
    """
    last = first
    for other in sorted(arguments, key=lambda a: whole(a.mention)):
        if whole(other.mention).start < whole(last.mention).end:
            continue
        between = _between(sentence, whole(last.mention).end, whole(other.mention).start)
        if not between or not JOINING.issuperset(between) or between[-1:] == ["а"]:
            return
        yield other
        last = other


def _between(sentence: Sentence, start: int, end: int) -> list[str]:
    return [t.text for t in sentence.tokens if start <= t.span.start and t.span.end <= end]


def whole(mention: Mention) -> Span:
    """A mention with its title."""
    if mention.title_span is None:
        return mention.span
    return Span(min(mention.span.start, mention.title_span.start), max(mention.span.end, mention.title_span.end))
