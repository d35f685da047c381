"""The date of a deed from its anniversary: "20-летие подписания Договора", told in 2025, gives 2005."""

from __future__ import annotations

import msgspec

from dragoman.model.records import Act
from dragoman.model.text import Span
from dragoman.numbers import Number, find_numbers
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.phrases import Phrase
from dragoman.things.setting import Setting

REACH = 7
"""Words between the number of years and what is celebrated."""


class Anniversary(msgspec.Struct, frozen=True):
    """A deed dated by its anniversary, and the words that date it."""

    act: Act
    spans: tuple[Span, ...]


def anniversary(setting: Setting, phrase: Phrase) -> Anniversary | None:
    """The deed that a number of years in the sentence of a document dates; None where it dates none.

    takes: «отметили 20-летие подписания Договора»; refuses: «договор на 20 лет», «почти 20 лет Договору»
    """
    sentence = phrase.sentence
    for number in find_numbers(setting.text, sentence.span):
        last = _last_of_years(sentence, number)
        if last is None or number.approx or number.comparator != "=" or not _is_of(phrase, last):
            continue
        year = _year(setting, sentence)
        if year is not None:
            act = Act(act=_deed(phrase, last), date=f"{year - _years(sentence, number, last):04d}")
            return Anniversary(act, (_with(sentence, number, last),))
    return None


def _with(sentence: Sentence, number: Number, last: int) -> Span:
    return Span(number.span.start, max(number.span.end, sentence.tokens[last].span.end))


def _years(sentence: Sentence, number: Number, last: int) -> int:
    """The number of years: "два десятилетия" are twenty."""
    return int(number.value) * int(lexicon.table("documents")["spans_of_years"].get(sentence.tokens[last].lemma, 1))


def _last_of_years(sentence: Sentence, number: Number) -> int | None:
    """The last token of "20-летие", "20-я годовщина", "исполнилось 20 лет"; None for any other number."""
    inside = sentence.at(number.span)
    if not inside or not 1 <= number.value < 1000:
        return None
    if number.kind == "anniversary":
        return inside[-1]
    following = sentence.tokens[inside[-1] + 1 : inside[-1] + 2]
    words = lexicon.table("documents")
    if number.ordinal and following and following[0].lemma in words["anniversary"]:
        return inside[-1] + 1
    celebrated = any(t.lemma in words["celebrating"] for t in sentence.tokens)
    if celebrated and following and following[0].lemma in words["spans_of_years"]:
        return inside[-1] + 1
    return inside[-1] if number.unit == "years" and number.kind == "cardinal" and celebrated else None


def _is_of(phrase: Phrase, last: int) -> bool:
    """Whether what has so many years is the document: named next, told of in a clause, or in the dative."""
    tokens = phrase.sentence.tokens
    if last < phrase.first:
        between = tokens[last + 1 : phrase.first]
        return len(between) <= REACH and not any(t.pos == "VERB" or t.text in ",;:" for t in between)
    if last <= phrase.last:
        return False
    relative = [i for i, t in enumerate(tokens) if t.lemma == "который" and i > phrase.last]
    if relative and abs(relative[0] - last) <= REACH:
        return True
    noun = tokens[phrase.head]
    return noun.feats.get("Case") == "Dat" and last - phrase.last <= REACH


def _deed(phrase: Phrase, last: int) -> str:
    """The noun of the deed near the number; a document alone is as old as its signing."""
    deeds: dict[str, str] = lexicon.table("documents")["deed_nouns"]
    near = phrase.sentence.tokens[last + 1 : last + 1 + REACH]
    return next((deeds[t.lemma] for t in near if t.lemma in deeds), "signed")


def _year(setting: Setting, sentence: Sentence) -> int | None:
    """The year of the celebration: the one the sentence names, else that of publication where it is told as of now."""
    dated = [
        d for d in setting.dates_in(sentence.span) if d.kind == "point" and d.date and not _aside(sentence, d.span)
    ]
    years = {d.date.start[:4] for d in dated if d.date}
    if len(years) == 1:
        return int(years.pop())
    if years or setting.scene.day is None:
        return None
    finite = [t for t in sentence.tokens if t.pos == "VERB" and t.feats.get("VerbForm") in (None, "Fin")]
    return setting.scene.day.year if any(t.feats.get("Tense") in ("Past", "Pres") for t in finite) else None


def _aside(sentence: Sentence, date: Span) -> bool:
    """ "Договору, заключённому в 2005 году": of the deed, not of the celebration."""
    head = sentence.head_of(date)
    above = sentence.path_up(head) if head is not None else iter(())
    verb = next((sentence.tokens[i] for i in above if sentence.tokens[i].pos == "VERB"), None)
    return verb is not None and verb.feats.get("VerbForm") == "Part"
