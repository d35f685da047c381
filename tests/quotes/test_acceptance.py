"""Whole articles of our own writing about invented states: the speech of a meeting, and of an interview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.model.records import Quote
from dragoman.speech import find_speech
from dragoman.text.segment import paragraphs

Read = Callable[[str, dict[str, Any]], tuple[Quote, ...]]

GOLDEN = Path(__file__).parents[1] / "golden" / "speech"

ORLOV = ["person", "Марк Орлов", "XA"]
SNEGIN = ["person", "Лев Снегин", "XB"]

MEETING = (GOLDEN / "meeting.txt").read_text(encoding="utf-8")

MEETING_PEOPLE = {
    "Марк Орлов": ORLOV,
    "Марка Орлова": ORLOV,
    "Лев Снегин": SNEGIN,
    "Глава государства": ["role", "Марк Орлов", "XA"],
    "Глава нашего государства": ["role", "Марк Орлов", "XA"],
    "Президент": ["role", "Марк Орлов", "XA"],
    "лидер Велии": ["role", "Марк Орлов", "XA"],
    "Президент Тарении": ["role", "Лев Снегин", "XB"],
    "Президентом Тарении": ["role", "Лев Снегин", "XB"],
    "он": ["pronoun", "Лев Снегин", "XB"],
}

INTERVIEW = (GOLDEN / "interview.txt").read_text(encoding="utf-8")

INTERVIEW_PEOPLE = {
    "Велинформ": ["outlet", "Велинформ", "XA"],
    "Моряк": ["outlet", "Моряк", "XA"],
    "президент Тарении": ["role", "Лев Снегин", "XB"],
    "Лев Снегин": SNEGIN,
    "президент": ["role", "Лев Снегин", "XB"],
    "Глава государства": ["role", "Лев Снегин", "XB"],
    "Он": ["pronoun", "Лев Снегин", "XB"],
}


def said(quotes: tuple[Quote, ...], form: str) -> list[tuple[str | None, str | None, str]]:
    return [(q.speaker.name if q.speaker else None, q.cue, q.text) for q in quotes if q.form == form]


def between(text: str, first: str, last: str) -> str:
    """From the first to the last words, both included."""
    return text[text.index(first) : text.index(last) + len(last)]


def test_dash_speech_of_a_meeting_is_whole_and_verbatim(read: Read) -> None:
    assert said(read(MEETING, MEETING_PEOPLE), "direct") == [
        ("Марк Орлов", "подчеркнуть", between(MEETING, "Наш общий", "ещё не было")),
        ("Марк Орлов", "сказать", between(MEETING, "Открываются новые", "долгой работы")),
        ("Лев Снегин", "отметить", between(MEETING, "Мы соседи и", "наших народов")),
    ]


def test_as_the_head_of_state_noted_is_reported_speech(read: Read) -> None:
    assert said(read(MEETING, MEETING_PEOPLE), "indirect") == [
        ("Марк Орлов", "отметить", between(MEETING, "Как отметил", "из года в год."))
    ]


def test_an_interview_has_one_speaker(read: Read) -> None:
    quotes = read(INTERVIEW, INTERVIEW_PEOPLE)
    assert {q.speaker.name for q in quotes if q.speaker} == {"Лев Снегин"}
    assert [text for _, _, text in said(quotes, "direct")] == [
        between(INTERVIEW, "За два года", "общее дело"),
        between(INTERVIEW, "Эта школа", "ста детей."),
        between(INTERVIEW, "За минувшие годы мы", "выросла вдвое"),
    ]
    assert said(quotes, "indirect") == [
        ("Лев Снегин", "рассказать", between(INTERVIEW, "Союз Велии", "отношения соседей.")),
        ("Лев Снегин", "подчеркнуть", between(INTERVIEW, "Он также", "морском союзе.")),
    ]


def test_a_paragraph_opened_again_mends_the_one_before(read: Read) -> None:
    first, lost, again = (q for q in read(INTERVIEW, INTERVIEW_PEOPLE) if q.form == "direct")
    assert lost.group == again.group != first.group
    assert (first.repaired, lost.repaired, again.repaired) == (False, True, False)
    notices = find_speech(INTERVIEW, paragraphs(INTERVIEW)).notices
    assert [(n.code, n.span.start if n.span else None) for n in notices] == [
        ("quote-unclosed", INTERVIEW.index('"Эта школа'))
    ]


def test_a_speaker_who_is_not_resolved_keeps_his_place(read: Read) -> None:
    text = "«Мы рады этому визиту», – сказал президент."
    (quote,) = read(text, {"президент": ["role", None, None]})
    assert quote.speaker is not None
    assert quote.speaker.name is None
    assert quote.speaker.span is not None
    assert quote.speaker.span.of(text) == "президент"


def test_he_is_not_the_one_before_when_somebody_else_acted(read: Read) -> None:
    text = "Марк Орлов отметил, что мост построен. Лев Снегин прибыл в порт. Он добавил, что рад."
    quotes = read(text, {"Марк Орлов": ORLOV, "Лев Снегин": SNEGIN})
    assert [q.speaker.name if q.speaker else None for q in quotes] == ["Марк Орлов", None]


def test_words_of_nobody_are_no_quotation(read: Read) -> None:
    assert read("На стене висело «слово о старом порту».", {}) == ()


def test_an_empty_text_has_no_speech(read: Read) -> None:
    assert read("", {}) == ()
