"""The ordered list of steps from an article to its reading. Pure: the same article and versions, the same reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import PurePath

import msgspec

from dragoman.claims import find_claims
from dragoman.clauses import Scene
from dragoman.dates import find_dates, find_impossible
from dragoman.events import find_events
from dragoman.kb import KnowledgeBase
from dragoman.mentions import find_named
from dragoman.model.findings import Notice
from dragoman.model.records import Reading, Versions
from dragoman.model.text import Article, Span, first_day
from dragoman.numbers import find_numbers
from dragoman.quotes import find_quotes
from dragoman.resolve import resolve
from dragoman.source import Source, find_source
from dragoman.speech import find_speech
from dragoman.syntax.models import default_syntax
from dragoman.syntax.tree import Parse, Syntax
from dragoman.text.noise import find_noise
from dragoman.text.segment import paragraphs, sentences
from dragoman.things import find_things

RULES = version("dragoman")


class Prepared(msgspec.Struct, frozen=True):
    """An article cut up, before any model has run."""

    article: Article
    noise: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]


def read_batch(articles: Sequence[Article], kb: KnowledgeBase, syntax: Syntax | None = None) -> list[Reading]:
    """Read articles together: the models run once over all their sentences."""
    prepared = [prepare(article) for article in articles]
    parses = (syntax or default_syntax()).parse([(p.article.text, p.sentences) for p in prepared])
    versions = Versions(rules=RULES, kb=kb.digest, models=(syntax or default_syntax()).version)
    return [assemble(p, parse, kb, versions) for p, parse in zip(prepared, parses, strict=True)]


def prepare(article: Article) -> Prepared:
    """Noise, paragraphs and sentences."""
    noise = find_noise(article.text)
    parts = paragraphs(article.text, noise)
    return Prepared(article, noise, parts, sentences(article.text, parts))


def assemble(prepared: Prepared, parse: Parse, kb: KnowledgeBase, versions: Versions) -> Reading:
    """Everything after the models, step by step."""
    article, text = prepared.article, prepared.article.text
    named = find_named(parse, kb)
    source = find_source(article, prepared.noise, parse, named, kb)
    speech = find_speech(text, prepared.paragraphs)
    day = first_day(source.published) if source.published else None
    side = source.perspective.country if source.perspective else None
    mentions = resolve(parse, named, speech, day, side, kb)
    quotes = find_quotes(text, parse, speech, mentions)
    dates = find_dates(text, source.published)
    numbers = find_numbers(text, exclude=[d.span for d in dates])
    scene = Scene(text, parse, mentions, speech, dates, source.published, kb)
    things = find_things(scene, quotes)
    return Reading(
        id=article.label,
        key=article.key,
        sha256=article.sha256,
        language=article.language or "ru",
        versions=versions,
        url=article.url,
        outlet=source.outlet,
        relays=source.relays,
        perspective=source.perspective,
        occasion=source.occasion,
        published=source.published,
        section=source.section,
        title=article.title,
        noise=prepared.noise,
        mentions=mentions,
        events=find_events(scene),
        quotes=quotes,
        claims=find_claims(text, parse, mentions, quotes, dates, numbers, source.published),
        documents=things.documents,
        bodies=things.bodies,
        projects=things.projects,
        forums=things.forums,
        relations=things.relations,
        statements=things.statements,
        notices=tuple(_notices(prepared, source, speech.notices)),
        raw_sha256=article.raw_sha256,
        extractor=article.extractor,
        origin=PurePath(article.origin).name if article.origin else None,
        text=text if article.extractor else None,
    )


def _notices(prepared: Prepared, source: Source, spoken: Sequence[Notice]) -> Iterator[Notice]:
    """What the reader found doubtful, in text order."""
    yield from spoken
    for span in find_impossible(prepared.article.text):
        words = span.of(prepared.article.text)
        yield Notice(code="date-impossible", message=f"no calendar has this date: {words}", span=span)
    if source.published is None:
        yield Notice(code="published-unknown", message="day of publication unknown: relative dates are not reckoned")
