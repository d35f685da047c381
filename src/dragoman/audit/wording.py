"""The sentences of a verdict, in Russian and English: short, for a fact-checker to print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.model.records import Claim
from dragoman.model.text import DateRange

Pair = tuple[str, str]
"""The same said in Russian and in English."""

BOUNDS: dict[str, Pair] = {
    "=": ("", ""),
    "≈": ("около ", "about "),
    ">": ("более ", "more than "),
    "≥": ("не менее ", "at least "),
    "<": ("менее ", "fewer than "),
    "≤": ("не более ", "at most "),
}

CLOSINGS: dict[str, Pair] = {
    "confirmed": ("столько и в реестре", "the register has as many"),
    "consistent": ("записи не противоречат, но и не доказывают", "the records neither contradict nor prove it"),
    "contradicted": ("в реестре больше, чем заявлено", "the register has more than was claimed"),
    "incomplete": ("отсутствие в реестре не опровергает", "absence from the register does not refute it"),
    "depends": (
        "ответ зависит от границ окна или правила счёта",
        "the answer depends on the window's edges or the rule",
    ),
}


def number(value: float) -> str:
    """A number without a needless fraction, thousands parted by a no-break space.

    >>> number(7.0), number(55.4)
    ('7', '55.4')
    """
    return f"{value:,.10g}".replace(",", "\xa0") if value != int(value) else f"{int(value):,}".replace(",", "\xa0")


def claimed(claim: Claim) -> Pair:
    """What was claimed, with its bound."""
    bound = BOUNDS["≈" if claim.approx and claim.comparator == "=" else claim.comparator]
    return f"Заявлено {bound[0]}{number(claim.value)}", f"Claimed {bound[1]}{number(claim.value)}"


def days(window: DateRange | None) -> str:
    """A window as days, `18.10.2022–18.10.2025`; empty for none."""
    if window is None:
        return ""
    return "–".join(dict.fromkeys((day(window.first), day(window.last))))


def day(date: dt.date) -> str:
    """A day as Russian papers write it."""
    return date.strftime("%d.%m.%Y")


def sentence(parts: Iterable[Pair], closing: Pair | None = None) -> Pair:
    """Parts joined by commas, the closing after a semicolon."""
    parts = list(parts)
    ru, en = (", ".join(part[i] for part in parts) for i in (0, 1))
    return (f"{ru}; {closing[0]}", f"{en}; {closing[1]}") if closing else (ru, en)
