"""Claims with their verdicts, and the records that were counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from dragoman.brief.model import Cell, Entry, Table
from dragoman.brief.references import References
from dragoman.model.register import Count, CountingRule, EventRecord, Snapshot, Verdict
from dragoman.views.claims import ClaimLine
from dragoman.views.labels import amount_text, counted, label, phrase
from dragoman.views.lines import line_of
from dragoman.views.naming import Naming
from dragoman.views.things import told
from dragoman.views.when import date_text, point_text


class Claims:
    """Makes the entries of claims. `rules`: how counts are called. `as_of`: from which day it is looked."""

    def __init__(
        self, snapshot: Snapshot, naming: Naming, rules: Iterable[CountingRule], refs: References, as_of: dt.date
    ) -> None:
        self._as_of = as_of
        self._events = {event.id: event for event in snapshot.events}
        self._things = {thing.id: thing for thing in snapshot.things}
        self._naming = naming
        self._language = naming.language
        self._foreign = None if naming.language == "ru" else "ru"
        self._rules = {rule.code: rule for rule in rules}
        self._refs = refs

    def entry(self, line: ClaimLine) -> Entry:
        """Who said what when; the verdict and why; each count; the records counted."""
        badge = line.verdict.verdict if line.verdict else "unchecked"
        lines = (
            Cell(text=line.verdict_label, badge=badge),
            Cell(text=f"{self._said(line)}: {self._amount(line)}", refs=self._refs.numbers(line.sources)),
            self._words(line),
        )
        if line.verdict is None:
            return Entry(lines=lines)
        return Entry(lines=(*lines, *self._answer(line.verdict, line.answer)), items=tuple(self._counted(line.verdict)))

    def table(self, caption: str, lines: Sequence[ClaimLine]) -> Table:
        """Claims that cannot be checked, and why."""
        rows = tuple(
            (
                (Cell(text=self._said(line)),),
                (Cell(text=self._amount(line)), self._words(line)),
                (Cell(text=line.answer or line.verdict_label),),
                (Cell(text="", refs=self._refs.numbers(line.sources)),),
            )
            for line in lines
        )
        head = tuple(label(self._language, "column", column) for column in ("who", "claim", "answer", "sources"))
        return Table(caption=caption, head=head, widths=(24, 38, 25, 13), rows=rows)

    def _said(self, line: ClaimLine) -> str:
        day = point_text(line.published, self._language) if line.published else phrase(self._language, "undated")
        return phrase(self._language, "said_of", speaker=line.speaker, date=day)

    def _amount(self, line: ClaimLine) -> str:
        sign = "" if line.claim.comparator == "=" else f"{line.claim.comparator} "
        return f"{line.kind_label} – {sign}{amount_text(self._language, line.claim.value, line.claim.unit)}"

    def _words(self, line: ClaimLine) -> Cell:
        return Cell(text=line.words, language=self._foreign, small=True)

    def _answer(self, verdict: Verdict, answer: str) -> Iterator[Cell]:
        yield Cell(text=answer)
        yield from map(Cell.plain, self._counts(verdict.counts))
        if verdict.coverage:
            text = phrase(self._language, "coverage_of", coverage=verdict.coverage)
            yield Cell(text=text, language=self._foreign, small=True)

    def _counts(self, counts: Sequence[Count]) -> Iterator[str]:
        """One line a window: what each rule found in it."""
        for window in dict.fromkeys(map(self._window, counts)):
            found = (self._found(count) for count in counts if self._window(count) == window)
            yield f"{window}: {'; '.join(found)}."

    def _window(self, count: Count) -> str:
        if count.window is None:
            return phrase(self._language, "no_window")
        window = date_text(count.window, self._language)
        return f"{window} ({phrase(self._language, 'widened')})" if count.widened else window

    def _found(self, count: Count) -> str:
        edge = f" ({phrase(self._language, 'edge_count', count=len(count.edge))})" if count.edge else ""
        return f"{self._rule(count.rule)} – {counted(self._language, 'record', count.found)}{edge}"

    def _rule(self, code: str) -> str:
        rule = self._rules.get(code)
        if rule is None:
            return label(self._language, "rule", code)
        return rule.label if self._language == "ru" else rule.label_en

    def _counted(self, verdict: Verdict) -> Iterator[Cell]:
        """Every record that any count holds or has at its edge, in order of time."""
        inside = {id_ for count in verdict.counts for id_ in count.records}
        edges = {id_ for count in verdict.counts for id_ in count.edge}
        for id_ in sorted(inside | edges, key=self._when):
            yield self._record(id_, "" if id_ in inside else phrase(self._language, "at_edge"))

    def _when(self, id_: str) -> tuple[str, str]:
        event = self._events.get(id_)
        if event is not None:
            return (event.date.first.isoformat() if event.date else "9999", id_)
        thing = self._things.get(id_)
        return ((told(thing) if thing else None) or "9999", id_)

    def _record(self, id_: str, remark: str) -> Cell:
        event = self._events.get(id_)
        if event is not None:
            return self._event(event, remark)
        thing = self._things.get(id_)
        if thing is None:
            return Cell(text=", ".join(filter(None, (id_, remark))))
        text = ", ".join(filter(None, (label(self._language, "thing", thing.kind), thing.title, remark)))
        return Cell(text=text, refs=self._refs.numbers(thing.sources))

    def _event(self, event: EventRecord, remark: str) -> Cell:
        line = line_of(event, self._naming, self._as_of)
        details = (line.subject, line.who, line.place, line.traits(self._language), remark)
        text = ", ".join(filter(None, (f"{line.when}: {line.type_label}", *details)))
        return Cell(text=text, refs=self._refs.numbers(line.sources))
