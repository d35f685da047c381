"""The example corpus: what each file tells of the events of examples/events.tsv, against floors."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from dragoman.kb import load_kb
from dragoman.model.records import Event, Reading
from dragoman.model.text import DateRange

EXAMPLES = Path(__file__).parents[1] / "examples"
SESSION = "SUMMIT_OR_BODY_SESSION"


class Row(msgspec.Struct, frozen=True):
    """One event of the table in one of the files that tell of it."""

    event: str
    type: str
    dates: DateRange
    parties: frozenset[str]
    file: str

    @property
    def off(self) -> bool:
        """Announced and not held on that day."""
        return self.event.startswith("[")


@cache
def rows() -> tuple[Row, ...]:
    """The table, a row a file."""
    with (EXAMPLES / "events.tsv").open(encoding="utf-8") as table:
        return tuple(row for line in csv.DictReader(table, delimiter="\t") for row in _rows(line))


def _rows(line: dict[str, str]) -> Iterator[Row]:
    dates = DateRange(line["date_from"], line["date_to"] or None)
    for file in line["files"].split("|"):
        yield Row(line["event"], line["type"], dates, frozenset(line["parties"].split("|")), file)


@cache
def readings() -> dict[str, Reading]:
    """Every article of the folder by `file` or `file#id`."""
    from dragoman.workspace import read_paths

    found = {}
    for item in read_paths([str(EXAMPLES)], load_kb()):
        assert isinstance(item, tuple), item
        article, reading = item
        name = Path(article.origin or "").name.partition(":")[0]
        found[f"{name}#{article.id}" if name.endswith(".jsonl") else name] = reading
    return found


def told(row: Row) -> Event | None:
    """The event of a row in its file's reading: type, parties, a date that does not contradict."""
    fitting = [e for e in readings()[row.file].events if e.type == row.type and _parties_fit(row, e)]
    dated = [e for e in fitting if e.date is not None and e.date.meets(row.dates)]
    return (dated or [e for e in fitting if e.date is None] or [None])[0]


def countries(event: Event) -> set[str]:
    """States that take part or host."""
    place = {event.place.country} if event.place and event.place.country else set()
    return {p.country for p in event.participants if p.country} | place


def _parties_fit(row: Row, event: Event) -> bool:
    if row.type == SESSION:
        return True
    return len(row.parties & countries(event)) >= min(2, len(row.parties))


def foreign(event: Event, name: str) -> bool:
    """Whether an event found is in no row of its file: the table holds every event that the files tell."""
    return not any(r.file == name and r.type == event.type and _parties_fit(r, event) for r in rows())


@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        ("VISIT", 0.8),
        ("MEETING", 0.75),
        ("SIGNING", 0.75),
        (SESSION, 0.75),
        ("CALL", 1.0),
        ("CONGRATULATION_OR_CONDOLENCE", 0.6),
    ],
)
def test_told(kind: str, floor: float) -> None:
    """The files yield the table's events of a kind."""
    wanted = [r for r in rows() if r.type == kind]
    missed = [f"{r.file}: {r.event}" for r in wanted if told(r) is None]
    assert 1 - len(missed) / len(wanted) >= floor, "\n".join(missed)


def test_all_told() -> None:
    """All kinds together."""
    missed = [r for r in rows() if told(r) is None]
    assert 1 - len(missed) / len(rows()) >= 0.8


def test_nothing_foreign() -> None:
    """Few events beyond the table's."""
    found = [(e, name) for name, reading in readings().items() for e in reading.events]
    foreigners = [
        f"{name}: {e.type} {sorted(countries(e))} {e.evidence[0].text[:90]!r}" for e, name in found if foreign(e, name)
    ]
    assert len(foreigners) / len(found) <= 0.2, "\n".join(foreigners)
