"""Finding the files that a list of paths, folders and globs stands for."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.intake.decode import without_surrogates
from dragoman.intake.formats import FORMATS, is_readable_kind

STDIN = Path("-")
"""What stands for standard input among the files found; a file of that name is given as `./-`."""

KINDS = ", ".join(FORMATS)

LONGEST_SHOWN = 300
"""Characters of a path that a message repeats."""


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


def shown(path: Path | str) -> str:
    """A path as it is printed: one that is no text, or far too long, is printed all the same.

    >>> shown("news/a.txt"), shown("\\udce0.txt") == "\\ufffd.txt"
    ('news/a.txt', True)
    """
    return without_surrogates(str(path)).replace("\x00", "\ufffd")[:LONGEST_SHOWN]


def _expand(given: str) -> Iterator[Path | InputError]:
    """What one word of the command line stands for; the name of an existing file is never taken for a glob."""
    if given == "-":
        yield STDIN
        return
    try:
        found = list(_named(given))
    except PermissionError:
        found = [InputError(shown(given), "no permission to read it")]
    except (OSError, ValueError) as error:  # a name too long, a NUL in it
        what = getattr(error, "strerror", None) or "it cannot be encoded"
        found = [InputError(shown(given), f"no usable file name: {what}")]
    for path in found:
        yield from _folder(path) if isinstance(path, Path) and _is_folder(path) else (path,)


def _named(given: str) -> Iterator[Path | InputError]:
    """The file or folder of this name, else what the glob matches. Raises OSError or ValueError on unusable names."""
    path = Path.cwd() / given if Path(given) == STDIN else Path(given)
    if given.strip() and path.exists():
        if path.suffix and not is_readable_kind(path) and not path.is_dir():
            yield InputError(shown(path), f"{path.suffix} files are not read, only {KINDS}")
        else:
            yield path
    elif glob.has_magic(given):
        yield from _glob(given)
    else:
        yield InputError(shown(given) or "''", "no such file")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission to look: opening it will say so
        return False


def _is_pipe(path: Path) -> bool:
    """Whether opening it would wait for a writer: a pipe or socket that lies in a folder is nobody's article."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


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
        if _is_folder(entry):
            if _identity(entry) not in here:
                yield from _walk(entry, here)
        elif is_readable_kind(entry) and not _is_pipe(entry):
            yield entry


def _glob(pattern: str) -> Iterator[Path | InputError]:
    """What matches, sorted; files of other kinds are passed over, as in a folder; `**` gives files, no folders."""
    found = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]
    folders = "**" not in pattern
    chosen = [p for p in found if (folders if _is_folder(p) else is_readable_kind(p) and not _is_pipe(p))]
    if not chosen:
        yield InputError(shown(pattern), "matches no file that can be read")
    yield from chosen
