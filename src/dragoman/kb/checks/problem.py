"""A problem of a table, as a value."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is or may be wrong in a table.

    `severity`: `error` (wrong), `warning` (doubtful), `info`. `line`: `file:line`, or the file alone.
    `message`: one sentence. `related`: lines of other rows that it is about.
    """

    severity: str
    line: str
    message: str
    related: tuple[str, ...] = ()
