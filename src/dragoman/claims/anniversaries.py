"""Anniversaries: "20-летие подписания Договора", "отмечают 30 лет дипотношений", "исполнилось 74 года"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.celebrated import Celebrated, celebrated
from dragoman.claims.counted import clause, verb_above
from dragoman.claims.making import make
from dragoman.claims.parties import two_parties
from dragoman.claims.scene import Scene
from dragoman.claims.words import among, words
from dragoman.model.records import Claim, Derived, Window
from dragoman.model.text import Span, first_day
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence

_PAST_YEARS = 2000
"""A larger number of years is a date or a slip."""


def find(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """The anniversary that a number makes, or None: of a deed between states, or an official's birthday."""
    if not 1 <= number.value < _PAST_YEARS:
        return None
    return _birthday(scene, sentence, number) or _of_deed(scene, sentence, number)


def _birthday(scene: Scene, sentence: Sentence, number: Number) -> Claim | None:
    """ "Грузинскому лидеру исполнилось 74 года"; an age in passing ("74-летний политик") is none."""
    verb = _celebrating_verb(sentence, number, "birthday")
    if verb is None or number.unit != "years" or number.kind != "cardinal":
        return None
    first, last = clause(sentence, verb)
    persons = [
        m
        for m in scene.mentions_in(sentence.cover((first, last)))
        if m.kind in ("person", "role", "pronoun") and m.name and m.country
    ]
    if not persons or _thing(scene, sentence, number) is not None:
        return None
    return make(
        scene,
        sentence,
        number,
        [verb],
        kind="anniversary",
        rule="birthday",
        unit="year",
        subject=persons[0].as_actor,
        what="день рождения",
    )


def _of_deed(scene: Scene, sentence: Sentence, number: Number) -> Claim | None:
    thing = _thing(scene, sentence, number)
    # "К 80-летию Победы" in a museum's news says nothing of states; what two states did is always theirs.
    if thing is None or not (thing.mutual or scene.names_states(sentence.span)):
        return None
    pair = two_parties(scene, sentence, sentence.tokens[thing.words[0]])
    return make(
        scene,
        sentence,
        number,
        [i for i in thing.words if i < len(sentence.tokens)],
        kind="anniversary",
        rule="anniversary",
        unit="year",
        subject=pair[0] if pair and thing.mutual else None,
        object=pair[1] if pair and thing.mutual else None,
        derived=_derived(scene, sentence, number, thing),
        what=thing.title,
    )


def _thing(scene: Scene, sentence: Sentence, number: Number) -> Celebrated | None:
    """What is celebrated by "20-летие", "20 лет" with its verb, "20-я годовщина"; None: nothing is."""
    inside = sentence.at(number.span)
    if not inside:
        return None
    if number.kind == "anniversary":
        return celebrated(scene, sentence, inside[-1])
    following = sentence.tokens[inside[-1] + 1 : inside[-1] + 2]
    if number.ordinal and following and among(following[0], words("anniversary", "nouns")):
        return celebrated(scene, sentence, inside[-1] + 1)
    if number.unit == "years" and _celebrating_verb(sentence, number, "verbs") is not None:
        return celebrated(scene, sentence, inside[-1])
    return None


def _celebrating_verb(sentence: Sentence, number: Number, name: str) -> int | None:
    inside = sentence.at(number.span)
    if not inside:
        return None
    first, last = clause(sentence, inside[0])
    return next((i for i in range(first, last + 1) if among(sentence.tokens[i], words("anniversary", name))), None)


def _derived(scene: Scene, sentence: Sentence, number: Number, thing: Celebrated) -> Derived | None:
    """When the deed was: the year of the celebration less the years; None where that year is not known.

    The celebration's year is the one the sentence names, else that of publication where a verb tells it as of now.
    """
    year = _year_of(scene, sentence)
    if year is None or number.approx or number.comparator != "=" or thing.act is None:
        return None
    document = thing.title if thing.is_document else None
    event = None if thing.is_document else thing.title
    return Derived(act=thing.act, date=f"{year - int(number.value):04d}", document=document, event=event)


def _year_of(scene: Scene, sentence: Sentence) -> int | None:
    dated = [d for d in scene.dates_in(sentence.span) if d.kind == "point" and not _is_of_the_act(sentence, d.span)]
    years = {d.date.start[:4] for d in dated if d.date is not None}
    if len(years) == 1:
        return int(years.pop())
    if years or scene.published is None or not _tells_of_now(sentence):
        return None
    return first_day(scene.published).year


def _is_of_the_act(sentence: Sentence, date: Span) -> bool:
    """ "Договору, заключённому в 2005 году": the date hangs from a participle, it is no celebration's."""
    head = sentence.head_of(date)
    verb = verb_above(sentence, head) if head is not None else None
    return verb is not None and sentence.tokens[verb].feats.get("VerbForm") == "Part"


def _tells_of_now(sentence: Sentence) -> bool:
    celebrating = [t for t in sentence.tokens if among(t, words("anniversary", "verbs")) and t.pos == "VERB"]
    return any(t.feats.get("Tense") in ("Pres", "Past") for t in celebrating)
