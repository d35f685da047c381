"""The two articles that the work began with, where the shared folder is at hand; anchors, none of their sentences."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.records import Quote
from dragoman.speech import find_speech
from dragoman.text.segment import paragraphs

Read = Callable[[str, dict[str, Any]], tuple[Quote, ...]]

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[3] / "shared")
TALKS = SHARED / "seeds" / "000_696e72025905c470.txt"
INTERVIEW = SHARED / "seeds" / "003_2b83d44b9f95d2bd.txt"

pytestmark = pytest.mark.skipif(not TALKS.exists(), reason="no shared folder")

HOST = ["role", "B", "XB"]
GUEST = ["role", "A", "XA"]


def test_talks_have_three_utterances(read: Read) -> None:
    text = TALKS.read_text(encoding="utf-8")
    people = {
        "Президент Азербайджана": HOST,
        "Глава нашего государства": GUEST,
        "Президент": GUEST,
        "лидер Казахстана": GUEST,
        "он": ["pronoun", "B", "XB"],
    }
    quotes = read(text, people)
    direct = [q for q in quotes if q.form == "direct"]
    assert [(q.speaker.name if q.speaker else None, q.cue) for q in direct] == [
        ("A", "подчеркнуть"),
        ("A", "сказать"),
        ("B", "отметить"),
    ]
    assert [q.text.count(". ") + 1 for q in direct] == [2, 5, 4]
    assert all(q.text == q.span.of(text) for q in quotes)
    assert [q.speaker.name for q in quotes if q.rule == "as-said" and q.speaker] == ["A"]


def test_the_interview_has_one_voice(read: Read) -> None:
    text = INTERVIEW.read_text(encoding="utf-8")
    people = {
        "Report": ["outlet", "Report", "XB"],
        "Kazinform": ["outlet", "Kazinform", "XA"],
        "президент Азербайджана": HOST,
        "президент": HOST,
        "Глава государства": HOST,
        "Он": ["pronoun", "B", "XB"],
    }
    quotes = read(text, people)
    assert {q.speaker.name for q in quotes if q.speaker} == {"B"}
    assert [q.rule for q in quotes if q.form == "indirect"] == ["about-that", "that-clause"]
    assert [q.group for q in quotes if q.form == "direct"] == [2, 3, 3]
    notices = find_speech(text, paragraphs(text)).notices
    assert [n.code for n in notices] == ["quote-unclosed"]
    assert notices[0].span is not None
    assert notices[0].span.start == text.index("Этот центр") - 1
