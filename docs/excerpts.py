"""What README and docs show of Dragoman is what it prints: `make docs` writes it, a test fails where it differs.

A block marked `console` holds command lines after `$ `, each with what it prints below it:

- `$ dragoman …` is run, in a folder that has `examples/` and `tests/data/kb/` as the project has them. A line `…` ends
  the part that is shown; where nothing is shown, the command is run all the same and must succeed. `> FILE` may end it.
- `$ cat FILE` gives the file that content.
- Any other command line is for the reader alone.

All blocks of all documents run in one folder, README first, then docs/ by name.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.cli import run

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
CUT = "…"


class Step(NamedTuple):
    """A command line and the lines shown under it."""

    command: str
    shown: tuple[str, ...]


class CommandError(Exception):
    """A command line of the documents did not end with 0; its complaints."""


def renewed(documents: tuple[Path, ...] = DOCUMENTS) -> dict[Path, str]:
    """Each document's text with everything shown as it is now. Raises CommandError where a command does not work."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), _own_environment():
        for part in ("examples", "tests/data/kb"):
            shutil.copytree(ROOT / part, part)
        return {path: _renew(path.read_text(encoding="utf-8")) for path in documents}


@contextlib.contextmanager
def _own_environment() -> Iterator[None]:
    """No register or knowledge base of the environment has a say."""
    kept = {name: os.environ.pop(name) for name in ("DRAGOMAN_DB", "DRAGOMAN_KB") if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


def _renew(text: str) -> str:
    return BLOCK.sub(lambda block: "".join(_written(step) for step in steps(block[0])), text)


def steps(block: str) -> Iterator[Step]:
    """The command lines of a block with what is shown under each."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        yield Step(command, tuple(shown))


def _written(step: Step) -> str:
    return "\n".join([f"$ {step.command}", *_now(step), ""])


def _now(step: Step) -> list[str]:
    """The lines to show under a command line: as many of the output as are shown already."""
    words = shlex.split(step.command, comments=True)
    if words[0] == "cat":
        Path(words[1]).parent.mkdir(parents=True, exist_ok=True)
        Path(words[1]).write_text("\n".join(step.shown) + "\n", encoding="utf-8")
    if words[0] != "dragoman":
        return list(step.shown)
    printed = _run(words[1:])
    if not step.shown:
        return []
    kept = len(step.shown) - 1 if step.shown[-1] == CUT else len(printed)
    return [*printed[:kept], CUT] if kept < len(printed) else printed


def _run(words: list[str]) -> list[str]:
    """The lines that a command prints, those on stderr last."""
    out, err = io.StringIO(), io.StringIO()
    target = words.index(">") if ">" in words else len(words)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(words[:target])
    if status != 0:
        raise CommandError(f"dragoman {shlex.join(words)}: exit {status}: {err.getvalue()}")
    if target < len(words):
        Path(words[target + 1]).write_text(out.getvalue(), encoding="utf-8")
        return []
    return [line.rstrip() for line in (out.getvalue() + err.getvalue()).rstrip("\n").splitlines()]


if __name__ == "__main__":
    for path, text in renewed().items():
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"written: {path.name}")
