"""What was done with a document: the verb or noun of the deed, its date, an anniversary that dates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dragoman.clauses import Argument, Clause
from dragoman.model.records import Act
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.anniversaries import anniversary
from dragoman.things.facts import date_of, done, written
from dragoman.things.listings import opener
from dragoman.things.phrases import Phrase
from dragoman.things.setting import Setting


class Deed(msgspec.Struct, frozen=True):
    """One deed. `spans`: its word, then its date's. `actors`: codes of the states that did it, as far as said."""

    act: Act
    spans: tuple[Span, ...]
    actors: tuple[str, ...]
    rule: str


def table() -> dict[str, Any]:
    """The words of documents.yaml."""
    return lexicon.table("documents")


def deeds_of(setting: Setting, phrase: Phrase) -> tuple[Deed, ...]:
    """Every deed that the sentence tells of a document, in text order."""
    found = [deed for trigger in triggers(phrase) for deed in _deed(setting, phrase.sentence, trigger)]
    found = found or list(_listed(setting, phrase))
    celebrated = anniversary(setting, phrase)
    if celebrated is not None:
        found.append(Deed(celebrated.act, celebrated.spans, (), "document.anniversary"))
    dated = _dated_from(setting, phrase)
    if dated is not None and not any(deed.act.act == dated.act.act and deed.act.date for deed in found):
        found.append(dated)
    return _once(found)


def _listed(setting: Setting, phrase: Phrase) -> Iterator[Deed]:
    """What the sentence that opens a list says was done with all its documents."""
    sentence = opener(setting, phrase)
    if sentence is None:
        return
    words = lexicon.listed("documents", "listing")
    trigger = next((i for i, t in enumerate(sentence.tokens) if t.lemma in words), None)
    if trigger is not None:
        yield from _deed(setting, sentence, trigger)


def _once(deeds: list[Deed]) -> tuple[Deed, ...]:
    """One deed of a kind: a dated one before an undated."""
    kept: dict[str, Deed] = {}
    for deed in deeds:
        known = kept.get(deed.act.act)
        if known is None or (known.act.date is None and deed.act.date is not None):
            actors = deed.actors or (known.actors if known else ())
            kept[deed.act.act] = msgspec.structs.replace(deed, actors=actors)
    return tuple(kept.values())


def triggers(phrase: Phrase) -> Iterator[int]:
    """The verbs and nouns of deeds whose object the document is."""
    sentence = phrase.sentence
    top = _top(sentence, phrase.head)
    governor = sentence.tokens[top].head
    if governor >= 0 and _is_deed(sentence, governor, sentence.tokens[top].rel):
        yield governor
    for i in range(len(sentence.tokens)):
        if _describes(phrase, i, top) and _is_deed(sentence, i, "acl"):
            yield i


def _describes(phrase: Phrase, index: int, top: int) -> bool:
    """A participle or relative clause of the document; the parser hangs one behind the title on any of its words."""
    token = phrase.sentence.tokens[index]
    if token.rel not in ("acl", "acl:relcl", "amod"):
        return False
    if token.head == phrase.head or (token.head == top and index > phrase.last):
        return True
    behind = index > phrase.last and phrase.head < token.head <= phrase.last
    return behind and token.rel != "amod" and _in_apposition(phrase, index)


def _in_apposition(phrase: Phrase, index: int) -> bool:
    """The clause begins right behind the title, and its participle or "который" agrees with the document's noun."""
    tokens = phrase.sentence.tokens
    if phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].text != ",":
        return False
    agreeing = next((t for t in tokens[phrase.last + 1 : index + 1] if t.lemma == "который"), tokens[index])
    ours, theirs = tokens[phrase.head].feats, agreeing.feats
    return all(ours.get(f) == theirs.get(f) for f in ("Number", "Gender") if f in ours and f in theirs)


def _top(sentence: Sentence, index: int) -> int:
    """The first of coordinated documents, and the bundle they stand in: "подписан пакет документов, включая …"."""
    tokens, seen = sentence.tokens, {index}
    while tokens[index].head >= 0 and tokens[index].head not in seen:
        head = tokens[tokens[index].head]
        named = head.lemma in table()["kinds"] or head.lemma in table()["bundles"] or head.lemma == "документ"
        coordinated = tokens[index].rel in ("conj", "appos") and (named or head.pos in ("NOUN", "PROPN"))
        if not coordinated and not (head.lemma in table()["bundles"] and tokens[index].rel == "nmod"):
            break
        index = tokens[index].head
        seen.add(index)
    return index


def _is_deed(sentence: Sentence, index: int, rel: str) -> bool:
    token = sentence.tokens[index]
    needed = table()["deed_objects"].get(token.lemma)
    if needed and not _has_under(sentence, index, needed):
        return False
    if token.pos in ("VERB", "AUX"):
        return token.lemma in table()["deed_verbs"] and rel in ("obj", "nsubj", "nsubj:pass", "acl", "obl", "iobj")
    return token.lemma in table()["deed_nouns"] and rel == "nmod"


def _has_under(sentence: Sentence, index: int, lemmas: Sequence[str]) -> bool:
    """ "поставили подписи", "вступил в силу": one of the words hangs from the verb."""
    tokens = sentence.tokens
    return any(t.lemma in lemmas and index in list(sentence.path_up(i))[:2] for i, t in enumerate(tokens))


def _deed(setting: Setting, sentence: Sentence, trigger: int) -> Iterator[Deed]:
    if not done(sentence, trigger):
        return
    token = sentence.tokens[trigger]
    kind = table()["deed_verbs"].get(token.lemma) or table()["deed_nouns"][token.lemma]
    expression = date_of(setting, sentence, trigger)
    date = written(setting, expression)
    spans = (token.span, expression.span) if expression is not None and date else (token.span,)
    yield Deed(Act(act=kind, date=date), spans, actors_of(setting, sentence, trigger), f"document.{kind}")


def actors_of(setting: Setting, sentence: Sentence, trigger: int) -> tuple[str, ...]:
    """The states of those who did it: subjects, agents of a passive, "А с Б"."""
    clause = Clause(setting.scene, sentence, trigger)
    acting = [a for a in (*clause.subjects(), *clause.hanging(trigger)) if _acts(a)]
    return tuple(dict.fromkeys(code for a in acting for code in setting.states_of(a.mention)))


def _acts(argument: Argument) -> bool:
    if argument.mention.kind == "place" or argument.mention.adjective:
        return False
    agent = not argument.preposition and argument.case in ("Nom", "Ins", "")
    return agent or argument.preposition in ("с", "между")


def _dated_from(setting: Setting, phrase: Phrase) -> Deed | None:
    """ "Договор от 12 мая 1997 года": the day of its signing or, of a declaration, its adoption."""
    following = phrase.sentence.tokens[phrase.last + 1 : phrase.last + 2]
    if not following or following[0].text.lower() != "от":
        return None
    window = Span(following[0].span.end, following[0].span.end + 2)
    expression = next((d for d in setting.dates_in(window) if d.kind == "point"), None)
    date = written(setting, expression)
    if expression is None or date is None:
        return None
    return Deed(Act(act="signed", date=date), (expression.span,), (), "document.dated")
