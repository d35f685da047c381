"""JSON lines: one article object a line, read line by line, so that a file may be of any size."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.intake.bytes_in import LARGEST_ARTICLE, LARGEST_LIST, MEGABYTE
from dragoman.intake.decode import decode, decode_json
from dragoman.intake.fields import article_of
from dragoman.intake.json import parse_at
from dragoman.model.text import Article

LONGEST_LINE = 3 * LARGEST_ARTICLE
"""Bytes; JSON may write a two-byte letter in six (`\\u0431`)."""


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The articles of a .jsonl file; a broken line is an error with its number, the next ones go on."""
    nothing = True
    try:
        for number, line in _numbered(stream, where):
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                nothing = False
                yield _article(line, f"{where}:{number}")
    except InputError as error:
        yield error
        return
    if nothing:
        yield InputError(where, "an empty file")


def _article(line: bytes, place: str) -> Article | InputError:
    if len(line) > LONGEST_LINE:
        return InputError(place, f"a line longer than {LONGEST_LINE // MEGABYTE} MB; one article a line is expected")
    raw = line.rstrip(b"\r\n")
    try:
        return article_of(_parse(decode_json(raw, place), place), place, hashlib.sha256(raw).hexdigest())
    except InputError as error:
        return error


def _parse(line: str, place: str) -> object:
    """The one value of a line. Raises InputError; `place` has the line's number, the parser's own is dropped."""
    line = line.strip(" \t\r\n")
    try:
        value, end = parse_at(line, 0, "")
    except InputError as error:
        raise InputError(place, error.what) from None
    if line[end:]:
        raise InputError(place, f"broken JSON: more after the article's end, at column {end + 1}")
    return value


def _numbered(stream: BinaryIO, where: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file from 1; of a line that is too long only as much as shows that."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield from _numbered_utf16(line + stream.read(LARGEST_LIST), where)
            return
        yield number, line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)


def _numbered_utf16(raw: bytes, where: str) -> Iterator[tuple[int, bytes]]:
    """What the older Windows consoles write with `>`: UTF-16, in which a line's end is two bytes."""
    for number, line in enumerate(decode(raw, where).split("\n"), start=1):
        yield number, line.encode("utf-8", "surrogatepass")


def estimate_lines(stream: BinaryIO, size: int) -> int:
    """About how many lines a file of `size` bytes has, from its first megabyte.

    >>> import io
    >>> estimate_lines(io.BytesIO(b"{}\\n{}"), 5)
    2
    """
    head = stream.read(MEGABYTE)
    lines = head.count(b"\n") + (not head.endswith(b"\n"))
    return lines if size <= len(head) else max(lines, round(lines * size / len(head)))
