"""Dash speech, and the author's words inside it."""

from __future__ import annotations

import pytest

from dragoman.speech import find_speech
from dragoman.text.segment import paragraphs


def pieces(text: str) -> list[tuple[str, str | None]]:
    regions = find_speech(text, paragraphs(text)).regions
    return [(r.span.of(text), r.author.of(text) if r.author else None) for r in regions if r.kind == "dash"]


def kinds(text: str) -> list[str]:
    return [r.kind for r in find_speech(text, paragraphs(text)).regions]


@pytest.mark.parametrize("dash", ["-", "–", "—", "―"])
@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_any_dash_and_blank(dash: str, blank: str) -> None:
    text = f"{dash}{blank}Мы рады. Ждём вас,{blank}{dash}{blank}отметил президент."
    assert pieces(text) == [("Мы рады. Ждём вас", "отметил президент.")]


def test_the_speech_goes_on_after_the_authors_words() -> None:
    text = "– Мы рады, – отметил президент. – Ждём вас. Всегда!"
    assert pieces(text) == [("Мы рады", "отметил президент."), ("Ждём вас. Всегда!", None)]
    assert len({r.group for r in find_speech(text, paragraphs(text)).regions}) == 1


def test_a_dash_in_the_speech_is_no_border() -> None:
    text = "– Наша встреча – это, по сути, начало, – сказал министр."
    assert pieces(text) == [("Наша встреча – это, по сути, начало", "сказал министр.")]


def test_the_authors_words_may_go_on_for_sentences() -> None:
    text = "– Мы рады! – сказал министр. Он улыбнулся. – Ждём вас."
    assert pieces(text) == [("Мы рады!", "сказал министр. Он улыбнулся."), ("Ждём вас.", None)]


def test_pieces_between_marks_share_a_group() -> None:
    text = "«Мы рады, – сказал он, – что вы здесь»."
    regions = find_speech(text, paragraphs(text)).regions
    assert [r.span.of(text) for r in regions] == ["Мы рады", "что вы здесь"]
    assert len({r.group for r in regions}) == 1


def test_different_speakers_do_not_share_a_group() -> None:
    text = "«Мы рады вам», – сказал посол.\nЕму ответил министр: «Взаимно и очень»."
    assert len({r.group for r in find_speech(text, paragraphs(text)).regions}) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Главное:\n– Торговля выросла.\n– Мост построен.", ["item", "item"]),
        ("В программе\n– торговля;\n– мосты", ["item", "item"]),
        ("Министр сказал:\n– Торговля выросла.", ["dash"]),
        ("– Торговля выросла, – сказал он.\n– Мост построен.", ["dash", "dash"]),
    ],
)
def test_lists_are_told_from_speech(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
