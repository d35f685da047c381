"""Documents that a sentence only lists: what was done with them stands in the sentence that opens the list."""

from __future__ import annotations

from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.phrases import Phrase
from dragoman.things.setting import Setting

LONGEST = 40
"""Entries of a list looked back over for what opens it."""

MARKS = frozenset("–—-•▪️*·")


def opener(setting: Setting, phrase: Phrase) -> Sentence | None:
    """The sentence that opens the list in which a document stands; None where it stands in no list.

    takes: «Подписаны: – соглашение о торговле», «Подписано десять документов. Среди них меморандум о туризме»
    """
    sentence = phrase.sentence
    if _among_them(sentence):
        return setting.sentences[sentence.number - 1] if sentence.number else None
    if not _is_entry(phrase):
        return None
    for number in range(sentence.number - 1, max(-1, sentence.number - LONGEST), -1):
        before = setting.sentences[number]
        if before.span.of(setting.text).rstrip().endswith(":"):
            return before
        if not _begins_with_a_document(before):
            return None
    return None


def _among_them(sentence: Sentence) -> bool:
    """ "Среди них", "В их числе", "В том числе" at the beginning."""
    begin = " ".join(t.text.lower() for t in sentence.tokens[:3])
    return begin.startswith(("среди них", "в их числе", "в том числе", "в числе"))


def _is_entry(phrase: Phrase) -> bool:
    """The title is the sentence, but for a mark or number before it."""
    before = phrase.sentence.tokens[: phrase.first]
    return all(t.text in MARKS or t.text.rstrip(".)").isdigit() or t.text in '.)«"' for t in before)


def _begins_with_a_document(sentence: Sentence) -> bool:
    kinds = lexicon.listed("documents", "kinds")
    return any(t.lemma in kinds for t in sentence.tokens[:6])
