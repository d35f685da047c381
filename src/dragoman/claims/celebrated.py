"""What an anniversary is of: the deed ("подписание"), the document or relation, and its title in the nominative."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.claims.counted import clause
from dragoman.claims.scene import Scene
from dragoman.claims.words import among, table, words
from dragoman.syntax.phrases import inflected
from dragoman.syntax.tree import Sentence, Token

REACH = 8
"""Words after the number within which what is celebrated must be named."""

RELATIONS = "установление дипломатических отношений"
"""What "30-летие дипотношений" and its kin celebrate, in whatever words."""

LONGEST = 16
"""Words of a title."""

_ENDS = frozenset(',;.!?()«»"“”–—:-')
_OF_TITLES = frozenset({"над", "о", "об", "между"})
_FILLERS = frozenset({"со", "с", "день", "момент", "его", "ее", "она", "он"})


class Celebrated(msgspec.Struct, frozen=True, kw_only=True):
    """What is celebrated. `act`: what was done, None where only a thing is named; `words`: its tokens in the sentence.

    `mutual`: between the two states, so that they are the claim's parties.
    """

    act: str | None
    title: str
    is_document: bool
    mutual: bool
    words: tuple[int, ...]


def celebrated(scene: Scene, sentence: Sentence, number_end: int) -> Celebrated | None:
    """What stands after "20-летие", or before it ("Договора, 20-летие подписания которого").

    None: nothing that states celebrate. `number_end`: the last token of the number.
    """
    return _after(sentence, number_end) or _before(sentence, number_end)


def _after(sentence: Sentence, number_end: int) -> Celebrated | None:
    act = None
    for i in range(number_end + 1, min(number_end + 1 + REACH, len(sentence.tokens))):
        token = sentence.tokens[i]
        if act is None and among(token, words("anniversary", "acts")):
            act = _act(token)
        elif token.lemma == "который":
            noun = _antecedent(sentence, i)
            return _thing(sentence, act, noun, number_end) if noun is not None else None
        elif token.pos in ("NOUN", "PROPN") and token.lemma not in _FILLERS:
            return _thing(sentence, act, i, number_end)
        elif token.text in _ENDS or token.pos == "VERB":
            return None
    return None


def _before(sentence: Sentence, number_end: int) -> Celebrated | None:
    """ "Договору, со дня подписания которого исполняется 25 лет", "дипотношениям исполнилось 30 лет"."""
    first, _ = clause(sentence, number_end)
    acts = [i for i in range(first, number_end) if among(sentence.tokens[i], words("anniversary", "acts"))]
    things = [i for i in range(first, number_end) if _is_document(sentence, i) or _is_relations(sentence, i)]
    if not things and any(t.lemma == "который" for t in sentence.tokens[first:number_end]):
        things = [i for i in range(first) if _is_document(sentence, i)][-1:]
    return (
        _thing(sentence, _act(sentence.tokens[acts[-1]]) if acts else None, things[0], number_end) if things else None
    )


def _is_document(sentence: Sentence, i: int) -> bool:
    return among(sentence.tokens[i], words("anniversary", "documents"))


def _is_relations(sentence: Sentence, i: int) -> bool:
    """ "Дипломатические отношения" or "дипотношения"; not just any relations."""
    stems = tuple(words("anniversary", "relations_stems"))
    around = (sentence.tokens[i], *(sentence.tokens[c] for c in sentence.children(i)))
    return sentence.tokens[i].pos == "NOUN" and any(t.lemma.startswith(stems) for t in around)


def _act(token: Token) -> str:
    return str(table("anniversary", "acts")[_act_lemma(token)])


def _act_lemma(token: Token) -> str:
    return token.lemma if token.lemma in words("anniversary", "acts") else token.text.lower()


def _antecedent(sentence: Sentence, relative: int) -> int | None:
    """The noun that "которого" stands for: what its clause hangs from, else the last document named before it."""
    for i in sentence.path_up(relative):
        head = sentence.tokens[i].head
        if sentence.tokens[i].rel == "acl:relcl" and head >= 0 and head < relative:
            return head
    before = [i for i in range(relative) if among(sentence.tokens[i], words("anniversary", "documents"))]
    return before[-1] if before else None


def _thing(sentence: Sentence, act: str | None, noun: int, number_end: int) -> Celebrated | None:
    token = sentence.tokens[noun]
    is_document = _is_document(sentence, noun)
    relations = token.lemma.startswith(tuple(words("anniversary", "relations_stems"))) or token.lemma == "отношение"
    if not is_document and not relations and not among(token, words("anniversary", "celebrated")):
        return None
    title = title_from(sentence, noun)
    if relations and act is None:
        act = "established"
    if act == "established" and relations:
        title = RELATIONS
    if is_document and act is None:
        act = "signed"
    return Celebrated(
        act=act or "occurred",
        title=title,
        is_document=is_document,
        mutual=is_document or relations,
        words=tuple(range(number_end + 1, noun + 1)) if noun > number_end else (number_end,),
    )


def title_from(sentence: Sentence, noun: int) -> str:
    """The phrase around a noun, its head and the attributes before it in the nominative, the rest as written.

    It ends at a mark, a verb or a relative word.
    """
    first = noun
    while first > 0 and sentence.tokens[first - 1].pos == "ADJ" and sentence.tokens[first - 1].head == noun:
        first -= 1
    number = sentence.tokens[noun].feats.get("Number")
    head = [inflected(sentence.tokens[i], number) for i in range(first, noun + 1)]
    return " ".join([*head, *_rest(sentence, noun)])


def _rest(sentence: Sentence, noun: int) -> Iterator[str]:
    governed = False
    for i in range(noun + 1, min(noun + LONGEST, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.text in _ENDS or token.pos in ("VERB", "AUX") or token.lemma == "который":
            return
        # The parser hangs "над фашизмом" too high; these prepositions go on with a title all the same.
        governed = token.lemma in _OF_TITLES or (governed and sentence.tokens[i - 1].pos in ("ADP", "ADJ"))
        if not governed and noun not in sentence.path_up(i):
            return
        yield token.text
