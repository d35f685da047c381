"""Standing bodies of states: councils, commissions, committees, known to the knowledge base or named as shared."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.kb.rows import BodyRow
from dragoman.model.records import Act, Body, Evidence
from dragoman.model.text import Span
from dragoman.syntax.lemmas import fold
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.facts import date_of, done, written
from dragoman.things.gathered import acts_of, evidence_of, gather, same_name
from dragoman.things.phrases import Phrase, nominative, phrase_at
from dragoman.things.setting import Setting

_WHOSE = frozenset({"между", "два", "оба", "три", "–", "—"})


def listed(name: str) -> frozenset[str]:
    """A list of bodies.yaml, or the keys of a table."""
    return lexicon.listed("bodies", name)


def find(setting: Setting) -> tuple[Body, ...]:
    """The bodies of an article, each once, in text order."""
    return gather((body for phrase in _phrases(setting) for body in _body(setting, phrase)), _same, _join)


def _phrases(setting: Setting) -> Iterator[Phrase]:
    heads = listed("heads")
    for sentence in setting.sentences:
        known = [m.span for m in setting.mentions_in(sentence.span) if m.kind == "body"]
        others = [m.span for m in setting.mentions_in(sentence.span) if m.kind in ("organisation", "institution")]
        for index, token in enumerate(sentence.tokens):
            if token.lemma not in heads or any(span.holds(token.span) for span in others):
                continue
            phrase = _until_between(phrase_at(setting, sentence, index, heads))
            if _named(setting, phrase) or any(span.holds(token.span) for span in known):
                yield phrase


def _until_between(phrase: Phrase) -> Phrase:
    """ "комиссия по торговле между А и Б", "совет двух стран": between whom is no part of the name."""
    last = next((i - 1 for i, t in _numbered(phrase) if i > phrase.head and t in _WHOSE), phrase.last)
    return msgspec.structs.replace(phrase, last=last)


def _numbered(phrase: Phrase) -> Iterator[tuple[int, str]]:
    return ((i, phrase.sentence.tokens[i].lemma) for i in range(phrase.first, phrase.last + 1))


def _named(setting: Setting, phrase: Phrase) -> bool:
    """Whether the words alone make it a body between states."""
    noun = phrase.sentence.tokens[phrase.head]
    front = phrase.attributes
    if front & listed("domestic") or noun.feats.get("Number") == "Plur":
        return False
    if noun.lemma == "группа" and not front & listed("groups"):
        return False
    both = len(setting.states_in(_whole(phrase))) > 1
    shared = bool(front & listed("between_states")) or (both and bool(front & listed("with_both")))
    return noun.lemma in listed("whole") or shared


def _whole(phrase: Phrase) -> Span:
    """The name with the attributes before it."""
    tokens, first = phrase.sentence.tokens, phrase.first
    while first > 0 and tokens[first - 1].pos == "ADJ":
        first -= 1
    return Span(tokens[first].span.start, phrase.span.end)


def _body(setting: Setting, phrase: Phrase) -> Iterator[Body]:
    trigger = _trigger(phrase)
    parties = setting.parties(phrase.sentence, _reach(phrase))
    name = nominative(setting, phrase)
    row = _row(setting, phrase, name, parties)
    if row is None and (len(parties) != 2 or not _named(setting, phrase)):
        return
    act, spans = _act(setting, phrase.sentence, trigger)
    yield Body(
        name=row.name_ru if row else name,
        parties=row.parties if row else parties,
        code=row.id if row else None,
        acts=(act,) if act else (),
        evidence=tuple(_evidence(setting, phrase, spans)),
    )


def _reach(phrase: Phrase) -> Span:
    """The name with "между А и Б" right behind it."""
    tokens, end = phrase.sentence.tokens, phrase.last
    if end + 1 < len(tokens) and tokens[end + 1].lemma == "между":
        end = min(end + 6, len(tokens) - 1)
    return Span(_whole(phrase).start, tokens[end].span.end)


def _evidence(setting: Setting, phrase: Phrase, spans: tuple[Span, ...]) -> Iterator[Evidence]:
    yield Evidence.cut(setting.text, phrase.span, "body.name")
    for span in spans:
        yield Evidence.cut(setting.text, span, "body.established")


def _row(setting: Setting, phrase: Phrase, name: str, parties: tuple[str, ...]) -> BodyRow | None:
    """The body of these parties that is called so, by its fullest name or alias that fits; None where none does."""
    rows = [row for row in setting.kb.table(BodyRow) if parties and set(row.parties) == set(parties)]
    fitting = [(_fit(row, name), row) for row in rows]
    best = max((pair for pair in fitting if pair[0]), key=lambda pair: (pair[0], pair[1].id), default=None)
    return best[1] if best else _only(setting, phrase)


def _fit(row: BodyRow, name: str) -> int:
    """Words of the row's longest name that is this one, or begins it; 0: none."""
    named = [n for n in (row.name_ru, *row.aliases_ru) if _begins(fold(name), fold(n)) or _begins(fold(n), fold(name))]
    return max((min(len(n.split()), len(name.split())) for n in named), default=0)


