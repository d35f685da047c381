"""Bodies, projects, groupings and statements as entries of a brief."""

from __future__ import annotations

from dragoman.brief.model import Cell, Entry
from dragoman.brief.references import References
from dragoman.brief.speech import unmarked
from dragoman.views.bodies import Session
from dragoman.views.labels import phrase
from dragoman.views.lines import Line
from dragoman.views.naming import Naming
from dragoman.views.things import ThingLine
from dragoman.views.when import point_text

FEWEST_WORDS = 3
"""Shorter characterisations ("союзником") say nothing beside their label; their source sentence does."""


class Things:
    """Makes entries in one language, taking source numbers from one place."""

    def __init__(self, naming: Naming, refs: References) -> None:
        self._naming = naming
        self._language = naming.language
        self._refs = refs

    def body(self, session: Session) -> Entry:
        """A standing body: its name, what was done with it, and its sessions."""
        sources = session.body.sources if session.body else ()
        name = Cell(
            text=session.name, language=self._foreign(session.name_language), refs=self._refs.first_numbers(sources)
        )
        acts = (Cell(text=session.body.acts, small=True),) if session.body and session.body.acts else ()
        return Entry(lines=(name, *acts), items=tuple(self._met(line) for line in session.sessions))

    def _met(self, line: Line) -> Cell:
        place = f", {line.place}" if line.place else ""
        state = f" – {line.status_label}" if line.status not in ("occurred", "begun") else ""
        return Cell(text=f"{line.when}: {line.type_label}{place}{state}", refs=self._refs.numbers(line.sources))

    def thing(self, thing: ThingLine) -> Entry:
        """A project or grouping: its name and what is known of it."""
        language = self._foreign(thing.title_language)
        title = Cell(text=thing.title, language=language, refs=self._refs.first_numbers(thing.sources))
        return Entry(lines=(title, *(Cell(text=text, small=True) for text in (thing.acts, thing.note) if text)))

    def characterised(self, thing: ThingLine) -> Entry:
        """A paraphrase: the words are those of the article, and stand between no marks."""
        lead = Cell(text=self._by(thing), refs=self._refs.first_numbers(thing.sources))
        words = unmarked(thing.title)
        if len(words.split()) < FEWEST_WORDS:
            return Entry(lines=(lead,))
        return Entry(lines=(lead, Cell(text=words, language=self._foreign("ru"))))

    def stated(self, thing: ThingLine) -> Entry:
        """Thanks, a congratulation and the like: who to whom."""
        shown = ", ".join(thing.addressees)
        text = f"{self._by(thing)} → {shown}" if shown else self._by(thing)
        return Entry(lines=(Cell(text=text, refs=self._refs.first_numbers(thing.sources)),))

    def _by(self, thing: ThingLine) -> str:
        speaker = thing.speaker or phrase(self._language, "unknown_speaker")
        told = point_text(thing.told, self._language) if thing.told else ""
        return f"{', '.join(filter(None, (speaker, told)))}: {thing.kind_label}"

    def _foreign(self, language: str) -> str | None:
        return language if language != self._language else None
