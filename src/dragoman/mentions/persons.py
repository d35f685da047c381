"""Personal names in text: those of the knowledge base in any case and order,
and strangers that the recogniser marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.kb import KnowledgeBase
from dragoman.kb.names import all_forms, case_forms, fold_name
from dragoman.kb.rows import Person
from dragoman.mentions.found import PersonName
from dragoman.mentions.strangers import is_common_word, stranger
from dragoman.model.text import Span, Spans
from dragoman.syntax.tree import Parse, Sentence, Token

OPENING = frozenset('«„“"(.!?:;—–-')
"""Marks after which any word has a capital letter, or a title in quotation marks begins."""
INITIAL = re.compile(r"^[А-ЯЁA-Z]$")
PARTICLES = frozenset(
    [
        "бин",
        "ибн",
        "аль",
        "ас",
        "ар",
        "ан",
        "эль",
        "фон",
        "дер",
        "ван",
        "де",
        "да",
        "ди",
        "дель",
        "ла",
        "ле",
        "оглу",
        "оглы",
        "кызы",
        "заде",
        "угли",
        "паша",
        "хан",
    ]
)


class Spelling:
    """One way to write a person's name: for each word the forms it may have; `full` unless a bare surname."""

    __slots__ = ("full", "person", "words")

    def __init__(self, person: Person, words: tuple[frozenset[str], ...], full: bool) -> None:
        self.person, self.words, self.full = person, words, full


def spellings(person: Person) -> Iterator[Spelling]:
    """All ways to write a person's name: given and surname in both orders, patronymics, aliases, the bare surname."""
    surname = _forms(person.surname_ru, person.sex, True)
    given = _forms(person.given_ru, person.sex, False) if person.given_ru else ()
    if surname and given:
        yield Spelling(person, given + surname, True)
        yield Spelling(person, surname + given, True)
        for patronymic in person.patronymics_ru:
            middle = _forms(patronymic, person.sex, False)
            yield Spelling(person, given + middle + surname, True)
            yield Spelling(person, surname + given + middle, True)
            yield Spelling(person, given + middle, True)
    for alias in (person.name_ru, *person.aliases_ru):
        words = alias.split()
        yield Spelling(person, _written(words, person.sex), len(words) > 1)
    for english in (person.name_en, *person.aliases_en):
        if english:
            yield Spelling(person, tuple(frozenset({fold_name(word)}) for word in english.split()), True)
    if surname:
        yield Spelling(person, surname, False)


def _forms(words: str, sex: str, surname: bool) -> tuple[frozenset[str], ...]:
    return tuple(_word_forms(word, sex, surname) for word in words.split())


def _written(words: Sequence[str], sex: str) -> tuple[frozenset[str], ...]:
    last = len(words) - 1
    return tuple(_word_forms(word, sex, False) | _word_forms(word, sex, i == last) for i, word in enumerate(words))


def _word_forms(word: str, sex: str, surname: bool) -> frozenset[str]:
    if word.lower() in PARTICLES:
        return frozenset({word.lower()})
    return all_forms(word, sex, surname) | {fold_name(word)}


