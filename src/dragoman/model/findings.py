"""What a person should look at: the reader's notices and the audit's findings."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Something doubtful in one article. `code` is stable (`quote-unclosed`); `span` None: the whole article."""

    code: str
    message: str
    span: Span | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the register that wants a person's eye. `records` are the ids it is about."""

    code: str
    message: str
    records: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
