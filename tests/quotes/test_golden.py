"""Speech as it looks in the text: see tests/golden/speech/cases.yaml for the notation.

Where reading changed on purpose: `python -m tests.golden.speech.update`, and review the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from tests.golden.speech.notation import FILE, bare, marked
from tests.golden.speech.update import updated

from dragoman.model.records import Quote

SOURCE = FILE.read_text(encoding="utf-8")
GOLDEN = yaml.safe_load(SOURCE)
Read = Callable[[str, dict[str, Any]], tuple[Quote, ...]]


@pytest.mark.parametrize("case", GOLDEN["cases"])
def test_reads_as_marked(case: str, read: Read) -> None:
    text = bare(case)
    assert marked(text, read(text, GOLDEN["people"])) == case


def test_there_are_enough_cases() -> None:
    assert len(GOLDEN["cases"]) >= 60


FEW = """people:
  Орлов: [person, Марк Орлов, XA]
cases:
  # one line
  - "«{direct 1 = Никто | Мы рады этому}», – сказал Орлов."
  - |-
    Орлов сказал:
    – Мы рады этому визиту.
  # the last
  - "Орлов \\"прибыл\\" в порт."
"""


def test_the_command_rewrites_what_reads_otherwise() -> None:
    new = updated(FEW)
    assert new == FEW.replace("= Никто |", "= Марк Орлов |").replace(
        "– Мы рады этому визиту.", "– {direct 1 = Марк Орлов | Мы рады этому визиту.}"
    )
    assert updated(new) == new


def test_two_speakers_of_one_sentence_are_two_reports(read: Read) -> None:
    text = "Снегин отметил, что мост закрыт, а Орлов заявил, что откроет его."
    assert [q.speaker.name for q in read(text, GOLDEN["people"]) if q.speaker] == ["Лев Снегин", "Марк Орлов"]
