"""Lines of the views as table rows of a brief."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.model import Cell, Table
from dragoman.brief.references import References
from dragoman.views.dyad import Contact, TypeCount
from dragoman.views.labels import label, phrase
from dragoman.views.lines import Line
from dragoman.views.naming import Naming
from dragoman.views.things import ThingLine

Row = tuple[tuple[Cell, ...], ...]


class Tables:
    """Makes tables in one language, taking source numbers from one place."""

    def __init__(self, naming: Naming, refs: References) -> None:
        self._naming = naming
        self._language = naming.language
        self._refs = refs

    def chronology(self, caption: str, lines: Sequence[Line]) -> Table:
        """When, what, who, where."""
        rows = tuple(
            (self._when(x), self._what(x), (Cell(text=x.who),), (Cell(text=x.place),), self._sources(x)) for x in lines
        )
        return self._table(caption, ("when", "event", "with", "place", "sources"), (18, 28, 29, 12, 13), rows)

    def visits(self, caption: str, lines: Sequence[Line]) -> Table:
        """Who, when, where, of what character."""
        rows = tuple(
            (self._when(x), (Cell(text=x.who),), (Cell(text=x.place),), self._traits(x), self._sources(x))
            for x in lines
        )
        return self._table(caption, ("when", "who", "place", "kind", "sources"), (19, 33, 14, 21, 13), rows)

    def contacts(self, caption: str, contacts: Sequence[Contact]) -> Table:
        """The latest contact on each level."""
        rows = tuple(
            (
                (Cell(text=c.label),),
                self._when(c.line),
                (Cell(text=c.line.type_label),),
                (Cell(text=c.line.who),),
                self._sources(c.line),
            )
            for c in contacts
        )
        return self._table(caption, ("level", "when", "what", "with", "sources"), (20, 17, 15, 35, 13), rows)

    def counts(self, caption: str, counts: Sequence[TypeCount]) -> Table:
        """Types against years, without gaps between the first year and the last."""
        years = sorted({year for row in counts for year, _ in row.years})
        span = range(years[0], years[-1] + 1) if years else range(0)
        rows = tuple(
            (
                (Cell(text=row.label),),
                *((Cell(text=str(dict(row.years).get(y) or "–")),) for y in span),
                (Cell(text=str(row.total)),),
            )
            for row in counts
        )
        head = (label(self._language, "column", "event"), *map(str, span), label(self._language, "column", "total"))
        return Table(caption=caption, head=head, widths=(30, *(8 for _ in span), 10), rows=rows)

    def documents(self, caption: str, signings: Sequence[Line], documents: Sequence[ThingLine]) -> Table:
        """Signings in order of time, then documents told of without one. A document named at its signing is one row."""
        named = {_folded(x.document) for x in signings if x.document}
        rows = [self._signing(x, [d for d in documents if _folded(d.title) == _folded(x.document)]) for x in signings]
        rows += [self._document(x) for x in documents if _folded(x.title) not in named]
        return self._table(caption, ("document", "acts", "parties", "sources"), (37, 21, 29, 13), tuple(rows))

    def _signing(self, line: Line, documents: Sequence[ThingLine]) -> Row:
        remarks = (*(d.note for d in documents if d.note), *self._dissents(line))
        text = line.subject or phrase(self._language, "document_unnamed")
        language = self._foreign(line.subject_language) if line.subject else None
        refs = self._refs.numbers((*line.sources, *(source for d in documents for source in d.sources)))
        return (
            (Cell(text=text, language=language), *(Cell(text=remark, small=True) for remark in remarks)),
            (Cell(text=f"{label(self._language, 'act', 'signed')} ({line.when})"),),
            (Cell(text=line.who),),
            (Cell(text="", refs=refs),),
        )

    def _document(self, thing: ThingLine) -> Row:
        title = Cell(text=thing.title, language=self._foreign(thing.title_language))
        return (
            (title, Cell(text=thing.note, small=True)) if thing.note else (title,),
            (Cell(text=thing.acts),),
            (Cell(text=self._naming.countries(thing.parties)),),
            (Cell(text="", refs=self._refs.first_numbers(thing.sources)),),
        )

    def ahead(self, caption: str, lines: Sequence[Line]) -> Table:
        """What was announced, with how it stands."""
        rows = tuple(
            (
                (Cell(text=x.status_label, badge=x.status),),
                self._when(x),
                self._what(x),
                (Cell(text=x.who),),
                self._sources(x),
            )
            for x in lines
        )
        return self._table(caption, ("status", "when", "event", "with", "sources"), (18, 17, 26, 26, 13), rows)

    def _table(self, caption: str, columns: tuple[str, ...], widths: tuple[int, ...], rows: tuple[Row, ...]) -> Table:
        head = tuple(label(self._language, "column", column) for column in columns)
        return Table(caption=caption, head=head, widths=widths, rows=rows)

    def _when(self, line: Line) -> tuple[Cell, ...]:
        """The date; that it is under way, too. What had begun took place, and needs no remark."""
        when = Cell(text=line.when)
        return (when, Cell(text=line.status_label, badge=line.status)) if line.status == "ongoing" else (when,)

    def _what(self, line: Line) -> tuple[Cell, ...]:
        traits = line.traits(self._language)
        head = Cell(text=f"{line.type_label} ({traits})" if traits else line.type_label)
        subject = (Cell(text=line.subject, language=self._foreign(line.subject_language)),) if line.subject else ()
        return (head, *subject, *(Cell(text=text, small=True) for text in self._dissents(line)))

    def _dissents(self, line: Line) -> tuple[str, ...]:
        shown = label(self._language, "column", "dissent")
        return tuple(f"{shown} – {text}" for text in line.dissents)

    def _traits(self, line: Line) -> tuple[Cell, ...]:
        remarks = (Cell(text=remark, small=True) for remark in self._dissents(line))
        return (Cell(text=line.traits(self._language)), *remarks)

    def _sources(self, line: Line) -> tuple[Cell, ...]:
        return (Cell(text="", refs=self._refs.numbers(line.sources)),)

    def _foreign(self, language: str) -> str | None:
        return language if language != self._language else None


def _folded(title: str | None) -> str:
    return " ".join((title or "").lower().replace("ё", "е").split())
