"""How the relations of two states are characterised, by whom, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.records import Evidence, Relation, Speaker
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence, Token
from dragoman.things.documents import titles
from dragoman.things.gathered import gather, joined
from dragoman.things.setting import Setting
from dragoman.things.wordings import Wording, listed, wordings

_ENDS = frozenset(",;:.–—-")


def find(setting: Setting) -> tuple[Relation, ...]:
    """The characterisations of an article; the same kind of the same two by the same speaker once, in text order."""
    named = [phrase.span for phrase in titles(setting)]
    named += [region.span for region in setting.scene.speech.regions if not region.spoken]
    return gather((r for sentence in setting.sentences for r in _in_sentence(setting, sentence, named)), _same, joined)


def _in_sentence(setting: Setting, sentence: Sentence, titled: list[Span]) -> Iterator[Relation]:
    for wording in wordings(sentence):
        span = sentence.cover((wording.first, wording.last))
        if any(title.meets(span) for title in titled) or _denied(sentence, wording):
            continue
        if wording.rule == "relation.called" and _of_person(setting, sentence, span):
            continue
        parties = _parties(setting, sentence, span)
        if len(parties) == 2:
            yield Relation(
                kind=wording.kind,
                words=span.of(setting.text),
                parties=parties,
                says=_known(setting.speaker_at(sentence, span)),
                evidence=(Evidence.cut(setting.text, span, wording.rule),),
            )


def _of_person(setting: Setting, sentence: Sentence, span: Span) -> bool:
    """ "союзник президента": somebody's man, not a state's standing: the first named behind is a person."""
    behind = Span(span.end, min(span.end + 60, sentence.span.end))
    stop = next((t.span.start for t in sentence.tokens if t.text in _ENDS and t.span.start >= span.end), behind.end)
    named = setting.mentions_in(Span(behind.start, min(stop, behind.end)))
    return bool(named) and named[0].kind in ("person", "role")


def _known(speaker: Speaker | None) -> Speaker | None:
    return speaker if speaker is not None and (speaker.actor or speaker.name or speaker.country) else None


def _denied(sentence: Sentence, wording: Wording) -> bool:
    """ "не являются союзниками", "больше не друзья", "приостановили партнёрство", "если будут отношения"."""
    head = sentence.head_of(sentence.cover((wording.first, wording.last)))
    chain = [head, *list(sentence.path_up(head))[:2]] if head is not None else []
    if any(sentence.tokens[i].lemma in listed("ending") for i in chain if i is not None):
        return True
    children = [c for i in chain if i is not None for c in sentence.children(i)]
    return any(_denies(sentence.tokens[c]) or _conditional(sentence, c) for c in children)


def _conditional(sentence: Sentence, index: int) -> bool:
    """ "если станут союзниками"; refuses: «если взглянуть на карту, соседи»"""
    if sentence.tokens[index].text.lower() not in ("если", "чтобы"):
        return False
    verb = next((t for t in sentence.tokens[index + 1 :] if t.pos == "VERB"), None)
    return verb is None or verb.feats.get("VerbForm") != "Inf"


def _denies(token: Token) -> bool:
    return token.lemma in ("не", "бы") or (token.lemma == "нет" and not token.rel.startswith(("acl", "parataxis")))


def _parties(setting: Setting, sentence: Sentence, span: Span) -> tuple[str, ...]:
    """The two states: those of the words' own phrase, of the sentence, else of the speaker or the article."""
    head = sentence.head_of(span)
    if head is not None:
        own = setting.states_in(sentence.cover(sentence.subtree(head)))
        if len(own) == 2:
            return tuple(sorted(own))
    return setting.parties(sentence, span)


def _same(a: Relation, b: Relation) -> bool:
    return (a.kind, a.parties, _who(a)) == (b.kind, b.parties, _who(b))


def _who(relation: Relation) -> tuple[str | None, ...]:
    says = relation.says
    return (says.actor, says.name, says.country) if says else ()
