"""Documents named in a clause: the noun, the title as written, how many of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.clauses.clause import Clause
from dragoman.events.engine_types import Frames
from dragoman.model.text import Span
from dragoman.numbers import find_numbers
from dragoman.syntax.phrases import nominative_phrase


class Titled(msgspec.Struct, frozen=True):
    """A document noun in its clause. `title` None: an unnamed document or bundle; `count`: how many."""

    noun: str
    token: int
    title: str | None
    count: int | None
    span: Span


LONGEST = 25
"""Words; a longer phrase under a document's noun is no title."""


def document_titles(clause: Clause, role: str, frames: Frames) -> Iterator[Titled]:
    """The document nouns that are signed: objects, passive subjects or genitives of the trigger,
    and what is coordinated.
    """
    tokens = clause.sentence.tokens
    wanted = set(frames["adopted"]) if role == "adopt" else set(frames["documents"]) | set(frames["domestic"])
    for index, token in enumerate(tokens):
        if token.lemma in wanted and index != clause.trigger and _signed(clause, index):
            yield _titled(clause, index, token.lemma)


def list_titles(clause: Clause, frames: Frames) -> Iterator[Titled]:
    """Every named document of a sentence that only lists them."""
    for index, token in enumerate(clause.sentence.tokens):
        if token.lemma in frames["documents"] and token.feats.get("Case") in ("Nom", "Acc", None):
            titled = _titled(clause, index, token.lemma)
            if titled.title:
                yield titled


def meant_by(clause: Clause, role: str, frames: Frames) -> Iterator[Titled]:
    """The document that a participle or relative clause describes, or that "её", "под ним" takes up; of "подписание
    состоялось" a bundle.

    takes: «протокол, который лидеры подписали», «подписанные документы», «Декларация …: её подписали президенты»
    """
    tokens, above = clause.sentence.tokens, _described(clause)
    if above is not None and tokens[above].lemma in frames["documents"]:
        yield _titled(clause, above, tokens[above].lemma)
    elif role == "sign" and _under(clause, frames) is not None:
        under = _under(clause, frames) or 0
        yield _titled(clause, under, tokens[under].lemma)
    elif role in ("verb", "sign") and _takes_up(clause):
        before = [i for i in range(clause.trigger) if tokens[i].lemma in frames["documents"]]
        yield from (_titled(clause, i, tokens[i].lemma) for i in before[-1:])
    elif (
        role == "noun"
        and tokens[clause.trigger].rel == "nsubj"
        and clause.verb is not None
        and not _has_genitive(clause)
    ):
        yield Titled("документ", clause.trigger, None, None, tokens[clause.trigger].span)


def _described(clause: Clause) -> int | None:
    """The noun above a participle, or above a relative clause whose "который" is not who signs."""
    token = clause.sentence.tokens[clause.trigger]
    top = clause.verb if token.pos == "NOUN" and clause.verb is not None else clause.trigger
    if clause.sentence.tokens[top].rel in ("amod", "acl", "acl:relcl"):
        return clause.sentence.tokens[top].head
    return None


def _under(clause: Clause, frames: Frames) -> int | None:
    """ "под протоколом поставили подписи": the document's noun after "под" in the same clause."""
    tokens, own = clause.sentence.tokens, clause.segments[clause.trigger]
    for i, token in enumerate(tokens):
        under = any(tokens[c].text.lower() == "под" for c in clause.sentence.children(i))
        if under and token.lemma in frames["documents"] and clause.segments[i] == own:
            return i
    return None


def _takes_up(clause: Clause) -> bool:
    """A pronoun as object or after "под" in the same clause: "её подписали", "подписи под ней"."""
    own = clause.segments[clause.trigger]
    inside = [t for i, t in enumerate(clause.sentence.tokens) if clause.segments[i] == own]
    return any(t.lemma in ("он", "она", "оно") and t.feats.get("Case") in ("Acc", "Gen", "Ins") for t in inside)


def _has_genitive(clause: Clause) -> bool:
    """ "подписание контракта", "подписание Х": something else is signed."""
    tokens = clause.sentence.tokens
    return any(
        tokens[i].feats.get("Case") == "Gen" and tokens[i].rel == "nmod"
        for i in clause.sentence.children(clause.trigger)
    )


def _signed(clause: Clause, index: int) -> bool:
    """Whether the noun hangs from the trigger, over coordination or a bundle noun ("пакет документов")."""
    tokens = clause.sentence.tokens
    at, steps = index, 0
    while at != clause.trigger and steps < 8:
        token = tokens[at]
        if token.head < 0:
            return False
        if token.rel not in ("obj", "nsubj", "nsubj:pass", "conj", "nmod", "obl", "nummod:gov", "appos", "nummod"):
            return False
        if (
            token.rel == "nmod"
            and at == index
            and tokens[token.head].lemma not in BUNDLES
            and token.head != clause.trigger
        ):
            return False
        at, steps = token.head, steps + 1
        if tokens[at].pos == "VERB" and at != clause.trigger:
            return False
    return at == clause.trigger


BUNDLES = frozenset({"пакет", "ряд", "серия", "число", "десяток", "блок", "несколько", "множество"})


def _titled(clause: Clause, index: int, noun: str) -> Titled:
    sentence = clause.sentence
    under = _phrase(clause, index)
    span = sentence.cover(under)
    words = span.of(clause.scene.text).rstrip(" ,.;:")
    plural = sentence.tokens[index].feats.get("Number") == "Plur" or noun in BUNDLES
    named = len(under) > 1 and not plural and bool(re.search(r"\s(?:об?|по|на|между|за)\s|[«\"]|\s[а-яё]", words))
    title = nominative_phrase(clause.scene.text, sentence, index, under).rstrip(" ,.;:") if named else None
    return Titled(noun, index, title, _count(clause, index), span)


def _phrase(clause: Clause, index: int) -> list[int]:
    """The noun's own phrase from its first adjective to its end, without what is coordinated with it."""
    sentence = clause.sentence
    own = [index]
    for i in sentence.children(index):
        token = sentence.tokens[i]
        if token.rel in ("conj", "acl:relcl", "parataxis", "cc", "punct", "appos") or (
            token.rel == "acl" and i > index
        ):
            continue
        own.extend(sentence.subtree(i))
    own = sorted(i for i in own if i >= index or sentence.tokens[i].pos == "ADJ")
    return _unbroken(clause, own, index)[:LONGEST]


def _unbroken(clause: Clause, own: list[int], head: int) -> list[int]:
    """The phrase up to a gap, a verb, or a noun in the nominative (the subject that the tree hung too low)."""
    tokens = clause.sentence.tokens
    kept: list[int] = []
    for i in own:
        nominative = tokens[i].feats.get("Case") == "Nom" and tokens[i].pos in ("NOUN", "PROPN")
        if kept and i != kept[-1] + 1 and i > head:
            break
        if i > head and (tokens[i].pos == "VERB" or (nominative and tokens[head].feats.get("Case") != "Nom")):
            break
        kept.append(i)
    return kept


def _count(clause: Clause, index: int) -> int | None:
    """ "12 документов", "девять соглашений": the number in the noun's phrase."""
    sentence = clause.sentence
    start = max(0, index - 4)
    before = Span(sentence.tokens[start].span.start, sentence.tokens[index].span.end)
    found = [n for n in find_numbers(clause.scene.text, before) if not n.ordinal and n.value == int(n.value)]
    return int(found[-1].value) if found and sentence.tokens[index].feats.get("Number") == "Plur" else None
