"""Lines, paragraphs and sentences: offsets into the text as it came."""

from __future__ import annotations

import pytest

from dragoman.model.text import Span
from dragoman.text.segment import LONGEST_PARAGRAPH, lines, paragraphs, sentences


def said(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, paragraphs(text))]


class TestLines:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n \n"])
    def test_every_kind_of_line_end(self, end: str) -> None:
        text = f"  Первая {end}\tВторая  "
        assert [line.of(text) for line in lines(text)] == ["Первая", "Вторая"]

    def test_nothing(self) -> None:
        assert lines("") == lines(" \n\t\r\n ") == ()


class TestParagraphs:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("Он прибыл в\nСеверию.", 1),
            ("Он прибыл в Северию,\nгде провёл переговоры.", 1),
            ("Министр Северии\nи его коллега встретились.", 1),
            ("Он прибыл в\n\nСеверию.", 2),
            ("Он прибыл в\r\nСеверию.", 1),
            ("Он прибыл в\r\n\r\nСеверию.", 2),
            ("Визит в Северию\nМинистр прибыл утром.", 2),
            ("Визит завершён.\nпереговоры продолжатся", 2),
        ],
    )
    def test_broken_lines_are_joined(self, text: str, count: int) -> None:
        assert len(paragraphs(text)) == count

    def test_noise_between_parts_them(self) -> None:
        text = "Он прибыл в\nПросмотры: 5\nСеверию."
        start = text.index("Просмотры")
        noise = (Span(start, start + len("Просмотры: 5")),)
        assert [p.of(text) for p in paragraphs(text, noise)] == ["Он прибыл в", "Северию."]


class TestSentences:
    def test_abbreviations_do_not_end_one(self) -> None:
        text = "Встреча прошла 5 мая 2024 г. в столице. Премьер-министр А. Б. Яров принял т.н. «группу мудрых»."
        assert len(said(text)) == 2

    def test_spans_are_trimmed_and_exact(self) -> None:
        text = "  Первое.   Второе! \r\n Третье? "
        assert said(text) == ["Первое.", "Второе!", "Третье?"]

    def test_line_beyond_reason_is_cut_at_a_space(self) -> None:
        text = "слово " * (LONGEST_PARAGRAPH // 3)
        pieces = sentences(text, paragraphs(text))
        assert len(pieces) > 1
        assert all(len(piece) <= LONGEST_PARAGRAPH for piece in pieces)
        assert "".join(p.of(text) for p in pieces).replace(" ", "") == text.replace(" ", "")

    def test_line_without_a_space(self) -> None:
        text = "а" * (LONGEST_PARAGRAPH * 2 + 5)
        assert "".join(said(text)) == text
