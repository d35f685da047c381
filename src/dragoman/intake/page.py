"""What a saved page says of itself: title, address, outlet, and the time of publication with its offset."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from dragoman.intake.fields import iso_time

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "mediator_published_time",
    "datepublished",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
)
"""Names of the meta element that holds the time of publication, surest first."""

ARTICLE_TYPES = re.compile(r"Article|NewsArticle|Report|BlogPosting|WebPage$")
"""schema.org types that are the page itself; the date of a comment or a video beside it is another's."""

NOBODYS = re.compile(r"(^|\.)(example(\.\w+)?|invalid|test|localhost)$")
"""Hosts reserved for examples (RFC 2606): they name no outlet."""

SHARED_HOSTS = frozenset(
    {"t.me", "telegra.ph", "web.archive.org", "archive.ph", "archive.org", "vk.com", "facebook.com", "youtube.com"}
)
"""Hosts of many authors: the address itself tells whose the page is, not the host."""

DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-zа-я]{2,}", re.IGNORECASE)

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
"""What browsers write into a page that they save."""


class PageMeta(msgspec.Struct, frozen=True, kw_only=True):
    """The page's own words about itself; None: it does not say, or not validly."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


def read_meta(page: str) -> PageMeta:
    """The metadata of a page; what is malformed there counts as not said.

    >>> read_meta('<meta property="article:published_time" content="2023-11-24T08:28:00+06:00">').published
    '2023-11-24T08:28:00+06:00'
    """
    tree = _tree(page)
    if tree is None:
        return PageMeta()
    metas = dict(reversed(list(_metas(tree))))
    linked = [item for item in _linked_data(tree) if _is_page(item)]
    url = _url(tree, metas, page)
    return PageMeta(
        title=_first(metas.get("og:title"), *(item.get("headline") for item in linked)),
        url=url,
        outlet=_outlet(metas, linked, url),
        published=_published(tree, metas, linked),
    )


def _tree(page: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        return lxml_html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # nothing in it that could be a page
        return None


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    """Name (or property) in lower case and content of each meta element."""
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, those of a graph too; a broken block is passed over, metas remain."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from _objects(json.loads(html.unescape(script.text or ""), strict=False))
            except (ValueError, RecursionError):
                continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _is_page(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(isinstance(k, str) and ARTICLE_TYPES.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _first(*given: Any) -> str | None:
    """The first that is a string with something in it, blanks folded."""
    return next((" ".join(words.split()) for words in given if isinstance(words, str) and words.strip()), None)


def _url(tree: Any, metas: dict[str, str], page: str) -> str | None:
    """The canonical address, else that of Open Graph, else the one the browser saved it from; only whole ones."""
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    saved = SAVED_FROM.search(page[:4000])
    for given in (*canonical, metas.get("og:url"), saved[1] if saved else None):
        if given and _host(given):
            return str(given).strip()
    return None


def _host(url: str) -> str | None:
    """The host of a whole web address without `www.`; None for anything else."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if parts.scheme in ("http", "https") and host else None


def _outlet(metas: dict[str, str], linked: list[dict[str, Any]], url: str | None) -> str | None:
    """A site name that is a domain, else the address' host, else the site's or publisher's name.

    The host goes before a name in words because names of sites are slogans as often as names.
    """
    name = _first(metas.get("og:site_name"), metas.get("application-name"), *map(_publisher, linked))
    if name and DOMAIN.fullmatch(name):
        return name.lower()
    host = _host(url) if url else None
    if host and host not in SHARED_HOSTS and not NOBODYS.search(host):
        return host
    return name


def _publisher(item: dict[str, Any]) -> Any:
    publisher = item.get("publisher")
    return publisher.get("name") if isinstance(publisher, dict) else publisher


def _published(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """The first valid one of: JSON-LD, metas, microdata, the article's own time element."""
    given = [item.get("datePublished") for item in linked]
    given += [metas.get(name) for name in PUBLISHED]
    given += [_time_of(e) for e in tree.xpath("//*[@itemprop='datePublished']")]
    given += [_time_of(e) for e in tree.xpath("//article//time | //main//time")[:1]]
    return next((iso for value in given if isinstance(value, str) and (iso := iso_time(value))), None)


def _time_of(element: Any) -> str | None:
    given: str | None = element.get("datetime") or element.get("content")
    return given
