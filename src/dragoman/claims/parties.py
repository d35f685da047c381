"""Whose visits, to whom; between whom the meetings, documents and trade are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.claims.counted import clause, verb_above
from dragoman.claims.scene import Scene
from dragoman.claims.words import among, words
from dragoman.model.actors import Actor, Mention
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence, Token

ACTING = frozenset({"person", "role", "pronoun"})
PLACES = frozenset({"state", "place", "institution"})
LOOKS_BACK = 3
"""Sentences before one that names nobody ("Это был его третий визит") in which the traveller is sought."""

_SUBJECTS = ("nsubj", "csubj")
_INTO = frozenset({"в", "во", "на"})


def actor_of(mention: Mention) -> Actor | None:
    """Who is meant, as the claim keeps it: a person, or a country without its name; None where it is not known."""
    if mention.kind in ACTING and (mention.actor or mention.name):
        return Actor(actor=mention.actor, name=mention.name, country=mention.country)
    return Actor(country=mention.country) if mention.country else None


def mention_at(scene: Scene, sentence: Sentence, index: int, kinds: frozenset[str]) -> Mention | None:
    """The mention that holds this word, in its name or in the title before it."""
    at = sentence.tokens[index].span
    for mention in scene.mentions_in(sentence.span):
        if mention.kind in kinds and (mention.span.meets(at) or (mention.title_span and mention.title_span.meets(at))):
            return mention
    return None


def subject_of(scene: Scene, sentence: Sentence, verb: int) -> Actor | None:
    """Who does what the verb says: the person or state that is its subject; "я" is the speaker."""
    for index in _subjects(sentence, verb):
        token = sentence.tokens[index]
        if token.lemma == "я":
            return speaking(scene, token.span)
        found = mention_at(scene, sentence, index, ACTING) or _first(scene, sentence, sentence.subtree(index), ACTING)
        found = found or mention_at(scene, sentence, index, PLACES)
        if found is not None:
            return actor_of(found)
    return None


def _subjects(sentence: Sentence, verb: int) -> Iterator[int]:
    """Subjects of the verb, else of the verb that it is coordinated with or hangs from ("прибыл и посетил")."""
    for index in (verb, *sentence.path_up(verb)):
        own = [i for i in sentence.children(index) if sentence.tokens[i].rel.split(":")[0] in _SUBJECTS]
        if own:
            yield from own
            return
        if sentence.tokens[index].rel not in ("conj", "xcomp", "advcl"):
            return


def _first(scene: Scene, sentence: Sentence, indexes: Iterable[int], kinds: frozenset[str]) -> Mention | None:
    spans = [sentence.tokens[i].span for i in indexes]
    inside = Span(spans[0].start, spans[-1].end) if spans else None
    return next((m for m in scene.mentions_in(inside) if m.kind in kinds), None) if inside else None


def speaking(scene: Scene, span: Span) -> Actor | None:
    """The speaker of these words as an actor; None where the narrator speaks or nobody is known."""
    speaker = scene.speaker_at(span)
    if speaker is None or not (speaker.actor or speaker.name or speaker.country):
        return None
    return Actor(actor=speaker.actor, name=speaker.name, country=speaker.country)


def whose(scene: Scene, sentence: Sentence, first: int, noun: int) -> Actor | None:
    """Whose visit: "мой", "визит президента X", "для X это …", the verb's subject, else whom the text spoke of last.

    `first`: where the number's phrase begins.
    """
    owner = _possessive(scene, sentence, first, noun)
    if owner is not None:
        return owner
    after = _genitive_after(scene, sentence, noun)
    if after is not None:
        return actor_of(after)
    verb = verb_above(sentence, noun)
    doer = subject_of(scene, sentence, verb) if verb is not None else None
    return doer or _for_whom(scene, sentence) or spoken_of(scene, sentence, sentence.tokens[first].span.start)


def _possessive(scene: Scene, sentence: Sentence, first: int, noun: int) -> Actor | None:
    for token in sentence.tokens[max(0, first - 2) : noun]:
        if token.lemma in words("possessive_mine"):
            return speaking(scene, token.span)
        if token.lemma in words("possessive_his") and token.text.lower() in ("его", "ее", "её"):
            pronoun = mention_at(scene, sentence, sentence.tokens.index(token), frozenset({"pronoun"}))
            return (actor_of(pronoun) if pronoun else None) or spoken_of(scene, sentence, token.span.start)
    return None


def _genitive_after(scene: Scene, sentence: Sentence, noun: int) -> Mention | None:
    """The person or state right after the noun: "визит турецкого президента", not "визит в Турцию"."""
    _, last = clause(sentence, noun)
    for i in range(noun + 1, last + 1):
        token = sentence.tokens[i]
        if token.pos in ("ADP", "VERB", "PUNCT") and scene.date_at(token) is None:
            return None
        found = mention_at(scene, sentence, i, ACTING)
        if found is None:
            found = mention_at(scene, sentence, i, frozenset({"state"}))
            found = None if found and (found.adjective or token.feats.get("Case") != "Gen") else found
        if found is not None:
            return found
    return None


def _for_whom(scene: Scene, sentence: Sentence) -> Actor | None:
    """ "Для Токаева это третья поездка"."""
    for i, token in enumerate(sentence.tokens[:-1]):
        if token.lemma == "для":
            found = next((m for m in _within(scene, sentence, i + 1, i + 5) if m.kind in ACTING), None)
            if found is not None:
                return actor_of(found)
    return None


def _within(scene: Scene, sentence: Sentence, first: int, last: int) -> list[Mention]:
    tokens = sentence.tokens[first : last + 1]
    return scene.mentions_in(Span(tokens[0].span.start, tokens[-1].span.end)) if tokens else []


def spoken_of(scene: Scene, sentence: Sentence, before: int) -> Actor | None:
    """The person named last before an offset: in this sentence the last, in one of those before the first."""
    here = [m for m in scene.mentions_in(Span(sentence.span.start, before)) if _is_person(m)]
    if here:
        return actor_of(here[-1])
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - LOOKS_BACK), -1):
        named = [m for m in scene.mentions_in(scene.parse.sentences[number].span) if _is_person(m)]
        if named:
            return actor_of(named[0])
    return None


def _is_person(mention: Mention) -> bool:
    return mention.kind in ACTING and bool(mention.name)


def destination(scene: Scene, sentence: Sentence, index: int, visitor: Actor | None) -> Actor | None:
    """The country visited: after "в" or as the verb's object, first behind the word, then before it in the clause.

    "Братская страна" is the state named nearest that is not the visitor's own.
    """
    first, last = clause(sentence, index)
    own = visitor.country if visitor else None
    for i in (*range(index + 1, last + 1), *range(first, index)):
        code = _country_at(scene, sentence, i, own)
        if code is not None and code != own:
            return Actor(country=code)
    return None


def _country_at(scene: Scene, sentence: Sentence, i: int, own: str | None) -> str | None:
    token = sentence.tokens[i]
    place = mention_at(scene, sentence, i, PLACES)
    if place is not None and not place.adjective and place.country and _is_goal(sentence, i):
        return place.country
    if among(token, words("deictic", "nouns")) and _is_goal(sentence, i):
        return _deictic(scene, sentence, i, own)
    return None


def _is_goal(sentence: Sentence, i: int) -> bool:
    """After "в" or "на", attributes between; or an accusative object without a preposition."""
    token = sentence.tokens[i]
    before = i - 1
    while (before >= 0 and sentence.tokens[before].pos in ("ADJ", "DET")) or _names_on(sentence, before):
        before -= 1
    if before >= 0 and sentence.tokens[before].pos == "ADP":
        return sentence.tokens[before].lemma in _INTO
    return token.rel in ("obj", "conj") or token.feats.get("Case") == "Acc"


def _names_on(sentence: Sentence, i: int) -> bool:
    """A first word of a name of several words: "в Саудовскую Аравию", "в Республику Корея"."""
    return i >= 0 and sentence.tokens[i].pos == "PROPN"


def _deictic(scene: Scene, sentence: Sentence, i: int, own: str | None) -> str | None:
    lemmas = {t.lemma for t in sentence.tokens[max(0, i - 3) : i]}
    at = sentence.tokens[i].span.start
    if lemmas & words("deictic", "own"):
        speaker = speaking(scene, sentence.tokens[i].span)
        return speaker.country if speaker else None
    if lemmas & words("deictic", "other"):
        return scene.nearest_country(at, frozenset({own} if own else ()))
    return None


def two_parties(
    scene: Scene, sentence: Sentence, at: Token, organisations: bool = False
) -> tuple[Actor, Actor | None] | None:
    """The two between whom something is: those the sentence names, filled up by the speaker's and the article's states.

    Only countries (with `organisations`, the EU and its like too), in the order of their codes. The second is None
    where one is named and the article leaves open with whom; None where nobody can be told.
    """
    named = states_of(scene, sentence, organisations)
    if len(named) < 2:
        speaker = speaking(scene, at.span)
        named = list(dict.fromkeys([*named, *([speaker.country] if speaker and speaker.country else [])]))
    while len(named) < 2 and (filled := _outstanding(scene, named)) is not None:
        named.append(filled)
    if len(named) < 2:
        return (Actor(country=named[0]), None) if named else None
    one, other = sorted(named[:2])
    return Actor(country=one), Actor(country=other)


CLEARLY = 2
"""How many times as often as the next a state must be named to be the one that is meant without being named."""


def _outstanding(scene: Scene, besides: Sequence[str]) -> str | None:
    """The state of the article that is clearly the other one, or one of the two where none is given; else None."""
    ranked = [(code, count) for code, count in scene.countries.most_common() if code not in besides]
    open_places = 2 - len(besides)
    if not ranked or (len(ranked) > open_places and ranked[open_places - 1][1] < CLEARLY * ranked[open_places][1]):
        return None
    return ranked[0][0]


def states_of(scene: Scene, sentence: Sentence, organisations: bool = False) -> list[str]:
    """Countries of a sentence in order: a group's members ("лидеры двух стран") too; an outlet's or a city's not."""
    found: list[str] = []
    for mention in scene.mentions_in(sentence.span):
        if mention.kind in ("state", "role", "person", "group") or (organisations and mention.kind == "organisation"):
            found.extend(m.country for m in mention.members if m.country)
            found.extend([mention.country] if mention.country else [])
    return list(dict.fromkeys(found))


def two_persons(scene: Scene, sentence: Sentence, index: int, look_back: bool) -> tuple[Actor, Actor] | None:
    """Who met: two persons of the clause or sentence, a group's members, else two countries.

    `look_back`: whether they may be named in a sentence before.
    """
    spans = [sentence.cover(clause(sentence, index)), sentence.span]
    earlier = scene.parse.sentences[max(0, sentence.number - LOOKS_BACK) : sentence.number] if look_back else ()
    for span in (*spans, *(s.span for s in reversed(earlier))):
        pair = _pair(scene.mentions_in(span))
        if pair is not None:
            return pair
    return None


def _pair(mentions: Iterable[Mention]) -> tuple[Actor, Actor] | None:
    """The first two of different countries, persons before states."""
    mentions = list(mentions)
    members = [actor for m in mentions for actor in m.members]
    persons = [actor for m in mentions if m.kind in ACTING and m.name and (actor := actor_of(m))]
    states = [actor for m in mentions if m.kind == "state" and (actor := actor_of(m))]
    for actors in (members, persons, [*persons, *states]):
        for other in actors[1:]:
            if other.country and actors[0].country and other.country != actors[0].country:
                return actors[0], other
    return None
