"""The line on which a saved page prints when it was published, and dates that no calendar has."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.dates.lexicon import lexicon
from dragoman.dates.reckoning import exact_day
from dragoman.lang import load
from dragoman.model.text import Span

# Longest stretch looked at: a stamp stands at the head of what it is given.
_REACH = 400
_TIME = re.compile(r"(?<![\d:.])([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?![\d:]|\.\d)")
_NUMERIC = re.compile(r"(?<![\w.,/])([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![\w/]|[.,]\d)")
_ISO = re.compile(r"(?<![\w.-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![\d]|-\d)(?:[T ]([0-9]{2}):([0-9]{2}))?")


def find_stamp(line: str) -> str | None:
    """The date, with the time where there is one, of the first stamp in one or a few joined lines; None: no full date.

    A zone beside the time ("GMT+4") is dropped: dates are local to the outlet.

    >>> find_stamp("• 18 октября, 2025\\n• 10:15"), find_stamp("24.11.2023, 15:45")
    ('2025-10-18T10:15', '2023-11-24T15:45')
    >>> find_stamp("18 октября") is None
    True
    """
    head = line[:_REACH]
    hits = [hit for pattern in (_ISO, _NUMERIC, _spelled()) for hit in pattern.finditer(head)]
    for hit in sorted(hits, key=lambda hit: hit.start()):
        day = _day_of(hit)
        if day:
            time = _time_beside(head, hit)
            return f"{day}T{time}" if time else day
    return None


def _day_of(hit: re.Match[str]) -> str | None:
    if hit.re is _ISO:
        day = exact_day(int(hit[1]), int(hit[2]), int(hit[3]))
    elif hit.re is _NUMERIC:
        year = int(hit[4])
        day = exact_day(year + 2000 if year < 100 else year, int(hit[3]), int(hit[1]))
    else:
        day = exact_day(int(hit[3]), _month_number(hit[2]), int(hit[1]))
    return day.isoformat() if day else None


def _time_beside(head: str, hit: re.Match[str]) -> str | None:
    """The clock time after the date (marks, "в" and one line end between), else the one right before it."""
    if hit.re is _ISO and hit[4]:
        return f"{hit[4]}:{hit[5]}"
    after = re.match(r"(?:\s*(?:г(?:ода|\.)?)?[\s,•·|/()–—-]*(?:в\s+)?)", head[hit.end() :])
    match = _TIME.match(head, hit.end() + (after.end() if after else 0))
    if match is None:
        before = [
            m
            for m in _TIME.finditer(head, 0, hit.start())
            if re.fullmatch(r"[\s,•·|/()–—-]*", head[m.end() : hit.start()])
        ]
        match = before[-1] if before else None
    return f"{int(match[1]):02d}:{match[2]}" if match else None


@lru_cache(maxsize=1)
def _spelled() -> re.Pattern[str]:
    """Day, month in letters, year; commas may stand between."""
    months = load("ru", "months.yaml").values()
    words = sorted(
        {w for forms in months for w in (forms["gen"], forms["nom"], *forms["short"])}, key=len, reverse=True
    )
    return re.compile(rf"(?<![\w.,])([0-9]{{1,2}})\s+({'|'.join(words)})\.?,?\s+([0-9]{{4}})(?!\w)", re.IGNORECASE)


def _month_number(word: str) -> int:
    values = lexicon().words[word.lower()][1]
    return int(values["month"] if "month" in values else values["month-short"])


def find_impossible(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Where a day is written that no calendar has: "31 февраля", "45.13.2024", "29 февраля 2023 года".

    >>> [span.of("31 апреля и 30 апреля") for span in find_impossible("31 апреля и 30 апреля")]
    ['31 апреля']
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    hits = [hit for pattern in (_NUMERIC, _written_days()) for hit in pattern.finditer(text, start, end)]
    return tuple(sorted(Span(*hit.span()) for hit in hits if _is_impossible(hit)))


@lru_cache(maxsize=1)
def _written_days() -> re.Pattern[str]:
    months = "|".join(forms["gen"] for forms in load("ru", "months.yaml").values())
    return re.compile(rf"(?<![\w.,:№$€-])([0-9]{{1,2}})\s+({months})\b(?:\s+([0-9]{{4}})(?!\w))?", re.IGNORECASE)


def _is_impossible(hit: re.Match[str]) -> bool:
    """A version number such as 10.15.76 looks like a date: only four-digit years near ours are taken for one."""
    if hit.re is _NUMERIC:
        year = int(hit[4])
        return 1900 <= year <= 2100 and exact_day(year, int(hit[3]), int(hit[1])) is None
    return exact_day(int(hit[3] or 2000) or 2000, _month_number(hit[2]), int(hit[1])) is None
