"""The stream of articles: each input found, opened, read by its format's module, and judged."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.intake.accept import accept
from dragoman.intake.formats import FORMATS, suffix_of
from dragoman.intake.jsonl import estimate_lines
from dragoman.intake.paths import STDIN, find_files, shown
from dragoman.intake.sniff import read_unknown
from dragoman.model.text import Article

Taken = Article | InputError


def read_inputs(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Article | InputError]:
    """Every article of these inputs, one after the other; what could not be read as an InputError in its place.

    `paths`: files, folders, globs and `-`. `stdin`: the stream that `-` means, None: the process's own.
    The order is that of `paths`, within a folder that of the sorted names. A file named twice is read once.
    Raises nothing.

    >>> [error.what for error in read_inputs(["no-such-file.txt"])]
    ['no such file']
    """
    for found in find_files(paths):
        if isinstance(found, InputError):
            yield found
        else:
            for taken in _read(found, stdin):
                yield taken if isinstance(taken, InputError) else accept(taken)


def _read(path: Path, stdin: BinaryIO | None) -> Iterator[Taken]:
    if path == STDIN:
        yield from _read_stdin(stdin)
        return
    where = shown(path)
    try:
        with path.open("rb") as stream:
            yield from FORMATS.get(suffix_of(path), read_unknown)(stream, where)
    except PermissionError:
        yield InputError(where, "no permission to read it")
    except OSError as error:
        yield InputError(where, f"cannot be read: {error.strerror or error}")


def _read_stdin(given: BinaryIO | None) -> Iterator[Taken]:
    stream = given if given is not None else getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield InputError("stdin", "there is no standard input to read from")
        return
    try:
        yield from read_unknown(stream, "stdin")
    except (OSError, ValueError) as error:  # a stream that is closed raises ValueError
        yield InputError("stdin", f"cannot be read: {error}")


def count_inputs(paths: Sequence[str]) -> int:
    """About how many articles `read_inputs` will meet, for a progress bar.

    Files are counted, lines of .jsonl estimated from their first megabyte.
    Standard input counts as one, an input that cannot be found as none.
    """
    return sum(_estimate(found) for found in find_files(paths) if not isinstance(found, InputError))


def _estimate(path: Path) -> int:
    if FORMATS.get(suffix_of(path)) is not FORMATS[".jsonl"] or not path.is_file():
        return 1
    try:
        with path.open("rb") as stream:
            return estimate_lines(stream, path.stat().st_size)
    except OSError:
        return 1  # read_inputs will say what is wrong with it
