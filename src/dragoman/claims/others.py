"""Other counts tied to relations between states or to the event told: guests of a summit, students, flights, loans."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counted import clause, counted_noun
from dragoman.claims.making import make
from dragoman.claims.parties import states_of
from dragoman.claims.scene import Scene
from dragoman.claims.trade import CURRENCIES
from dragoman.claims.windows import window_of
from dragoman.claims.words import among, table, words
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Window
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence

TABLES = (
    ("participants", "taking_part"),
    ("people", "studying"),
    ("travellers", "travelling"),
    ("flights", "flying"),
    ("companies", "working"),
)
"""What is counted, and the words one of which must stand in the clause."""

FEWEST = {"participants": 8, "travellers": 100}
"""Smaller numbers of these are news of the day, not a count: "приняли участие три страны"."""


def find(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """The count that a number makes, or None."""
    if number.unit in CURRENCIES:
        return _loan(scene, sentence, number, before)
    if number.unit == "times":
        return _fallen_through(scene, sentence, number, before)
    if number.kind not in ("cardinal", "collective") or number.unit is not None:
        return None
    noun = counted_noun(scene, sentence, number)
    unit = _unit(sentence, noun, number) if noun is not None else None
    if noun is None or unit is None or _of_nowhere(scene, sentence, noun):
        return None
    return _made(scene, sentence, number, noun, unit, sentence.tokens[noun].lemma, before)


def _unit(sentence: Sentence, noun: int, number: Number) -> str | None:
    token = sentence.tokens[noun]
    first, last = clause(sentence, noun)
    for nouns, doing in TABLES:
        if token.lemma in words("other", nouns) and number.value >= FEWEST.get(nouns, 2):
            near = (t for i, t in enumerate(sentence.tokens[first : last + 1], first) if i != noun)
            if any(among(t, words("other", doing)) for t in near):
                return str(table("other", nouns)[token.lemma])
    return None


def _of_nowhere(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Travellers count where both their state and the one they went to are named: "российских граждан", "в Турцию"."""
    return sentence.tokens[noun].lemma in words("other", "travellers") and len(states_of(scene, sentence)) < 2


def _loan(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """ "Выдав льготный кредит в 500 млн долларов": a loan that one state gave another."""
    at = sentence.at(number.span)[0]
    first, last = clause(sentence, at)
    loans = [i for i in range(first, last + 1) if among(sentence.tokens[i], words("other", "loans"))]
    lent = any(among(t, words("other", "lending")) for t in sentence.tokens)
    if not loans or not lent or len(states_of(scene, sentence)) < 2:
        return None
    return _made(scene, sentence, number, loans[0], number.unit or "", sentence.tokens[loans[0]].lemma, before)


def _fallen_through(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """ "Визит срывался дважды": how often a visit was called off or moved."""
    inside = sentence.at(number.span)
    verb = next((i for at in inside for i in sentence.path_up(at) if among(sentence.tokens[i], _failing())), None)
    if verb is None:
        return None
    visits = [i for i in sentence.subtree(verb) if among(sentence.tokens[i], words("visit", "nouns"))]
    return _made(scene, sentence, number, visits[0], "visit", "несостоявшийся визит", before) if visits else None


def _failing() -> frozenset[str]:
    return words("other", "failing")


def _made(
    scene: Scene,
    sentence: Sentence,
    number: Number,
    noun: int,
    unit: str,
    what: str,
    before: Sequence[Window | None],
) -> Claim:
    named = states_of(scene, sentence)
    return make(
        scene,
        sentence,
        number,
        [noun],
        kind="other_count",
        rule="other-count",
        unit=unit,
        subject=Actor(country=min(named)) if len(named) == 2 else None,
        object=Actor(country=max(named)) if len(named) == 2 else None,
        window=window_of(scene, sentence, noun, before),
        what=what,
    )
