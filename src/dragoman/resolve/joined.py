"""Which title belongs to which name: "президент Азербайджана Ильхам Алиев", "Бахтиёр Саидов,
министр иностранных дел".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.mentions import PersonName, Title
from dragoman.syntax.tree import Parse, Sentence

BETWEEN = 2
"""Marks (a comma, «**» of a post, an opening bracket) that may stand between a title and its name."""


class NamedOfficer(msgspec.Struct, frozen=True):
    """A name with the titles that the text gives it there, outermost first; `titles` are indexes. Empty:
    the bare name.
    """

    person: PersonName
    titles: tuple[int, ...]


def join(parse: Parse, persons: Sequence[PersonName], titles: Sequence[Title]) -> tuple[NamedOfficer, ...]:
    """Give each name the titles next to it."""
    taken: set[int] = set()
    joined = []
    of_sentence: dict[int, list[tuple[int, Title]]] = {}
    for i, title in enumerate(titles):
        if not title.plural:
            of_sentence.setdefault(title.sentence, []).append((i, title))
    for person in persons:
        sentence = parse.sentences[person.sentence]
        found = tuple(
            i for i in _beside(sentence, person, titles, of_sentence.get(person.sentence, [])) if i not in taken
        )
        taken.update(found)
        joined.append(NamedOfficer(person, found))
    return tuple(joined)


def _beside(
    sentence: Sentence, person: PersonName, titles: Sequence[Title], own: list[tuple[int, Title]]
) -> Iterator[int]:
    """`own`: the titles of the sentence in the singular, with their indexes."""
    before = [i for i, t in own if t.last < person.first and _only_marks(sentence, t.last, person.first)]
    if before:
        chosen = _in_case(sentence, person, before[-1], titles)
        yield chosen
        yield from _chained(sentence, titles, own, chosen)
        return
    after = [i for i, t in own if t.first > person.last and _apposed(sentence, person, t)]
    if after:
        yield after[0]


def _only_marks(sentence: Sentence, last: int, first: int) -> bool:
    """Whether nothing but a mark or two, no comma or dash, stands between a title and the name after it."""
    between = [t.text for t in sentence.tokens[last + 1 : first]]
    return len(between) <= BETWEEN and all(
        not w.isalnum() and w not in (",", ".", ":", ";", "–", "—", "-", "!", "?") for w in between
    )


def _in_case(sentence: Sentence, person: PersonName, index: int, titles: Sequence[Title]) -> int:
    """Of "пресс-секретарь президента России Песков" the title whose case the name has."""
    chain = [index]
    while titles[chain[-1]].within is not None:
        chain.append(titles[chain[-1]].within or 0)
    case = sentence.tokens[person.first].feats.get("Case")
    outer_first = list(reversed(chain))
    return next((i for i in outer_first if sentence.tokens[titles[i].head].feats.get("Case") == case), outer_first[0])


def _chained(sentence: Sentence, titles: Sequence[Title], own: list[tuple[int, Title]], chosen: int) -> Iterator[int]:
    """A second title before: "вице-премьер – министр иностранных дел Имя"."""
    start = titles[chosen].first
    for i, title in own:
        between = [t.text for t in sentence.tokens[title.last + 1 : start]]
        if title.last < start and len(between) == 1 and between[0] in (",", "–", "—", "-", "и"):
            yield i


def _apposed(sentence: Sentence, person: PersonName, title: Title) -> bool:
    """ "Имя, министр …," and "Имя (министр …)": the title follows a comma or bracket and agrees in case."""
    between = [t.text for t in sentence.tokens[person.last + 1 : title.first]]
    if between not in ([","], ["("], ["—"], ["–"]):
        return False
    if between == ["("]:
        return True
    closing = sentence.tokens[title.last + 1].text if title.last + 1 < len(sentence.tokens) else "."
    same = sentence.tokens[title.head].feats.get("Case") == sentence.tokens[person.first].feats.get("Case")
    return same and closing in (",", ".", ")", ";", "—", "–")
