"""A plain text file: one article, offsets into the decoded file, line ends as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.intake.bytes_in import read_whole
from dragoman.intake.decode import decode
from dragoman.model.text import Article


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The one article of a .txt file."""
    try:
        yield read_text(read_whole(stream, where), where)
    except InputError as error:
        yield error


def read_text(raw: bytes, where: str) -> Article:
    """The article that these bytes are. Raises InputError where they are no text.

    >>> read_text(b"\\xef\\xbb\\xbfabc\\r\\n", "a.txt").text
    'abc\\r\\n'
    """
    return Article(text=decode(raw, where), origin=where, raw_sha256=hashlib.sha256(raw).hexdigest())
