"""Where quotation marks open and close: one state machine over all the marks that Russian news uses.

«…», „…“, „…”, “…”, "…", nested in any mix. A mark that may be either is told by its neighbours, then by what is open.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.model.findings import Notice
from dragoman.model.text import Span

MARK = '«»„“”‟"'
RUN = re.compile(rf"[{MARK}](?:[{MARK}*_]*[{MARK}])?")
"""Marks that touch, with the bold and italic signs of Telegram between them."""

ANY_MARK = re.compile(f"[{MARK}]")

USUAL = {"«": "open", "„": "open", "‟": "open", "»": "close", "”": "close"}
"""What a mark does where its neighbours do not say; the others (ASCII, “) do whatever fits what is open."""

CLOSES = {"»": "«", "«": "«", "“": "„“", "”": "„“”‟", '"': '"', "„": "„", "‟": "‟"}
"""Closing mark → the opening marks that it may belong to."""

OPENS_AFTER = "([{—–―-/:=>"
ENDS_BEFORE = "([{"

MOST_MARKS = 100_000
"""Marks of one article that are read: a long book has fewer. Bounds time and memory on a file of nothing but marks."""

MOST_NOTICES = 100
"""Doubtful marks of one article that are told one by one; one more notice counts the others."""

DEEPEST = 8
"""Marks within marks; a deeper one is text. Bounds memory on a file of nothing but marks."""

REACH = 20
"""Paragraphs that words between marks may run on without being opened again."""

SHARED_CLOSER = re.compile(r"[.!?…]?\s{0,4}(?:$|,\s{0,4}[-–—―]\s)")
"""After a closing mark that may serve two openings («… «Один пояс», –): the end, or the author's words."""


SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\Wа-яёa-z\d_])")


class Found(msgspec.Struct):
    """A pair of marks: `start` to `end` with them, `first` to `last` the words. `follows`: opened here again."""

    start: int
    first: int
    last: int
    end: int
    mark: str
    repaired: bool = False
    follows: bool = False
    unclosed: bool = False


class _Open:
    """A mark that waits for its closing one. `sharer`: the first inner pair whose closing mark may serve both."""

    __slots__ = ("at", "follows", "mark", "sharer")

    def __init__(self, at: int, mark: str, follows: bool) -> None:
        self.at, self.mark, self.follows = at, mark, follows
        self.sharer: Found | None = None


def roles(text: str, paragraph: Span) -> Iterator[tuple[int, str, str]]:
    """Each mark of a paragraph: where, which, and whether it can `open`, `close` or do `either`."""
    for run in RUN.finditer(text, paragraph.start, paragraph.end):
        left = _beyond(text, run.start(), -1, paragraph)
        right = _beyond(text, run.end(), 1, paragraph)
        asked = _by_neighbours(left, right)
        for at in range(run.start(), run.end()):
            if text[at] in MARK:
                yield at, text[at], asked or USUAL.get(text[at], "either")


def _beyond(text: str, at: int, step: int, paragraph: Span) -> str:
    """The nearest character that is no sign of bold or italics; empty at the paragraph's edge."""
    at = at - 1 if step < 0 else at
    for _ in range(5):
        if not paragraph.start <= at < paragraph.end:
            return ""
        if text[at] not in "*_":
            return text[at]
        at += step
    return ""


def _by_neighbours(left: str, right: str) -> str | None:
    """
    >>> _by_neighbours(" ", "С"), _by_neighbours("а", ","), _by_neighbours("о", "С")
    ('open', 'close', None)
    """
    opens = not _blank(right) and (_blank(left) or left in OPENS_AFTER or not (left.isalnum() or left in ".,;!?…)]}%"))
    closes = not _blank(left) and left not in ENDS_BEFORE and not right.isalnum() and right not in ENDS_BEFORE
    if opens == closes:
        return None
    return "open" if opens else "close"


def _blank(character: str) -> bool:
    return not character or character.isspace()