def _begins(whole: str, start: str) -> bool:
    return whole == start or whole.startswith(start + " ")


def _only(setting: Setting, phrase: Phrase) -> BodyRow | None:
    """A name that one body alone has, where the article names all its states."""
    noun = phrase.sentence.tokens[phrase.head].span
    found = [m.actor for m in setting.mentions_in(phrase.span) if m.kind == "body" and m.span.holds(noun)]
    row = setting.kb.bodies.get(found[0] or "") if found else None
    return row if row is not None and set(row.parties) <= set(setting.scene.countries) else None


def _trigger(phrase: Phrase) -> int | None:
    """The verb or noun of founding that the body hangs from, or that hangs from it."""
    sentence, words = phrase.sentence, lexicon.table("bodies")
    token = sentence.tokens[phrase.head]
    above = sentence.tokens[token.head] if token.head >= 0 else None
    if above is not None and token.rel == "nmod" and above.lemma in words["deed_nouns"]:
        return token.head
    if above is not None and above.lemma in words["deed_verbs"] and token.rel in ("obj", "nsubj", "nsubj:pass"):
        return token.head
    below = [i for i in sentence.children(phrase.head) if sentence.tokens[i].rel in ("acl", "acl:relcl", "amod")]
    return next((i for i in below if sentence.tokens[i].lemma in words["deed_verbs"]), None)


def _act(setting: Setting, sentence: Sentence, trigger: int | None) -> tuple[Act | None, tuple[Span, ...]]:
    """That it was founded, if told as done; dated only by a date of that deed."""
    if trigger is None or not _founded(sentence, trigger):
        return None, ()
    token = sentence.tokens[trigger]
    expression = date_of(setting, sentence, trigger)
    date = written(setting, expression)
    spans = (token.span, expression.span) if expression is not None and date else (token.span,)
    return Act(act="established", date=date), spans


def _founded(sentence: Sentence, trigger: int) -> bool:
    """ "протокол об учреждении совета" founds it; other words after "о" only speak of it."""
    above = sentence.tokens[trigger].head
    lawful = above >= 0 and sentence.tokens[above].lemma in lexicon.table("documents")["kinds"]
    return done(sentence, above) if lawful else done(sentence, trigger)


def _same(a: Body, b: Body) -> bool:
    if a.code and b.code:
        return a.code == b.code
    return a.parties == b.parties and same_name(a.name, b.name)


def _join(a: Body, b: Body) -> Body:
    known = a if a.code or not b.code else b
    return msgspec.structs.replace(known, acts=acts_of(a.acts, b.acts), evidence=evidence_of(a.evidence, b.evidence))
