"""A saved page: its article by trafilatura, its title, time and outlet by what the page says of itself."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO

from dragoman.errors import InputError
from dragoman.intake.bytes_in import read_whole
from dragoman.intake.decode import decode
from dragoman.intake.page import read_meta
from dragoman.model.text import Article

DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)|encoding\s*=\s*["']([\w-]+)["']""", re.IGNORECASE)

XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.!?…»”\")](?:\s|$)")
"""Five words or more with an end mark: a list of headlines or "404" has none."""

NO_ARTICLE = "no article found on the page; save its text as .txt"


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The one article of a saved page."""
    try:
        raw = read_whole(stream, where)
        yield _article(decode_page(raw, where), raw, where)
    except InputError as error:
        yield error


def decode_page(raw: bytes, where: str) -> str:
    """The page as text: UTF-8 where valid or marked, else as any text file, else what the page declares.

    Raises InputError where it is none.

    >>> decode_page('<meta charset="windows-1251"><p>Баку'.encode("cp1251"), "a.html")
    '<meta charset="windows-1251"><p>Баку'
    """
    declared = DECLARED.search(raw[:4000])
    try:
        return decode(raw, where)
    except InputError:
        if declared is None:
            raise
    name = (declared[1] or declared[2]).decode("ascii", errors="replace")
    try:
        text = raw.decode(name)
    except (LookupError, UnicodeDecodeError):
        raise InputError(where, f"not text in the encoding that the page declares ({name})") from None
    if "\x00" in text:
        raise InputError(where, "not text")
    return text


def _article(page: str, raw: bytes, where: str) -> Article:
    page = XML_DECLARATION.sub("", page)
    if not page.strip():
        raise InputError(where, "an empty file")
    meta = read_meta(page)
    text, title, day = _extracted(page, where)
    title = meta.title or title
    return Article(
        text=_without_title(text, title),
        title=title,
        url=meta.url,
        outlet=meta.outlet,
        published=meta.published or day,
        origin=where,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        extractor=f"trafilatura {extractor().__version__}",
    )


def _extracted(page: str, where: str) -> tuple[str, str | None, str | None]:
    """Text, title and day as trafilatura finds them. Raises InputError where there is no article."""
    try:
        found = extractor().bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            # the extensive search takes any year on the page for its day, a copyright line's too
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # whatever a broken page sets off in the extractor is about that page alone
        what = f"the page cannot be taken apart ({type(error).__name__}); save its text as .txt"
        raise InputError(where, what) from None
    text = (found.text or "") if found is not None else ""
    if not SENTENCE.search(text):
        raise InputError(where, NO_ARTICLE)
    return text, found.title or None, found.date or None


@lru_cache(maxsize=1)
def extractor() -> Any:
    """The trafilatura package. It logs pages without an article; here that is an answer, so its log is kept still."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura


def _without_title(text: str, title: str | None) -> str:
    """The text without a first line that only repeats the title, which the article has apart.

    >>> _without_title("Встреча в Баку\\nПереговоры прошли.", "Встреча в Баку")
    'Переговоры прошли.'
    """
    first, _, rest = text.partition("\n")
    return rest if title and rest.strip() and _same(first, title) else text


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
