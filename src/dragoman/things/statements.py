"""Thanks, congratulations, condolences, invitations and support that somebody says to somebody, not by letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.clauses import Argument, Clause
from dragoman.lang import load
from dragoman.model.actors import Actor, Mention
from dragoman.model.records import Evidence, Speaker, Statement
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.facts import done
from dragoman.things.gathered import gather, joined
from dragoman.things.setting import Setting

NEAR = 6
"""Words between the words of an act of speech and whom it is said to, where the tree does not tell."""

PERSONS = frozenset({"person", "role", "group", "pronoun"})


class Saying(msgspec.Struct, frozen=True):
    """The words of an act of speech: `verb` governs who says it, `noun` (or the verb) whom it is said to."""

    kind: str
    verb: int
    noun: int
    cases: frozenset[str]


def table() -> dict[str, Any]:
    """The words of statements.yaml."""
    return lexicon.table("statements")


def find(setting: Setting) -> tuple[Statement, ...]:
    """The statements of an article: one a kind, speaker, addressees and sentence, in text order."""
    return gather((s for sentence in setting.sentences for s in _in_sentence(setting, sentence)), _same, joined)


def _in_sentence(setting: Setting, sentence: Sentence) -> Iterator[Statement]:
    for saying in sayings(sentence):
        if not _told(setting, sentence, saying) or _written(setting, sentence, saying):
            continue
        speaker = _speaker(setting, sentence, saying)
        addressees = _addressees(setting, sentence, saying, speaker)
        if speaker is not None and addressees:
            evidence = (Evidence.cut(setting.text, sentence.span, f"statement.{saying.kind}"),)
            yield Statement(kind=saying.kind, speaker=speaker, addressees=addressees, evidence=evidence)


def sayings(sentence: Sentence) -> Iterator[Saying]:
    """Every verb of saying, expressed noun and "благодарен" of a sentence."""
    words = table()
    for i, token in enumerate(sentence.tokens):
        # The tagger takes a sentence's first word ("Поблагодарив") for a name at times: its lemma tells.
        if token.lemma in words["verbs"] and token.rel != "amod" and token.pos != "NOUN":
            verb = words["verbs"][token.lemma]
            yield Saying(verb["kind"], i, i, frozenset(verb["cases"]))
        elif token.lemma in words["nouns"]:
            above = _expressing(sentence, i)
            if above is not None:
                yield Saying(words["nouns"][token.lemma], above, i, frozenset({"Dat"}))
        elif token.lemma in words["grateful"] and token.feats.get("Variant") == "Short":
            yield Saying(words["grateful"][token.lemma], i, i, frozenset({"Dat"}))


def _expressing(sentence: Sentence, noun: int) -> int | None:
    """The verb of "выразил благодарность", "принёс слова благодарности"."""
    words, at = table(), noun
    for i in list(sentence.path_up(noun))[:2]:
        if sentence.tokens[i].lemma in words["expressing"]:
            return i if sentence.tokens[at].rel in ("obj", "nsubj", "nsubj:pass", "conj") else None
        if sentence.tokens[i].lemma not in words["words"] and sentence.tokens[at].rel != "conj":
            break
        at = i
    return _expressing_before(sentence, noun)


def _expressing_before(sentence: Sentence, noun: int) -> int | None:
    """The same where the tree is wrong: the verb stands a few words before, with no other verb or mark between."""
    for i in range(noun - 1, max(-1, noun - NEAR), -1):
        token = sentence.tokens[i]
        if token.lemma in table()["expressing"]:
            return i
        if token.pos in ("VERB", "PUNCT", "ADP"):
            return None
    return None


def _told(setting: Setting, sentence: Sentence, saying: Saying) -> bool:
    """Said, not wished or planned; in direct speech "благодарю" and "хочу поблагодарить" are said by saying so."""
    if setting.scene.quoted(sentence.tokens[saying.verb].span):
        return _performed(sentence, saying.verb)
    return done(sentence, saying.verb)


def _performed(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    if any(sentence.tokens[c].lemma == "не" for c in sentence.children(verb)):
        return False
    if token.feats.get("VerbForm") == "Inf":
        above = sentence.tokens[token.head].lemma if token.head >= 0 else ""
        return above in table()["performative"]
    return token.feats.get("Person") == "1" or token.pos == "ADJ"


def _written(setting: Setting, sentence: Sentence, saying: Saying) -> bool:
    """A congratulation or condolence that nothing places at a meeting, in a call or in a speech may be a letter's."""
    if saying.kind not in table()["by_letter"]:
        return False
    lemmas = {t.lemma for t in sentence.tokens}
    if not lemmas.isdisjoint(table()["letters"]):
        return True
    aloud = (*load("ru", "oral.yaml")["here"], *table()["oral"])
    if setting.scene.quoted(sentence.tokens[saying.verb].span) or not lemmas.isdisjoint(aloud):
        return False
    return not setting.scene.met_before(sentence)


