"""Counts of documents: "подписано 12 документов", "договорно-правовая база – около 170 документов"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counted import clause, counted_noun
from dragoman.claims.making import make
from dragoman.claims.parties import two_parties
from dragoman.claims.scene import Scene
from dragoman.claims.windows import window_of
from dragoman.claims.words import among, words
from dragoman.model.records import Claim, Window
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence


def find(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """The count of documents that a number makes, or None; documents that are only to be signed are no count."""
    if number.kind not in ("cardinal", "collective") or number.unit is not None:
        return None
    noun = counted_noun(scene, sentence, number)
    if noun is None or not among(sentence.tokens[noun], words("document", "nouns")):
        return None
    what = _what(sentence, noun, number)
    pair = two_parties(scene, sentence, sentence.tokens[noun])
    if what is None or pair is None:
        return None
    return make(
        scene,
        sentence,
        number,
        [noun],
        kind="document_count",
        rule="documents-signed" if what.startswith("подписан") else "treaty-base",
        unit="document",
        subject=pair[0],
        object=pair[1],
        window=window_of(scene, sentence, noun, before),
        what=what,
    )


TREATY_BASE = "договорно-правовая база"
MOST_AT_ONCE = 60
"""More documents than that are not signed at one meeting: they are all that two states have."""


def _what(sentence: Sentence, noun: int, number: Number) -> str | None:
    """What the documents are: signed at the event, or all that two states have; None where neither is said."""
    around = sentence.tokens
    if any(among(t, words("document", "ahead")) for t in around):
        return None
    if any(t.text.lower().startswith(tuple(words("document", "base_stems"))) for t in around):
        return TREATY_BASE
    first, last = clause(sentence, noun)
    if any(_is_signing(sentence, i) for i in range(first, last + 1)):
        return "подписанные документы" if number.value <= MOST_AT_ONCE else TREATY_BASE
    return None


def _is_signing(sentence: Sentence, i: int) -> bool:
    """A word of signing that tells of it as done: not "подпишут", not "чтобы подписать"."""
    token = sentence.tokens[i]
    if not among(token, words("document", "signing")):
        return False
    return token.feats.get("Tense") not in ("Fut",) and token.feats.get("VerbForm") != "Inf"
