"""Whole files as bytes, within bounds."""

from __future__ import annotations

from typing import BinaryIO

from dragoman.errors import InputError

MEGABYTE = 1_000_000

LARGEST_ARTICLE = 20 * MEGABYTE
"""Bytes. Articles of 5 MB are read; what is larger than this is no article but a dump."""

LARGEST_LIST = 200 * MEGABYTE
"""Bytes of one .json file, which must be held whole; a larger list belongs into .jsonl, which is read line by line."""


def read_whole(stream: BinaryIO, where: str, largest: int = LARGEST_ARTICLE) -> bytes:
    """All bytes of one input. Raises InputError where there are none, or more than `largest`.

    >>> import io
    >>> read_whole(io.BytesIO(b"abc"), "a.txt")
    b'abc'
    """
    raw = stream.read(largest + 1)
    if len(raw) > largest:
        raise InputError(
            where, f"larger than {largest // MEGABYTE} MB; split it, one article a file or a line of .jsonl"
        )
    if not raw:
        raise InputError(where, "an empty file")
    return raw
