"""A JSON file: one article object, or an array of them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.errors import InputError
from dragoman.intake.bytes_in import LARGEST_LIST, read_whole
from dragoman.intake.decode import decode_json
from dragoman.intake.fields import article_of
from dragoman.model.text import Article

DECODER = json.JSONDecoder()

BLANKS = re.compile(r"[ \t\r\n]*")
"""What JSON takes for blank."""


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The article or articles of a .json file."""
    try:
        raw = read_whole(stream, where, LARGEST_LIST)
    except InputError as error:
        yield error
        return
    yield from read_bytes(raw, where)


def read_bytes(raw: bytes, where: str) -> Iterator[Article | InputError]:
    """The articles of a whole file. Where it breaks off, those before that are kept."""
    digest = hashlib.sha256(raw).hexdigest()
    try:
        text = decode_json(raw, where)
        for value, place in _values(text, where):
            yield _article(value, place, digest)
    except InputError as error:
        yield error


def _article(value: Any, place: str, raw_sha256: str) -> Article | InputError:
    try:
        return article_of(value, place, raw_sha256)
    except InputError as error:
        return error


def _values(text: str, where: str) -> Iterator[tuple[Any, str]]:
    """The value of the file, or those of its array, each with where it begins. Raises InputError at the first break."""
    start = _past_blanks(text, 0)
    if not text[start:]:
        raise InputError(where, "an empty file")
    if text[start] == "[":
        yield from _items(text, start + 1, where)
        return
    value, end = parse_at(text, start, where)
    _no_more(text, end, where)
    yield value, where


def _items(text: str, at: int, where: str) -> Iterator[tuple[Any, str]]:
    at = _past_blanks(text, at)
    if text[at : at + 1] == "]":
        raise InputError(where, "an empty list; nothing to read there")
    while True:
        value, end = parse_at(text, at, where)
        yield value, f"{where}:{_line(text, at)}"
        end = _past_blanks(text, end)
        if text[end : end + 1] == "]":
            _no_more(text, end + 1, where)
            return
        if text[end : end + 1] != ",":
            raise InputError(f"{where}:{_line(text, end)}", "broken JSON: a comma or ] is missing after the article")
        at = _past_blanks(text, end + 1)


def parse_at(text: str, at: int, where: str) -> tuple[Any, int]:
    """The JSON value that begins at an offset, and where it ends. Raises InputError, with the line, where it is broken.

    >>> parse_at('{"text": "Встреча"}', 0, "a.json")
    ({'text': 'Встреча'}, 19)
    """
    try:
        return DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}:{error.lineno}", f"broken JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; brackets thousands deep
        raise InputError(where, f"broken JSON: {type(error).__name__}") from None


def _no_more(text: str, at: int, where: str) -> None:
    at = _past_blanks(text, at)
    if text[at:]:
        what = "broken JSON: more after its end (a file with one article a line is named .jsonl)"
        raise InputError(f"{where}:{_line(text, at)}", what)


def _past_blanks(text: str, at: int) -> int:
    match = BLANKS.match(text, at)
    return match.end() if match else at


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
