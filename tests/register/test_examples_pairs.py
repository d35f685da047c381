"""The example corpus merged: which files come to tell of one event, against examples/events.tsv.

Recall: of two files of one row of the table, each of which tells an event of the row's type, parties and time, are both
in one record? Of a signing the titles must fit as well, because a row may bundle documents, each of which is a record.
Precision: of two files that one record has for sources, is there a row that names both?
What the table's files tell without any day (no date, no publication) is measured apart: it joins only what alone fits.
"""

from __future__ import annotations

import csv
from datetime import timedelta
from functools import cache
from itertools import combinations, product
from pathlib import Path

import msgspec
import pytest

from dragoman.kb import load_kb
from dragoman.model.records import Event, Reading
from dragoman.model.register import EventRecord
from dragoman.model.text import DateRange, first_day
from dragoman.register.merge import merge
from dragoman.register.parties import countries, is_organisation, visitors
from dragoman.register.titles import same_title
from dragoman.register.when import ANNOUNCED_WITHIN, HELD, TOLD_WITHIN

EXAMPLES = Path(__file__).parents[2] / "examples"
SESSION = "SUMMIT_OR_BODY_SESSION"
PRECISION_FLOOR, RECALL_FLOOR = 0.97, 0.95

Pair = frozenset[str]


class Row(msgspec.Struct, frozen=True):
    """One real event and all the files that tell of it."""

    event: str
    type: str
    dates: DateRange
    parties: tuple[str, ...]
    files: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    with (EXAMPLES / "events.tsv").open(encoding="utf-8") as table:
        return tuple(_row(line) for line in csv.DictReader(table, delimiter="\t"))


@cache
def readings() -> dict[str, Reading]:
    """The reading of every file of the folder, by `file` or `file#id`."""
    from dragoman.workspace import read_paths

    found = {}
    for item in read_paths([str(EXAMPLES)], load_kb()):
        assert isinstance(item, tuple), item
        article, reading = item
        name, _, line = Path(article.origin or "").name.partition(":")
        found[f"{name}#{article.id}" if line else name] = reading
    return found


@cache
def records() -> tuple[EventRecord, ...]:
    return tuple(r for r in merge(readings().values()) if isinstance(r, EventRecord) and not r.inferred)


@cache
def records_by_item() -> dict[tuple[str, int], str]:
    """The record's id for each event of each article."""
    return {(source.article, source.item): record.id for record in records() for source in record.sources}


def test_what_several_files_tell_becomes_one_record(capsys: pytest.CaptureFixture[str]) -> None:
    due = [(row, *pair) for row in rows() for pair in combinations(row.files, 2) if tell_of_one(row, *pair)]
    undated = [entry for entry in due if not all(dated(entry[0], file) for file in entry[1:])]
    sharp = [entry for entry in due if entry not in undated]
    missed = [entry for entry in sharp if not together(*entry)]
    recall = 1 - len(missed) / len(sharp)
    with capsys.disabled():
        joined = sum(together(*entry) for entry in undated)
        print(f"\nexamples: pair recall {recall:.3f} of {len(sharp)}; undated tellings {joined} of {len(undated)}")
    assert recall >= RECALL_FLOOR, "\n".join(f"{row.event}: {one} | {other}" for row, one, other in missed)


def test_what_becomes_one_record_is_one_event(capsys: pytest.CaptureFixture[str]) -> None:
    found = [(record, pair) for record in records() for pair in combinations(sorted(files_of(record)), 2)]
    wrong = [(record, pair) for record, pair in found if not is_right(record, frozenset(pair))]
    precision = 1 - len(wrong) / len(found)
    with capsys.disabled():
        print(f"\nexamples: pair precision {precision:.3f} of {len(found)}")
    assert precision >= PRECISION_FLOOR, "\n".join(f"{r.type} {r.date} {sorted(r.countries)}: {p}" for r, p in wrong)


def told(row: Row, file: str) -> list[Event]:
    """The events of a file that can be the row's: type, parties, and no other time."""
    return [event for event in readings()[file].events if event.type == row.type and _fits(row, event)]


def tell_of_one(row: Row, one: str, other: str) -> bool:
    """Whether both files tell of the row's event, and of one document of it where it has several."""
    pairs = product(told(row, one), told(row, other))
    return any(row.type != "SIGNING" or same_title(a.document, b.document) for a, b in pairs)


def dated(row: Row, file: str) -> list[Event]:
    """Those of them that some day bounds."""
    return [event for event in told(row, file) if event.date is not None or _told_about(event) is not None]


def together(row: Row, one: str, other: str) -> bool:
    """Whether an event of the one file and one of the other, both fit for the row, are in one record."""
    return not _records_of(row, one).isdisjoint(_records_of(row, other))


def files_of(record: EventRecord) -> set[str]:
    names = {reading.key: file for file, reading in readings().items()}
    return {names[source.article] for source in record.sources}


def is_right(record: EventRecord, pair: Pair) -> bool:
    """Whether a row of the record's type, parties and time names both files."""
    return any(
        row.type == record.type
        and pair <= set(row.files)
        and _parties_fit(row, record)
        and _days_fit(row, _days(record))
        for row in rows()
    )


def _records_of(row: Row, file: str) -> set[str]:
    reading = readings()[file]
    return {records_by_item()[reading.key, i] for i, event in enumerate(reading.events) if event in told(row, file)}


def _row(line: dict[str, str]) -> Row:
    dates = DateRange(line["date_from"], line["date_to"] or None)
    parties = tuple(line["parties"].split("|"))
    return Row(line["event"], line["type"], dates, parties, tuple(line["files"].split("|")))


def _fits(row: Row, event: Event) -> bool:
    in_time = _days_fit(row, event.date or _told_about(event)) and _is_told_in_time(row, event)
    return in_time and _parties_fit(row, event)


def _parties_fit(row: Row, event: Event | EventRecord) -> bool:
    """All the row's parties, for a session one of them or nothing but organisations; a visit in the row's direction."""
    states = {code for code in countries(event) if not is_organisation(code)}
    if row.type == SESSION:
        return not states or not states.isdisjoint(row.parties)
    if row.type == "VISIT" and visitors(event) and row.parties[0] not in visitors(event):
        return False
    return len(states & set(row.parties)) >= min(2, len(row.parties))


def _days_fit(row: Row, days: DateRange | None) -> bool:
    return days is None or days.meets(row.dates)


def _days(record: EventRecord) -> DateRange | None:
    """When a record was; placed by a report, some days before as well."""
    if record.date is None or record.date_basis == "stated":
        return record.date
    first = record.date.first - timedelta(TOLD_WITHIN)
    return DateRange(first.isoformat(), record.date.last.isoformat())


def _is_told_in_time(row: Row, event: Event) -> bool:
    """What is told as past began before the telling, what is told as ahead ends after it."""
    if event.reported is None:
        return True
    told_on = first_day(event.reported)
    return row.dates.first <= told_on if event.status in HELD else told_on <= row.dates.last


def _told_about(event: Event) -> DateRange | None:
    """The days that news or an announcement of a day can mean; None for what is only looked back on, and undated."""
    if event.reported is None or event.frame == "background":
        return None
    day = first_day(event.reported)
    if event.status in HELD:
        return DateRange((day - timedelta(TOLD_WITHIN)).isoformat(), day.isoformat())
    return DateRange(day.isoformat(), (day + timedelta(ANNOUNCED_WITHIN)).isoformat())
