"""What the speech stage gives."""

from __future__ import annotations

import msgspec

from dragoman.model.findings import Notice
from dragoman.model.text import Span


class Region(msgspec.Struct, frozen=True):
    """Words that are not, or may not be, the narrator's.

    `span`: the words without outer marks; `outer`: with them. `kind`: `marks` (between quotation marks), `dash` (a
    paragraph of speech that begins with a dash, or with a label: "Вопрос:"), `title` (a name in quotation marks:
    «Каспий»), `item` (an entry of a list that only looks like dash speech). Pieces of one utterance share a `group`:
    those that the author's words part, and paragraphs whose marks were opened again. `repaired`: a mark was missing
    and was put where it must have stood. `style`: the opening mark or dash as written, ":" after a label. `author`:
    the author's words that follow this piece inside the marks or the paragraph, None where none do. `level`: 0
    outermost, 1 within another region, and so on. `turn`: `question` or `answer`, for a paragraph of a printed
    conversation in which no author's words tell who speaks; None elsewhere.
    """

    span: Span
    outer: Span
    kind: str
    group: int
    style: str
    repaired: bool = False
    author: Span | None = None
    level: int = 0
    turn: str | None = None

    @property
    def spoken(self) -> bool:
        """Whether somebody's words rather than a name or a list's entry."""
        return self.kind in ("marks", "dash")


class Speech(msgspec.Struct, frozen=True):
    """All regions of a text in order of their beginning, an outer one before those within it; and what was doubtful."""

    regions: tuple[Region, ...]
    notices: tuple[Notice, ...]

    def at(self, offset: int) -> Region | None:
        """The outermost spoken region whose words hold this offset, or None: the narrator speaks."""
        low, high = 0, len(self.regions)
        while low < high:
            middle = (low + high) // 2
            if self.regions[middle].outer.start <= offset:
                low = middle + 1
            else:
                high = middle
        return self._last_holding(low, offset)

    def _last_holding(self, below: int, offset: int) -> Region | None:
        held: Region | None = None
        for index in range(below - 1, -1, -1):
            region = self.regions[index]
            if region.spoken and region.span.start <= offset < region.span.end:
                held = region
            if region.level == 0:
                break
        return held
