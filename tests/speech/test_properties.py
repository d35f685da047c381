"""What holds of any text at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.model.text import Span
from dragoman.speech import Region, Speech, find_speech
from dragoman.speech import marks as marks_module
from dragoman.text.segment import paragraphs

PIECES = st.sampled_from(
    [
        "«",
        "»",
        "„",
        "“",
        "”",
        '"',
        " ",
        "\n",
        "\n\n",
        "– ",
        ", – ",
        ". – ",
        "сказал он",
        "Слова",
        "слово",
        "Вопрос: ",
        "Ответ: ",
        "?",
        ".",
        ",",
        ":",
        "*",
        "!",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def speech_of(text: str) -> Speech:
    return find_speech(text, paragraphs(text))


@given(TEXTS)
@example("– «0,")
@settings(max_examples=400, deadline=None)
def test_any_text_gives_regions_that_nest(text: str) -> None:
    speech = speech_of(text)
    held: list[Region] = []
    for region in speech.regions:
        assert 0 <= region.outer.start <= region.span.start < region.span.end <= region.outer.end <= len(text)
        while held and held[-1].outer.end <= region.outer.start:
            held.pop()
        if held:
            assert held[-1].outer.holds(region.outer)
        assert region.level == len(held)
        held.append(region)
    assert all(n.span is not None and n.span.of(text) in marks_module.MARK for n in speech.notices)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_in_the_same_out(text: str) -> None:
    assert speech_of(text) == speech_of(text)


TAME = st.lists(
    st.sampled_from(["Слова тут", " и ", "«Мы рады»", ", – сказал он", ". – Ещё слова", "\n", "– Речь, – сказал он."]),
    max_size=20,
).map("".join)


@given(TAME, st.sampled_from([("„", "“"), ("“", "”"), ('"', '"')]), st.sampled_from("-—―"))
@settings(max_examples=200, deadline=None)
def test_other_marks_and_dashes_give_the_same_words(text: str, pair: tuple[str, str], dash: str) -> None:
    other = text.replace("«", pair[0]).replace("»", pair[1]).replace("–", dash)
    assert [r.span for r in speech_of(other).regions] == [r.span for r in speech_of(text).regions]


@given(TAME)
@settings(max_examples=200, deadline=None)
def test_no_break_spaces_give_the_same_words(text: str) -> None:
    other = text.replace(" ", "\u00a0")
    assert [r.span for r in speech_of(other).regions] == [r.span for r in speech_of(text).regions]


@pytest.mark.parametrize("unit", ["«", "»", '"', '" ', "«а ", "« »", "«**", ", – ", "– «а, – сказал "])
def test_a_file_of_marks_is_one_pass(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every mark is taken once however many there are: steps are counted, not seconds."""
    taken = 0
    take = marks_module.Marks._take

    def counted(self: marks_module.Marks, at: int, mark: str, role: str, follows: bool) -> None:
        nonlocal taken
        taken += 1
        take(self, at, mark, role, follows)

    monkeypatch.setattr(marks_module.Marks, "_take", counted)
    text = unit * 20_000
    speech = find_speech(text, [Span(0, len(text))])
    assert taken == sum(text.count(mark) for mark in set(marks_module.MARK))
    assert max((region.level for region in speech.regions), default=0) <= marks_module.DEEPEST
