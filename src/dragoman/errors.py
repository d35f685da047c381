"""What can go wrong, as exceptions. Bad news text never raises: it becomes a notice of the reading.

DragomanError                     a sentence for the user: what, where, what to do
├── InputError                    one input could not be read; the others go on, exit status 1
├── UsageError                    the command's words are off, exit status 2
│   ├── UnknownCountry            no such state; names the nearest
│   └── UnknownRecord             no record, quote or claim has this id
├── KnowledgeBaseError            a table of the knowledge base is broken
├── RegisterError                 the register cannot be opened or written
│   └── RegisterTooNew            it was made by a newer version
└── OutputError                   a file or folder cannot be written
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors that a user may see; `str()` is one line, ready to print."""


class InputError(DragomanError):
    """One input could not be taken in. `where` is its file, with the line where there is one."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class UsageError(DragomanError):
    """The caller asked for something that does not exist or does not fit together."""


class UnknownCountry(UsageError):
    """No state has this code or name. `nearest` are the closest known ones, best first."""

    def __init__(self, given: str, nearest: tuple[str, ...]) -> None:
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"unknown country {given!r}{hint}")
        self.given = given
        self.nearest = nearest


class KnowledgeBaseError(DragomanError):
    """A table is missing a column, or a folder is no knowledge base; names file and line."""


class RegisterError(DragomanError):
    """The register's file or server cannot be opened, read or written."""


class RegisterTooNew(RegisterError):
    """The register was written by a newer Dragoman than this one."""


class UnknownRecord(UsageError):
    """Nothing in the register has this id."""


class OutputError(DragomanError):
    """A result cannot be written where the user wants it."""
