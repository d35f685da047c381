"""The subject of a verb of saying: over the tree, and by word order where the tree is broken by quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dragoman.lang import load
from dragoman.model.text import Span
from dragoman.quotes.scene import Scene
from dragoman.speech.cues import cue_of
from dragoman.syntax.tree import Sentence, Token

NEAR = 4
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
SUBJECT = ("nsubj", "nsubj:pass")
DUMB = frozenset({"это", "что", "то", "все", "кто", "себя", "весь", "сам"})
ABOUT = frozenset({"более", "больше", "свыше", "менее", "меньше", "около", "порядка"})
SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp"})
"""A verb hung by one of these has the subject of the verb above: "прибыл и заявил", "отметив", "поспешил заявить"."""


def subject_of(scene: Scene, sentence: Sentence, verb: int, within: Span | None = None) -> int | None:
    """The token that is the speaker for the verb at `verb`, None where nothing fits.

    `within`: the author's words; only a speaker inside them is taken.
    """
    for found in _candidates(sentence, verb):
        if within is None or within.holds(sentence.tokens[found].span):
            speaker = _antecedent(sentence, found)
            return speaker if speaker == found or can_speak(sentence.tokens[speaker]) else None
    return _by_order(scene, sentence, verb, within)


def _candidates(sentence: Sentence, verb: int) -> Iterator[int]:
    own = _own_subject(sentence, verb)
    place = speaking_place(sentence, verb)
    if own is not None and not (place is not None and own < verb < place and sentence.tokens[verb - 1].text == ","):
        yield own
    if place is not None:
        yield place
    if own is None:
        yield from _shared(sentence, verb)


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    for child in sentence.children(verb):
        token = sentence.tokens[child]
        if token.rel in SUBJECT and token.lemma in ABOUT:
            return _counted(sentence, child)
        if (
            token.rel in SUBJECT
            and can_speak(token)
            and _nominative(sentence, child)
            and _agrees(sentence, child, verb)
        ):
            return child
    return None


def _counted(sentence: Sentence, about: int) -> int | None:
    """Those counted in "более ста депутатов заявили": the parser takes "более" for the subject."""
    for child in sentence.children(about):
        token = sentence.tokens[child]
        if token.feats.get("Case") == "Gen" and token.pos in ("NOUN", "PROPN") and can_speak(token):
            return child
    return None


def can_speak(token: Token) -> bool:
    """Whether the word may be a speaker: a person, a proper name, a pronoun, or a body; no "позиция", no "кто"."""
    if token.pos not in NOMINAL or token.lemma in DUMB or token.feats.get("Case") == "Ins":
        return False
    return token.pos not in ("NOUN", "ADJ") or token.feats.get("Animacy") == "Anim" or is_body(token)


def is_body(token: Token) -> bool:
    """Whether the word is an abbreviation, or one of the nouns for bodies, media and documents."""
    return token.text.isupper() or token.text[1:2].isupper() or token.lemma in speaking_nouns()


@lru_cache(maxsize=1)
def speaking_nouns() -> frozenset[str]:
    """Dictionary forms of inanimate nouns that speak."""
    tables = ("body_words.tsv", "media_words.tsv", "written_words.tsv")
    return frozenset(row["lemma"] for table in tables for row in load("ru", table))


def _nominative(sentence: Sentence, index: int) -> bool:
    """Whether the word may be a subject by its case; a genitive only after a number."""
    case = sentence.tokens[index].feats.get("Case")
    return case in ("Nom", None) or sentence.child(index, "nummod", "nummod:gov") is not None


def _agrees(sentence: Sentence, subject: int, verb: int) -> bool:
    """Whether both may be of one number; an unknown number agrees, and a counted noun ("два источника")."""
    token = sentence.tokens[subject]
    numbers = {token.feats.get("Number"), sentence.tokens[verb].feats.get("Number")} - {None}
    counted = token.pos == "NUM" or sentence.child(subject, "nummod", "conj") is not None
    return len(numbers) < 2 or counted


def agent_of(sentence: Sentence, verb: int) -> int | None:
    """Whoever did what a passive tells: "было отмечено Токаевым"."""
    for child in sentence.children(verb):
        token = sentence.tokens[child]
        if (
            token.rel.split(":")[0] in ("obl", "obj", "iobj")
            and token.feats.get("Case") == "Ins"
            and token.pos in NOMINAL
        ):
            return child
    return None


def speaking_place(sentence: Sentence, verb: int) -> int | None:
    """The body in "в министерстве сообщили": a plural verb without subject, and a place.

    The parser often hangs the place elsewhere, so the words right after the verb are looked at too.
    """
    if sentence.tokens[verb].feats.get("Number") != "Plur":
        return None
    hung = [c for c in sentence.children(verb) if sentence.tokens[c].rel.split(":")[0] in ("obl", "nmod")]
    return next((i for i in (*hung, *_beside(sentence, verb)) if _is_place(sentence, i)), None)


def _beside(sentence: Sentence, verb: int) -> Iterator[int]:
    """The words of the verb's own clause near it, those after it first."""
    for steps in (range(verb + 1, verb + 1 + NEAR), range(verb - 1, verb - 1 - NEAR, -1)):
        for i in steps:
            if not 0 <= i < len(sentence.tokens) or sentence.tokens[i].text == ",":
                break
            yield i


def _is_place(sentence: Sentence, index: int) -> bool:
    """Whether a body that may speak stands here after "в"."""
    token = sentence.tokens[index]
    undeclined = token.text.isupper()
    if (token.feats.get("Case") != "Loc" and not undeclined) or token.pos not in ("NOUN", "PROPN"):
        return False
    inside = any(sentence.tokens[c].text.lower() in ("в", "во") for c in sentence.children(index))
    return inside and (token.pos == "PROPN" or is_body(token))


def _shared(sentence: Sentence, verb: int) -> Iterator[int]:
    """Subjects of the verbs above that share theirs with this one."""
    below = verb
    for above in sentence.path_up(verb):
        if sentence.tokens[below].rel not in SHARES_SUBJECT and not _told_by_cue(sentence, below):
            return
        if sentence.tokens[verb].rel == "conj" and _told_by_cue(sentence, above):
            below = above
            continue
        found = _own_subject(sentence, above)
        if found is not None:
            yield found
            return
        place = speaking_place(sentence, above)
        if place is not None:
            yield place
            return
        below = above


def _told_by_cue(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in what another cue tells: "заявил, что А выступает за мир, а также напомнил, что"."""
    token = sentence.tokens[verb]
    return token.rel == "ccomp" and token.head >= 0 and cue_of(sentence.tokens[token.head].text) is not None


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
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Case") == "Nom" and free and can_speak(token):
            return i
    return None
