"""The documentation says what is so: commands work and print what is shown, fields and files that are named exist."""

from __future__ import annotations

import doctest
import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from dragoman.kb import load_kb
from dragoman.model.actors import Mention
from dragoman.model.records import Claim, Event, Participant, Quote, Reading
from dragoman.workspace import read_paths

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]


def script(name: str) -> ModuleType:
    """A script of docs/ as a module."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def renewed() -> dict[Path, str]:
    """Every document with all that it shows of commands as it is now."""
    texts: dict[Path, str] = script("excerpts").renewed()
    return texts


@pytest.mark.parametrize("name", [name for name in NAMES if name != "CHANGELOG.md"])
def test_what_is_shown_of_commands_is_what_they_print(name: str, renewed: dict[Path, str]) -> None:
    written = (ROOT / name).read_text(encoding="utf-8")
    assert written == renewed[ROOT / name], "run `make docs` and look at what changed"


def test_the_page_of_the_command_line_is_up_to_date() -> None:
    page = script("command_line")
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "run `make docs`"


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_python(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_KB", raising=False)
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, name, 0)
    complaints: list[str] = []
    doctest.DocTestRunner().run(test, out=complaints.append)
    assert "".join(complaints) == ""


def test_the_readme_has_an_example_in_python() -> None:
    assert "```pycon\n>>> import dragoman" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_files(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [link for link in links if link and "://" not in link]
    assert [link for link in local if not (ROOT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", NAMES)
def test_paths_that_are_named_exist(name: str) -> None:
    """`src/…`, `tests/…`, and rooms of the package by their short names."""
    text = re.sub(r"^```.*?^```$", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = {part for part in re.findall(r"`([a-z_]+/[\w./*-]*)`", text) if "*" not in part}
    roots = (ROOT, ROOT / "src" / "dragoman", ROOT / "src" / "dragoman" / "lang", ROOT / "src" / "dragoman" / "kb")
    made_by_commands = ("out/", "news/", "my-kb/")
    written = {part for part in named if not part.startswith(made_by_commands)}
    assert sorted(part for part in written if not any((root / part).exists() for root in roots)) == []


def test_every_room_of_the_package_is_on_the_plan() -> None:
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "dragoman"
    rooms = [path.name + "/" for path in package.iterdir() if (path / "__init__.py").exists()]
    rooms += [path.name for path in package.glob("*.py") if path.name != "__init__.py"]
    assert [room for room in rooms if f"`{room}`" not in plan] == []


@pytest.mark.parametrize("kind", [Reading, Mention, Event, Participant, Quote, Claim])
def test_every_field_of_the_reading_is_explained(kind: type[msgspec.Struct]) -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", page))
    assert [field.encode_name for field in msgspec.structs.fields(kind) if field.encode_name not in words] == []


def test_every_counting_rule_and_verdict_is_explained() -> None:
    from dragoman.audit import load_rules
    from dragoman.lang import load

    page = (ROOT / "docs" / "counting.md").read_text(encoding="utf-8")
    codes = [rule.code for rule in load_rules()] + list(load("en", "labels.yaml")["verdict"])
    assert [code for code in codes if f"`{code}`" not in page] == []


def test_the_example_of_a_reading_is_what_is_read(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    article = re.search(r"^\$ cat article\.json\n(.*)$", page, re.MULTILINE)
    shown = re.search(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert article is not None
    assert shown is not None
    (tmp_path / "article.json").write_text(article[1], encoding="utf-8")
    (read,) = read_paths([str(tmp_path / "article.json")], load_kb(ROOT / "tests" / "data" / "kb"))
    assert isinstance(read, tuple)
    assert list(differences(json.loads(shown[1]), msgspec.json.decode(msgspec.json.encode(read[1])))) == []


def differences(shown: Any, actual: Any, at: str = "") -> Iterator[str]:
    """Where a shown part is not in the whole: objects may leave fields out, lists may not leave items out."""
    if isinstance(shown, dict) and isinstance(actual, dict):
        for name, value in shown.items():
            yield from differences(value, actual.get(name, "no such field"), f"{at}.{name}")
    elif isinstance(shown, list) and isinstance(actual, list) and len(shown) == len(actual):
        for number, (one, other) in enumerate(zip(shown, actual, strict=True)):
            yield from differences(one, other, f"{at}[{number}]")
    elif shown != actual:
        yield f"{at}: shown {shown}, is {actual}"


def test_the_changelog_tells_of_this_version() -> None:
    from importlib.metadata import version

    assert f"## {version('dragoman')}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_nothing_names_the_machine_it_was_written_on() -> None:
    texts = [*DOCUMENTS, ROOT / "Makefile", ROOT / ".ci" / "run", ROOT / "pyproject.toml"]
    machine = re.compile(r"/(?:work|home|root|tmp|opt)/|\.pyenv")
    assert [path.name for path in texts if machine.search(path.read_text(encoding="utf-8"))] == []
