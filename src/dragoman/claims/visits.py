"""Counts of visits: "мой седьмой визит в X за три года", "шесть раз посетил X", "впервые прибыл в X"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counted import attributes, clause, counted_noun, occasions, verb_counted
from dragoman.claims.making import make
from dragoman.claims.parties import destination, subject_of, two_parties, whose
from dragoman.claims.scene import Scene
from dragoman.claims.windows import window_of
from dragoman.claims.words import among, words
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Window
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence

CHARACTERS = ("государственный", "официальный", "рабочий", "частный", "зарубежный", "двусторонний", "взаимный")
"""What a visit may be called and still be counted: the words go into the claim's `what`."""


MUTUAL = "взаимный"
"""Visits in both directions are counted together: "более десяти взаимных визитов"."""

REACH = 6
"""Words after "визит" within which its goal must begin, to be part of the evidence."""


def find(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """The count of visits that a number makes, or None."""
    if occasions(scene, sentence, number) is not None:
        return _of_verb(scene, sentence, number, before)
    if number.kind in ("cardinal", "ordinal", "collective") and number.unit is None:
        return _of_noun(scene, sentence, number, before)
    return None


def _of_noun(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """ "Седьмой визит", "пять визитов"; not "второй день визита", not "визит вежливости"."""
    noun = counted_noun(scene, sentence, number)
    if noun is None or not _is_visit(sentence, noun) or number.unit:
        return None
    first = sentence.at(number.span)[0]
    visitor = whose(scene, sentence, first, noun)
    goal = destination(scene, sentence, noun, visitor)
    if visitor is None and goal is None:
        return None
    kinds = [t.lemma for t in attributes(sentence, first, noun) if t.lemma in CHARACTERS]
    if _is_domestic(sentence, noun, goal, kinds):
        return None
    if MUTUAL in kinds:
        visitor, goal = two_parties(scene, sentence, sentence.tokens[noun]) or (None, None)
    return make(
        scene,
        sentence,
        number,
        [noun, *_goal_words(sentence, noun)],
        kind="visit_count",
        rule="ordinal-visit" if number.ordinal else "visits",
        unit="visit",
        ordinal=number.ordinal,
        subject=visitor,
        object=goal,
        window=window_of(scene, sentence, noun, before),
        what=" ".join([*kinds, "визит"]),
    )


def _is_visit(sentence: Sentence, noun: int) -> bool:
    following = sentence.tokens[noun + 1 : noun + 2]
    named = among(sentence.tokens[noun], words("visit", "nouns"))
    return named and not any(among(t, words("visit", "not_visits")) for t in following)


def _is_domestic(sentence: Sentence, noun: int, goal: Actor | None, kinds: list[str]) -> bool:
    """ "Третья поездка в регион": no other state is visited. "Первый зарубежный визит" names none and is abroad."""
    if goal is not None or "зарубежный" in kinds:
        return False
    _, last = clause(sentence, noun)
    return any(among(t, words("visit", "not_abroad")) for t in sentence.tokens[noun + 1 : last + 1])


def _goal_words(sentence: Sentence, noun: int) -> list[int]:
    """The words of "в братскую страну" or "президента X в Y" that follow the noun, for the evidence."""
    _, last = clause(sentence, noun)
    goal = next((i for i in range(noun + 1, min(last, noun + REACH) + 1) if _is_into(sentence, i)), None)
    if goal is None:
        return []
    named = [i for i in range(goal + 1, last + 1) if sentence.tokens[i].pos in ("NOUN", "PROPN")]
    # A name of several words, or an attribute tagged as a noun: what stands next to the first is taken too.
    return [i for place, i in enumerate(named) if i == named[0] + place]


def _is_into(sentence: Sentence, i: int) -> bool:
    head = sentence.tokens[i].head
    return sentence.tokens[i].lemma in ("в", "во", "на") and sentence.tokens[head].feats.get("Case") != "Loc"


def _of_verb(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """ "Шесть раз посетил", "в девятый раз приезжаю"; a light verb needs its visit: "трижды совершил визит"."""
    verb = _visiting_verb(sentence, number)
    ordinal = occasions(scene, sentence, number) == "rank"
    if verb is None:
        return None
    visitor = subject_of(scene, sentence, verb)
    goal = destination(scene, sentence, verb, visitor)
    if visitor is None or goal is None or _is_wish(sentence, verb, ordinal):
        return None
    return make(
        scene,
        sentence,
        number,
        [verb],
        kind="visit_count",
        rule="visited-again" if ordinal else "times-visited",
        unit="visit",
        ordinal=ordinal,
        subject=visitor,
        object=goal,
        window=window_of(scene, sentence, verb, before),
        what="визит",
    )


def _visiting_verb(sentence: Sentence, number: Number) -> int | None:
    verb = verb_counted(sentence, number, words("visit", "verbs"))
    if verb is None or not among(sentence.tokens[verb], words("visit", "light")):
        return verb
    named = any(among(sentence.tokens[i], words("visit", "nouns")) for i in sentence.subtree(verb))
    return verb if named else None


def _is_wish(sentence: Sentence, verb: int, ordinal: bool) -> bool:
    """What is only wished is no count. A future is one for a rank, which announces: "в третий раз посетит"."""
    feats = sentence.tokens[verb].feats
    wished = feats.get("VerbForm") == "Inf" or feats.get("Mood") in ("Imp", "Cnd")
    return wished or (feats.get("Tense") == "Fut" and not ordinal)
