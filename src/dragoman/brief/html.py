"""HTML: one file that needs no network and runs no script. The template escapes everything."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dragoman.brief.model import Brief, Entry, Paragraph, Table

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html"

KINDS: dict[type[Any], str] = {Paragraph: "paragraph", Table: "table", Entry: "entry"}


def render(brief: Brief) -> bytes:
    """The brief as a page."""
    sources = {source.number: source for source in brief.sources}
    page = _environment().get_template("brief.html").render(brief=brief, sources=sources, kind=_kind, is_web=is_web)
    return page.encode()


def is_web(url: str | None) -> bool:
    """Whether an address may be linked: one of the web, nothing that a browser would run."""
    return url is not None and url.startswith(("http://", "https://"))


def _kind(block: object) -> str:
    return KINDS[type(block)]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("dragoman.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
