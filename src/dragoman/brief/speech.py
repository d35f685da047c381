"""Words of people in a brief: the speaker's own between marks, a report of them never."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.model import Cell, Entry
from dragoman.brief.references import References
from dragoman.lang import load
from dragoman.views.labels import label, phrase
from dragoman.views.quotes import QuoteLine
from dragoman.views.when import point_text

OWN_WORDS = frozenset({"direct", "mixed"})
"""Forms whose text is a slice of what was said."""

PAIRS = ("«»", "“”", "„“", '""', "‘’")
"""Marks that open and close."""

BETWEEN = " … "
"""Between pieces of one utterance: the article's own words stood there."""


def quote_entry(pieces: Sequence[QuoteLine], language: str, refs: References) -> Entry:
    """One utterance: the words, then who said them when."""
    first = pieces[0]
    day = point_text(first.published, language) if first.published else phrase(language, "undated")
    said = phrase(language, "said_of", speaker=first.speaker, date=day)
    words = BETWEEN.join(words_of(piece, language) for piece in pieces)
    numbers = refs.numbers(piece.source for piece in pieces)
    form = label(language, "form", first.form)
    return Entry(lines=(Cell(text=words, language="ru", refs=numbers), Cell(text=f"{said} – {form}", small=True)))


def words_of(piece: QuoteLine, language: str) -> str:
    """The words as they may be shown: verbatim between marks, or reported, with no marks around."""
    if piece.form in OWN_WORDS:
        marks = load(language, "labels.yaml")["marks"]
        return f"{marks['open']}{piece.text}{marks['close']}"
    return unmarked(piece.text)


def unmarked(text: str) -> str:
    """Reported words without marks around the whole; marks inside (a title) stay.

    >>> unmarked("«стороны довольны»"), unmarked("«Вестник» и «Заря» сообщили")
    ('стороны довольны', '«Вестник» и «Заря» сообщили')
    """
    text = text.strip()
    for opening, closing in (tuple(pair) for pair in PAIRS):
        inner = text[1:-1]
        if (
            len(text) > 1
            and text[0] == opening
            and text[-1] == closing
            and opening not in inner
            and closing not in inner
        ):
            return unmarked(inner)
    return text
