"""Writing a file whole or not at all. The one place from which results go to the disk."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from dragoman.errors import OutputError


def write_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then rename: who reads sees the old file or the new, never half of one.

    Raises OutputError with one clear line where the folder is missing or cannot be written.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {_reason(path, error)}") from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else what the user's umask leaves: mkstemp gives none to others."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _reason(path: Path, error: OSError) -> str:
    if path.is_dir():
        return "it is a folder"
    if not path.parent.exists():
        return f"there is no folder {path.parent}"
    return error.strerror or str(error)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises OutputError with one clear line where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror or error}") from error
