"""The command line: a thin face over the workspace. One module a group of commands; nothing slow is imported early."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import click

from dragoman.cli.console import complain, prepare
from dragoman.errors import DragomanError, UsageError


class Entry(NamedTuple):
    """Where a command is, and what it does in one line."""

    module: str
    summary: str


COMMANDS = {
    "read": Entry("reading", "Read articles and print what they yield; nothing is kept."),
    "add": Entry("adding", "Read articles into the register."),
    "status": Entry("adding", "What the register holds, in figures."),
    "timeline": Entry("listing", "Chronology of what happened between countries."),
    "claims": Entry("listing", "Counted claims, each with the audit's verdict."),
    "quotes": Entry("listing", "Who said what."),
    "brief": Entry("briefing", "Write a country brief (справка)."),
    "check": Entry("checking", "Audit the counted claims of a draft."),
    "explain": Entry("checking", "The sentences that a record rests on."),
    "kb": Entry("knowledge", "Look into the knowledge base, or check it."),
    "demo": Entry("demo", "Show everything on the bundled examples."),
}
"""In the order of use, not of the alphabet."""


class Lazy(click.Group):
    """Loads a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"dragoman.cli.{COMMANDS[cmd_name].module}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.command(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: dragoman add news/ && dragoman timeline KZ AZ --since 2023",
)
@click.version_option(package_name="dragoman")
def group() -> None:
    """Dragoman reads diplomatic news in Russian and keeps a sourced register of relations between states."""


def main() -> None:
    """Run a command and end the process with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Run a command. Exit status: 0 all well, 1 some input failed, 2 wrong usage, 130 stopped by the user.

    Whatever goes wrong is one line on stderr; `$DRAGOMAN_DEBUG` shows a programming error with its traceback.
    """
    prepare()
    try:
        status = group.main(list(args), prog_name="dragoman", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        complain("stopped; what was added before is kept")
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except DragomanError as error:
        complain(error)
        return 2 if isinstance(error, UsageError) else 1
    except Exception as error:
        if os.environ.get("DRAGOMAN_DEBUG"):
            raise
        complain(_unexpected(error))
        return 1
    return status if isinstance(status, int) else 0


def _unexpected(error: Exception) -> str:
    """A line on an error that nobody foresaw, with what to do about it."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    what = f"{type(error).__name__}: {str(error)[:200]}" if str(error) else type(error).__name__
    return (
        f"an error inside Dragoman ({what}). The register is whole. "
        "Please report it with what DRAGOMAN_DEBUG=1 in the environment shows"
    )
