"""Where the author's words stand inside speech: "– Слова, – сказал он. – Ещё" and «Слова, – сказал он, – ещё»."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.model.text import Span
from dragoman.speech.cues import WORD, cue_of

DASH = "-–—―"
OPENING_DASH = re.compile(rf"[*_]{{0,4}}[{DASH}][ \t\u00a0]\s{{0,3}}")
SEPARATOR = re.compile(rf"([,.!?…:»”\"])\s{{0,4}}[{DASH}]\s{{1,4}}")
"""A dash between a mark of punctuation and a blank: the author's words begin or end here, if anywhere."""

CLAUSE = re.compile(r"[^,.!?…:;]{1,120}")
FARTHEST_CUE = 4
"""The verb of saying stands among this many first words of the author's ("так же коротко ответил")."""


class Piece(msgspec.Struct, frozen=True):
    """Words between the author's; `author`: those that follow, None where none do."""

    words: Span
    author: Span | None


def begins_with_dash(text: str, paragraph: Span) -> Span | None:
    """The dash with its blanks that a paragraph of speech begins with, or None."""
    found = OPENING_DASH.match(text, paragraph.start, paragraph.end)
    return Span(found.start(), found.end()) if found else None


def is_author(text: str, at: int, end: int, after: str) -> bool:
    """Whether the author's words begin at `at`, after a dash with the punctuation `after` before it.

    >>> words = "отметил Президент."
    >>> is_author(words, 0, len(words), ","), is_author("это важно", 0, 9, ",")
    (True, False)
    """
    clause = CLAUSE.match(text, at, min(end, at + 120))
    if clause is None or not clause.group()[0].islower():
        return False
    words = [word.group() for word in WORD.finditer(clause.group())][:FARTHEST_CUE]
    if after in ".:":
        words = words[:1]
    return any(says(word) for word in words)


def says(word: str) -> bool:
    """Whether the word is a verb that brings in words between marks, in a form that can (no gerund)."""
    form = cue_of(word)
    return form is not None and form.shape != "gerund" and "direct" in form.cue.licenses


def pieces(text: str, inside: Span, holes: Sequence[Span], closed: bool) -> list[Piece]:
    """The words of one utterance without the author's.

    `holes`: stretches within marks, where no dash counts. `closed`: marks stand around `inside`, so that the
    author's words count only where the speech is taken up again after them.
    """
    found: list[Piece] = []
    start, author = inside.start, None
    for mark, dash_end in _separators(text, inside, holes):
        if author is None and is_author(text, dash_end, inside.end, text[mark]):
            author = (mark, dash_end)
        elif author is not None and _resumes(text, mark, dash_end, inside.end):
            found.append(_piece(text, start, author, mark + (text[mark] != ",")))
            start, author = dash_end, None
    if author is not None and not closed:
        found.append(_piece(text, start, author, inside.end))
    else:
        found.append(Piece(_trimmed(text, start, inside.end), None))
    return [piece for piece in found if len(piece.words)]


def _piece(text: str, start: int, author: tuple[int, int], end: int) -> Piece:
    mark, words_from = author
    return Piece(_trimmed(text, start, mark + (text[mark] not in ",:")), _trimmed(text, words_from, end))


def _separators(text: str, inside: Span, holes: Sequence[Span]) -> list[tuple[int, int]]:
    """Where the punctuation before each dash stands and where the words after the dash begin, holes left out."""
    found, number = [], 0
    for match in SEPARATOR.finditer(text, inside.start, inside.end):
        while number < len(holes) and holes[number].end <= match.start():
            number += 1
        if number == len(holes) or match.start() < holes[number].start or match.start() == holes[number].end - 1:
            found.append((match.start(), match.end()))
    return found


def _resumes(text: str, mark: int, dash_end: int, end: int) -> bool:
    """Whether the speech is taken up again: after ", –" in any way, after a full stop with a new sentence."""
    if text[mark] == ",":
        return True
    return dash_end < end and text[mark] in ".!?…:" and not text[dash_end].islower()


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)
