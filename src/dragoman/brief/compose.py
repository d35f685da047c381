"""Composes a brief from views. Pure: the same snapshot and options give the same brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.brief.claims import Claims
from dragoman.brief.model import Brief, Options
from dragoman.brief.references import References
from dragoman.brief.sections import Sections
from dragoman.model.register import CountingRule, Snapshot, Verdict
from dragoman.model.text import first_day, last_day
from dragoman.views.choice import Choice
from dragoman.views.dyad import dyad
from dragoman.views.labels import label, phrase
from dragoman.views.naming import Naming
from dragoman.views.quotes import Topic
from dragoman.views.when import point_text


def compose(
    snapshot: Snapshot,
    options: Options,
    naming: Naming,
    verdicts: Mapping[str, Verdict],
    rules: Sequence[CountingRule] = (),
    topics: Mapping[str, Topic] | None = None,
    texts: Mapping[str, str] | None = None,
) -> Brief:
    """The brief on `options.countries` in the naming's language.

    `verdicts`: by claim record. `rules`: to call counts by name. `topics`: country → whether words are about it, for
    the quotes. `texts`: article key → text, to show whole sentences as sources; without them the marked words alone.
    """
    naming = msgspec.structs.replace(naming, own=options.countries[0])
    choice = Choice(countries=options.countries, since=options.since, until=options.until, as_of=options.as_of)
    pair = dyad(snapshot, choice, naming, verdicts, topics)
    refs = References(naming.language, texts or {})
    sections = Sections(pair, options, naming, refs, Claims(snapshot, naming, rules, refs, options.as_of)).all()
    language = naming.language
    return Brief(
        language=language,
        title=f"{label(language, 'heading', 'brief')}: {naming.country(pair.own)} – {naming.country(pair.other)}",
        period=phrase(language, "period", period=period_text(options, language)),
        as_of=phrase(language, "as_of", date=point_text(options.as_of.isoformat(), language)),
        sections=sections,
        sources_heading=label(language, "heading", "sources"),
        sources_note=phrase(language, "source_note"),
        sources=refs.entries(),
        colophon_heading=label(language, "heading", "colophon"),
        colophon=colophon(options, naming),
        generated=phrase(language, "generated", version=options.version, digest=snapshot.digest),
    )


def period_text(options: Options, language: str) -> str:
    """The period in words, its edges as days."""
    since = point_text(first_day(options.since).isoformat(), language) if options.since else None
    until = point_text(last_day(options.until).isoformat(), language) if options.until else None
    if since and until:
        return phrase(language, "between", since=since, until=until)
    if since:
        return phrase(language, "since", since=since)
    return phrase(language, "until", until=until) if until else phrase(language, "open_period")


def colophon(options: Options, naming: Naming) -> tuple[tuple[str, str], ...]:
    """The options, name and value; what was not given is left out."""
    values = (
        ("countries", ", ".join(options.countries)),
        ("since", options.since),
        ("until", options.until),
        ("as_of", options.as_of.isoformat()),
        ("known_at", options.known_at),
        ("language", naming.language),
        ("quotes", str(options.quotes)),
    )
    return tuple((phrase(naming.language, f"option_{name}"), value) for name, value in values if value)
