"""The progress bar: on a terminal it moves on stderr, elsewhere there is nothing; output is never mixed with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.progress import shown

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_no_bar_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(shown(iter("abc"), 3, "reading")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_a_bar_on_a_terminal_leaves_the_redirected_output_alone(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    names = sorted(EXAMPLES.glob("2024-07*.txt"))
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "read", "--format", "jsonl"]
    with (tmp_path / "out.jsonl").open("wb") as out:
        process = subprocess.Popen(
            [*command, *map(str, names)],
            stdout=out,
            stderr=follower,
            env=os.environ | {"TERM": "xterm", "COLUMNS": "100"},
        )
        os.close(follower)
        printed = b"".join(_chunks(leader))
        os.close(leader)
    assert process.wait() == 0
    assert f"{len(names)}/{len(names)}".encode() in printed
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == len(names)


def _chunks(leader: int):
    """What a terminal was sent, until its other end is closed: Linux tells that by an error."""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk
