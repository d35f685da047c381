"""Articles with what they must give: expectation files, anchors into the text, and the readings, each made once.

An expectation is a YAML file beside or for a text. Where it points into the text it uses anchors: a few
words (`Глава государства`), which mean their first occurrence, `words#2` for the second one, or a pair
`[first words, last words]` for the stretch from one to the other. An anchor that the text does
not hold is a broken test and raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from dragoman.model.records import Reading
from dragoman.model.text import Span

DATA = Path(__file__).parent / "data"
KB = DATA / "kb"

Want = Mapping[str, Any]
"""One entry of an expectation file."""


class Case(msgspec.Struct, frozen=True):
    """One article with what it must give. `kb`: the folder of invented states, None for the package's own tables."""

    name: str
    file: Path
    want: Want
    kb: Path | None

    @property
    def text(self) -> str:
        """The article as it came: line ends untouched, no byte-order mark."""
        return self.file.read_bytes().decode("utf-8-sig")

    @property
    def reading(self) -> Reading:
        """What Dragoman makes of it; made once in a test run."""
        return _read(self.file, self.kb, self.want.get("outlet_given"), self.want.get("published_given"))


@cache
def _read(file: Path, kb: Path | None, outlet: str | None, published: str | None) -> Reading:
    import dragoman

    text = file.read_bytes().decode("utf-8-sig")
    return dragoman.read(text, outlet=outlet, published=published, kb=kb)


def cases(folder: Path, texts: Path, kb: Path | None) -> list[Case]:
    """One case for each expectation file of `folder`; its text lies in `texts`, under its `text` or the same stem."""
    found = []
    for file in sorted(folder.glob("*.yaml")):
        want = yaml.safe_load(file.read_text(encoding="utf-8"))
        found.append(Case(file.stem, texts / want.get("text", f"{file.stem}.txt"), want, kb))
    return found


def having(found: Sequence[Case], row: str) -> list[Any]:
    """The cases whose expectation has this row, as parameters."""
    return [pytest.param(case, id=case.name) for case in found if row in case.want]


def each(found: Sequence[Case], row: str) -> list[Any]:
    """Every entry of a row that is a list, with its case, as parameters."""
    return [
        pytest.param(case, entry, id=f"{case.name}-{number}-{_label(entry)}")
        for case in found
        for number, entry in enumerate(case.want.get(row, ()))
    ]


def _label(entry: Want) -> str:
    """What an entry is about, in Latin letters: pytest writes others as escapes."""
    return next(
        str(entry[key]) for key in ("type", "code", "kind", "actor", "speaker", "says", "builder") if key in entry
    )


# anchors


def spot(text: str, anchor: str | Sequence[str], start: int = 0) -> Span:
    """Where an anchor lies in the text. Raises ValueError where it does not."""
    if not isinstance(anchor, str):
        first = spot(text, anchor[0], start)
        return Span(first.start, spot(text, anchor[1], first.start).end)
    words, _, nth = anchor.partition("#")
    at = start - 1
    for _ in range(int(nth or 1)):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def sentences(words: str) -> int:
    """How many sentences: ends of sentence before a blank and a capital, and the last one."""
    return len(re.findall(r"[.!?…][»“\"]?\s+(?=[«„\"]?[А-ЯЁ])", words.strip())) + 1
