"""Organisations in whose framework the states of a sentence work together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.records import Evidence, Forum
from dragoman.syntax.tree import Sentence, Token
from dragoman.things import lexicon
from dragoman.things.gathered import gather, joined
from dragoman.things.setting import Setting

REACH = 14
"""Words between a frame word and the first organisation of its list."""


def listed(name: str) -> frozenset[str]:
    """A list of forums.yaml."""
    return lexicon.listed("forums", name)


def find(setting: Setting) -> tuple[Forum, ...]:
    """The forums of an article, each once with the same members, in text order."""
    return gather((f for sentence in setting.sentences for f in _in_sentence(setting, sentence)), _same, joined)


def _in_sentence(setting: Setting, sentence: Sentence) -> Iterator[Forum]:
    """One forum for each organisation of a list that a frame opens, if the sentence tells of working together."""
    if not any(t.lemma in listed("joint") for t in sentence.tokens):
        return
    framed = tuple(_framed(setting, sentence))
    members = _members(setting, sentence) if framed else ()
    if len(members) > 1:
        evidence = (Evidence.cut(setting.text, sentence.span, "forum.joint"),)
        yield from (Forum(code=code, members=members, evidence=evidence) for code in dict.fromkeys(framed))


def _framed(setting: Setting, sentence: Sentence) -> Iterator[str]:
    """Codes of the organisations after "в рамках", "на площадке", "взаимодействуют в", and of those listed behind them.

    takes: «в рамках ООН и ШОС», «в организациях, включая ОИС»; refuses: «на саммите ОИС», «в рамках заседания СНГ»
    """
    reached: int | None = None
    for mention in setting.mentions_in(sentence.span):
        inside = sentence.at(mention.span)
        if mention.kind != "organisation" or mention.adjective or not inside:
            continue
        listed_on = reached is not None and _only(sentence.tokens[reached + 1 : inside[0]], listed("linking"))
        reached = inside[-1] if listed_on or _opened(sentence, inside[0]) else None
        if reached is not None:
            yield mention.country or ""


def _only(between: Sequence[Token], lemmas: frozenset[str]) -> bool:
    """Nothing but marks and words of the list: no verb, no noun of something else."""
    return all(t.lemma in lemmas or t.text in _MARKS for t in between)


_MARKS = frozenset(',«»"“”„()')


def _opened(sentence: Sentence, first: int) -> bool:
    """A frame word, or a verb of working together with "в", stands before, and only filling words between."""
    filling = listed("linking") | listed("filling")
    for i in range(first - 1, max(-1, first - REACH), -1):
        token = sentence.tokens[i]
        if token.lemma in listed("frames"):
            return True
        if token.lemma in listed("direct"):
            return any(t.text.lower() in ("в", "во") for t in sentence.tokens[i:first])
        if token.lemma not in filling and token.pos not in ("ADJ", "ADV", "PART", "PROPN") and token.text not in _MARKS:
            return False
    return False


def _members(setting: Setting, sentence: Sentence) -> tuple[str, ...]:
    """All states that the sentence names, else the two between whom it is said."""
    named = setting.states_in(sentence.span)
    return tuple(sorted(named)) if len(named) > 1 else setting.parties(sentence, sentence.span)


def _same(a: Forum, b: Forum) -> bool:
    return a.code == b.code and a.members == b.members
