"""What stands before a time and bounds it: "с 2019 года", "до 2030 года", "по итогам 2023 года", "с … по …".

Works on what the rules found, left to right. `tokens` of a found expression grow to take in the words of the bound.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.dates.grammar import Found, Meaning, letters_of
from dragoman.dates.reckoning import day_range
from dragoman.dates.tokens import Tokens
from dragoman.model.text import DateRange

# classes before a time → kind it gets; the longest first
_PREFIXES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("in", "period", "until"), "programme"),
    (("in", "period"), "programme"),
    (("over", "period"), "window"),
    (("in", "course"), "window"),
    (("upto", "outcome"), "window"),
    (("as-far", "until"), "deadline"),
    (("not", "not-later"), "deadline"),
    (("beginning", "from"), "since"),
    (("over",), "window"),
    (("from",), "since"),
    (("after",), "after"),
    (("until",), "deadline"),
    (("towards",), "deadline"),
    (("upto",), "deadline"),
)
_PLAIN = ("point", "range")


def bounded(found: list[Found], text: str, tokens: Tokens, today: dt.date | None) -> list[Found]:
    """The expressions with their bounds, joined where "с A по B" or "A – B" makes one of two, with clock times."""
    taken: list[Found] = []
    for each in _joined(found, tokens):
        floor = taken[-1].last if taken else 0
        taken.append(_prefixed(_timed(each, text, tokens, floor), tokens, floor, text, today))
    return taken


def _joined(found: list[Found], tokens: Tokens) -> list[Found]:
    done: list[Found] = []
    for each in found:
        merged = _range_of(done[-1], each, tokens) if done else None
        if merged:
            done[-1] = merged
        else:
            done.append(each)
    return done


def _range_of(first: Found, last: Found, tokens: Tokens) -> Found | None:
    """One expression for "с 31 марта 2023 года по 2 апреля 2024 года"; None where the two are no such pair."""
    if last.first != first.last + 1 or not (first.meaning.date and last.meaning.date):
        return None
    if any(f.meaning.kind not in _PLAIN or f.meaning.vague for f in (first, last)):
        return None
    link = tokens.letters[first.last]
    opened = first.first > 0 and tokens.letters[first.first - 1] in letters_of("from")
    if not (link in letters_of("dash") or (opened and link in letters_of("upto") | letters_of("until"))):
        return None
    date = _between(first.meaning.date, last.meaning.date)
    if date is None:
        return None
    start = first.first - opened
    return Found(first=start, last=last.last, rule="bounds.from-to", meaning=Meaning(date=date, kind="range"))


def _between(first: DateRange, last: DateRange) -> DateRange | None:
    end = last.end or last.start
    return DateRange(first.start, end) if first.last < last.first else None


def _timed(found: Found, text: str, tokens: Tokens, floor: int) -> Found:
    """A clock time beside a day: "24.11.2023, 15:45", "18 октября в 10:15", "10:15, 18 октября"."""
    date = found.meaning.date
    if found.meaning.kind != "point" or (date and (date.end or len(date.start) != 10)):
        return found
    for gap in ((), ("comma",), ("in",), ("comma", "in"), ("dash",)):
        if _follows(tokens, found.last, (*gap, "time")):
            return _at(found, found.first, found.last + len(gap) + 1, found.last + len(gap), text, tokens)
    for gap in ((), ("comma",)):
        place = found.first - len(gap) - 1
        if place >= floor and _follows(tokens, place, ("time", *gap)):
            return _at(found, place, found.last, place, text, tokens)
    return found


def _at(found: Found, first: int, last: int, place: int, text: str, tokens: Tokens) -> Found:
    time = text[tokens.starts[place] : tokens.ends[place]].zfill(5)
    return msgspec.structs.replace(
        found, first=first, last=last, meaning=msgspec.structs.replace(found.meaning, time=time)
    )


def _follows(tokens: Tokens, place: int, names: tuple[str, ...]) -> bool:
    letters = tokens.letters[place : place + len(names)]
    return len(letters) == len(names) and all(a in letters_of(b) for a, b in zip(letters, names, strict=True))


def _prefixed(found: Found, tokens: Tokens, floor: int, text: str, today: dt.date | None) -> Found:
    if found.meaning.kind in ("window", "same-window"):
        return _with_preposition(found, tokens, floor)
    if found.meaning.kind not in _PLAIN or found.rule.startswith("bounds."):
        return found
    for names, kind in _PREFIXES:
        place = found.first - len(names)
        if place < floor or not _follows(tokens, place, names):
            continue
        if names[0] == "in" and "period" in names and text[tokens.starts[place] : tokens.ends[place]].lower() != "на":
            continue
        return _bounded_by(found, place, kind, today)
    return found


def _with_preposition(found: Found, tokens: Tokens, floor: int) -> Found:
    """A window's "за" or "в течение" belongs to it: "за последние три года"."""
    for names in (("over",), ("in", "course"), ("upto", "outcome")):
        place = found.first - len(names)
        if place >= floor and _follows(tokens, place, names):
            return msgspec.structs.replace(found, first=place)
    return found


def _bounded_by(found: Found, place: int, kind: str, today: dt.date | None) -> Found:
    meaning = found.meaning
    if kind in ("since", "after"):
        if meaning.alternatives and found.rule.startswith("months."):
            # "с марта" without a year looks back more often than ahead
            meaning = msgspec.structs.replace(
                meaning, date=min(_readings(meaning)), alternatives=(max(_readings(meaning)),)
            )
        dates = [_until_today(date, today) for date in (meaning.date, *meaning.alternatives) if date]
        changed = msgspec.structs.replace(
            meaning,
            date=dates[0] if dates else None,
            alternatives=tuple(dates[1:]),
            kind="window",
            vague=meaning.vague or kind == "after",
        )
    else:
        changed = msgspec.structs.replace(meaning, kind=kind)
    return Found(first=place, last=found.last, rule=f"bounds.{kind}:{found.rule}", meaning=changed)


def _readings(meaning: Meaning) -> tuple[DateRange, ...]:
    return (*((meaning.date,) if meaning.date else ()), *meaning.alternatives)


def _until_today(date: DateRange, today: dt.date | None) -> DateRange:
    """From the date's start to the day of publication; the start alone where that is still ahead or unknown."""
    if today is None or date.first >= today:
        return DateRange(date.start)
    return DateRange(date.start, day_range(today).start)
