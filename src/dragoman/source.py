"""Where an article comes from: outlet, relays, publication date, section, occasion, and whose side tells.

What was given with the article wins over what its text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from dragoman.dates.stamps import find_stamp
from dragoman.kb import KnowledgeBase
from dragoman.kb.rows import OutletRow
from dragoman.lang import load
from dragoman.mentions import Found, Named, Title
from dragoman.model.records import Occasion, Outlet, Perspective
from dragoman.model.text import Article, Span
from dragoman.syntax.tree import Parse, Sentence
from dragoman.text.noise import section_of, stamp_lines
from dragoman.text.segment import lines

RELAYING = frozenset({"press_service", "ministry"})
"""Kinds of outlet that are always relays: they speak for their office."""

REACH = 5
"""Between "сообщает" and the outlet stand at most so many words ("сообщает корреспондент агентства X")."""

DATELINE = 90
"""A dateline ("АСТАНА, 20 октября. /ТАСС/") stands within so many characters of the text's or a paragraph's start."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an article's origin; None and empty: not given and not said."""

    outlet: Outlet | None
    relays: tuple[Outlet, ...]
    perspective: Perspective | None
    published: str | None
    section: str | None
    occasion: Occasion | None


def find_source(article: Article, noise: tuple[Span, ...], parse: Parse, named: Named, kb: KnowledgeBase) -> Source:
    """Read the origin of an article from what was given with it and from its text."""
    masthead = (*_head_names(article.text, kb), *_masthead(article.text, parse, named, kb))
    cited = tuple(o for o in _cited(article.text, parse, named, kb) if all(o.span != m.span for m in masthead))
    outlet = _given(article, kb) or next(iter(masthead), None) or _agency(cited)
    relays = tuple(_distinct(o for o in cited if outlet is None or o.name != outlet.name))
    return Source(
        outlet=outlet,
        relays=relays,
        perspective=_perspective(outlet, relays),
        published=article.published or find_stamp(stamp_lines(article.text, noise)),
        section=_section(article.text, noise, kb),
        occasion=_occasion(parse, named, kb),
    )


def _section(text: str, noise: tuple[Span, ...], kb: KnowledgeBase) -> str | None:
    """The section's name over the date; an outlet's name there is none."""
    section = section_of(text, noise)
    return None if section is None or kb.outlet(section) else section


def _head_names(text: str, kb: KnowledgeBase) -> Iterator[Outlet]:
    """A line at the head that is nothing but an outlet's name."""
    for line in lines(text)[:HEAD]:
        row = kb.outlet(line.of(text)) if len(line) <= LONGEST_MASTHEAD else None
        if row is not None:
            yield _from_row(row, "text", line)


def _masthead(text: str, parse: Parse, named: Named, kb: KnowledgeBase) -> Iterator[Outlet]:
    """A line of its own at the head that begins with an outlet's name, or says whose official site it is."""
    head = [line for line in lines(text)[:HEAD] if len(line) <= LONGEST_MASTHEAD]
    for name in named.outlets:
        begins = any(line.start == name.span.start and not line.of(text).endswith(SENTENCE_END) for line in head)
        if begins and not _relays(parse.sentences[name.sentence], name):
            yield _from_row(kb.outlets[name.codes[0]], "text", name.span)
    sites = load("ru", "relays.yaml")["site"]
    for title in named.titles:
        line = next((line for line in head if line.holds(title.span)), None)
        if line is not None and any(line.of(text).lower().startswith(site) for site in sites):
            sentence = parse.sentences[title.sentence]
            yield _service_of_office(sentence, title.first - 1, title, kb)


HEAD = 5
"""A masthead stands among so many first lines."""

LONGEST_MASTHEAD = 70
SENTENCE_END = (".", "!", "?", ":", ";", ",")


def _given(article: Article, kb: KnowledgeBase) -> Outlet | None:
    """The outlet given by name or domain, else by the URL's host."""
    if article.outlet:
        return _outlet_of(article.outlet, article.outlet_country, "given", kb)
    host = urlsplit(article.url).hostname if article.url else None
    if host == "t.me" and article.url:
        host = "t.me/" + urlsplit(article.url).path.strip("/").removeprefix("s/").split("/")[0]
    row = kb.outlet(host) if host else None
    return _from_row(row, "url") if row else None


def _outlet_of(given: str, country: str | None, how: str, kb: KnowledgeBase) -> Outlet:
    row = kb.outlet(given)
    if row is not None:
        outlet = _from_row(row, how)
        return msgspec.structs.replace(outlet, country=country) if country else outlet
    return Outlet(id=given, name=given, country=country or _domain_country(given, kb), how=how)


def _from_row(row: OutletRow, how: str, span: Span | None = None) -> Outlet:
    return Outlet(id=row.id, name=row.name, country=row.country or None, how=how, span=span, kind=row.kind)


def _domain_country(domain: str, kb: KnowledgeBase) -> str | None:
    """The country of a national domain (`.kz`); None for the general ones and those sold abroad."""
    ending = domain.rstrip("/").rpartition(".")[2].upper()
    if " " in domain or ending in {"ME", "TV", "IO", "CO", "AI", "FM", "LY", "CC", "TO", "SU"}:
        return None
    return ending if ending in kb.states else None


def _cited(text: str, parse: Parse, named: Named, kb: KnowledgeBase) -> Iterator[Outlet]:
    """Every outlet or press service that the text says it has something from, in text order."""
    found = [*_services(parse, named, kb), *_agencies(text, parse, named, kb)]
    yield from sorted(found, key=lambda o: o.span or Span(0, 0))