class Marks:
    """The machine. `pairs` in order of closing; `notices` of what was mended.

    Of the marks the first MOST_MARKS are read and the rest are text (`quotes-unread`); of the notices the first
    MOST_NOTICES are given and the rest are counted in one (`quotes-doubtful`).
    """

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self._untold: list[int] = []
        self.pairs: list[Found] = []
        self.notices: list[Notice] = []
        self._stack: list[_Open] = []
        self._ignored = 0
        self._unopened_end = -1
        self._edge = 0

    def run(self) -> None:
        """Go over all paragraphs."""
        unread = first_unread(self.text)
        paragraphs = self.paragraphs if unread is None else list(_up_to(self.paragraphs, unread))
        self._read(paragraphs)
        if unread is not None:
            self.notices.append(_notice("quotes-unread", unread, "too many quotation marks: from here on none is read"))
        if self._untold:
            message = f"{len(self._untold)} more doubtful quotation marks from here on"
            self.notices.append(_notice("quotes-doubtful", min(self._untold), message))

    def _read(self, paragraphs: Sequence[Span]) -> None:
        starts, carries = _outlook(self.text, paragraphs)
        follows = False
        for number, paragraph in enumerate(paragraphs):
            self._edge = paragraph.end
            for at, mark, role in roles(self.text, paragraph):
                self._take(at, mark, role, follows)
                follows = False
            follows = self._end(paragraph, starts[number + 1], carries[number + 1])

    def _take(self, at: int, mark: str, role: str, follows: bool) -> None:
        if role == "open" or (role == "either" and not self._fits(mark)):
            self._open(at, mark, follows)
        else:
            self._close(at, mark)

    def _fits(self, mark: str) -> bool:
        return any(opened.mark in CLOSES[mark] for opened in self._stack)

    def _open(self, at: int, mark: str, follows: bool) -> None:
        if len(self._stack) >= DEEPEST:
            self._ignored += 1
        else:
            self._stack.append(_Open(at, mark, follows))

    def _close(self, at: int, mark: str) -> None:
        if self._ignored:
            self._ignored -= 1
            return
        if not self._stack:
            self._never_opened(at)
            return
        fitting = [i for i, opened in enumerate(self._stack) if opened.mark in CLOSES[mark]]
        target = fitting[-1] if fitting else len(self._stack) - 1
        while len(self._stack) - 1 > target:
            self._mend(self._stack.pop(), at)
        self._pair(self._stack.pop(), at, at + 1, repaired=not fitting)

    def _pair(self, opened: _Open, last: int, end: int, repaired: bool = False, unclosed: bool = False) -> None:
        if opened.at + 1 == last:
            return
        pair = Found(opened.at, opened.at + 1, last, end, opened.mark, repaired, opened.follows, unclosed)
        self.pairs.append(pair)
        if self._stack and self._stack[-1].sharer is None and self._may_be_shared(end):
            self._stack[-1].sharer = pair

    def _may_be_shared(self, end: int) -> bool:
        return SHARED_CLOSER.match(self.text, end, min(end + 12, self._edge)) is not None

    def _mend(self, opened: _Open, end: int) -> None:
        """Close at `end` what was never closed."""
        self._pair(opened, end, end, repaired=True, unclosed=True)
        self._note("quote-unclosed", opened.at, "a quotation mark is never closed; closed where the words must end")

    def _never_opened(self, at: int) -> None:
        if at != self._unopened_end:
            self._note("quote-unopened", at, "a closing quotation mark without an opening one")
        self._unopened_end = at + 1

    def _note(self, code: str, at: int, message: str) -> None:
        if len(self.notices) < MOST_NOTICES:
            self.notices.append(_notice(code, at, message))
        else:
            self._untold.append(at)

    def _end(self, paragraph: Span, reopened: bool, carries: bool) -> bool:
        """Close or carry what the paragraph leaves open; whether the next paragraph opens the same words again."""
        self._ignored = 0
        while self._stack and (sharer := self._sharer(paragraph, carries)) is not None:
            opened = self._stack.pop()
            self._pair(opened, sharer.last, sharer.end)
        if carries or not self._stack:
            return False
        while self._stack:
            opened = self._stack.pop()
            self._mend(opened, self._end_of_words(opened, paragraph))
        return reopened

    def _end_of_words(self, opened: _Open, paragraph: Span) -> int:
        """Where words never closed end: a fragment that begins small with its sentence, others with the paragraph."""
        if not self.text[opened.at + 1 : opened.at + 2].islower():
            return paragraph.end
        end = SENTENCE_END.search(self.text, opened.at, paragraph.end)
        if end is None or any(p.start < end.start() < p.end for p in self._inside(opened)):
            return paragraph.end
        return end.start()

    def _inside(self, opened: _Open) -> Iterator[Found]:
        """The pairs within what is still open."""
        return itertools.takewhile(lambda pair: pair.start > opened.at, reversed(self.pairs))

    def _sharer(self, paragraph: Span, carries: bool) -> Found | None:
        """The inner pair whose closing mark also closes the innermost open one («… «Один пояс», – сказал он)."""
        sharer = self._stack[-1].sharer
        if sharer is None or sharer.mark != self._stack[-1].mark:
            return None
        if self._end_of_words(self._stack[-1], Span(paragraph.start, sharer.end)) < sharer.end:
            return None
        at_end = not self.text[sharer.end : paragraph.end].strip(" \t\u00a0.!?…")[:1]
        return None if at_end and carries else sharer


def _notice(code: str, at: int, message: str) -> Notice:
    return Notice(code=code, message=message, span=Span(at, at + 1))


def first_unread(text: str) -> int | None:
    """Where the first mark beyond MOST_MARKS stands, or None where there are not so many.

    >>> first_unread("«а»" * 50_000), first_unread("«" * 100_001)
    (None, 100000)
    """
    if sum(map(text.count, MARK)) <= MOST_MARKS:
        return None
    return next(itertools.islice(ANY_MARK.finditer(text), MOST_MARKS, None)).start()


def _up_to(paragraphs: Sequence[Span], end: int) -> Iterator[Span]:
    """The paragraphs, or the part of one, before `end`."""
    for paragraph in paragraphs:
        if paragraph.start >= end:
            return
        yield Span(paragraph.start, min(paragraph.end, end))


def _outlook(text: str, paragraphs: Sequence[Span]) -> tuple[list[bool], list[bool]]:
    """For each paragraph and one beyond: does it begin with an opening mark; does an open pair close from here on?"""
    begins, closes = [], []
    for paragraph in paragraphs:
        first, unmatched = _survey(text, paragraph)
        begins.append(first)
        closes.append(unmatched)
    begins.append(False)
    carries = [False] * (len(paragraphs) + 1)
    distance = REACH
    for number in range(len(paragraphs) - 1, -1, -1):
        distance = REACH if begins[number] else 0 if closes[number] else min(distance + 1, REACH)
        carries[number] = distance < REACH
    return begins, carries


def _survey(text: str, paragraph: Span) -> tuple[bool, bool]:
    """Whether the paragraph begins with an opening mark, and whether it closes more than it opens."""
    begins, depth, unmatched = False, 0, False
    for at, _, role in roles(text, paragraph):
        opens = role == "open" or (role == "either" and depth == 0)
        begins = begins or (opens and not text[paragraph.start : min(at, paragraph.start + 12)].strip(" *_\t\u00a0"))
        depth += 1 if opens else -1
        if depth < 0:
            unmatched, depth = True, 0
    return begins, unmatched
