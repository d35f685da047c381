"""Where marks open and close: regions as they look in the text."""

from __future__ import annotations

import pytest

from dragoman.model.text import Span
from dragoman.speech import Region, Speech, find_speech
from dragoman.speech import marks as marks_module
from dragoman.text.segment import paragraphs


def speech_of(text: str) -> Speech:
    return find_speech(text, paragraphs(text))


def words(text: str, kind: str | None = None) -> list[str]:
    return [r.span.of(text) for r in speech_of(text).regions if kind is None or r.kind == kind]


def codes(text: str) -> list[str]:
    return [notice.code for notice in speech_of(text).notices]


@pytest.mark.parametrize(
    ("opening", "closing"), [("«", "»"), ("„", "“"), ("„", "”"), ("“", "”"), ('"', '"'), ("««", "»»"), ("**«", "»**")]
)
def test_every_pair_of_marks_is_known(opening: str, closing: str) -> None:
    text = f"Он сказал: {opening}Мы скоро приедем{closing}."
    assert words(text) == ["Мы скоро приедем"]
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Мы „здесь“ и “там”», – сказал он", ["Мы „здесь“ и “там”", "здесь", "там"]),
        ('"ООО "Рассвет" растёт", - отметил он', ['ООО "Рассвет" растёт', "Рассвет"]),
        ('"Рассвет", "Закат" и "Полдень" - заводы', ["Рассвет", "Закат", "Полдень"]),
        ('Он сказал:"Мы рады вам".', ["Мы рады вам"]),
        ('("Мы рады вам")', ["Мы рады вам"]),
        ("«» и слова", []),
    ],
)
def test_marks_nest(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert codes(text) == []


def test_one_closing_mark_may_serve_two_openings() -> None:
    text = "«Нас ведёт «Северный путь», – сказал он. Встреча прошла в порту."
    assert words(text) == ["Нас ведёт «Северный путь", "Северный путь"]
    assert codes(text) == []


def test_words_over_paragraphs_that_are_opened_again_are_one_group() -> None:
    text = '"Мы строим дорогу к морю.\n\n"Мы строим и мост", - отметил он.'
    first, second = speech_of(text).regions
    assert (first.span.of(text), second.span.of(text)) == ("Мы строим дорогу к морю.", "Мы строим и мост")
    assert first.group == second.group
    assert (first.repaired, second.repaired) == (True, False)
    assert speech_of(text).notices[0].span == Span(0, 1)
    assert codes(text) == ["quote-unclosed"]


def test_words_over_paragraphs_that_close_once_are_one_region() -> None:
    text = "«Мы строим дорогу к морю.\nМы строим и мост», – отметил он."
    assert words(text) == ["Мы строим дорогу к морю.\nМы строим и мост"]
    assert codes(text) == []


def test_words_never_closed_end_before_the_authors() -> None:
    text = '"Мы строим мост, – отметил он.\nДругой абзац.'
    assert words(text) == ["Мы строим мост"]
    assert codes(text) == ["quote-unclosed"]


def test_a_small_fragment_never_closed_ends_with_its_sentence() -> None:
    text = "Это судно «из проекта „Волна“. Утверждается, что оно новое. Другое судно – «Берег»."
    assert words(text) == ["из проекта „Волна“", "Волна", "Берег"]


def test_a_closing_mark_alone_is_told() -> None:
    text = "Мы рады», сказал он."
    assert words(text) == []
    assert [n.span for n in speech_of(text).notices] == [Span(7, 8)]
    assert codes(text) == ["quote-unopened"]


@pytest.mark.parametrize(
    "text",
    ["газета «Голос севера сегодня»", "договор «О дружбе и добром соседстве»", "в зале «Парус»", "форума «Море 2030»"],
)
def test_names_are_titles(text: str) -> None:
    assert [r.kind for r in speech_of(text).regions] == ["title"]


@pytest.mark.parametrize("text", ["газета пишет: «Море спокойно»", "«Спасибо вам», – сказал он", "«в ближайшее время»"])
def test_words_are_no_titles(text: str) -> None:
    assert [r.kind for r in speech_of(text).regions] == ["marks"]


def test_at_finds_the_outermost_words() -> None:
    text = "Он сказал: «Мы „здесь“ вместе»."
    speech = speech_of(text)
    found = speech.at(text.index("здесь"))
    assert isinstance(found, Region)
    assert found.span.of(text) == "Мы „здесь“ вместе"
    assert speech.at(3) is None
    assert speech.at(len(text) - 1) is None


def test_doubtful_marks_beyond_the_first_hundred_are_counted_in_one_notice() -> None:
    text = "«Слова\n\n" * 103
    notices = speech_of(text).notices
    assert [n.code for n in notices] == ["quote-unclosed"] * 100 + ["quotes-doubtful"]
    assert notices[-1].message.startswith("3 more")
    assert notices[-1].span is not None
    assert text[: notices[-1].span.start].count("«") == 100


def test_marks_beyond_the_limit_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_module, "MOST_MARKS", 4)
    text = "Он сказал: «Мы рады вам», «мы ждём вас», «мы здесь все»."
    assert words(text) == ["Мы рады вам", "мы ждём вас"]
    assert [(n.code, n.span and n.span.start) for n in speech_of(text).notices] == [("quotes-unread", 41)]
