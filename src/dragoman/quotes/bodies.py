"""Bodies that speak, by one name: "российское дипведомство", "МИД РФ" and "в ведомстве" are МИД России."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from dragoman.lang import load
from dragoman.quotes.phrases import phrase
from dragoman.quotes.scene import Scene
from dragoman.syntax.lemmas import parses
from dragoman.syntax.phrases import cased
from dragoman.syntax.tree import Sentence


class Body(msgspec.Struct, frozen=True):
    """A body as a phrase names it. `short`: "МИД", empty where it is not said which; `country` None: not said.

    `host`: of an embassy, the country it is in, None where that is not said.
    """

    short: str
    country: str | None
    name: str | None
    host: str | None = None


HOSTED = frozenset({"Посольство"})
"""Bodies of which a state has one in each country."""


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[frozenset[str], str], ...]:
    return tuple((frozenset(row["words"].split("|")), row["name"]) for row in load("ru", "body_names.tsv"))


def body_of(scene: Scene, sentence: Sentence, head: int, country: str | None = None) -> Body | None:
    """The body that the phrase of `head` names, or None where it names none of those with a usual name.

    `country`: what is known of it from a mention. A phrase that leaves open which body it is, or of which state, takes
    it from before, where only one body fits.
    """
    body = _as_written(scene, sentence, head, country)
    if body is None or (body.short and body.country and (body.host or body.short not in HOSTED)):
        return body
    return _named_before(scene, body, sentence.tokens[head].span.start)


def _as_written(scene: Scene, sentence: Sentence, head: int, country: str | None = None) -> Body | None:
    words = phrase(sentence, head)
    lemmas = frozenset(sentence.tokens[i].lemma for i in words)
    short = next((name for needed, name in _rows() if needed <= lemmas and sentence.tokens[head].lemma in needed), None)
    if short is None:
        return None
    beside = min(words[-1] + 1, len(sentence.tokens) - 1)
    named = scene.mentions_in(sentence.cover((*words, beside)))
    states = [m for m in named if m.kind in ("state", "institution") and m.country]
    country = country or next((m.country for m in states), None)
    host = _host(scene, sentence, words[-1], country) if short in HOSTED else None
    return Body(short, country, _full(scene, short, country, host), host)


def _host(scene: Scene, sentence: Sentence, last: int, country: str | None) -> str | None:
    """The country of the city or state after "в" within the phrase or right after it: "посольство Велии в Тарении"."""
    tokens = sentence.tokens
    beside = next((i for i in range(max(0, last - 1), min(last + 2, len(tokens) - 1)) if tokens[i].text == "в"), None)
    if beside is None:
        return None
    places = [m for m in scene.mentions_at(tokens[beside + 1]) if m.kind in ("place", "state") and m.country]
    return next((m.country for m in places if m.country != country), None)


def _full(scene: Scene, short: str, country: str | None, host: str | None) -> str | None:
    """The short name with the state's name in the genitive, and the host's after "в"."""
    state = _state(scene, country)
    if not short or state is None:
        return short or None
    where = _state(scene, host)
    return f"{short} {genitive(state)}" + (f" в {locative(where)}" if where else "")


def _state(scene: Scene, country: str | None) -> str | None:
    """The name that the text's mentions give a state; None where none names it."""
    return next(
        (m.name for m in scene.mentions if m.kind == "state" and country and m.country == country and m.name), None
    )


@lru_cache(maxsize=1000)
def genitive(name: str) -> str:
    """A state's name in the genitive.

    >>> genitive("Россия"), genitive("США"), genitive("Саудовская Аравия")
    ('России', 'США', 'Саудовской Аравии')
    """
    return " ".join(_word(word, "gent") for word in name.split())


@lru_cache(maxsize=1000)
def locative(name: str) -> str:
    """A state's name after "в".

    >>> locative("Россия"), locative("США"), locative("Саудовская Аравия"), locative("Казахстан")
    ('России', 'США', 'Саудовской Аравии', 'Казахстане')
    """
    return " ".join(_word(word, "loct") for word in name.split())


def _word(word: str, case: str) -> str:
    if word.isupper():
        return word
    if word.endswith("ия"):
        return word[:-1] + "и"
    usual = {"femn"} if word[-1] in "ая" else set()
    readings: list[Any] = [p for p in parses(word) if "nomn" in p.tag.grammemes]
    best = min(
        readings,
        key=lambda p: (not usual <= p.tag.grammemes, "sing" not in p.tag.grammemes, "Geox" not in p.tag.grammemes),
        default=None,
    )
    form = best.inflect({case, best.tag.number}) if best is not None and best.tag.number else None
    return word if form is None else cased(word, str(form.word))


def _named_before(scene: Scene, body: Body, start: int) -> Body | None:
    """The one body named earlier that this phrase may mean; the phrase as it is where there are none or several."""
    found = {b.name: b for at, b in _all_of(scene) if at < start and _may_be(body, b)}
    if len(found) == 1:
        return next(iter(found.values()))
    return body if body.short else None


def _may_be(body: Body, other: Body) -> bool:
    """Whether the phrase may mean the other: what it says of it is the same; a whole name only adds the host."""
    same_kind = not body.short or body.short == other.short
    fuller = other.host is not None or not (body.short and body.country)
    return same_kind and body.country in (None, other.country) and fuller


def _all_of(scene: Scene) -> list[tuple[int, Body]]:
    """Every body of the text that is named with its state, in text order; found once a scene."""
    if scene.bodies is None:
        scene.bodies = [
            (token.span.start, body)
            for sentence in scene.parse.sentences
            for i, token in enumerate(sentence.tokens)
            if (body := _as_written(scene, sentence, i)) is not None and body.short and body.country
        ]
    return scene.bodies
