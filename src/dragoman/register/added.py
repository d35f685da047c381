"""What adding an article came to."""

from __future__ import annotations

from enum import Enum


class AddResult(Enum):
    """`added`: it is new. `same`: it was there, read the same way. `revised`: a new text of one that was there.
    `reread`: it was there, and its reading has changed."""

    ADDED = "added"
    SAME = "same"
    REVISED = "revised"
    REREAD = "reread"
