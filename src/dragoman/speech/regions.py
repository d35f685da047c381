"""From pairs of marks and opening dashes to regions: nesting, the author's words cut out, names told from speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.model.text import Span
from dragoman.speech.cues import WORD
from dragoman.speech.dashes import DASH, SEPARATOR, Piece, begins_with_dash, is_author, pieces, says
from dragoman.speech.marks import Found, Marks
from dragoman.speech.model import Region, Speech
from dragoman.speech.titles import is_title
from dragoman.speech.turns import ANSWER, QUESTION, asks, labelled

LONGEST_AUTHOR = 250
"""Characters of the author's words between two quoted pieces of one utterance."""


def regions_of(text: str, paragraphs: Sequence[Span]) -> Speech:
    """See `find_speech`."""
    marks = Marks(text, paragraphs)
    marks.run()
    top, inner = _tops(_undoubled(marks.pairs))
    found = [*_quoted(text, top, inner), *_dashed(text, paragraphs, top), *_inner(text, inner)]
    found += _labelled(text, paragraphs, top)
    notices = sorted(marks.notices, key=lambda notice: notice.span or Span(0, 0))
    return Speech(tuple(_numbered(found)), tuple(notices))


def _undoubled(pairs: Sequence[Found]) -> Iterator[Found]:
    """In order of beginning, ««words»» as one pair."""
    last: Found | None = None
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        if pair.first == pair.last:
            continue
        if last and pair.mark == last.mark and pair.start == last.first and pair.end in (last.last, last.end):
            last.first, last.last = pair.first, pair.last
        else:
            if last:
                yield last
            last = pair
    if last:
        yield last


def _tops(pairs: Iterator[Found]) -> tuple[list[Found], list[Found]]:
    """The outermost pairs, and the rest."""
    top: list[Found] = []
    inner: list[Found] = []
    for pair in pairs:
        (inner if top and pair.start < top[-1].end else top).append(pair)
    return top, inner


def _inner(text: str, inner: Sequence[Found]) -> Iterator[Region]:
    """Marks within marks: one region each, of its own group."""
    for number, pair in enumerate(inner):
        words, outer = Span(pair.first, pair.last), Span(pair.start, pair.end)
        kind = "title" if is_title(text, words, outer) else "marks"
        yield Region(words, outer, kind, -number - 1, pair.mark, repaired=pair.repaired)


def _quoted(text: str, top: Sequence[Found], inner: Sequence[Found]) -> Iterator[Region]:
    """The outermost pairs as regions; pieces of one utterance share the group of the first."""
    last: Found | None = None
    group = at = 0
    for pair in top:
        holes = []
        while at < len(inner) and inner[at].start < pair.end:
            holes.append(Span(inner[at].start, inner[at].end))
            at += 1
        words, outer = Span(pair.first, pair.last), Span(pair.start, pair.end)
        if is_title(text, words, outer):
            yield Region(words, outer, "title", pair.start, pair.mark, repaired=pair.repaired)
            continue
        reopened = pair.follows and last is not None
        if not reopened and not (last and _goes_on(text, last, pair)):
            group = pair.start
        yield from _pieces_of(
            pair, pieces(text, words, _outermost(holes), closed=not pair.unclosed), group, pair.repaired
        )
        last = pair


