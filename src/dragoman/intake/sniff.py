"""An input without a suffix (standard input, a pipe): which format it is, by how it begins."""

from __future__ import annotations

import codecs
import io
import json as json_
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from dragoman.errors import InputError
from dragoman.intake import html, json, jsonl, txt
from dragoman.intake.bytes_in import LARGEST_LIST, read_whole
from dragoman.model.text import Article

BLANK = b" \t\r\n"
PAGE = re.compile(rb"<(!doctype|html|head|body|\?xml|!--|meta|article)\b|<!--", re.IGNORECASE)
ARRAY = re.compile(rb"\[\s*[{\]]")
BROKEN_LINES = re.compile(rb"\{.*\n\s*\{", re.DOTALL)
"""More than one line that begins an object: lines of which the first is broken, not one broken object."""


def read_unknown(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The articles of a stream whose format nobody said. JSON lines are read as they come, all else whole.

    >>> [a.text for a in read_unknown(io.BytesIO(b'{"text": "a1"}\\n{"text": "b2"}\\n'), "stdin")]
    ['a1', 'b2']
    """
    head = _first_lines(stream)
    if _is_object(head):
        yield from jsonl.read(cast(BinaryIO, Rejoined(head, stream)), where)
        return
    try:
        raw = read_whole(cast(BinaryIO, Rejoined(head, stream)), where, LARGEST_LIST)
    except InputError as error:
        yield error
        return
    yield from _read_whole(raw, where)


def _first_lines(stream: BinaryIO) -> bytes:
    """The first line that holds something, with the blank ones before it."""
    head = b""
    while line := stream.readline(jsonl.LONGEST_LINE):
        head += line
        if line.strip(BLANK + b"\xef\xbb\xbf"):
            break
    return head


def _is_object(line: bytes) -> bool:
    bare = line.removeprefix(b"\xef\xbb\xbf").strip(BLANK)
    if not (bare.startswith(b"{") and bare.endswith(b"}")):
        return False
    try:
        json_.loads(bare.decode("utf-8", errors="surrogatepass"))
    except (ValueError, RecursionError):
        return False
    return True


def _read_whole(raw: bytes, where: str) -> Iterator[Article | InputError]:
    bare = _in_utf8(raw).removeprefix(b"\xef\xbb\xbf").lstrip(BLANK)
    if bare.startswith(b'{"') and BROKEN_LINES.match(bare) and not _is_object(bare):
        return jsonl.read(io.BytesIO(raw), where)
    if bare.startswith(b"{") or ARRAY.match(bare):
        return json.read_bytes(raw, where)
    return html.read(io.BytesIO(raw), where) if PAGE.match(bare) else txt.read(io.BytesIO(raw), where)


def _in_utf8(raw: bytes) -> bytes:
    """What the older Windows consoles pipe is UTF-16; its beginning is judged like any other."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    return raw


class Rejoined:
    """A stream with the bytes that were already taken from it put back before it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """As of any stream."""
        head = self._head.read(size)
        return head + self._rest.read(size - len(head) if size >= 0 else -1)

    def readline(self, size: int = -1) -> bytes:
        """As of any stream; the head ends at a line's end."""
        return self._head.readline(size) or self._rest.readline(size)
