"""What was said, by whom, about what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.model.register import QuoteRecord, Snapshot, Source
from dragoman.model.text import first_day
from dragoman.views.naming import Naming
from dragoman.views.speakers import speaker_text

Topic = Callable[[str], bool]
"""Whether a text is about what is asked for."""

WORD = re.compile(r"[\w-]+")


class QuoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """A quote, ready to show. `text` is the source's words, without marks; only `direct` and `mixed` may get any.

    `group`: pieces of one utterance in one article share it. `published` None: the article has no date.
    """

    id: str
    form: str
    speaker: str
    actor: str | None
    country: str | None
    text: str
    article: str
    group: int
    published: str | None
    source: Source


def quotes(
    snapshot: Snapshot,
    naming: Naming,
    speaker: str | None = None,
    about: Topic | None = None,
    since: str | None = None,
    until: str | None = None,
) -> tuple[QuoteLine, ...]:
    """Quotes in order of publication, those without a date last.

    `speaker`: an identifier, a country code, or part of the speaker's name. `about`: see `words_topic`,
    `country_topic`. `since`, `until`: written dates; they leave out quotes without one.
    """
    taken = [
        record
        for record in snapshot.quotes
        if (speaker is None or _spoken_by(record, speaker, naming))
        and (about is None or about(record.quote.text))
        and _within(record.published, since, until)
    ]
    return tuple(_line(record, naming) for record in sorted(taken, key=_order))


def words_topic(words: str) -> Topic:
    """Texts that have all these words, in whatever form.

    >>> words_topic("транспортный коридор")("о транспортных коридорах")
    True
    """
    wanted = [_forms(word) for word in WORD.findall(words)]

    def about(text: str) -> bool:
        found = [_forms(word) for word in WORD.findall(text)]
        return all(any(forms & there for there in found) for forms in wanted)

    return about


def country_topic(kb: KnowledgeBase, code: str) -> Topic:
    """Texts that name a state or organisation: by a name, by its adjective, or by those who live there."""
    names = _country_words(kb, code)
    phrases = [tuple(_forms(word) for word in WORD.findall(name)) for name in names]

    def about(text: str) -> bool:
        found = [_forms(word) for word in WORD.findall(text)]
        return any(_runs_in(phrase, found) for phrase in phrases)

    return about


def _country_words(kb: KnowledgeBase, code: str) -> tuple[str, ...]:
    state = kb.states.get(code)
    if state is not None:
        return (state.name_ru, *state.aliases_ru, *state.adjectives_ru, *state.demonyms_ru)
    organisation = kb.organisations.get(code)
    return (organisation.name_ru, *organisation.aliases_ru) if organisation else (code,)


def _runs_in(phrase: Sequence[frozenset[str]], words: Sequence[frozenset[str]]) -> bool:
    """Whether the words hold the phrase, one after the other."""
    size = len(phrase)
    return size > 0 and any(
        all(wanted & there for wanted, there in zip(phrase, words[i : i + size], strict=True))
        for i in range(len(words) - size + 1)
    )


def _forms(word: str) -> frozenset[str]:
    from dragoman.syntax.lemmas import normal_forms

    return normal_forms(word)


def _spoken_by(record: QuoteRecord, wanted: str, naming: Naming) -> bool:
    speaker = record.quote.speaker
    if speaker is None:
        return False
    if wanted in (speaker.actor, speaker.country):
        return True
    names = (speaker.name, naming.person(speaker.actor, speaker.name))
    return any(_folded(wanted) in _folded(name) for name in names if name)


def _folded(name: str) -> str:
    return name.lower().replace("ё", "е")


def _within(published: str | None, since: str | None, until: str | None) -> bool:
    if published is None:
        return since is None and until is None
    day = first_day(published)
    return not (since and day < first_day(since)) and not (until and published[: len(until)] > until)


def _order(record: QuoteRecord) -> tuple[str, str, int, str]:
    return (record.published or "9999", record.sources[0].article, record.quote.span.start, record.id)


def _line(record: QuoteRecord, naming: Naming) -> QuoteLine:
    quote, source = record.quote, record.sources[0]
    return QuoteLine(
        id=record.id,
        form=quote.form,
        speaker=speaker_text(quote.speaker, naming),
        actor=quote.speaker.actor if quote.speaker else None,
        country=quote.speaker.country if quote.speaker else None,
        text=quote.text,
        article=source.article,
        group=quote.group,
        published=record.published,
        source=source,
    )


def utterances(lines: Iterable[QuoteLine]) -> tuple[tuple[QuoteLine, ...], ...]:
    """The lines with the pieces of one utterance put together, in order of the first piece."""
    groups: dict[tuple[str, int], list[QuoteLine]] = {}
    for line in lines:
        groups.setdefault((line.article, line.group), []).append(line)
    return tuple(tuple(group) for group in groups.values())
