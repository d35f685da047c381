"""Finding the files that a list of paths, folders and globs stands for."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.intake.formats import FORMATS, is_readable_kind

STDIN = Path("-")
"""What stands for standard input among the files found; a file of that name is given as `./-`."""

KINDS = ", ".join(FORMATS)


def find_files(paths: Sequence[str]) -> Iterator[Path | InputError]:
    """The files of these inputs, in order, each once; where there is nothing to find, an InputError in its place."""
    seen: set[str] = set()
    for given in paths:
        for found in _expand(given):
            if isinstance(found, InputError):
                yield found
            elif (key := _identity(found)) not in seen:
                seen.add(key)
                yield found


def _identity(path: Path) -> str:
    """The same for two ways of naming one file."""
    return "-" if path == STDIN else os.path.normcase(os.path.realpath(path))


def shown(path: Path) -> str:
    """A path as it is printed: one whose bytes are no text is printed all the same.

    >>> shown(Path("news/a.txt")) == str(Path("news/a.txt"))
    True
    """
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _expand(given: str) -> Iterator[Path | InputError]:
    """What one word of the command line stands for; the name of an existing file is never taken for a glob."""
    if given == "-":
        yield STDIN
        return
    try:
        known = bool(given.strip()) and Path(given).exists()
    except (OSError, ValueError) as error:  # a name too long, a NUL in it
        yield InputError(_printable(given), f"no usable file name: {getattr(error, 'strerror', None) or error}")
        return
    if known:
        yield from _existing(Path.cwd() / given if Path(given) == STDIN else Path(given))
    elif glob.has_magic(given):
        yield from _glob(given)
    else:
        yield InputError(_printable(given) or "''", "no such file")


def _printable(given: str) -> str:
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\x00", "\ufffd")[:300]


def _existing(path: Path) -> Iterator[Path | InputError]:
    if path.is_dir():
        yield from _folder(path)
    elif path.suffix and not is_readable_kind(path):
        yield InputError(shown(path), f"{path.suffix} files are not read, only {KINDS}")
    else:
        yield path


def _folder(folder: Path) -> Iterator[Path | InputError]:
    """The articles under a folder, or an InputError if there is none."""
    nothing = True
    for found in _walk(folder, frozenset()):
        nothing = False
        yield found
    if nothing:
        yield InputError(shown(folder), f"nothing to read there (looked for {KINDS})")


def _walk(folder: Path, above: frozenset[str]) -> Iterator[Path | InputError]:
    """Files of readable kinds, sorted by name, folders among them; hidden ones are passed over.

    `above`: the real paths of the folders that this one is in, so that a link back up ends there.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(shown(folder), f"the folder cannot be read: {error.strerror or error}")
        return
    here = above | {_identity(folder)}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if _identity(entry) not in here:
                yield from _walk(entry, here)
        elif is_readable_kind(entry):
            yield entry


def _glob(pattern: str) -> Iterator[Path | InputError]:
    """What matches, sorted; files of other kinds are passed over, as in a folder."""
    found = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]
    chosen = [path for path in found if path.is_dir() or is_readable_kind(path)]
    if not chosen:
        yield InputError(_printable(pattern), "matches no file that can be read")
    for path in chosen:
        if not path.is_dir():
            yield path
        elif "**" not in pattern:
            yield from _folder(path)