class People:
    """All spellings of all persons of one knowledge base, filed by each form of the first word."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.by_first: dict[str, list[Spelling]] = {}
        self.by_surname: dict[str, list[Person]] = {}
        for person in kb.table(Person):
            for spelling in spellings(person):
                for form in spelling.words[0]:
                    self.by_first.setdefault(form, []).append(spelling)
            for form in _last_forms(person):
                self.by_surname.setdefault(form, []).append(person)
        for listed in self.by_first.values():
            listed.sort(key=lambda s: (-len(s.words), s.person.id))


def _last_forms(person: Person) -> frozenset[str]:
    words = person.surname_ru.split()
    return _word_forms(words[-1], person.sex, True) if words else frozenset()


@lru_cache(maxsize=4)
def people_of(kb: KnowledgeBase) -> People:
    """The spellings, built once for each knowledge base."""
    return People(kb)


def find_persons(parse: Parse, kb: KnowledgeBase, things: Sequence[Span] = ()) -> tuple[PersonName, ...]:
    """All personal names of an article, in order: known ones first, then strangers among what the recogniser marked.

    `things`: names of states and the like, which the recogniser at times takes for a part of the person's.
    """
    people = people_of(kb)
    beside = Spans(things)
    marked = [_trimmed(name.span, beside, parse) for name in parse.names if name.kind == "PER"]
    places = Spans(marked)
    people_in_full = frozenset(
        p for s in parse.sentences for n in _known(s, people, [], frozenset()) if n.full for p in n.persons
    )
    known = [n for s in parse.sentences for n in _known(s, people, list(places.meeting(s.span)), people_in_full)]
    taken = Spans(found.span for found in known)
    strange = [stranger(parse, span) for span in marked if not taken.meets(span)]
    found = sorted((*known, *(s for s in strange if s is not None)), key=lambda n: n.span)
    again = _named_again(parse, found, things)
    return tuple(_with_antecedents(sorted((*found, *again), key=lambda n: n.span)))


def _named_again(parse: Parse, found: Sequence[PersonName], things: Sequence[Span]) -> Iterator[PersonName]:
    """A stranger's surname where the recogniser passed it by: it marks one place and misses the next."""
    forms = {form for n in found if not n.persons for form in all_forms(n.surname, n.sex or "m", True) if len(form) > 3}
    taken = Spans([*(n.span for n in found), *things])
    for sentence in parse.sentences if forms else ():
        for token in sentence.tokens:
            proper = token.pos == "PROPN" and token.text[0].isupper() and fold_name(token.text) in forms
            if proper and not taken.meets(token.span):
                name = stranger(parse, token.span)
                if name is not None:
                    yield name


def _trimmed(span: Span, things: Spans, parse: Parse) -> Span:
    """A marked name without the state's name that stands before the person's ("Велардии Кольвеном")."""
    for thing in things.meeting(span):
        if thing.start <= span.start < thing.end < span.end:
            sentence = parse.sentence_at(thing.end)
            after = [t.span.start for t in sentence.tokens if t.span.start >= thing.end] if sentence else []
            return Span(after[0], span.end) if after and after[0] < span.end else span
    return span


def _known(sentence: Sentence, people: People, marked: list[Span], in_full: frozenset[str]) -> Iterator[PersonName]:
    """Persons of the knowledge base in a sentence; `in_full`: who has his full name in the article,
    so that a bare surname is sure.
    """
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        found = _with_initials(sentence, at, people) or _spelled(sentence, at, people, marked, in_full)
        if found is not None:
            yield found
            at = found.last
        at += 1


def _spelled(
    sentence: Sentence, at: int, people: People, marked: list[Span], in_full: frozenset[str]
) -> PersonName | None:
    tokens = sentence.tokens
    if not tokens[at].text[0].isupper():
        return None
    hits: list[Spelling] = []
    for spelling in people.by_first.get(fold_name(tokens[at].text), ()):
        if hits and len(spelling.words) < len(hits[0].words):
            break
        if _matches(spelling, tokens, at):
            hits.append(spelling)
    if not hits:
        return None
    last = at + len(hits[0].words) - 1
    introduced = any(hit.person.id in in_full for hit in hits) and not any(
        m.start < tokens[at].span.start < m.end for m in marked
    )
    if not hits[0].full and not introduced and not _stands_alone(sentence, at, last, marked):
        return None
    return _named(sentence, _by_case(hits, tokens[last]), at, last)


def _matches(spelling: Spelling, tokens: Sequence[Token], at: int) -> bool:
    if at + len(spelling.words) > len(tokens):
        return False
    return all(fold_name(tokens[at + i].text) in forms for i, forms in enumerate(spelling.words))


def _stands_alone(sentence: Sentence, first: int, last: int, marked: list[Span]) -> bool:
    """Whether a bare surname is one here: marked as a person and not beside another given name, or no common word."""
    span = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
    covering = [m for m in marked if m.meets(span)]
    if covering:
        return all(_only_titles_beside(sentence, m, span) for m in covering)
    token = sentence.tokens[first]
    capital = first > 0 and sentence.tokens[first - 1].text not in OPENING and token.pos == "PROPN"
    return len(token.text) > 3 and (capital or not is_common_word(token.text)) and token.pos in ("PROPN", "NOUN", "X")


