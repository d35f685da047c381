"""Who meets in a session: the organisation or body, by name or in general words, and the session's own name."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.clauses.clause import Argument, Clause
from dragoman.events.engine_types import Frames
from dragoman.syntax.phrases import nominative_phrase
from dragoman.syntax.tree import Sentence

NEAR = 8
"""Words after a session's noun within which its organisation stands."""


class Meets(msgspec.Struct, frozen=True):
    """`name`: the body's, None where only an organisation is named; `organisations`: who holds the session."""

    name: str | None
    organisations: tuple[Argument, ...]


def who_meets(clause: Clause, frames: Frames) -> Meets:
    """The body's name and the organisations that the noun names directly or in a genitive chain.

    takes: «саммит ОДКБ», «встреча глав государств ОТГ», «заседание межправительственной комиссии»;
    refuses: «саммит под эгидой ООН»
    """
    under = set(clause.sentence.subtree(clause.trigger))
    near = [a for a in clause.arguments if a.token in under and 0 < a.token - clause.trigger <= NEAR]
    named = next((a.mention.name for a in near if a.mention.kind == "body"), None)
    own = tuple(a for a in near if _organisation(clause, a) and _own(clause, a)) or tuple(_beside(clause))
    return Meets(named or (None if own else _general(clause, frames)), own)


def _organisation(clause: Clause, argument: Argument) -> bool:
    """An organisation, or those who meet as its members ("лидеры стран СНГ")."""
    mention = argument.mention
    together = mention.kind == "group" and not mention.members and mention.country in clause.scene.kb.organisations
    return mention.kind == "organisation" or together


def _own(clause: Clause, argument: Argument) -> bool:
    """Hung from the noun without a preposition on the way ("саммит под эгидой ООН" is not the UN's)."""
    if argument.top == clause.trigger:
        return True
    if argument.preposition:
        return False
    tokens = clause.sentence.tokens
    path = [argument.top]
    for i in clause.sentence.path_up(argument.top):
        if i == clause.trigger:
            return not any(tokens[c].rel == "case" for node in path for c in clause.sentence.children(node))
        path.append(i)
    return False


def _beside(clause: Clause) -> Iterator[Argument]:
    """ "саммит ОДКБ", "Саммит СПЕКА": an abbreviation right after the noun, whatever the tree says."""
    for a in clause.arguments:
        after = a.mention.kind == "organisation" and 0 < a.token - clause.trigger <= 2
        if after and (not a.preposition or a.top in (a.token, clause.trigger)):
            yield a


def _general(clause: Clause, frames: Frames) -> str | None:
    """ "межправительственная комиссия", "Высший совет": a body between states in general words;
    a bare "совет" is the one named before.
    """
    tokens = clause.sentence.tokens
    for i in clause.sentence.children(clause.trigger):
        if i < clause.trigger or tokens[i].lemma not in frames["bodies"] or i - clause.trigger > NEAR:
            continue
        attributes = [c for c in clause.sentence.children(i) if tokens[c].rel == "amod"]
        if any(tokens[c].lemma in frames["between"] for c in attributes):
            return nominative_phrase(clause.scene.text, clause.sentence, i, sorted((*attributes, i)))
        return None if attributes else _named_before(clause, tokens[i].lemma)
    return None


def _named_before(clause: Clause, noun: str) -> str | None:
    """The last body of the article whose name has this noun."""
    before = [
        m
        for m in clause.scene.mentions
        if m.kind == "body" and m.span.end <= clause.sentence.tokens[clause.trigger].span.start
    ]
    return next((m.name for m in reversed(before) if m.name and noun in m.name.lower()), None)


def session_name(clause: Clause) -> str | None:
    """The session's name in the nominative: its noun with its attributes and the names that stand directly under it."""
    sentence = clause.sentence
    own = [clause.trigger]
    for i in sentence.children(clause.trigger):
        token = sentence.tokens[i]
        if (
            i > clause.trigger
            and token.rel in ("nmod", "appos", "flat:name", "flat:foreign")
            and i - clause.trigger <= 5
        ):
            mention = clause.scene.at(sentence, i)
            if mention is None or mention.kind not in ("person", "role", "pronoun"):
                own.extend(j for j in sentence.subtree(i) if j - clause.trigger <= NEAR)
    own.extend(
        i
        for i in sentence.children(clause.trigger)
        if sentence.tokens[i].rel == "amod" and i < clause.trigger and len(own) == 1
    )
    kept = _together(sentence, sorted(own))
    return nominative_phrase(clause.scene.text, sentence, clause.trigger, kept) if len(kept) > 1 else None


def _together(sentence: Sentence, indexes: list[int]) -> list[int]:
    """The run without a gap, up to the place ("… совета | в Минске")."""
    kept = indexes[:1]
    for i in indexes[1:]:
        if i != kept[-1] + 1 or sentence.tokens[i].pos in ("ADP", "PUNCT"):
            break
        kept.append(i)
    return kept
