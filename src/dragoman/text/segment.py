"""Lines, paragraphs and sentences of a text, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model.text import Span

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
INK = re.compile(r"\S(?:.*\S)?", re.DOTALL)

ENDS_A_SENTENCE = re.compile(r"[.!?…:;»”\"“*)\]]\s*$")
GOES_ON = re.compile(r"\s*[a-zа-яё,.;:)»]")
HANGS = re.compile(r"(?:[,(–—-]|\b(?:в|на|с|и|о|об|от|до|по|из|за|к|для|при|со|во))\s*$", re.IGNORECASE)

LONGEST_PARAGRAPH = 20_000
"""Characters; a longer line is cut at a space before sentences are sought in it, to bound time and memory."""


def lines(text: str) -> tuple[Span, ...]:
    """The lines that hold something, without the blanks at their ends."""
    return tuple(filter(None, (_inked(text, m.start(), m.end()) for m in LINE.finditer(text))))


def _inked(text: str, start: int, end: int) -> Span | None:
    found = INK.search(text, start, end)
    return Span(found.start(), found.end()) if found else None


def paragraphs(text: str, noise: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Runs of lines that belong together, noise left out.

    A line is a paragraph, but a line broken in the middle of a sentence goes on in the next:

    >>> [p.of("Он прибыл в\\nБаку.\\nДалее") for p in paragraphs("Он прибыл в\\nБаку.\\nДалее")]
    ['Он прибыл в\\nБаку.', 'Далее']
    """
    joined: list[Span] = []
    parted = True
    for line in lines(text):
        noisy = any(n.holds(line) for n in noise)
        if not noisy and not parted and _broken(text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        elif not noisy:
            joined.append(line)
        parted = noisy
    return tuple(joined)


def _broken(text: str, before: Span, after: Span) -> bool:
    if "\n" in text[before.end : after.start].replace("\n", "", 1):
        return False
    words = before.of(text)
    if ENDS_A_SENTENCE.search(words):
        return False
    return bool(GOES_ON.match(after.of(text)) or HANGS.search(words))


def sentences(text: str, within: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences of these paragraphs, by razdel's rules."""
    return tuple(span for paragraph in within for span in _sentences(text, paragraph))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    from razdel import sentenize

    for piece in _bounded(text, paragraph):
        for found in sentenize(piece.of(text)):
            if found.stop > found.start:
                yield Span(piece.start + found.start, piece.start + found.stop)


def _bounded(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH)
        cut = cut if cut > start else start + LONGEST_PARAGRAPH
        yield Span(start, cut)
        start = cut
    yield Span(start, paragraph.end)