def _only_titles_beside(sentence: Sentence, marked: Span, span: Span) -> bool:
    """The recogniser's name may hold more words than ours only where they are no names ("Президент Токаев")."""
    beside = [t for t in sentence.tokens if t.span.meets(marked) and not t.span.meets(span)]
    return not any(t.text[0].isupper() and not is_common_word(t.text) and t.pos == "PROPN" for t in beside)


def _by_case(hits: list[Spelling], token: Token) -> list[Spelling]:
    """Of Алиев and Алиева the one whose form fits the case that the tagger saw; all where none or every one does."""
    case, gender = token.feats.get("Case"), {"Masc": "m", "Fem": "f"}.get(token.feats.get("Gender", ""))
    fitting = [h for h in hits if case and fold_name(token.text) in _cased(h, case)]
    fitting = fitting or hits
    agreeing = [h for h in fitting if h.person.sex == gender]
    return agreeing or fitting


def _cased(spelling: Spelling, case: str) -> frozenset[str]:
    word = spelling.person.surname_ru.split()[-1] if spelling.person.surname_ru else spelling.person.name_ru
    return case_forms(word, spelling.person.sex, True).get(case, frozenset())


def _named(sentence: Sentence, hits: Sequence[Spelling], first: int, last: int) -> PersonName:
    persons = tuple(dict.fromkeys(hit.person.id for hit in hits))
    return PersonName(
        persons=persons,
        name=hits[0].person.name_ru,
        surname=fold_name(hits[0].person.surname_ru),
        full=hits[0].full,
        sentence=sentence.number,
        first=first,
        last=last,
        span=Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end),
        sex=hits[0].person.sex,
    )


def _with_initials(sentence: Sentence, at: int, people: People) -> PersonName | None:
    """ "И. Алиев", "И.Г. Алиев": initials before a surname choose among namesakes."""
    letters, i, tokens = [], at, sentence.tokens
    while i + 1 < len(tokens) and INITIAL.match(tokens[i].text) and tokens[i + 1].text == ".":
        letters.append(tokens[i].text)
        i += 2
    if not letters or i >= len(tokens) or not tokens[i].text[0].isupper():
        return None
    persons = [
        p
        for p in people.by_surname.get(fold_name(tokens[i].text), ())
        if fold_name(p.given_ru[:1]) == fold_name(letters[0]) and len(p.surname_ru.split()) == 1
    ]
    hits = [Spelling(p, (), True) for p in persons]
    return _named(sentence, _by_case(hits, tokens[i]), at, i) if hits else None


def _with_antecedents(names: Sequence[PersonName]) -> Iterator[PersonName]:
    """A bare surname means the person named in full before with that surname."""
    full: dict[str, PersonName] = {}
    for name in names:
        if name.full:
            full[name.surname] = name
            yield name
        else:
            before = full.get(name.surname) or _inflected(full, name)
            yield _as(name, before) if before is not None else name


def _inflected(full: dict[str, PersonName], name: PersonName) -> PersonName | None:
    """A stranger's surname whose form is a case of one named in full, or the other way about."""
    if name.persons:
        return None
    for surname, before in full.items():
        if name.surname in all_forms(surname, before.sex or "m", True):
            return before
    return None


def _as(name: PersonName, before: PersonName) -> PersonName:
    if name.persons and before.persons and set(before.persons) <= set(name.persons):
        return _replaced(name, before)
    if not name.persons or not before.persons:
        return _replaced(name, before)
    return name


def _replaced(name: PersonName, before: PersonName) -> PersonName:
    return PersonName(
        persons=before.persons,
        name=before.name,
        surname=before.surname,
        full=False,
        sentence=name.sentence,
        first=name.first,
        last=name.last,
        span=name.span,
        sex=before.sex,
    )
