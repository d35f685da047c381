"""Large articles are read; what is larger than any article is refused with a clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

SENTENCES = "Стороны обсудили состояние дорог и мостов. Дождь шёл весь день. Гости посетили музей и библиотеку. "
PARAGRAPH = SENTENCES * 6 + "\n\n"
VISIT = "Президент Казахстана Касым-Жомарт Токаев прибыл в Баку с рабочим визитом 2 мая 2024 года.\n\n"


def write(path: Path, size: int) -> str:
    """An article of about this many bytes, with one event at its very end."""
    path.write_text(PARAGRAPH * (size // len(PARAGRAPH.encode())) + VISIT, encoding="utf-8")
    return str(path)


def check_read(dragoman, path: str) -> None:
    done = dragoman("read", path)
    assert (done.status, done.err) == (0, "")
    assert "VISIT" in done.out[-2000:]


def test_an_article_as_long_as_a_book_chapter(dragoman, tmp_path: Path) -> None:
    check_read(dragoman, write(tmp_path / "long.txt", 200_000))


@pytest.mark.slow
def test_an_article_of_five_megabytes(dragoman, tmp_path: Path) -> None:
    check_read(dragoman, write(tmp_path / "huge.txt", 5_000_000))


def test_five_megabytes_are_taken_in(tmp_path: Path) -> None:
    from dragoman.intake import read_inputs
    from dragoman.model.text import Article

    (taken,) = read_inputs([write(tmp_path / "huge.txt", 5_000_000)])
    assert isinstance(taken, Article)
    assert len(taken.text.encode()) > 4_900_000


def test_a_dump_is_refused(dragoman, tmp_path: Path) -> None:
    done = dragoman("read", write(tmp_path / "dump.txt", 21_000_000))
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "larger than 20 MB" in done.err
