"""Counts of meetings: "третья встреча президентов в этом году", "встречались пять раз"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counted import attributes, clause, counted_noun, occasions, verb_counted
from dragoman.claims.making import make
from dragoman.claims.parties import two_persons
from dragoman.claims.scene import Scene
from dragoman.claims.windows import window_of
from dragoman.claims.words import among, words
from dragoman.model.records import Claim, Window
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence


def find(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """The count of meetings that a number makes, or None."""
    index, rule = _meeting(scene, sentence, number)
    if index is None or _of_several(sentence, index):
        return None
    pair = two_persons(scene, sentence, index, look_back=_is_anaphoric(sentence, index))
    if pair is None:
        return None
    return make(
        scene,
        sentence,
        number,
        [index],
        kind="meeting_count",
        rule=rule,
        unit="meeting",
        ordinal=number.ordinal,
        subject=pair[0],
        object=pair[1],
        window=window_of(scene, sentence, index, before),
        what="встреча",
    )


def _meeting(scene: Scene, sentence: Sentence, number: Number) -> tuple[int | None, str]:
    how = occasions(scene, sentence, number)
    if how is not None:
        return _verb(sentence, number, how), "times-met" if how == "times" else "met-again"
    if number.unit is None and number.kind != "anniversary":
        noun = counted_noun(scene, sentence, number)
        if noun is not None and _is_count_of_meetings(sentence, number, noun):
            return noun, "ordinal-meeting" if number.ordinal else "meetings"
    return None, ""


def _is_anaphoric(sentence: Sentence, index: int) -> bool:
    """ "Это их третья встреча", "они встречались дважды": who met was said before."""
    first, last = clause(sentence, index)
    return any(t.lemma in words("meeting", "pointing") for t in sentence.tokens[first : last + 1])


def _of_several(sentence: Sentence, index: int) -> bool:
    """ "Впервые втроём встретились": not a count of two parties' meetings."""
    first, last = clause(sentence, index)
    return any(t.lemma in words("meeting", "several") for t in sentence.tokens[first : last + 1])


def _verb(sentence: Sentence, number: Number, how: str) -> int | None:
    """ "Дважды встречались", "встретятся в третий раз"; not "встретятся дважды", which is a plan."""
    verb = verb_counted(sentence, number, words("meeting", "verbs"))
    if verb is None or (how == "times" and sentence.tokens[verb].feats.get("Tense") != "Past"):
        return None
    return verb


def _is_count_of_meetings(sentence: Sentence, number: Number, noun: int) -> bool:
    """ "Шестая личная встреча президентов"; not "VI консультативная встреча глав государств", a format's session."""
    if not among(sentence.tokens[noun], words("meeting", "nouns")):
        return False
    described = attributes(sentence, sentence.at(number.span)[0], noun)
    _, last = clause(sentence, noun)
    after = sentence.tokens[noun + 1 : min(last, noun + 3) + 1]
    barred = words("meeting", "not_meetings"), words("meeting", "not_of")
    return not any(among(t, barred[0]) for t in described) and not any(among(t, barred[1]) for t in after)
