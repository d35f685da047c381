"""Claims with their verdicts, and the records that were counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.brief.model import Cell, Entry
from dragoman.brief.references import References
from dragoman.model.register import Count, CountingRule, Snapshot, Verdict
from dragoman.views.claims import ClaimLine
from dragoman.views.labels import label, phrase
from dragoman.views.lines import line_of
from dragoman.views.naming import Naming
from dragoman.views.when import date_text, point_text


class Claims:
    """Makes the entries of claims. `rules`: how counts are called."""

    def __init__(
        self, snapshot: Snapshot, naming: Naming, rules: Iterable[CountingRule], refs: References, as_of: dt.date
    ) -> None:
        self._as_of = as_of
        self._snapshot = snapshot
        self._naming = naming
        self._language = naming.language
        self._rules = {rule.code: rule for rule in rules}
        self._refs = refs

    def entry(self, line: ClaimLine) -> Entry:
        """Who said what when; the verdict and why; each count; the records counted."""
        refs = self._refs.numbers(line.sources)
        badge = line.verdict.verdict if line.verdict else "unchecked"
        lines = (
            Cell(text=line.verdict_label, badge=badge),
            Cell(text=self._head(line), refs=refs),
            Cell(text=line.words, language="ru" if self._language != "ru" else None, small=True),
        )
        if line.verdict is None:
            return Entry(lines=lines)
        return Entry(lines=(*lines, *self._answer(line.verdict, line.answer)), items=self._counted(line.verdict))

    def _head(self, line: ClaimLine) -> str:
        day = point_text(line.published, self._language) if line.published else phrase(self._language, "undated")
        sign = "" if line.claim.comparator == "=" else f"{line.claim.comparator} "
        unit = label(self._language, "unit", line.claim.unit)
        return f"{line.speaker}, {day}: {line.kind_label} – {sign}{number_text(line.claim.value, self._language)} {unit}".rstrip()

    def _answer(self, verdict: Verdict, answer: str) -> Iterable[Cell]:
        language = self._language
        yield Cell(text=answer)
        yield from (Cell(text=self._count(count)) for count in verdict.counts)
        if verdict.missing:
            yield Cell(text=phrase(language, "missing", missing=verdict.missing))
        if verdict.coverage:
            yield Cell(text=phrase(language, "coverage_of", coverage=verdict.coverage), small=True)

    def _count(self, count: Count) -> str:
        language = self._language
        window = date_text(count.window, language) if count.window else phrase(language, "no_window")
        if count.widened:
            window = f"{window} ({phrase(language, 'widened')})"
        edge = f" {phrase(language, 'edge_count', count=len(count.edge))}" if count.edge else ""
        return phrase(language, "counted", rule=self._rule(count.rule), window=window, found=count.found) + edge

    def _rule(self, code: str) -> str:
        rule = self._rules.get(code)
        if rule is None:
            return code
        return rule.label if self._language == "ru" else rule.label_en

    def _counted(self, verdict: Verdict) -> tuple[Cell, ...]:
        """Every record that any count holds, in the order of the counts, then those at the edges."""
        counted = dict.fromkeys(id_ for count in verdict.counts for id_ in count.records)
        edges = dict.fromkeys(id_ for count in verdict.counts for id_ in count.edge if id_ not in counted)
        cells = [self._record(id_, "") for id_ in counted]
        cells += [self._record(id_, phrase(self._language, "at_edge")) for id_ in edges]
        return tuple(cells)

    def _record(self, id_: str, remark: str) -> Cell:
        event = self._snapshot.event(id_)
        if event is None:
            return Cell(text=f"{id_} {remark}".rstrip())
        line = line_of(event, self._naming, self._as_of)
        traits = line.traits(self._language)
        text = ", ".join(filter(None, (f"{line.when}: {line.type_label}", line.who, line.place, traits, remark)))
        return Cell(text=text, refs=self._refs.numbers(line.sources))


def number_text(value: float, language: str) -> str:
    """A number as people of the language write it.

    >>> number_text(7.0, "ru"), number_text(2500000000, "en")
    ('7', '2,500,000,000')
    """
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=language))
