"""How the command line starts: quickly, with help for everything."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from dragoman.cli import COMMANDS, group

SLOW = (
    "babel",
    "docx",
    "jinja2",
    "lxml",
    "navec",
    "numpy",
    "pymorphy3",
    "rapidfuzz",
    "razdel",
    "rich",
    "slovnet",
    "sqlalchemy",
    "trafilatura",
    "xlsxwriter",
    "yaml",
)
"""Modules that take long to import, or that import those."""


def imported_by(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after running this."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return {name.partition(".")[0] for name in told.stdout.split()}


@pytest.mark.parametrize(
    "code",
    [
        "import dragoman",
        "import dragoman.cli",
        "import dragoman.workspace",
        "from dragoman.cli import run; run(['--help'])",
        "from dragoman.cli import run; run(['--version'])",
        "from dragoman.cli import run; [run([name, '--help']) for name in ('read', 'add', 'timeline', 'kb')]",
    ],
)
def test_starting_imports_nothing_slow(code: str) -> None:
    assert sorted(imported_by(code) & set(SLOW)) == []


def all_commands() -> dict[str, click.Command]:
    """Every command by the words that call it, those of groups too."""
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {under}": one for under, one in command.commands.items()}
    return found


@pytest.mark.parametrize("name", sorted(all_commands()))
def test_help_says_what_a_command_is_for_and_shows_an_example(name: str) -> None:
    command = all_commands()[name]
    assert command.help
    assert (command.epilog or "").startswith(f"Example: dragoman {name.split()[0]} ")


@pytest.mark.parametrize("name", sorted(all_commands()))
def test_help_explains_every_option(name: str) -> None:
    options = [param for param in all_commands()[name].params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_list_of_commands_says_what_each_is_for() -> None:
    shown = click.Context(group).get_help()
    assert all(entry.summary in " ".join(shown.split()) for entry in COMMANDS.values())
