"""What stands in a text but is not article: stamps, view counts, picture names, subscribe lines.

Patterns are data: lang/ru/noise.yaml.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.lang import load
from dragoman.model.text import Span
from dragoman.text.segment import lines

HEAD_LINES = 6
"""A section name can stand among so many first lines, before or beside the date stamp."""

TAIL_LENGTH = 300
"""A subscribe line is shorter than this; what is longer is article."""

NUMERIC_DATE = r"\d{1,2}[.\-/]\d{1,2}[.\-/]\d{4}|\d{4}-\d{2}-\d{2}"
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"

BULLET = re.compile("^[\\s•·|\u2190-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff]+")
"""Blanks, bullets and the pictures that posts begin their lines with."""

BESIDE = 4
"""Words (a section, "просмотры") that may stand on one line with a page's date."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("ru", "noise.yaml")
    return re.compile("|".join(words["line"])), re.compile("|".join(words["tail"]))


@lru_cache(maxsize=1)
def _full_date() -> re.Pattern[str]:
    """A day with its year, in figures or with the month's name."""
    months = load("ru", "months.yaml").values()
    names = {_fold(word) for forms in months for word in (forms["gen"], forms["nom"], *forms["short"])}
    named = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"{NUMERIC_DATE}|\d{{1,2}}\s+(?:{named})\.?,?\s+\d{{4}}(?!\d)(?:\s*(?:г\.|года?))?")


@lru_cache(maxsize=1)
def _stamp() -> re.Pattern[str]:
    """Dates, times, and the words and marks that go with them, and nothing else."""
    words = "|".join(load("ru", "noise.yaml")["stamp"])
    marks = r"[\s,.|•·:()+\-–—/]|\d{1,2}(?=\))"
    return re.compile(
        rf"^(?:{_full_date().pattern}|\d{{1,2}}[.\-/]\d{{1,2}}[.\-/]\d{{2}}|{CLOCK}|(?:{words})\b|{marks})+$"
    )


def find_noise(text: str) -> tuple[Span, ...]:
    """The lines that are not article, neighbouring ones as one span, in order.

    >>> text = "24.11.2023, 15:45\\nПросмотры: 45\\nПереговоры прошли в Баку.\\nПодписывайтесь на канал"
    >>> [span.of(text) for span in find_noise(text)]
    ['24.11.2023, 15:45\\nПросмотры: 45', 'Подписывайтесь на канал']
    """
    found = lines(text)
    tail = _tail_start(text, found)
    body = found[:tail]
    hidden = [line for i, line in enumerate(body) if _is_noise(text, line) or _heads(text, body, i)]
    return _joined(text, (*hidden, *found[tail:]))


def _joined(text: str, noisy: tuple[Span, ...]) -> tuple[Span, ...]:
    """Lines with only blanks between them as one span; blanks before the first line belong to it."""
    spans: list[Span] = []
    for line in noisy:
        end = spans[-1].end if spans else 0
        if text[end : line.start].strip():
            spans.append(line)
        else:
            start = spans.pop().start if spans else 0
            spans.append(Span(start, line.end))
    return tuple(spans)


def is_stamp(line: str) -> bool:
    """Whether a line holds nothing but a date or a time, with the marks and words that go with them.

    >>> is_stamp("• 18 октября, 2025"), is_stamp("18 октября состоялись переговоры")
    (True, False)
    """
    folded = _fold(BULLET.sub("", line))
    return len(folded) < 80 and any(c.isdigit() for c in folded) and bool(_stamp().match(folded))


def is_head_stamp(line: str) -> bool:
    """Whether a line at the head of a page is its stamp: a full date and few words beside it.

    >>> is_head_stamp("События | 2 ноября 2023, 17:20 | 641"), is_head_stamp("2 ноября 2023 года он прибыл в Астану.")
    (True, False)
    """
    folded = _fold(line)
    found = _full_date().search(folded)
    if found is None or len(folded) > 90 or (folded.endswith((".", "!", "?", ":")) and not folded.endswith("г.")):
        return False
    rest = folded[: found.start()] + " " + folded[found.end() :]
    return len(re.findall(r"[а-яa-z]{2,}", rest)) <= BESIDE


def _fold(line: str) -> str:
    return " ".join(line.lower().replace("ё", "е").split())


def _is_noise(text: str, line: Span) -> bool:
    if len(line) > TAIL_LENGTH:
        return False
    words = line.of(text)
    noisy = _patterns()[0]
    return is_stamp(words) or bool(noisy.match(_fold(words)) or noisy.match(_fold(BULLET.sub("", words))))


def _tail_start(text: str, found: tuple[Span, ...]) -> int:
    """Index of the first line of the tail; a tail takes at most the last third of the lines and never the first."""
    first = max(1, len(found) - max(4, len(found) // 3))
    for i in range(first, len(found)):
        if len(found[i]) <= TAIL_LENGTH and _patterns()[1].match(_fold(BULLET.sub("", found[i].of(text)))):
            return i
    return len(found)


def _heads(text: str, found: tuple[Span, ...], i: int) -> bool:
    """A stamp or a section name among the first lines."""
    return (i < HEAD_LINES and is_head_stamp(found[i].of(text))) or _is_section(text, found, i)


def _is_section(text: str, found: tuple[Span, ...], i: int) -> bool:
    """A section name: one to three words with no full stop, directly before a stamp, among the first lines."""
    if i + 1 >= min(len(found), HEAD_LINES) or not is_stamp(found[i + 1].of(text)):
        return False
    words = found[i].of(text)
    return len(words.split()) <= 3 and not re.search(r"[.!?:»\"]$", words) and not is_stamp(words)


def section_of(text: str, noise: tuple[Span, ...]) -> str | None:
    """The section name that a saved page printed over its date, or None."""
    found = lines(text)
    for i in range(min(len(found), HEAD_LINES)):
        if _among(found[i], noise) and _is_section(text, found, i):
            return BULLET.sub("", found[i].of(text))
    return None


def stamp_lines(text: str, noise: tuple[Span, ...]) -> str:
    """The stamp lines among the first ones, joined by line ends, for reading the publication date from."""
    head = lines(text)[:HEAD_LINES]
    stamped = (line.of(text) for line in head if _among(line, noise) and _stamped(line.of(text)))
    return "\n".join(BULLET.sub("", line) for line in stamped)


def _stamped(line: str) -> bool:
    return is_stamp(line) or is_head_stamp(line)


def _among(line: Span, noise: tuple[Span, ...]) -> bool:
    return any(span.holds(line) for span in noise)
