"""Strangers: personal names that the knowledge base does not have, put into the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from dragoman.kb.names import fold_name
from dragoman.mentions.found import PersonName
from dragoman.model.text import Span
from dragoman.syntax.lemmas import normal_forms, parses
from dragoman.syntax.tree import Parse, Sentence, Token


def stranger(parse: Parse, name: Span) -> PersonName | None:
    """A name that the knowledge base does not know, put into the nominative; None for what is no personal name."""
    sentence = parse.sentence_at(name.start)
    inside = list(sentence.at(name)) if sentence else []
    if sentence is None or not inside:
        return None
    tokens = [sentence.tokens[i] for i in inside]
    while tokens and (not tokens[0].text[0].isupper() or _lower_title(tokens[0])):
        tokens, inside = tokens[1:], inside[1:]
    if not tokens:
        return None
    sex = _sex(tokens)
    tokens = _in_one_case(tokens)
    words = [nominative(token, sex) for token in tokens if token.text == "." or token.text[0].isalpha()]
    return PersonName(
        persons=(),
        name=_joined(words),
        surname=fold_name(words[-1]),
        full=len(words) > 1,
        sentence=sentence.number,
        first=inside[0],
        last=inside[-1],
        span=Span(tokens[0].span.start, tokens[-1].span.end),
        sex=sex,
    )


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" .", ".").replace(" - ", "-")


TITLE_WORDS = frozenset(
    [
        "президент",
        "премьер",
        "министр",
        "глава",
        "король",
        "канцлер",
        "председатель",
        "посол",
        "лидер",
        "спикер",
        "генерал",
        "шейх",
        "эмир",
        "папа",
    ]
)


def _lower_title(token: Token) -> bool:
    return not normal_forms(token.text).isdisjoint(TITLE_WORDS)


def _sex(tokens: Sequence[Token]) -> str | None:
    found = [t.feats.get("Gender") for t in tokens]
    for word in tokens:
        for p in parses(word.text)[:3]:
            if "Name" in p.tag.grammemes or "Patr" in p.tag.grammemes:
                return "f" if "femn" in p.tag.grammemes else "m"
    return {"Masc": "m", "Fem": "f"}.get(found[0] or "")


def _in_one_case(tokens: list[Token]) -> list[Token]:
    """The words of one name with the case that most of them can have: the tagger errs on foreign ones word by word."""
    cases = [t.feats.get("Case", "") for t in tokens]
    if len(tokens) < 2 or len(set(cases)) < 2:
        best = cases[0]
        oblique = len(tokens) > 2 and best not in ("Ins", "Dat") and sum(_can_be(t, "Ins") for t in tokens) > 2
        best = "Ins" if oblique else best
    else:
        best = max(("Ins", *cases), key=lambda case: sum(_can_be(t, case) for t in tokens))
    if sum(_can_be(t, best) for t in tokens) * 2 < len(tokens):
        return tokens
    return [msgspec.structs.replace(t, feats={**t.feats, "Case": best if _can_be(t, best) else ""}) for t in tokens]


def _can_be(token: Token, case: str) -> bool:
    """Whether a form has a reading in this case; an instrumental only where its ending shows it."""
    shown = case != "Ins" or token.text.lower().endswith(("ом", "ем", "ым", "им", "ой", "ей"))
    return shown and any(
        CASE_GRAMMEMES.get(case) in p.tag.grammemes and "sing" in p.tag.grammemes for p in parses(token.text)
    )


CASE_GRAMMEMES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


def nominative(token: Token, sex: str | None) -> str:
    """A name's word in the nominative, as the text spells it: the reading that fits the tag is turned back.

    A word already nominative, foreign, or with no fitting reading stays as it is.
    """
    case = CASE_GRAMMEMES.get(token.feats.get("Case", ""))
    if case in (None, "nomn") or not re.search("[а-яё]", token.text):
        return token.text
    wanted = "femn" if sex == "f" else "masc"
    fitting = [
        p
        for p in parses(token.text)
        if case in p.tag.grammemes and "sing" in p.tag.grammemes and p.tag.POS in ("NOUN", "ADJF")
    ]
    fitting.sort(key=lambda p: (wanted not in p.tag.grammemes, not {"Name", "Surn", "Patr"} & p.tag.grammemes))
    for p in fitting:
        turned = p.inflect({"nomn", "sing"}) if p.tag.POS == "NOUN" else p.inflect({"nomn", "sing", wanted})
        if turned is not None:
            return _like(token.text, turned.word)
    return token.text


def _like(pattern: str, word: str) -> str:
    """`word` with capitals where `pattern` has them, part by part of a hyphenated name."""
    parts = word.split("-")
    capitals = [part[:1].isupper() for part in pattern.split("-")]
    if len(parts) != len(capitals):
        return word.capitalize()
    return "-".join(p[:1].upper() + p[1:] if c else p for p, c in zip(parts, capitals, strict=True))


def after_title(parse: Parse, sentence: Sentence, last: int) -> PersonName | None:
    """A name right after a title that the recogniser passed by ("глава ОП Украины Ермак"): proper words,
    no common ones.
    """
    tokens = sentence.tokens
    end = last + 1
    while end < len(tokens) and end - last < 4 and _proper(tokens[end]):
        end += 1
    if end == last + 1:
        return None
    return stranger(parse, Span(tokens[last + 1].span.start, tokens[end - 1].span.end))


def _proper(token: Token) -> bool:
    letters = token.text[0].isupper() and not token.text.isupper() and len(token.text) > 2
    return letters and token.pos == "PROPN" and not is_common_word(token.text)


@lru_cache(maxsize=50_000)
def is_common_word(word: str) -> bool:
    """Whether the dictionary knows the word as something else than a name."""
    return any(p.is_known and not {"Name", "Surn", "Patr"} & p.tag.grammemes for p in parses(word.lower()))
