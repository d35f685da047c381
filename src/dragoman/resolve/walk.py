"""Going through an article in text order, remembering who was named and who is the subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.lang import load
from dragoman.mentions import Named, PersonName, Title
from dragoman.model.actors import Actor, Mention
from dragoman.model.text import Span
from dragoman.resolve.joined import NamedOfficer, join
from dragoman.resolve.known import HIGH_RANKS, Known, identify
from dragoman.resolve.offices import Answer, Context, Sighting, holder_of, office_holder
from dragoman.speech import Speech
from dragoman.syntax.tree import Parse, Sentence

SUBJECT_REACH = 3
"""A pronoun's antecedent is a subject at most so many sentences back, direct speech not counted."""

GENERIC = frozenset({"head_of_state", "leader", "head"})
"""Roles of generic words for whoever stands at the head."""

Item = NamedOfficer | int | tuple[int, int]
"""What is met on the way: a name, a title (its index), or a pronoun (sentence, token)."""


class Walk:
    """One pass over one article. Only this object changes on the way; what it gives is frozen."""

    def __init__(
        self, parse: Parse, named: Named, speech: Speech, day: dt.date | None, side: str | None, kb: KnowledgeBase
    ) -> None:
        self.parse, self.named, self.speech, self.day, self.side, self.kb = parse, named, speech, day, side, kb
        self.officers = join(parse, named.persons, named.titles)
        self.joined = {i for officer in self.officers for i in officer.titles}
        self.known: dict[Span, Known] = {}
        for officer in self.officers:
            self.known[officer.person.span] = self._identify(officer)
        self.sightings = tuple(self._sightings())
        self.subjects: list[tuple[int, int, Known | None]] = []
        self.seen: list[Sighting] = []
        self.states = [f for f in named.things if f.kind == "state"]

    # who is who

    def _identify(self, officer: NamedOfficer) -> Known:
        titles = [self.named.titles[i] for i in officer.titles]
        known = identify(officer.person, titles, self.day, self.kb)
        return known if known.actor and (known.country or titles) else self._introduced(officer.person, known)

    def _introduced(self, person: PersonName, known: Known) -> Known:
        """A stranger, or one of namesakes, named again without a title: as he was introduced."""
        for span, before in reversed(list(self.known.items())):
            if span < person.span and before.name == known.name and before.country:
                return before
        return known

    def _sightings(self) -> Iterator[Sighting]:
        introduced: dict[str, Known] = {}
        for officer in self.officers:
            person = officer.person
            known = self.known[person.span]
            known = introduced.setdefault(known.actor or known.name, known) if not officer.titles else known
            introduced[known.actor or known.name] = _richer(introduced.get(known.actor or known.name), known)
            known = introduced[known.actor or known.name]
            self.known[person.span] = known
            if self._narrated(person.span):
                yield self._sighting(known, person.sentence, person.first, person.span)

    def _sighting(self, known: Known, number: int, token: int, span: Span) -> Sighting:
        return Sighting(
            known=known, sentence=number, start=span.start, subject=is_subject(self.parse.sentences[number], token)
        )

    def _narrated(self, span: Span) -> bool:
        return self.speech.at(span.start) is None

    # the pass

    def mentions(self) -> Iterator[Mention]:
        """Names, titles and pronouns in text order."""
        for _, item in sorted(self._items(), key=lambda pair: pair[0]):
            if isinstance(item, NamedOfficer):
                yield self._name(item)
            elif isinstance(item, tuple):
                yield from self._pronoun(self.parse.sentences[item[0]], item[1])
            else:
                yield from self._title(self.named.titles[item])

    def _items(self) -> Iterator[tuple[Span, Item]]:
        for officer in self.officers:
            yield officer.person.span, officer
        for i, title in enumerate(self.named.titles):
            if i not in self.joined and title.within is None:
                yield title.span, i
        pronouns = load("ru", "groups.yaml")["pronouns"]
        for sentence in self.parse.sentences:
            for i, token in enumerate(sentence.tokens):
                if token.lemma in pronouns and token.feats.get("Case") == "Nom" and self._narrated(token.span):
                    yield token.span, (sentence.number, i)

    def _name(self, officer: NamedOfficer) -> Mention:
        person, known = officer.person, self.known[officer.person.span]
        title = self.named.titles[officer.titles[0]] if officer.titles else None
        if self._narrated(person.span):
            self._note(known, person.sentence, person.first, person.span)
        return Mention(
            span=person.span,
            kind="person",
            rule=known.rule,
            actor=known.actor,
            name=known.name if known.actor else None,
            country=known.country,
            office=title.roles[0] if title and title.former is False and known.office is None else known.office,
            title=title.words if title else None,
            title_span=title.span if title else None,
            acting=title.acting if title else False,
            candidates=known.candidates,
        )

    def _note(self, known: Known | None, number: int, token: int, span: Span) -> None:
        sentence = self.parse.sentences[number]
        if known is not None:
            self.seen.append(self._sighting(known, number, token, span))
        if is_subject(sentence, token):
            self.subjects.append((number, span.start, known))

    def _title(self, title: Title) -> Iterator[Mention]:
        if title.plural:
            yield self._group(title)
            return
        answer = office_holder(title, self._context(title), self.kb)
        known = answer.known
        if self._narrated(title.span):
            self._note(known, title.sentence, title.head, title.span)
        yield Mention(
            span=title.span,
            kind="role",
            rule=answer.rule,
            actor=known.actor if known else None,
            name=known.name if known else None,
            country=known.country if known else _country(title, answer),
            office=_office(title, known),
            title=title.words,
            title_span=title.span,
            acting=title.acting,
            candidates=answer.candidates,
        )

    def _context(self, title: Title) -> Context:
        return Context(
            day=self.day,
            side=self.side,
            sightings=self.sightings,
            before=tuple(s for s in self.seen if s.start < title.span.start),
            excluded=frozenset(self._counterparts(title)),
            sentence=title.sentence,
            last_state=self._last(title, "state"),
            last_organisation=self._last(title, "organisation"),
        )

    def _last(self, title: Title, kind: str) -> str | None:
        """The state or organisation that the narrator named last before the title."""
        things = (f for f in self.named.things if f.kind == kind)
        named = [f for f in things if f.span.end <= title.span.start and self._narrated(f.span)]
        return named[-1].codes[0] if named else None

    def _counterparts(self, title: Title) -> Iterator[str]:
        """Whoever the same sentence names in the narrator's words, or by a title with a country, is somebody else."""
        for sighting in self.sightings:
            if sighting.sentence == title.sentence and sighting.known.actor:
                yield sighting.known.actor
        for other in self.named.titles:
            if other.sentence == title.sentence and other.countries and other != title and not other.plural:
                holder = holder_of(other.roles, other.countries[0], self.day, self.kb)
                if holder is not None:
                    yield holder.person

    # several at once

    def _group(self, title: Title) -> Mention:
        countries = title.countries or (self._pair(title) if title.both or self._leading(title) else ())
        members = tuple(self._member(title, c) for c in countries) if len(countries) > 1 else ()
        return Mention(
            span=title.span,
            kind="group",
            rule="group.countries" if title.countries else "group.pair" if members else "group.unknown",
            country=countries[0] if len(countries) == 1 else None,
            office=title.roles[0],
            title=title.words,
            title_span=title.span,
            members=members,
        )

    def _member(self, title: Title, country: str) -> Actor:
        answer = office_holder(_singular(title, country), self._context(title), self.kb)
        known = answer.known
        return Actor(actor=known.actor, name=known.name, country=country) if known else Actor(country=country)

    def _leading(self, title: Title) -> bool:
        """Presidents, heads, ministers: "депутаты заявили" does not speak for two states."""
        return any(role in GENERIC or self.kb.rank_of(role) in HIGH_RANKS for role in title.roles)

    def _pair(self, title: Title) -> tuple[str, ...]:
        """The two countries of the text so far: of those who were named, else of the states named; else nobody."""
        persons = [s.known.country for s in self.seen if s.known.country and s.start < title.span.start]
        for countries in (persons, self._states_until(title)):
            distinct = tuple(dict.fromkeys(c for c in countries if c in self.kb.states))
            if len(distinct) == 2:
                return distinct
        return ()

    def _states_until(self, title: Title) -> list[str]:
        return [f.codes[0] for f in self.states if f.sentence <= title.sentence and self._narrated(f.span)]

    # pronouns

    def _pronoun(self, sentence: Sentence, index: int) -> Iterator[Mention]:
        token = sentence.tokens[index]
        sex = load("ru", "groups.yaml")["pronouns"][token.lemma]
        inserted = token.head >= 0 and sentence.tokens[token.head].rel == "parataxis"
        before = sentence.span.start if inserted else token.span.start
        known = self._antecedent(sentence.number, before, sex)
        if known is None:
            return
        self._note(known, sentence.number, index, token.span)
        yield Mention(
            span=token.span,
            kind="pronoun",
            rule="pronoun.subject",
            actor=known.actor,
            name=known.name,
            country=known.country,
            office=known.office,
        )

    def _antecedent(self, number: int, before: int, sex: str) -> Known | None:
        """The last subject of that gender before an offset, if it is near; an unresolved one stops the search.

        For inserted words ("Токаев, отметил он, посетил") the sentence's own subject is somebody else.
        """
        for sentence, start, known in reversed(self.subjects):
            if start >= before:
                continue
            if self._narrated_between(sentence, number) > SUBJECT_REACH:
                return None
            if known is None or known.sex in (sex, None):
                return known
        return None

    def _narrated_between(self, first: int, last: int) -> int:
        return sum(1 for s in self.parse.sentences[first:last] if self._narrated(s.span))


