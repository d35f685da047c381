"""On what a record rests: each source sentence with the marked words, for `explain`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.model.register import Record, Source
from dragoman.model.text import Span
from dragoman.views.dissents import outlet_name

LONGEST_SIDE = 600
"""Characters shown before or after the marked words, where a "sentence" is a whole page."""


class EvidenceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of one article: `before` + `marked` + `after`; `marked` are the words that the value rests on.

    `rule`: what took them. `published`, `url` None: not known. `where`: `text` or `title`.
    """

    before: str
    marked: str
    after: str
    outlet: str
    published: str | None
    url: str | None
    rule: str
    article: str
    label: str
    where: str
    relays: tuple[str, ...] = ()


def evidence(record: Record, texts: Mapping[str, str]) -> tuple[EvidenceLine, ...]:
    """All sources of a record, in its order. `texts`: article key → text; one that is missing shows the words alone."""
    return tuple(evidence_line(source, texts) for source in record.sources)


def evidence_line(source: Source, texts: Mapping[str, str]) -> EvidenceLine:
    """One source with the sentence around its words.

    Raises ValueError where the text does not have these words at that place: it is not the article that was read.
    """
    before, after = _around(source, texts)
    return EvidenceLine(
        before=before,
        marked=source.text,
        after=after,
        outlet=outlet_name(source),
        published=source.published,
        url=source.url,
        rule=source.rule,
        article=source.article,
        label=source.label,
        where=source.where,
        relays=source.relays,
    )


def _around(source: Source, texts: Mapping[str, str]) -> tuple[str, str]:
    text = texts.get(source.article) if source.where == "text" else None
    if text is None:
        return "", ""
    if source.span.of(text) != source.text:
        raise ValueError(f"article {source.label}: {source.span} is not {source.text[:40]!r}")
    whole = sentences_around(text, source.span)
    return text[whole.start : source.span.start], text[source.span.end : whole.end]


def sentences_around(text: str, span: Span) -> Span:
    """From the start of the sentence in which `span` begins to the end of that in which it ends.

    >>> sentences_around("Он прибыл. Они говорили. Он отбыл.", Span(15, 23))
    Span(start=11, end=24)
    """
    from dragoman.text.segment import paragraphs, sentences

    near = [p for p in paragraphs(text) if p.meets(span)]
    meeting = [s for s in sentences(text, near) if s.meets(span)]
    start = min((s.start for s in meeting), default=span.start)
    end = max((s.end for s in meeting), default=span.end)
    return Span(
        max(min(start, span.start), span.start - LONGEST_SIDE), min(max(end, span.end), span.end + LONGEST_SIDE)
    )
