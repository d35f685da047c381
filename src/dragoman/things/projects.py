"""Joint projects: what one state builds, pays for or gives in another, and what two own together."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.clauses import Clause
from dragoman.model.records import Evidence, Place, Project
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.gathered import evidence_of, gather, same_name
from dragoman.things.phrases import Phrase, nominative, phrase_at
from dragoman.things.setting import Setting

NEAR = 6
"""Words behind a name within which its place stands."""


def listed(name: str) -> frozenset[str]:
    """A list of projects.yaml."""
    return lexicon.listed("projects", name)


def find(setting: Setting) -> tuple[Project, ...]:
    """The projects of an article, each once, in text order."""
    return gather((p for sentence in setting.sentences for p in _in_sentence(setting, sentence)), _same, _join)


def _in_sentence(setting: Setting, sentence: Sentence) -> Iterator[Project]:
    things = listed("things")
    reached = -1
    for index, token in enumerate(sentence.tokens):
        if index <= reached or token.lemma not in things or token.feats.get("Number") == "Plur":
            continue
        phrase = phrase_at(setting, sentence, index, things)
        project = _built(setting, phrase) or _shared(setting, phrase)
        if project is not None:
            reached = phrase.last
            yield project


def _built(setting: Setting, phrase: Phrase) -> Project | None:
    """Built or given by one state in another.

    takes: «благодарность А за строительство школы в Б»; refuses: «министр построил дом», «строительство школ»
    """
    if phrase.sentence.tokens[phrase.head].lemma in listed("only_shared"):
        return None
    trigger = _trigger(setting, phrase)
    builder = _builder(setting, phrase, trigger) if trigger is not None else None
    if trigger is None or builder is None:
        return None
    place = place_of(setting, phrase)
    other = _other(setting, phrase, builder, place)
    if other is None:
        return None
    return _project(setting, phrase, tuple(sorted({builder, other})), builder, place, "project.built")


def _project(
    setting: Setting, phrase: Phrase, parties: tuple[str, ...], builder: str | None, place: Place | None, rule: str
) -> Project:
    sentence = phrase.sentence.span
    return Project(
        name=nominative(setting, phrase),
        parties=parties,
        builder=builder,
        place=place,
        evidence=(Evidence.cut(setting.text, sentence, rule),),
    )


def _trigger(setting: Setting, phrase: Phrase) -> int | None:
    """The verb or noun of building or giving: over the thing, a participle of it, or "подарок" in the clause."""
    sentence = phrase.sentence
    tokens, top = sentence.tokens, _top(sentence, phrase.head)
    head, rel = tokens[top].head, tokens[top].rel
    if head >= 0 and rel == "nmod" and tokens[head].lemma in listed("building_nouns"):
        return head
    accusative = rel == "obl" and tokens[top].feats.get("Case") == "Acc"
    governed = rel in ("obj", "nsubj", "nsubj:pass") or accusative
    if head >= 0 and governed and tokens[head].lemma in listed("building_verbs"):
        return head
    for i in sentence.children(phrase.head):
        if tokens[i].rel in ("acl", "acl:relcl", "amod") and tokens[i].lemma in listed("building_verbs"):
            return i
    if _thanked_for(sentence, top):
        return phrase.head
    gift = next((i for i, t in enumerate(tokens) if t.lemma in listed("gifts")), None)
    return (
        gift if gift is not None and (gift in (head, *sentence.path_up(top)) or top in sentence.path_up(gift)) else None
    )


def _thanked_for(sentence: Sentence, index: int) -> bool:
    """ "поблагодарил А за центр"."""
    tokens = sentence.tokens
    above = [tokens[i] for i in sentence.path_up(index)][:2]
    after = any(tokens[i].text.lower() == "за" and tokens[i].rel == "case" for i in sentence.children(index))
    return after and any(t.lemma in listed("thanking") for t in above)


def _top(sentence: Sentence, index: int) -> int:
    """The first of coordinated things."""
    tokens = sentence.tokens
    while tokens[index].rel == "conj" and 0 <= tokens[index].head < index:
        index = tokens[index].head
    return index


def _builder(setting: Setting, phrase: Phrase, trigger: int) -> str | None:
    """The one state that is thanked for it, does it, or whose gift it is."""
    sentence, token = phrase.sentence, phrase.sentence.tokens[trigger]
    if token.lemma in listed("thanking") or trigger == phrase.head:
        return _thanked(setting, phrase)
    if token.pos == "VERB":
        return _one(setting, sentence, _doers(phrase, trigger))
    if token.lemma in listed("gifts"):
        return _one(setting, sentence, _givers(sentence, trigger, phrase.head))
    return _one(setting, sentence, _agents(sentence, trigger)) or _thanked(setting, phrase)


def _doers(phrase: Phrase, verb: int) -> list[int]:
    """Subjects of the verb, agents of its passive, or whose decision it is: "решение А построить"."""
    sentence, token = phrase.sentence, phrase.sentence.tokens[verb]
    if token.feats.get("Voice") == "Pass":
        return _agents(sentence, verb)
    subjects = [i for i in sentence.children(verb) if sentence.tokens[i].rel == "nsubj" and i != phrase.head]
    decided = token.feats.get("VerbForm") == "Inf" and token.head >= 0 and sentence.tokens[token.head].pos == "NOUN"
    if subjects or not decided:
        return subjects
    return [i for i in sentence.children(token.head) if sentence.tokens[i].feats.get("Case") == "Gen"]


def _givers(sentence: Sentence, gift: int, thing: int) -> list[int]:
    """ "подарок А", "в дар от А", "казахстанский подарок"; to whom it is given stands in the dative."""
    children = [i for i in sentence.children(gift) if i != thing]
    return [i for i in children if sentence.tokens[i].feats.get("Case") == "Gen" or sentence.tokens[i].rel == "amod"]


def _agents(sentence: Sentence, index: int) -> list[int]:
    """In the instrumental without a preposition: "построенный А"."""
    children = [i for i in sentence.children(index) if sentence.tokens[i].feats.get("Case") == "Ins"]
    return [i for i in children if not any(sentence.tokens[c].rel == "case" for c in sentence.children(i))]


def _thanked(setting: Setting, phrase: Phrase) -> str | None:
    """ "выразил благодарность А за строительство": whom the word of thanks governs, before or behind it."""
    sentence = phrase.sentence
    thanks = [i for i, t in enumerate(sentence.tokens) if t.lemma in listed("thanking") and i < phrase.head]
    if not thanks:
        return None
    clause = Clause(setting.scene, sentence, thanks[-1])
    open_ = [a for a in clause.arguments if a.token < phrase.first and not a.preposition and not a.mention.adjective]
    behind = [a.token for a in open_ if a.token > thanks[-1] and a.case in ("Dat", "Acc", "Gen", "")]
    before = [a.token for a in open_ if a.token < thanks[-1] and a.case == "Dat"]
    return _one(setting, sentence, behind or before)


def _one(setting: Setting, sentence: Sentence, indexes: list[int]) -> str | None:
    """The state that these words and what hangs from them name, where it is just one."""
    codes = {code for i in indexes for code in setting.states_in(sentence.cover(sentence.subtree(i)))}
    return next(iter(codes)) if len(codes) == 1 else None


def _other(setting: Setting, phrase: Phrase, builder: str, place: Place | None) -> str | None:
    """The state for which it is built: where it stands, else the one other state of the sentence or the article."""
    if place is not None and place.country is not None:
        return place.country if place.country != builder else None
    others = set(setting.states_in(phrase.sentence.span)) - {builder}
    if not others:
        speaker = setting.speaker_at(phrase.sentence, phrase.span)
        others = {speaker.country} - {builder, None} if speaker and speaker.country in setting.kb.states else set()
    if not others and builder in setting.pair:
        others = set(setting.pair) - {builder}
    return next(iter(others)) if len(others) == 1 else None


def place_of(setting: Setting, phrase: Phrase) -> Place | None:
    """The city named right behind the thing with "в", else the only one of the sentence so named."""
    tokens = phrase.sentence.tokens
    end = tokens[min(phrase.last + NEAR, len(tokens) - 1)].span.end
    behind = [m for m in setting.mentions_in(Span(phrase.span.end, end)) if m.kind == "place" and setting.located(m)]
    if behind:
        return Place(name=behind[0].name or "", country=behind[0].country)
    before = [m for m in setting.mentions_in(phrase.sentence.span) if m.kind == "place" and setting.located(m)]
    if len({m.name for m in before}) != 1:
        return None
    return Place(name=before[0].name or "", country=before[0].country)


def _shared(setting: Setting, phrase: Phrase) -> Project | None:
    """ "совместный завод": of the two states of its words, sentence or article; not a bare "совместный завод"."""
    if not phrase.attributes & listed("shared") or phrase.last == phrase.head:
        return None
    parties = setting.parties(phrase.sentence, phrase.span)
    if len(parties) != 2:
        return None
    return _project(setting, phrase, parties, None, place_of(setting, phrase), "project.joint")


def _same(a: Project, b: Project) -> bool:
    return a.parties == b.parties and same_name(a.name, b.name)


def _join(a: Project, b: Project) -> Project:
    fuller = b if len(b.name) > len(a.name) else a
    return msgspec.structs.replace(
        a,
        name=fuller.name,
        builder=a.builder or b.builder,
        place=a.place or b.place,
        evidence=evidence_of(a.evidence, b.evidence),
    )
