"""Organisations in whose framework the states of a sentence work together."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.lang import load
from dragoman.model.actors import Mention
from dragoman.model.records import Evidence, Forum
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence
from dragoman.things.gathered import gather, joined
from dragoman.things.setting import Setting


def listed(name: str) -> frozenset[str]:
    """A list of forums.yaml."""
    return frozenset(load("ru", "things/forums.yaml")[name])


def find(setting: Setting) -> tuple[Forum, ...]:
    """The forums of an article, each once with the same members, in text order."""
    return gather((f for sentence in setting.sentences for f in _in_sentence(setting, sentence)), _same, joined)


def _in_sentence(setting: Setting, sentence: Sentence) -> Iterator[Forum]:
    """One forum for each organisation of a list that a frame opens, if the sentence tells of working together."""
    if not any(t.lemma in listed("joint") for t in sentence.tokens):
        return
    framed = [m for m in _organisations(setting, sentence) if _framed(sentence, m)]
    members = _members(setting, sentence, framed) if framed else ()
    if len(members) < 2:
        return
    for mention in _whole_list(setting, sentence, framed):
        evidence = Evidence.cut(setting.text, sentence.span, "forum.joint")
        yield Forum(code=mention.country or "", members=members, evidence=(evidence,))


def _organisations(setting: Setting, sentence: Sentence) -> list[Mention]:
    return [m for m in setting.mentions_in(sentence.span) if m.kind == "organisation" and m.country and not m.adjective]


def _framed(sentence: Sentence, mention: Mention) -> bool:
    """After "в рамках", "на площадке", or opened by "включая", "в том числе" behind such a word.

    takes: «в рамках ООН», «в организациях, включая ОИС»; refuses: «на саммите ОИС», «в рамках заседания СНГ»
    """
    inside = sentence.at(mention.span)
    if not inside:
        return False
    head = sentence.head_of(mention.span)
    before = sentence.tokens[max(0, inside[0] - 12) : inside[0]]
    if _passing(sentence, head):
        return False
    direct = _run_before(before)
    return bool({t.lemma for t in direct} & listed("frames")) or (
        bool({t.text.lower() for t in direct} & listed("opening")) and any(t.lemma in listed("frames") for t in before)
    )


def _run_before(before: tuple[object, ...]) -> list:  # type: ignore[type-arg]
    raise NotImplementedError


def _passing(sentence: Sentence, head: int | None) -> bool:
    """Under a meeting or office of the organisation."""
    if head is None:
        return False
    above = sentence.tokens[head].head
    return above >= 0 and sentence.tokens[above].lemma in listed("passing")


def _whole_list(setting: Setting, sentence: Sentence, framed: list[Mention]) -> list[Mention]:
    raise NotImplementedError


def _members(setting: Setting, sentence: Sentence, framed: list[Mention]) -> tuple[str, ...]:
    raise NotImplementedError


def _same(a: Forum, b: Forum) -> bool:
    return a.code == b.code and a.members == b.members
