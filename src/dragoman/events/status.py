"""Whether it was, is, will, may or will not be: tense, mood, negation, words of planning, and the date beside it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dragoman.clauses.clause import Clause
from dragoman.lang import load
from dragoman.model.text import DateRange
from dragoman.syntax.tree import Sentence

NEAR = 3
"""Words up from the trigger within which a noun such as "возможность" still speaks of it ("возможность проведения
встречи").
"""


BEFORE = 6
"""Words before the trigger within which "для" is its own,
whatever the tree says ("для участия во внеочередном заседании").
"""


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, frozenset[str]]]:
    """The lists of lang/ru/status.yaml as sets."""
    data = load("ru", "status.yaml")
    return {
        name: {
            kind: frozenset(listed)
            for kind, listed in (value.items() if isinstance(value, dict) else [("words", value)])
        }
        for name, value in data.items()
    }


def told_status(clause: Clause) -> str | None:
    """The status that words tell: an attribute of the trigger, or what governs it up to the main verb; None: only
    tense is left.

    takes: «предстоящий саммит», «визит перенесли»; refuses: «прибыл с визитом»
    """
    chain = _chain(clause)
    if _attributed(clause, "cancelled") or _said(clause, chain, "cancelled"):
        return "cancelled"
    for status in ("planned", "possible"):
        if _attributed(clause, status):
            return status
    for status in ("possible", "planned"):
        if _said(clause, chain, status):
            return status
    return "planned" if is_purpose(clause) or _at_planned(clause, chain) else None


def _at_planned(clause: Clause, chain: list[int]) -> bool:
    """ "на саммите планировалась встреча": what is planned for an occasion, the occasion is ahead of too."""
    verb = clause.verb
    return verb is not None and verb not in chain and clause.sentence.tokens[verb].lemma in words()["planned"]["verbs"]


def _attributed(clause: Clause, status: str) -> bool:
    return _modified_by(clause.sentence, clause.trigger, words()[status]["words"])


def status_of(clause: Clause, date: DateRange | None) -> str:
    """`occurred`, `ongoing`, `planned`, `possible` or `cancelled` for the event of a trigger.

    Words of calling off, possibility or planning decide; else the tense of the predicate; a date after publication
    makes a past impossible.
    """
    status = told_status(clause) or by_tense(clause)
    if status in ("occurred", "ongoing") and _ahead(date, clause.scene.day):
        return "planned"
    return status


def is_purpose(clause: Clause) -> bool:
    """ "прибыл для переговоров", "летит на саммит": what somebody travels for is still ahead."""
    tokens, verb = clause.sentence.tokens, clause.verb
    if verb is None or verb == clause.trigger or tokens[verb].lemma not in words()["travelling"]["words"]:
        return False
    governors = [clause.trigger, *(i for i in clause.sentence.path_up(clause.trigger) if tokens[i].pos == "NOUN")]
    before = [t.text.lower() for t in tokens[max(0, clause.trigger - BEFORE) : clause.trigger]]
    return "для" in before or any(_for(clause.sentence, i) for i in governors)


def _for(sentence: Sentence, index: int) -> bool:
    """Whether "для", "ради" or "на" with the accusative stands before a noun."""
    case = sentence.tokens[index].feats.get("Case")
    before = [sentence.tokens[i].text.lower() for i in sentence.children(index) if sentence.tokens[i].rel == "case"]
    return "для" in before or "ради" in before or ("на" in before and case == "Acc")


def _chain(clause: Clause) -> list[int]:
    """The trigger, its predicate and what governs them within the sentence, up to a verb of saying's content clause."""
    sentence = clause.sentence
    chain = [clause.trigger]
    for i in _upwards(clause):
        before = sentence.tokens[chain[-1]]
        if before.rel in ("advcl", "parataxis", "acl:relcl") or _new_content(sentence, chain[-1]):
            break
        if before.rel == "conj" and before.pos == "VERB":
            break
        if before.rel in ("obl", "nmod") and chain[-1] != clause.trigger and not _nominal(sentence, i):
            break
        if _scene_only(sentence, chain[-1]):
            break
        chain.append(i)
    return chain


def _upwards(clause: Clause) -> list[int]:
    """What is above the trigger in the tree; by way of the clause's verb where the tree went astray."""
    path = list(clause.sentence.path_up(clause.trigger))
    if clause.verb is None or clause.verb == clause.trigger or clause.verb in path:
        return path
    return [clause.verb, *clause.sentence.path_up(clause.verb)]


def _scene_only(sentence: Sentence, index: int) -> bool:
    """ "на переговорах обсудили", "не приедет на саммите": the noun is where something else is done or not done."""
    token = sentence.tokens[index]
    before = {sentence.tokens[i].text.lower() for i in sentence.children(index) if sentence.tokens[i].rel == "case"}
    return token.rel == "obl" and token.feats.get("Case") == "Loc" and bool(before & {"на", "в", "во"})


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
        if token.lemma in lists["verbs"] and not _own_trigger(clause, i):
            return status != "possible" or not _refused(sentence, i)
        if i in chain[1:NEAR] and token.lemma in lists["nouns"]:
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
    return (
        any(
            sentence.tokens[i].lemma in listed or sentence.tokens[i].text.lower() in listed
            for i in sentence.children(index)
            if sentence.tokens[i].rel in near
        )
        or (sentence.tokens[index].text.lower() in listed)
        or (sentence.tokens[index].pos == "ADJ" and sentence.tokens[index].lemma in listed)
    )


def _negated(sentence: Sentence, chain: list[int]) -> bool:
    """ "не состоится", "не приедет": negation of the predicate itself."""
    for i in chain:
        if sentence.tokens[i].pos in ("VERB", "AUX", "ADJ") or i == chain[0]:
            if any(sentence.tokens[c].lemma == "не" for c in sentence.children(i)):
                return True
            if sentence.tokens[i].pos == "VERB":
                return False
    return False


def by_tense(clause: Clause) -> str:
    """The status that tense and aspect of the predicate give; of a headline without one, that its dates give."""
    sentence, verb = clause.sentence, clause.verb
    if verb is None:
        return "planned" if _dative_plan(clause) else "occurred"
    token = sentence.tokens[verb]
    auxiliary = _auxiliary(sentence, verb)
    tense, aspect = token.feats.get("Tense"), token.feats.get("Aspect")
    if auxiliary == "Fut" or tense == "Fut" or (tense == "Pres" and aspect == "Perf"):
        return "planned"
    if token.lemma in words()["arrival"]["words"] and tense == "Past":
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
    under_way = lemma in words()["ongoing"]["verbs"] or lemma in words()["arrival"]["words"]
    return "ongoing" if under_way else "occurred"


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
    return any(
        _ahead(d.date, clause.scene.day)
        for d in clause.scene.dates_in(clause.sentence.span)
        if d.kind in ("point", "range")
    )


def _ahead(date: DateRange | None, day: dt.date | None) -> bool:
    return date is not None and day is not None and date.first > day
