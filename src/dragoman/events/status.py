"""Whether it was, is, will, may or will not be: tense, mood, negation, words of planning, and the date beside it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dragoman.clauses.clause import Clause
from dragoman.lang import load
from dragoman.model.text import DateRange
from dragoman.syntax.tree import Sentence


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, frozenset[str]]]:
    """The lists of lang/ru/status.yaml as sets."""
    data = load("ru", "status.yaml")
    return {
        name: {kind: frozenset(listed) for kind, listed in (value.items() if isinstance(value, dict) else [("words", value)])}
        for name, value in data.items()
    }


def status_of(clause: Clause, date: DateRange | None) -> str:
    """`occurred`, `ongoing`, `planned`, `possible` or `cancelled` for the event of a trigger.

    An attribute of the trigger itself ("предстоящий саммит") decides at once. Else the chain from the trigger up to the
    main verb is read: the first word of calling off, possibility or planning
    decides; else the tense of the predicate; a date after publication makes a past impossible.
    """
    for status in ("cancelled", "planned", "possible"):
        if _modified_by(clause.sentence, clause.trigger, words()[status]["words"]):
            return status
    chain = _chain(clause)
    for status in ("cancelled", "possible", "planned"):
        if _said(clause, chain, status):
            return status
    status = _by_tense(clause)
    if status in ("occurred", "ongoing") and _ahead(date, clause.scene.day):
        return "planned"
    return status


def _chain(clause: Clause) -> list[int]:
    """The trigger, its predicate and what governs them within the sentence, up to a verb of saying's content clause."""
    sentence = clause.sentence
    chain = [clause.trigger]
    for i in sentence.path_up(clause.trigger):
        before = sentence.tokens[chain[-1]]
        if before.rel in ("advcl", "parataxis", "acl:relcl") or _new_content(sentence, chain[-1]):
            break
        if before.rel == "conj" and before.pos == "VERB":
            break
        if before.rel in ("obl", "nmod") and chain[-1] != clause.trigger and not _nominal(sentence, i):
            break
        chain.append(i)
    return chain


def _nominal(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].pos in ("NOUN", "VERB", "ADJ", "AUX")


def _new_content(sentence: Sentence, index: int) -> bool:
    """A finite content clause ("заявил, что посетит") speaks for itself; an infinitive hangs on its verb."""
    token = sentence.tokens[index]
    return token.rel == "ccomp" and token.feats.get("VerbForm") != "Inf"


def _said(clause: Clause, chain: list[int], status: str) -> bool:
    lists = words()[status]
    sentence = clause.sentence
    for i in chain:
        token = sentence.tokens[i]
        if token.pos in ("VERB", "AUX") and token.lemma in lists["verbs"] and not _own_trigger(clause, i):
            return status != "possible" or not _refused(sentence, i)
        if i != clause.trigger and token.lemma in lists["nouns"]:
            return True
        if _modified_by(sentence, i, lists["words"]):
            return True
    return status == "cancelled" and _negated(sentence, chain)


def _own_trigger(clause: Clause, index: int) -> bool:
    return index == clause.trigger and clause.sentence.tokens[index].feats.get("Tense") == "Past"


def _refused(sentence: Sentence, index: int) -> bool:
    """ "не может не": a doubled negation is no possibility."""
    return sum(1 for i in sentence.children(index) if sentence.tokens[i].lemma == "не") > 1


def _modified_by(sentence: Sentence, index: int, listed: frozenset[str]) -> bool:
    near = ("amod", "advmod", "parataxis", "discourse", "aux", "cop", "mark", "xcomp", "acl", "det")
    return any(
        sentence.tokens[i].lemma in listed or sentence.tokens[i].text.lower() in listed
        for i in sentence.children(index)
        if sentence.tokens[i].rel in near
    ) or (sentence.tokens[index].text.lower() in listed)


def _negated(sentence: Sentence, chain: list[int]) -> bool:
    """ "не состоится", "не приедет": negation of the predicate itself."""
    for i in chain:
        if sentence.tokens[i].pos in ("VERB", "AUX", "ADJ") or i == chain[0]:
            if any(sentence.tokens[c].lemma == "не" for c in sentence.children(i)):
                return True
            if sentence.tokens[i].pos == "VERB":
                return False
    return False


def _by_tense(clause: Clause) -> str:
    sentence, verb = clause.sentence, clause.verb
    if verb is None:
        return "planned" if _dative_plan(clause) else "occurred"
    token = sentence.tokens[verb]
    auxiliary = _auxiliary(sentence, verb)
    tense, aspect = token.feats.get("Tense"), token.feats.get("Aspect")
    if auxiliary == "Fut" or tense == "Fut" or (tense == "Pres" and aspect == "Perf"):
        return "planned"
    if token.lemma in words()["arrival"]["words"] and tense in ("Past", "Pres"):
        return "ongoing"
    if tense == "Pres":
        return _present(clause, token.lemma)
    if token.feats.get("VerbForm") == "Inf":
        return _infinitive(clause, verb)
    return "occurred"


def _present(clause: Clause, lemma: str) -> str:
    """A present tense is under way, a plan where a later date stands beside it, and the headline's past else."""
    later = [d for d in clause.scene.dates_in(clause.sentence.span) if _ahead(d.date, clause.scene.day)]
    if later:
        return "planned"
    return "ongoing" if lemma in words()["ongoing"]["verbs"] else "occurred"


def _infinitive(clause: Clause, verb: int) -> str:
    """An infinitive without planning words above it: a purpose or wish, not a fact."""
    return "planned" if clause.sentence.tokens[verb].head >= 0 else "possible"


def _auxiliary(sentence: Sentence, verb: int) -> str | None:
    for i in sentence.children(verb):
        token = sentence.tokens[i]
        if token.lemma == "быть" and token.rel in ("aux", "aux:pass", "cop"):
            return token.feats.get("Tense")
    return None


def _dative_plan(clause: Clause) -> bool:
    """A headline with no verb and a later date is an announcement."""
    return any(_ahead(d.date, clause.scene.day) for d in clause.scene.dates_in(clause.sentence.span) if d.kind in ("point", "range"))


def _ahead(date: DateRange | None, day: dt.date | None) -> bool:
    return date is not None and day is not None and date.first > day
