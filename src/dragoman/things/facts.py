"""Whether a deed in a clause is told as done, and on which day: what is planned, wished or denied gives no act."""

from __future__ import annotations

from functools import lru_cache

from dragoman.dates import DateExpression
from dragoman.lang import load
from dragoman.model.text import DateRange, Span
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.setting import Setting

NOT_YET = frozenset({"до", "для", "к", "ко", "перед", "без", "против", "ради", "о", "об"})
"""Prepositions before a deed's noun that leave open whether it was done."""


@lru_cache(maxsize=1)
def _unreal() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs, nouns and attributes that make what hangs from them (or beside them) planned, possible or called off."""
    data = load("ru", "status.yaml")
    lists = [data[name] for name in ("planned", "possible", "cancelled")]
    own = lexicon.table("facts")
    return (
        frozenset(w for part in lists for w in part["verbs"]) | frozenset(own["verbs"]),
        frozenset(w for part in lists for w in part["nouns"]) | frozenset(own["nouns"]),
        frozenset(w for part in lists for w in part["words"]) | frozenset(own["words"]),
    )


def done(sentence: Sentence, trigger: int) -> bool:
    """Whether the deed of a verb or noun is told as done.

    takes: «стало принятие декларации», «подписан договор»; refuses: «планируется подписание», «подпишут»
    """
    tokens = sentence.tokens
    if tokens[trigger].pos not in ("VERB", "AUX") and _preposition(sentence, trigger) in NOT_YET:
        return False
    for i in (trigger, *_chain(sentence, trigger)):
        if (i != trigger and _unreal_word(sentence, i)) or _beside(sentence, i) or _not_past(sentence, i):
            return False
        if _negated(sentence, i):
            return False
    return True


def _chain(sentence: Sentence, trigger: int) -> list[int]:
    """What governs the trigger up to its clause's own verb."""
    chain, below = [], trigger
    for i in sentence.path_up(trigger):
        if sentence.tokens[below].rel in ("acl", "acl:relcl", "amod", "advcl", "parataxis", "ccomp"):
            break
        if sentence.tokens[below].rel == "conj" and sentence.tokens[below].pos in ("VERB", "AUX"):
            break
        chain.append(i)
        below = i
    return chain


def _unreal_word(sentence: Sentence, i: int) -> bool:
    verbs, nouns, _ = _unreal()
    token = sentence.tokens[i]
    return token.lemma in (verbs if token.pos in ("VERB", "AUX") else nouns)


def _beside(sentence: Sentence, i: int) -> bool:
    """An attribute or particle of the word that makes it unreal: "возможное подписание", "подписал бы"."""
    near = ("amod", "advmod", "aux", "mark", "discourse", "det", "xcomp", "parataxis", "acl")
    listed = _unreal()[2]
    children = [sentence.tokens[c] for c in sentence.children(i) if sentence.tokens[c].rel in near]
    own = sentence.tokens[i]
    return own.text.lower() in listed or any(t.lemma in listed or t.text.lower() in listed for t in children)


def _not_past(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.pos != "VERB":
        return False
    feats = token.feats
    future = feats.get("Tense") == "Fut" or (feats.get("Tense") == "Pres" and feats.get("Aspect") == "Perf")
    auxiliary = any(
        sentence.tokens[c].lemma == "быть" and sentence.tokens[c].feats.get("Tense") == "Fut"
        for c in sentence.children(i)
    )
    return future or auxiliary or feats.get("VerbForm") == "Inf" or feats.get("Mood") == "Imp"


def _negated(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[c].lemma in ("не", "нет") for c in sentence.children(i))


def _preposition(sentence: Sentence, i: int) -> str:
    found = next((c for c in sentence.children(i) if sentence.tokens[c].rel == "case"), None)
    return sentence.tokens[found].text.lower() if found is not None else ""


def date_of(setting: Setting, sentence: Sentence, trigger: int) -> DateExpression | None:
    """The time expression that hangs from a deed's verb or noun; None where none does."""
    verbs = [i for i, t in enumerate(sentence.tokens) if t.pos == "VERB"]
    found = [d for d in setting.dates_in(sentence.span) if d.kind in ("point", "range") and d.date]
    own = [d for d in found if _hangs_from(sentence, d.span, trigger)]
    if own:
        anchor = sentence.tokens[trigger].span.start
        return min(own, key=lambda d: (abs(d.span.start - anchor), d.span))
    alone = len(found) == 1 and verbs == [trigger]
    return found[0] if alone else None


def _hangs_from(sentence: Sentence, date: Span, trigger: int) -> bool:
    """The first verb above the date, or a noun of a deed on the way to it, is the trigger."""
    head = sentence.head_of(date)
    if head is None:
        return False
    for i in (head, *sentence.path_up(head)):
        if i == trigger:
            return True
        token = sentence.tokens[i]
        if token.pos == "VERB" or (token.pos == "NOUN" and i != head and token.rel in ("obj", "nsubj", "nsubj:pass")):
            return False
    return False


def written(setting: Setting, expression: DateExpression | None) -> str | None:
    """The date of something done, as one written day, month or year, never sharper than the words."""
    if expression is None or expression.date is None:
        return None
    day = setting.scene.day
    readings = (expression.date, *expression.alternatives)
    past = [r for r in readings if day is None or r.first <= day]
    return _one(past[0]) if past else None


def _one(range_: DateRange) -> str | None:
    """A range within one month or year is that month or year.

    >>> _one(DateRange("2005-05-23", "2005-05-24")), _one(DateRange("2004", "2005"))
    ('2005-05', None)
    """
    if range_.end is None or range_.end == range_.start:
        return range_.start
    for length in (7, 4):
        if len(range_.start) >= length and range_.start[:length] == range_.end[:length]:
            return range_.start[:length]
    return None
