"""How lines are made for a console: their width, their wrapping, short forms of long identifiers."""

from __future__ import annotations

import re
import textwrap

WIDTH = 100
"""Characters a line: fits beside another window, and in a mail."""

HASH = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{56}\b")
"""A SHA-256, by which an article without an id or outlet is named."""


def short(words: str) -> str:
    """The words with each SHA-256 in them cut to its beginning.

    >>> short("источник: " + "0123456789abcdef" * 4)
    'источник: 01234567…'
    """
    return HASH.sub(r"\1…", words)


def wrapped(words: str, first: str = "", rest: str = "    ") -> list[str]:
    """Words in lines: the first begins with `first`, the others with `rest`. A long word is not broken."""
    return textwrap.wrap(
        short(" ".join(words.split())),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def joined(*parts: str | None) -> str:
    """Parts of a line with a dot between them; those that are empty are left out.

    >>> joined("встреча", "", None, "Баку")
    'встреча · Баку'
    """
    return " · ".join(part.strip() for part in parts if part and part.strip())
