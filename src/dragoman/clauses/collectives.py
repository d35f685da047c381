"""Delegations, authorities, "коллега": nouns that act for a state which stands in their adjective or genitive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.clauses.arguments import Argument, argument
from dragoman.kb import KnowledgeBase
from dragoman.lang import load
from dragoman.model.actors import Actor, Mention
from dragoman.syntax.tree import Sentence

BELOW = 4
"""Words under a collective's noun within which its state stands ("делегация Государственной думы РФ")."""


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The lists of lang/ru/collectives.yaml as sets."""
    return {name: frozenset(listed) for name, listed in load("ru", "collectives.yaml").items()}


def with_collectives(sentence: Sentence, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The arguments with the collectives among them, each in the place of its state and of who leads it.

    takes: «делегация России во главе с А», «иранскими властями»; refuses: «делегация завода»
    """
    taken: set[int] = set()
    found: list[Argument] = []
    headed = {a.token for a in arguments}
    for i, token in enumerate(sentence.tokens):
        if token.lemma in words()["nouns"] and i not in headed and not _titled(sentence, i, arguments):
            owners = list(_owners(sentence, i, arguments))
            if owners:
                leaders = [a for a in arguments if _leads(sentence, a, i)]
                found.append(argument(sentence, i, _group(sentence, i, owners[0].mention.country, leaders)))
                taken.update(a.token for a in (*owners, *leaders))
    yield from sorted((*(a for a in arguments if a.token not in taken), *found), key=lambda a: a.token)


def capitals(
    sentence: Sentence, arguments: Sequence[Argument], day: dt.date | None, kb: KnowledgeBase
) -> Iterator[Argument]:
    """ "в столицу Казахстана", "в азербайджанской столице": the capital, where the text does not name it beside.

    refuses: «в столицу Казахстана Астану», «культурная столица»
    """
    for i, token in enumerate(sentence.tokens):
        if token.lemma not in words()["capitals"]:
            continue
        states = [a for a in arguments if _of_state(sentence, a, i)]
        named = any(a.mention.kind == "place" and a.governor == i for a in arguments)
        other = any(
            sentence.tokens[c].rel == "amod" and not _state_adjective(arguments, c) for c in sentence.children(i)
        )
        city = kb.capital(states[0].mention.country or "", day) if states and not named and not other else None
        if city is not None:
            yield argument(
                sentence,
                i,
                Mention(
                    span=token.span,
                    kind="place",
                    rule="capital",
                    actor=city.id,
                    name=city.name_ru,
                    country=city.country,
                ),
            )


def _of_state(sentence: Sentence, candidate: Argument, index: int) -> bool:
    mention = candidate.mention
    next_to = candidate.token == index + 1
    below = sentence.tokens[candidate.token].head == index
    return mention.kind == "state" and (below or next_to) and (mention.adjective or candidate.case == "Gen" or next_to)


def _state_adjective(arguments: Sequence[Argument], token: int) -> bool:
    return any(a.token == token and a.mention.adjective for a in arguments)


def _titled(sentence: Sentence, index: int, arguments: Sequence[Argument]) -> bool:
    """Inside a title or a name ("глава делегации")."""
    span = sentence.tokens[index].span
    return any(
        m.span.holds(span) or (m.title_span and m.title_span.holds(span)) for m in (a.mention for a in arguments)
    )


def _owners(sentence: Sentence, index: int, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The state's adjective before the noun, or the state, seat or person in its genitive."""
    for a in arguments:
        path = list(sentence.path_up(a.token))[:2]
        if not a.mention.country or a.mention.kind in ("place", "group") or index not in path:
            continue
        adjective = a.mention.adjective and a.token < index
        genitive = not a.preposition and a.case in ("Gen", "") and index < a.token <= index + BELOW
        if adjective or genitive:
            yield a


def _leads(sentence: Sentence, leader: Argument, index: int) -> bool:
    """ "… во главе с А": the words before the name."""
    if leader.mention.kind not in ("person", "role") or leader.token < index:
        return False
    start = leader.mention.title_span.start if leader.mention.title_span else leader.mention.span.start
    before = [t.text.lower() for t in sentence.tokens[index:] if t.span.end <= min(start, leader.mention.span.start)][
        -3:
    ]
    return before[-3:] == ["во", "главе", "с"] or before[-2:] == ["под", "руководством"]


def _group(sentence: Sentence, index: int, country: str | None, leaders: Sequence[Argument]) -> Mention:
    members = tuple(
        Actor(actor=a.mention.actor, name=a.mention.name or a.mention.actor, country=a.mention.country or country)
        for a in leaders
    )
    return Mention(
        span=sentence.tokens[index].span,
        kind="group",
        rule="collective",
        country=country,
        title=sentence.tokens[index].text,
        members=members,
    )
