"""What a number counts, and the clause it stands in."""

from __future__ import annotations

from dragoman.claims.scene import Scene
from dragoman.claims.words import among, is_modifier
from dragoman.model.text import Span
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence, Token

REACH = 9
"""Words that may stand between a number and what it counts: "второй за последние два года официальный визит"."""

_BREAKS = frozenset(',;:.!?()«»"“”–—')
_CLAUSES = ("acl", "acl:relcl", "advcl", "ccomp", "parataxis", "conj", "csubj")


def counted_noun(scene: Scene, sentence: Sentence, number: Number) -> int | None:
    """The noun that a number counts: the first one after it, past its attributes and time expressions.

    "седьмой за три года официальный визит" counts visits; "второй день визита" counts days. None: no noun follows.
    """
    inside = sentence.at(number.span)
    if not inside:
        return None
    for i in range(inside[-1] + 1, min(inside[-1] + 1 + REACH, len(sentence.tokens))):
        token = sentence.tokens[i]
        if scene.date_at(token) is not None or is_modifier(token) or _joins(scene, sentence, i):
            continue
        return i if token.pos in ("NOUN", "PROPN") else None
    return None


def _joins(scene: Scene, sentence: Sentence, i: int) -> bool:
    """A preposition before a time expression ("второй в этом году визит"), an "и" or comma between adjectives."""
    token, after = sentence.tokens[i], sentence.tokens[i + 1 : i + 2]
    if not after:
        return False
    if token.pos == "ADP":
        return scene.date_at(after[0]) is not None
    return token.text in ("и", ",") and after[0].pos == "ADJ" and sentence.tokens[i - 1].pos == "ADJ"


def occasions(scene: Scene, sentence: Sentence, number: Number) -> str | None:
    """How the number counts occasions: `times` ("шесть раз", "дважды"), `rank` ("в третий раз", "впервые"), or None."""
    if number.unit in ("times", "fold") and not _multiplies(sentence, number):
        return "times"
    if number.unit == "first-time":
        return "rank"
    noun = counted_noun(scene, sentence, number) if number.ordinal else None
    return "rank" if noun is not None and sentence.tokens[noun].lemma == "раз" else None


def _multiplies(sentence: Sentence, number: Number) -> bool:
    """ "Вырос в четыре раза", "вдвое"; "побывала в Велардии четыре раза" counts occasions."""
    inside = sentence.at(number.span)
    before = sentence.tokens[inside[0] - 1].lemma if inside and inside[0] > 0 else ""
    return number.unit == "fold" and (number.kind == "multiple" or before in ("в", "во", "чем"))


def verb_counted(sentence: Sentence, number: Number, verbs: frozenset[str]) -> int | None:
    """The verb that "шесть раз" or "в третий раз" belongs to, where it is one of these."""
    inside = sentence.at(number.span)
    above = (i for index in inside for i in sentence.path_up(index) if i not in inside)
    verb = next((i for i in above if sentence.tokens[i].pos == "VERB"), None)
    return verb if verb is not None and among(sentence.tokens[verb], verbs) else None


def attributes(sentence: Sentence, first: int, noun: int) -> list[Token]:
    """The words between a number's first token and its noun."""
    return list(sentence.tokens[first:noun])


def clause(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last token of the stretch around `index` that ends at marks parting clauses.

    A comma parts only where a new clause begins after it: enumerations stay whole.
    """
    first = index
    while first > 0 and not _parts(sentence, first - 1):
        first -= 1
    last = index
    while last + 1 < len(sentence.tokens) and not _parts(sentence, last + 1):
        last += 1
    return first, last


def _parts(sentence: Sentence, i: int) -> bool:
    text = sentence.tokens[i].text
    if text not in _BREAKS:
        return False
    if text != ",":
        return True
    head = sentence.tokens[i].head
    return head >= 0 and sentence.tokens[head].rel in _CLAUSES and sentence.tokens[head].pos in ("VERB", "AUX")


def clause_span(sentence: Sentence, index: int) -> Span:
    """The stretch of `clause` as a span of the text."""
    first, last = clause(sentence, index)
    return sentence.cover((first, last))


def verb_above(sentence: Sentence, index: int) -> int | None:
    """The verb that governs a word, or None where a noun is the predicate."""
    return next((i for i in sentence.path_up(index) if sentence.tokens[i].pos in ("VERB", "AUX")), None)