def _outermost(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _pieces_of(pair: Found, parts: Sequence[Piece], group: int, repaired: bool) -> Iterator[Region]:
    for number, piece in enumerate(parts):
        start = pair.start if number == 0 else piece.words.start
        last = number == len(parts) - 1 and piece.author is None
        end = pair.end if last else piece.words.end
        yield Region(piece.words, Span(start, end), "marks", group, pair.mark, repaired, piece.author)


def _goes_on(text: str, last: Found, pair: Found) -> bool:
    """Whether only the author's words between dashes part the two: «П», – сказал он, – «п»."""
    if pair.start - last.end > LONGEST_AUTHOR:
        return False
    dash = SEPARATOR.match(text, last.end - 1, pair.start) or SEPARATOR.match(text, last.end, pair.start)
    if dash is None or not is_author(text, dash.end(), pair.start, ","):
        return False
    author = text[dash.end() : pair.start].rstrip()
    if "\n" in author:
        return False
    return author[-1:] in DASH or (author[-1:] == ":" and ". " not in author)


class _Paragraph(msgspec.Struct, frozen=True):
    """A paragraph that begins with a dash: the dash, and the pieces of speech after it."""

    number: int
    span: Span
    dash: Span
    parts: list[Piece]

    @property
    def tagged(self) -> bool:
        """Whether the author's words stand in it."""
        return any(piece.author for piece in self.parts)


def _dashed(text: str, paragraphs: Sequence[Span], top: Sequence[Found]) -> Iterator[Region]:
    """Paragraphs that begin with a dash, as regions."""
    run: list[_Paragraph] = []
    for number, span in enumerate(paragraphs):
        dash = begins_with_dash(text, span)
        if dash is None or (held := _holes(top, span)) is None:
            yield from _run_of_dashes(text, paragraphs, run)
            run = []
        else:
            parts = pieces(text, Span(dash.end, span.end), held, closed=False)
            run.append(_Paragraph(number, span, dash, parts))
    yield from _run_of_dashes(text, paragraphs, run)


def _holes(top: Sequence[Found], paragraph: Span) -> list[Span] | None:
    """The outermost pairs of marks of a paragraph, or None where a pair runs over its edge."""
    at = bisect_left(top, paragraph.start, key=lambda pair: pair.end)
    held: list[Span] = []
    while at < len(top) and top[at].start < paragraph.end:
        if top[at].start < paragraph.start or top[at].end > paragraph.end:
            return None
        held.append(Span(top[at].start, top[at].end))
        at += 1
    return held


def _run_of_dashes(text: str, paragraphs: Sequence[Span], run: Sequence[_Paragraph]) -> Iterator[Region]:
    """Adjoining dash paragraphs: speech, or the entries of a list."""
    if not run:
        return
    before = paragraphs[run[0].number - 1] if run[0].number else None
    turns = _turns(text, before, run)
    told = any(paragraph.tagged for paragraph in run) or QUESTION in turns
    listed = not told and before is not None and _introduces_list(text, before, len(run))
    for paragraph, turn in zip(run, turns, strict=True):
        item = not paragraph.tagged and turn is None and (listed or _looks_like_item(text, paragraph))
        yield from _regions_of_paragraph(text, paragraph, "item" if item else "dash", turn)


def _turns(text: str, before: Span | None, run: Sequence[_Paragraph]) -> list[str | None]:
    """What each paragraph is in a conversation: a question that the next one answers, an answer, or neither.

    Several entries under a heading that asks ("Что известно?") are a list and answer nothing.
    """
    turns: list[str | None] = []
    asked = before is not None and len(run) == 1 and asks(text, before)
    for number, paragraph in enumerate(run):
        asking = asks(text, paragraph.span) and not paragraph.tagged and number + 1 < len(run)
        turns.append(QUESTION if asking else ANSWER if asked and not paragraph.tagged else None)
        asked = asks(text, paragraph.parts[0].words) if paragraph.parts else False
    return turns


def _introduces_list(text: str, before: Span, entries: int) -> bool:
    """Whether entries follow: "Главное:"; but "Президент сказал:" before one paragraph brings in his words."""
    if text[before.start : before.end].rstrip(" *_\u00a0")[-1:] != ":":
        return False
    last_words = text[max(before.start, before.end - 120) : before.end]
    return entries > 1 or not any(says(word.group()) for word in WORD.finditer(last_words))


def _looks_like_item(text: str, paragraph: _Paragraph) -> bool:
    """Whether it is no sentence: small first letter, a semicolon or nothing at its end."""
    words = text[paragraph.dash.end : paragraph.span.end].strip(" *_\u00a0")
    return not words or words[0].islower() or words[-1] not in '.!?…»”")'


def _regions_of_paragraph(text: str, paragraph: _Paragraph, kind: str, turn: str | None) -> Iterator[Region]:
    style = text[paragraph.dash.start : paragraph.dash.end].strip("*_ \t\n\u00a0")[:1]
    for number, piece in enumerate(paragraph.parts):
        start = paragraph.dash.start if number == 0 else piece.words.start
        # a mark never closed in it runs to the paragraph's end, which the words may stop short of
        outer = Span(start, piece.words.end if piece.author else _last_end(paragraph, number))
        yield Region(piece.words, outer, kind, paragraph.dash.start, style, author=piece.author, turn=turn)


def _last_end(paragraph: _Paragraph, number: int) -> int:
    """Where a piece without author's words after it ends: the last one with its paragraph."""
    last = number == len(paragraph.parts) - 1
    return paragraph.span.end if last else paragraph.parts[number].words.end


def _labelled(text: str, paragraphs: Sequence[Span], top: Sequence[Found]) -> Iterator[Region]:
    """The words after the labels of a printed conversation; the label itself stays the narrator's."""
    for words, turn in labelled(text, paragraphs):
        if _holes(top, words) is not None:
            yield Region(words, words, "dash", words.start, ":", turn=turn)


def _numbered(found: Sequence[Region]) -> Iterator[Region]:
    """In order of beginning, with levels, and groups numbered from 1 in order of their first region."""
    ordered = sorted(found, key=lambda region: (region.outer.start, -region.outer.end, region.kind != "marks"))
    groups: dict[int, int] = {}
    held: list[Span] = []
    for region in ordered:
        while held and held[-1].end <= region.outer.start:
            held.pop()
        group = groups.setdefault(region.group, len(groups) + 1)
        yield msgspec.structs.replace(region, group=group, level=len(held))
        held.append(region.outer)