def _agencies(text: str, parse: Parse, named: Named, kb: KnowledgeBase) -> Iterator[Outlet]:
    for name in named.outlets:
        sentence = parse.sentences[name.sentence]
        if _relays(sentence, name) or _in_dateline(text, sentence, name):
            yield _from_row(kb.outlets[name.codes[0]], "text", name.span)


def _relays(sentence: Sentence, name: Found) -> bool:
    """Whether a verb of relaying or a link word governs the name: just before it, or just after."""
    words = load("ru", "relays.yaml")
    before = [t.lemma for t in sentence.tokens[max(0, name.first - REACH) : name.first]]
    after = [t.lemma for t in sentence.tokens[name.last + 1 : name.last + 2]]
    if any(v in words["verbs"] for v in after) or _verb_before(before, words["verbs"]):
        return True
    said = " ".join(t.text.lower() for t in sentence.tokens[max(0, name.first - REACH) : name.first])
    return any(said.endswith(link) or f"{link} " in f"{said} " for link in words["links"])


def _verb_before(before: list[str], verbs: list[str]) -> bool:
    at = max((i for i, lemma in enumerate(before) if lemma in verbs), default=None)
    return at is not None and not {",", ".", ":"} & set(before[at + 1 :])


def _in_dateline(text: str, sentence: Sentence, name: Found) -> bool:
    """ "/ТАСС/", "(ТАСС)" or "– ТАСС." near the beginning of the text or of its first sentences."""
    if name.span.start > DATELINE + 200 or name.span.start - sentence.span.start > DATELINE:
        return False
    before, after = text[max(0, name.span.start - 2) : name.span.start], text[name.span.end : name.span.end + 2]
    bracketed = bool(re.search(r"[/(]\s?$", before) and re.match(r"\s?[/)]", after))
    dashed = bool(re.search(r"[.—–-]\s?$", before) and re.match(r"[.,]?\s?[—–-]", after))
    alone = bool(re.search(r"[.]\s?$", before) and after.startswith(".") and name.span.of(text).isupper())
    return bracketed or dashed or alone


def _services(parse: Parse, named: Named, kb: KnowledgeBase) -> Iterator[Outlet]:
    """ "пресс-служба Акорды", "пресс-служба президента Азербайджана", "пресс-служба МИД"."""
    words = frozenset(load("ru", "relays.yaml")["service"])
    for sentence in parse.sentences:
        for i, token in enumerate(sentence.tokens):
            if token.lemma in words:
                found = _owner(sentence, i, named, kb)
                if found is not None:
                    yield found


def _owner(sentence: Sentence, at: int, named: Named, kb: KnowledgeBase) -> Outlet | None:
    """The owner of a press service whose name begins within two words of it."""
    for title in named.titles:
        if title.sentence == sentence.number and at < title.first <= at + 2:
            return _service_of_office(sentence, at, title, kb)
    near = (n for n in (*named.outlets, *named.things) if n.sentence == sentence.number and at < n.first <= at + 2)
    return next((service for name in near if (service := _service_of(sentence, at, name, kb))), None)


def _service_of(sentence: Sentence, at: int, name: Found, kb: KnowledgeBase) -> Outlet | None:
    span = sentence.cover((at, name.last))
    if name.kind == "outlet":
        row = kb.outlets[name.codes[0]]
        return msgspec.structs.replace(_from_row(row, "text", span), kind="press_service")
    if name.kind == "institution":
        row_ = kb.institutions[name.codes[0]]
        own = next((o for o in kb.table(OutletRow) if o.country == row_.country and o.office == "president"), None)
        if own is not None and row_.kind == "presidency":
            return _from_row(own, "text", span)
        return Outlet(id=None, name=row_.name_ru, country=row_.country, how="text", span=span, kind="press_service")
    return None


def _service_of_office(sentence: Sentence, at: int, title: Title, kb: KnowledgeBase) -> Outlet:
    span = sentence.cover((at, title.last))
    country = title.countries[0] if title.countries else None
    rows = [o for o in kb.table(OutletRow) if o.country == country and o.office in title.roles and o.kind in RELAYING]
    if country and rows:
        return _from_row(rows[0], "text", span)
    name = " ".join(t.text for t in sentence.tokens[at + 1 : title.last + 1])
    return Outlet(id=None, name=f"пресс-служба {name}", country=country, how="text", span=span, kind="press_service")


def _agency(cited: tuple[Outlet, ...]) -> Outlet | None:
    """Where no outlet is given, the first agency that the text cites is taken for it; a press service never is."""
    return next((o for o in cited if o.kind not in RELAYING), None)


def _distinct(outlets: Iterator[Outlet]) -> Iterator[Outlet]:
    seen: set[str] = set()
    for outlet in outlets:
        if outlet.name not in seen:
            seen.add(outlet.name)
            yield outlet


def _perspective(outlet: Outlet | None, relays: tuple[Outlet, ...]) -> Perspective | None:
    """The relay's country if it is a press service, else the outlet's; None where neither is known."""
    for relay in relays:
        if relay.kind in RELAYING and relay.country:
            return Perspective(country=relay.country, how="relay")
    if outlet is not None and outlet.country:
        return Perspective(country=outlet.country, how="outlet")
    return None


def _occasion(parse: Parse, named: Named, kb: KnowledgeBase) -> Occasion | None:
    """ "в интервью изданию X": what the words were said at, and with whom."""
    words = frozenset(load("ru", "relays.yaml")["interview"][:1])
    for sentence in parse.sentences[:6]:
        at = next((i for i, t in enumerate(sentence.tokens) if t.lemma in words), None)
        if at is not None:
            after = [o for o in named.outlets if o.sentence == sentence.number and at < o.first <= at + REACH]
            partner = after[0].codes[0] if after else None
            return Occasion(kind="interview", partner=partner, span=sentence.tokens[at].span)
    return None
