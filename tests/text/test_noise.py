"""Pages as they are saved: lines that begin with "~ " are noise, the others are article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.noise import find_noise, is_stamp, section_of, stamp_lines
from dragoman.text.segment import lines, paragraphs, sentences

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
MARK = "~ "


def page(path: Path) -> tuple[str, set[str]]:
    """The page's text and its lines that are noise."""
    written = path.read_text(encoding="utf-8").splitlines()
    return (
        "\n".join(line.removeprefix(MARK) for line in written),
        {line.removeprefix(MARK) for line in written if line.startswith(MARK)},
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    text, expected = page(path)
    noise = find_noise(text)
    found = {line.of(text) for line in lines(text) if any(span.holds(line) for span in noise)}
    assert found == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_windows_line_ends_make_no_difference(path: Path) -> None:
    text, expected = page(path)
    text = text.replace("\n", "\r\n")
    noise = find_noise(text)
    assert {line.of(text) for line in lines(text) if any(span.holds(line) for span in noise)} == expected


def test_pages_are_enough() -> None:
    assert len(PAGES) >= 12


@pytest.mark.parametrize(
    "line",
    [
        "18 октября, 2025", "• 10:15", "24.11.2023, 15:45", "2024-03-11", "11 марта 2024 года, 09:00 (МСК)",
        "Понедельник, 11 марта 2024 г.",
        "Опубликовано: 11.03.2024 в 10:15", "11/03/2024 | 10:15", "Сегодня, 10:15", "11 мар. 2024", "🗓 11 марта 2024",
    ],
)  # fmt: skip
def test_stamp(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "Сегодня", "18 октября состоялись переговоры", "15 документов 2024 года", "В 2024 году",
        "Договор от 11.03.2024",
        "12 послов 2024", "№ 15",
    ],
)  # fmt: skip
def test_no_stamp(line: str) -> None:
    assert not is_stamp(line)


def test_section_and_stamp_lines() -> None:
    text, _ = page(PAGES[0])
    noise = find_noise(text)
    assert section_of(text, noise) == "Внешняя политика"
    assert stamp_lines(text, noise) == "18 октября, 2025\n10:15"


def test_page_without_section() -> None:
    text, _ = page(PAGES[1])
    assert section_of(text, find_noise(text)) is None


PIECES = st.sampled_from(
    ["Переговоры прошли.", "24.11.2023", "Подписывайтесь на канал", "\n", "\r\n", " ", "Фото:", "\u2028", "в", ","]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map("".join)))
def test_spans_are_in_order_apart_and_within(text: str) -> None:
    noise = find_noise(text)
    for spans in (noise, lines(text), paragraphs(text, noise)):
        ends = [0, *(offset for span in spans for offset in (span.start, span.end)), len(text)]
        assert ends == sorted(ends)
        assert all(span.start < span.end for span in spans)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map("".join)))
def test_nothing_is_lost(text: str) -> None:
    """Every character that is no blank is in the noise or in a sentence, and never in both."""
    noise = find_noise(text)
    read = sentences(text, paragraphs(text, noise))
    for offset, character in enumerate(text):
        if not character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85":
            holders = [span for span in (*noise, *read) if span.start <= offset < span.end]
            assert len(holders) == 1, (offset, character)
