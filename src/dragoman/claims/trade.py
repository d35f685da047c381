"""Trade: "товарооборот достиг $2 млрд", "вырос на 15%"; targets ("довести до 10 млрд") are marked as such."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counted import clause
from dragoman.claims.making import make
from dragoman.claims.parties import states_of, two_parties
from dragoman.claims.scene import Scene
from dragoman.claims.windows import window_of
from dragoman.claims.words import among, words
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Window
from dragoman.numbers import Number
from dragoman.syntax.tree import Sentence

CURRENCIES = frozenset({"USD", "EUR", "RUB", "KZT", "AZN", "UZS", "KGS", "CNY", "GBP", "JPY", "TRY", "AED"})


def find(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """The turnover or its growth that a number gives, or None."""
    if number.unit in CURRENCIES:
        return _turnover(scene, sentence, number, before)
    return _growth(scene, sentence, number, before) if number.unit == "percent" else None


def _turnover(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    at = sentence.at(number.span)[0]
    noun = _measured(sentence, at, words("trade", "turnover"))
    pair = two_parties(scene, sentence, sentence.tokens[at], organisations=True) if noun is not None else None
    if noun is None or pair is None or _is_change(sentence, at) or _of_a_part(sentence, noun, at):
        return None
    return make(
        scene,
        sentence,
        number,
        [noun],
        kind="trade_turnover",
        rule="turnover",
        unit=number.unit,
        subject=pair[0],
        object=pair[1],
        window=window_of(scene, sentence, at, before),
        target=_is_target(sentence, at),
        what="товарооборот",
    )


def _measured(sentence: Sentence, at: int, nouns: frozenset[str]) -> int | None:
    """What the figure is of: the nearest such noun before it in its clause or the ones before, else just after it."""
    _, last = clause(sentence, at)
    before = [i for i in range(at) if among(sentence.tokens[i], nouns) and _is_traded(sentence, i)]
    after = [i for i in range(at, last + 1) if among(sentence.tokens[i], nouns) and _is_traded(sentence, i)]
    return before[-1] if before else (after[0] if after else None)


def _is_traded(sentence: Sentence, i: int) -> bool:
    """ "Торговля" counts as "объём торговли" or "взаимная торговля"; "министр торговли" does not."""
    if sentence.tokens[i].lemma not in words("trade", "with_volume"):
        return True
    head = sentence.tokens[i].head
    above = head >= 0 and head != i and among(sentence.tokens[head], words("trade", "volume"))
    return above or sentence.tokens[i].rel.startswith("nsubj")


def _is_change(sentence: Sentence, at: int) -> bool:
    """ "Вырос на 2 млрд": a step, not the state of things."""
    before = sentence.tokens[max(0, at - 2) : at]
    return any(t.lemma == "на" for t in before)


def _of_a_part(sentence: Sentence, noun: int, at: int) -> bool:
    """Another sum's noun stands nearer: "товарооборот растёт, инвестиции составили 2 млрд", "экспорт – 1 млрд"."""
    others = words("trade", "measured") - words("trade", "turnover")
    between = sentence.tokens[noun + 1 : at] if noun < at else ()
    return any(among(t, others) for t in between)


def _is_target(sentence: Sentence, at: int) -> bool:
    """A word of intent before the figure: "довести до 10 млрд", "цель – 10 млрд"; or a verb in the future."""
    first, _ = clause(sentence, at)
    around = sentence.tokens[first:at]
    ahead = any(t.feats.get("Tense") == "Fut" or (t.feats.get("VerbForm") == "Inf") for t in around)
    return ahead or any(among(t, words("trade", "targets")) for t in around)


def _growth(scene: Scene, sentence: Sentence, number: Number, before: Sequence[Window | None]) -> Claim | None:
    """Growth in percent, a decline as a negative number; a share ("на 15% экспорта") is none."""
    at = sentence.at(number.span)[0]
    sign = _direction(sentence, at)
    noun = _measured(sentence, at, words("trade", "measured") | words("trade", "flows"))
    pair = _traders(scene, sentence, noun, at) if noun is not None and sign else None
    if noun is None or pair is None or _is_target(sentence, at):
        return None
    return make(
        scene,
        sentence,
        number,
        [_moving(sentence, at)],
        kind="growth",
        rule="growth",
        unit="percent",
        value=float(sign * number.value),
        subject=pair[0],
        object=pair[1],
        window=window_of(scene, sentence, at, before),
        what=sentence.tokens[noun].lemma,
    )


def _traders(scene: Scene, sentence: Sentence, noun: int, at: int) -> tuple[Actor, Actor | None] | None:
    """Between whom it grows. Turnover is always somebody's with somebody; exports and tourists need both named."""
    both_named = len(states_of(scene, sentence, organisations=True)) > 1
    if not both_named and not among(sentence.tokens[noun], words("trade", "turnover")):
        return None
    return two_parties(scene, sentence, sentence.tokens[at], organisations=True)


def _direction(sentence: Sentence, at: int) -> int:
    """1 for growth, -1 for decline, 0 where neither is said near the figure."""
    moving = _moving(sentence, at)
    if among(sentence.tokens[moving], words("trade", "grow")):
        return 1
    return -1 if among(sentence.tokens[moving], words("trade", "shrink")) else 0


def _moving(sentence: Sentence, at: int) -> int:
    """The nearest word of growth or decline in the clause, rather before the figure than after it; else the figure."""
    first, last = clause(sentence, at)
    moves = words("trade", "grow") | words("trade", "shrink")
    near = [i for i in range(first, last + 1) if among(sentence.tokens[i], moves)]
    return min(near, key=lambda i: (i > at, abs(i - at)), default=at)
