"""The subject of a verb of saying: over the tree, and by word order where the tree is broken by quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.text import Span
from dragoman.quotes.scene import Scene
from dragoman.syntax.tree import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
SUBJECT = ("nsubj", "nsubj:pass")
SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp"})
"""A verb hung by one of these has the subject of the verb above it: "прибыл и заявил", "отметив", "поспешил заявить"."""


def subject_of(scene: Scene, sentence: Sentence, verb: int, within: Span | None = None) -> int | None:
    """The token that is the speaker for the verb at `verb`, None where nothing fits.

    `within`: the author's words; only a speaker inside them is taken.
    """
    for found in _candidates(sentence, verb):
        if within is None or within.holds(sentence.tokens[found].span):
            return _antecedent(sentence, found)
    return _by_order(scene, sentence, verb, within)


def _candidates(sentence: Sentence, verb: int) -> Iterator[int]:
    own = _own_subject(sentence, verb)
    if own is not None:
        yield own
    place = speaking_place(sentence, verb)
    if place is not None:
        yield place
    if own is None:
        yield from _shared(sentence, verb)


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    for child in sentence.children(verb):
        token = sentence.tokens[child]
        if token.rel in SUBJECT and _can_speak(token) and _agrees(token, sentence.tokens[verb]):
            return child
    return None


def _can_speak(token: Token) -> bool:
    return token.pos in NOMINAL and token.lemma not in ("это", "что", "то", "все") and token.feats.get("Case") != "Ins"


def _agrees(subject: Token, verb: Token) -> bool:
    """Whether both may be of one number; an unknown number agrees."""
    numbers = {subject.feats.get("Number"), verb.feats.get("Number")} - {None}
    return len(numbers) < 2 or subject.pos == "NUM"


def agent_of(sentence: Sentence, verb: int) -> int | None:
    """Whoever did what a passive tells: "было отмечено Токаевым"."""
    for child in sentence.children(verb):
        token = sentence.tokens[child]
        if token.rel.split(":")[0] in ("obl", "obj", "iobj") and token.feats.get("Case") == "Ins" and token.pos in NOMINAL:
            return child
    return None


def speaking_place(sentence: Sentence, verb: int) -> int | None:
    """The body in "в министерстве сообщили": a plural verb without subject, and a place."""
    if sentence.tokens[verb].feats.get("Number") != "Plur":
        return None
    for child in sentence.children(verb):
        token = sentence.tokens[child]
        if token.rel.split(":")[0] == "obl" and token.feats.get("Case") == "Loc" and _has_in(sentence, child):
            return child
    adverb = (c for c in sentence.children(verb) if sentence.tokens[c].text.lower() == "там")
    return next(adverb, None)


def _has_in(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[c].text.lower() in ("в", "во", "на") for c in sentence.children(index))


def _shared(sentence: Sentence, verb: int) -> Iterator[int]:
    """Subjects of the verbs above that share theirs with this one."""
    below = verb
    for above in sentence.path_up(verb):
        if sentence.tokens[below].rel not in SHARES_SUBJECT:
            return
        found = _own_subject(sentence, above)
        if found is not None:
            yield found
            return
        place = speaking_place(sentence, above)
        if place is not None:
            yield place
            return
        below = above


def _antecedent(sentence: Sentence, subject: int) -> int:
    """For "который" the noun that its clause hangs from."""
    if sentence.tokens[subject].lemma != "который":
        return subject
    for above in sentence.path_up(subject):
        if sentence.tokens[above].rel.startswith("acl"):
            return sentence.tokens[above].head
    return subject


def _by_order(scene: Scene, sentence: Sentence, verb: int, within: Span | None) -> int | None:
    """The nearest nominative of the author's words, first after the verb, then before it."""
    if within is None:
        return None
    inside = [i for i, token in enumerate(sentence.tokens) if within.holds(token.span)]
    after = [i for i in inside if i > verb]
    before = [i for i in reversed(inside) if i < verb]
    for i in (*after, *before):
        token = sentence.tokens[i]
        free = not any(sentence.tokens[c].rel == "case" for c in sentence.children(i))
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Case") == "Nom" and free and _can_speak(token):
            return i
    return None
