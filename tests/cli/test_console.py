"""What is printed reaches any console and any pipe: Russian code pages, redirection, readers that go away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.console import ERRORS, STAND_INS, prepare

EXAMPLE = Path(__file__).parents[2] / "examples" / "2023-11-24-akorda-speka.txt"
COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()"]


def environment(**more: str) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONIOENCODING", "PYTHONUTF8")} | more


@pytest.mark.parametrize("encoding", ["cp866", "cp1251"])
def test_russian_code_pages_print_everything(encoding: str) -> None:
    done = subprocess.run(
        [*COMMAND, "read", str(EXAMPLE)], capture_output=True, env=environment(PYTHONIOENCODING=encoding), check=True
    )
    printed = done.stdout.decode(encoding)
    assert "Касым-Жомарт Токаев" in printed
    assert done.stderr == b""
    assert "\\u" not in printed


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii"])
def test_every_mark_has_a_stand_in(encoding: str) -> None:
    prepare()
    marks = "".join(map(chr, STAND_INS))
    assert "\\" not in marks.encode(encoding, ERRORS).decode(encoding)


def test_letters_without_a_stand_in_keep_their_number() -> None:
    prepare()
    assert "Қазақстан".encode("cp866", ERRORS).decode("cp866") == "\\u049aаза\\u049bстан"


def test_redirected_output_is_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [*COMMAND, "--help"], capture_output=True, check=True, env=environment(LC_ALL="C", LANG="C", PYTHONUTF8="0")
    )
    assert "справка" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_gets_no_complaint() -> None:
    process = subprocess.Popen([*COMMAND, "read", str(EXAMPLE)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert complaints == b""
