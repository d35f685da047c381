"""Who sent what is quoted: "говорится в телеграмме" leaves it to an earlier "Президент направил телеграмму"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dragoman.lang import load
from dragoman.quotes.scene import Scene
from dragoman.quotes.subjects import agent_of, subject_of
from dragoman.quotes.voices import Voice, voice_of
from dragoman.syntax.tree import Sentence

POSSESSIVE = frozenset({"его", "ее", "их", "он", "она", "они"})
"""Dictionary forms that the tagger gives to "его", "её", "их"."""

FARTHEST = 30
"""Sentences back to the one that tells of the sending; a longer letter is seldom quoted."""


@lru_cache(maxsize=1)
def written_words() -> Mapping[str, str]:
    """Dictionary forms of nouns for what is written or said → `letter`, `text` or empty (see the table)."""
    return {row["lemma"]: row["sent"] for row in load("ru", "written_words.tsv")}


@lru_cache(maxsize=1)
def sending_verbs() -> Mapping[str, str]:
    """Dictionary forms of verbs of sending → `letter` where the verb needs no noun, else empty."""
    return {row["lemma"]: row["without"] for row in load("ru", "sending_verbs.tsv")}


def author_of(scene: Scene, sentence: Sentence, document: int) -> Voice | None:
    """Whose document it is: a genitive after it, a possessive or adjective before it, whoever sent it; else None."""
    for child in sentence.children(document):
        token = sentence.tokens[child]
        if token.rel == "nmod" and token.feats.get("Case") == "Gen":
            if token.lemma in written_words():
                return author_of(scene, sentence, child)
            return voice_of(scene, sentence, child)
    for child in sentence.children(document):
        token = sentence.tokens[child]
        if token.rel in ("det", "amod", "nmod") and (token.pos not in ("DET", "PRON") or token.lemma in POSSESSIVE):
            voice = voice_of(scene, sentence, child)
            if voice.kind != "words":
                return voice
    return _sender(scene, sentence, document)


def _sender(scene: Scene, sentence: Sentence, document: int) -> Voice | None:
    """Subject of the clause that hangs from the document: "в послании, которое Президент направил"."""
    for child in sentence.children(document):
        if sentence.tokens[child].rel.startswith("acl"):
            subject = sentence.child(child, "nsubj")
            if subject is not None and sentence.tokens[subject].lemma != "который":
                return voice_of(scene, sentence, subject)
            place = sentence.child(child, "obl")
            return _place_of_publication(scene, sentence, place) if place is not None else None
    return None


def _place_of_publication(scene: Scene, sentence: Sentence, place: int) -> Voice | None:
    """ "в сообщении, опубликованном на сайте министерства": the ministry."""
    for child in sentence.children(place):
        if sentence.tokens[child].rel == "nmod":
            return voice_of(scene, sentence, child)
    return None


def sender_before(scene: Scene, sentence: Sentence, document: int) -> Voice | None:
    """Whoever sent or published the document in the nearest earlier sentence that tells of it, or None."""
    wanted = sentence.tokens[document].lemma
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - FARTHEST), -1):
        for voice in _senders_in(scene, scene.parse.sentences[number], wanted):
            if voice is not None and voice.named and voice.relay is None:
                return voice
    return None


def _senders_in(scene: Scene, sentence: Sentence, wanted: str) -> Iterator[Voice | None]:
    for index, token in enumerate(sentence.tokens):
        if scene.spoken_at(token.span.start):
            continue
        if _may_be(wanted, token.lemma):
            yield author_of(scene, sentence, index) or _sent_by_verb(scene, sentence, index)
        elif sending_verbs().get(token.lemma) == "letter" and written_words().get(wanted):
            yield _subject(scene, sentence, index)


def _may_be(wanted: str, met: str) -> bool:
    """Whether two nouns may name one document: the same, both letters, or "документ" for anything.

    >>> _may_be("послание", "телеграмма"), _may_be("документ", "декларация"), _may_be("заявление", "письмо")
    (True, True, False)
    """
    kinds = written_words()
    if wanted not in kinds or met not in kinds:
        return False
    return wanted == met or kinds[wanted] == "text" or (kinds[wanted] == kinds[met] == "letter")


def _sent_by_verb(scene: Scene, sentence: Sentence, document: int) -> Voice | None:
    """The subject of the verb of sending above the document ("направил послание с текстом соболезнования")."""
    for above in sentence.path_up(document):
        if sentence.tokens[above].lemma in sending_verbs():
            return _subject(scene, sentence, above)
    return None


def _subject(scene: Scene, sentence: Sentence, verb: int) -> Voice | None:
    """Who sent: the subject, but the agent where the document itself is the subject ("направлена президентом")."""
    found = subject_of(scene, sentence, verb)
    if found is None or sentence.tokens[found].lemma in written_words():
        found = agent_of(sentence, verb)
    return voice_of(scene, sentence, found) if found is not None else None
