"""Which module reads which kind of file: by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.intake import html, json, jsonl, txt
from dragoman.model.text import Article

Reader = Callable[[BinaryIO, str], Iterator[Article | InputError]]
"""Takes an open file and how it is called in messages."""

FORMATS: dict[str, Reader] = {
    ".txt": txt.read,
    ".html": html.read,
    ".htm": html.read,
    ".json": json.read,
    ".jsonl": jsonl.read,
}
"""Suffix → its reader."""


def suffix_of(path: Path) -> str:
    """The suffix in lower case: Windows saves `.TXT` and `.HTM`."""
    return path.suffix.lower()


def is_readable_kind(path: Path) -> bool:
    """Whether a file in a folder is an input at all."""
    return suffix_of(path) in FORMATS
