"""The rows about events: each is there once, with the status, parts, place, date and character that are given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.cases import Case, Want

from dragoman.model.records import Event, Participant, Reading


def parties(event: Event, part: str) -> set[str]:
    """Persons and countries that take this part; `any`: whatever part."""
    chosen = [p for p in event.participants if part in ("any", p.part)]
    return {name for p in chosen for name in _names(p)}


def _names(participant: Participant) -> Iterator[str]:
    yield from (name for name in (participant.actor, participant.country) if name)


def matching(reading: Reading, want: Want) -> list[Event]:
    """Events of the wanted type, about the wanted thing, in which all wanted parties are, whatever their parts."""
    everybody = {name for names in want.get("parties", {}).values() for name in names}
    typed = [e for e in reading.events if e.type == want["type"] and everybody <= parties(e, "any") | _on_signboard(e)]
    return [e for e in typed if _of_what(e, want)]


def _of_what(event: Event, want: Want) -> bool:
    """Of signings, the bundle by its number and a named document by words of its title."""
    if "count" in want and event.count != want["count"]:
        return False
    return "document" not in want or want["document"] in (event.document or "")


def _on_signboard(event: Event) -> set[str]:
    return {event.body} if event.body else set()


def check_event(case: Case, want: Want) -> None:
    """An event is there exactly once, with the status, parts, place, dates and character that the source gives."""
    found = matching(case.reading, want)
    assert len(found) == want.get("times", 1), shown_events(case.reading)
    for event in found:
        _check_fields(event, want)


def _check_fields(event: Event, want: Want) -> None:
    statuses = want["status"] if isinstance(want["status"], list) else [want["status"]]
    assert event.status in statuses, event
    for part, names in want.get("parties", {}).items():
        assert set(names) <= parties(event, part) | _on_signboard(event), f"{part}: {event.participants}"
    if "place" in want:
        assert (event.place and event.place.name) == want["place"], event.place
    if "date" in want:
        date = (event.date.start, event.date.end) if event.date else None
        assert _one_day(date) == _written(want["date"]), event.date
    for field in ("visit_kind", "occasion", "reported", "frame"):
        if field in want:
            assert getattr(event, field) == want[field], event


def _written(date: Mapping[str, str] | None) -> tuple[str, str | None] | None:
    return (date["from"], date.get("to")) if date else None


def _one_day(date: tuple[str, str | None] | None) -> tuple[str, str | None] | None:
    """A range of one day is that day."""
    return (date[0], None) if date and date[0] == date[1] else date


def shown_events(reading: Reading) -> str:
    """All events in short, for a failed test."""
    lines = [
        f"{e.type} {e.status} {sorted(parties(e, 'any'))} {e.place} {e.date} {e.evidence[0].rule}"
        for e in reading.events
    ]
    return "events found:\n" + "\n".join(lines)


def check_never(case: Case) -> None:
    """Kinds of event that the article does not hold."""
    found = sorted({e.type for e in case.reading.events} & set(case.want["never"]))
    assert not found, shown_events(case.reading)