def is_subject(sentence: Sentence, token: int) -> bool:
    """Whether a token is a subject, or heads a headline of the form "Токаев: …".

    A conjunct of a subject is one too ("Токаев и Алиев провели").
    """
    at, steps = token, 0
    while (
        sentence.tokens[at].rel in ("conj", "flat:name", "appos", "flat")
        and sentence.tokens[at].head >= 0
        and steps < 6
    ):
        at, steps = sentence.tokens[at].head, steps + 1
    if sentence.tokens[at].rel in ("nsubj", "nsubj:pass"):
        return True
    after = sentence.tokens[token + 1].text if token + 1 < len(sentence.tokens) else ""
    return after == ":" and token <= 3


def _richer(before: Known | None, known: Known) -> Known:
    """A later bare name keeps what the introduction said."""
    if before is None or (known.office and known.country):
        return known
    return before


def _country(title: Title, answer: Answer) -> str | None:
    return answer.country or (title.countries[0] if title.countries else None)


def _office(title: Title, known: Known | None) -> str | None:
    generic = title.roles[0] if title.roles else None
    if known is not None and generic in ("head_of_state", "leader", "diplomat", "official", "minister"):
        return known.office
    return generic


def _singular(title: Title, country: str) -> Title:
    return msgspec.structs.replace(title, plural=False, both=False, countries=(country,))
