"""Speech as it looks in the text: see tests/golden/speech/cases.yaml for the notation."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.model.records import Quote

GOLDEN = yaml.safe_load((Path(__file__).parents[1] / "golden" / "speech" / "cases.yaml").read_text(encoding="utf-8"))
TAG = re.compile(r"\{(?:direct|mixed|indirect) \d+!? = ?[^|{}]*\| |\}")
Read = Callable[[str, dict[str, Any]], tuple[Quote, ...]]


def bare(marked: str) -> str:
    """The text without the notation."""
    return TAG.sub("", marked)


def marked(text: str, quotes: tuple[Quote, ...]) -> str:
    """The text with its quotations in the notation."""
    written, at = "", 0
    for quote in sorted(quotes, key=lambda q: q.span):
        speaker = quote.speaker.name if quote.speaker and quote.speaker.name else ""
        tag = f"{quote.form} {quote.group}{'!' * quote.repaired} = {speaker} | ".replace("=  |", "= |")
        written += text[at : quote.span.start] + "{" + tag + quote.span.of(text) + "}"
        at = quote.span.end
    return written + text[at:]


@cache
def people() -> dict[str, Any]:
    return dict(GOLDEN["people"])


@pytest.mark.parametrize("case", GOLDEN["cases"])
def test_reads_as_marked(case: str, read: Read) -> None:
    text = bare(case)
    assert marked(text, read(text, people())) == case


def test_there_are_enough_cases() -> None:
    assert len(GOLDEN["cases"]) >= 60
