"""Rewrites the cases of cases.yaml as they are read now, for review: `python -m tests.golden.speech.update`.

Run in the project's folder, then look at `git diff`. Comments and the order and style of the cases stay; a case that
reads as marked is not touched. Exit status 0 either way: the diff is the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from tests.golden.speech.notation import FILE, bare, marked, read

INDENT = "    "


def updated(source: str) -> str:
    """The file's text with every case as it is read now."""
    people = yaml.safe_load(source)["people"]
    written, at = "", 0
    for node in _cases(source):
        text = bare(node.value)
        case = marked(text, read(text, people))
        if case != node.value:
            written += source[at : node.start_mark.index] + _scalar(case, block=node.style == "|")
            at = node.end_mark.index
    return written + source[at:]


def _cases(source: str) -> Iterator[Any]:
    """The YAML node of each case, which knows where it stands in the file."""
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    yield from next(value.value for key, value in root.value if key.value == "cases")


def _scalar(case: str, block: bool) -> str:
    """The case in the style it had: a block, or one line between quotation marks."""
    if not block:
        return '"' + case.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "|-\n" + "".join(f"{INDENT}{line}".rstrip() + "\n" for line in case.split("\n"))


if __name__ == "__main__":
    FILE.write_text(updated(FILE.read_text(encoding="utf-8")), encoding="utf-8")
