"""Turns of a printed conversation, which no author's words part: "– Когда? – Весной.", "Вопрос: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dragoman.lang import load
from dragoman.model.text import Span
from dragoman.speech.cues import fold

QUESTION, ANSWER = "question", "answer"

CAPITALISED = r"[^\W\d_a-zа-яё][\w.’'-]{0,30}"
LABEL = re.compile(rf"[*_]{{0,4}}({CAPITALISED}(?:[ \u00a0]{CAPITALISED}){{0,3}})[*_]{{0,4}}:[*_]{{0,4}}\s{{1,3}}")
"""One to four words with a capital and a colon at the beginning of a paragraph: "Корр.: ", "М. Орлов: "."""

AFTER_WORDS = ' \t\n\u00a0*_»”“"'


def asks(text: str, words: Span) -> bool:
    """Whether the words end as a question.

    >>> asks("Когда подпишут договор?**", Span(0, 25)), asks("Когда? Весной.", Span(0, 14))
    (True, False)
    """
    end = words.end
    while end > words.start and text[end - 1] in AFTER_WORDS:
        end -= 1
    return text[words.start : end].endswith(("?", "?!", "?.."))


def labelled(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, str | None]]:
    """The words of each labelled paragraph with its turn, None where the label is a name.

    Names are labels only after the first question with a label; elsewhere a word and a colon may be anything.

    >>> text = "Корр.: Когда подпишут договор?"
    >>> [(span.of(text), turn) for span, turn in labelled(text, [Span(0, len(text))])]
    [('Когда подпишут договор?', 'question')]
    """
    found = [(Span(label.end(), p.end), _turn(label.group(1))) for p in paragraphs if (label := _label(text, p))]
    first = next((number for number, (_, turn) in enumerate(found) if turn == QUESTION), len(found))
    yield from ((words, turn) for words, turn in found[first:] if len(words))


def _label(text: str, paragraph: Span) -> re.Match[str] | None:
    return LABEL.match(text, paragraph.start, paragraph.end)


def _turn(label: str) -> str | None:
    return turn_labels().get(fold(label.strip(" \u00a0.")))


@lru_cache(maxsize=1)
def turn_labels() -> Mapping[str, str]:
    """Label in small letters, without its full stop → `question` or `answer`."""
    return {row["label"]: row["turn"] for row in load("ru", "turn_labels.tsv")}