def _speaker(setting: Setting, sentence: Sentence, saying: Saying) -> Speaker | None:
    """Subject of the verb; within direct speech, and where a quote's own speaker says "we", that speaker."""
    verb = sentence.tokens[saying.verb]
    if setting.scene.quoted(verb.span):
        said = setting.speaker_at(sentence, verb.span)
        return said if said is not None and (said.actor or said.name) else None
    clause = Clause(setting.scene, sentence, saying.verb)
    subjects = [a for a in clause.subjects() if _acts(a.mention) and a.token != saying.noun]
    return _as_speaker(subjects[0].mention) if len({_key(a.mention) for a in subjects}) == 1 else None


def _acts(mention: Mention) -> bool:
    named = bool(mention.name or mention.country)
    return mention.kind in PERSONS - {"group"} | {"state", "institution"} and named and not mention.adjective


def _key(mention: Mention) -> tuple[str | None, ...]:
    return mention.actor, mention.name, mention.country


def _as_speaker(mention: Mention) -> Speaker:
    return Speaker(
        actor=mention.actor if mention.kind in PERSONS else None,
        name=mention.name if mention.kind in PERSONS else None,
        country=mention.country,
        span=mention.span,
    )


def _addressees(setting: Setting, sentence: Sentence, saying: Saying, speaker: Speaker | None) -> tuple[Actor, ...]:
    """Persons, states and peoples of another country than the speaker's, in the case that the words govern."""
    clause = Clause(setting.scene, sentence, saying.verb)
    subjects = (
        {a.token for a in clause.subjects()} if not setting.scene.quoted(sentence.tokens[saying.verb].span) else set()
    )
    found = [a for a in clause.arguments if a.token not in subjects and _addressed(sentence, a, saying)]
    actors = dict.fromkeys(actor for a in found for actor in _actors(a.mention))
    return tuple(a for a in actors if a.country is not None and (speaker is None or a.country != speaker.country))


def _addressed(sentence: Sentence, argument: Argument, saying: Saying) -> bool:
    """An object right under the words, or a people's or government's name under such an object."""
    if argument.preposition or argument.mention.kind in ("place", "organisation", "body"):
        return False
    noun = sentence.tokens[argument.governor] if argument.governor >= 0 else None
    if noun is not None and noun.lemma in table()["peoples"]:
        governs = _reaches(sentence, argument.governor, saying)
        return governs and not _has_preposition(sentence, argument.governor)
    if argument.mention.adjective:
        return False
    governed = _reaches(sentence, argument.top, saying) or _stands_by(sentence, argument.token, saying)
    return governed and (argument.case in saying.cases or not argument.case)


def _stands_by(sentence: Sentence, index: int, saying: Saying) -> bool:
    """Right behind the verb or noun, attributes between: the tree hangs a case it did not expect elsewhere."""
    starts = [i for i in (saying.verb, saying.noun) if i < index]
    between = sentence.tokens[max(starts) + 1 : index] if starts else ()
    near = bool(starts) and len(between) < NEAR
    return near and not any(t.pos in ("ADP", "VERB", "PUNCT") or t.rel == "case" for t in between)


def _reaches(sentence: Sentence, index: int, saying: Saying) -> bool:
    """Hangs from the verb or the noun as its object; the parser makes a people "nsubj" at times."""
    token = sentence.tokens[index]
    if token.rel == "conj" and token.head >= 0:
        return _reaches(sentence, token.head, saying) if token.head < index else False
    behind = index > saying.verb
    objects = ("obj", "iobj", "obl", "nmod") + (("nsubj",) if behind and token.lemma in table()["peoples"] else ())
    return token.head in (saying.verb, saying.noun) and token.rel in objects


def _has_preposition(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[c].rel == "case" for c in sentence.children(index))


def _actors(mention: Mention) -> Iterator[Actor]:
    if mention.kind == "group" and mention.members:
        yield from mention.members
    elif mention.kind in PERSONS:
        if mention.actor or mention.name or mention.country:
            yield mention.as_actor
    elif mention.country:
        yield Actor(country=mention.country)


def _same(a: Statement, b: Statement) -> bool:
    one, other = (msgspec.structs.replace(s.speaker, span=None, candidates=()) for s in (a, b))
    same_place = {e.span for e in a.evidence} == {e.span for e in b.evidence}
    return (a.kind, one, set(a.addressees)) == (b.kind, other, set(b.addressees)) and same_place
