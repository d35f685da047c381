"""The command line: a thin face over the workspace. One module a group of commands; nothing slow is imported at start."""

from __future__ import annotations

import importlib
import sys

import click

from dragoman.errors import DragomanError, UsageError

COMMANDS = {
    "read": "reading",
    "add": "adding",
    "status": "adding",
    "timeline": "listing",
    "claims": "listing",
    "quotes": "listing",
    "brief": "briefing",
    "check": "checking",
    "explain": "checking",
    "kb": "knowledge",
    "demo": "demo",
}
"""Command → the module of this package that has it."""


class Lazy(click.Group):
    """Loads a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of use, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"dragoman.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in COMMANDS])


SUMMARIES = {
    "read": "Read articles and print what they yield; nothing is kept.",
    "add": "Read articles into the register.",
    "status": "What the register holds, in figures.",
    "timeline": "Chronology of what happened between countries.",
    "claims": "Counted claims, each with the audit's verdict.",
    "quotes": "Who said what.",
    "brief": "Write a country brief (справка).",
    "check": "Audit the counted claims of a draft.",
    "explain": "The sentences that a record rests on.",
    "kb": "Look into the knowledge base, or check it.",
    "demo": "Show everything on the bundled examples.",
}


@click.command(cls=Lazy, epilog="Example: dragoman add news/ && dragoman timeline KZ AZ --since 2023")
@click.version_option(package_name="dragoman")
@click.help_option("-h", "--help")
def group() -> None:
    """Dragoman reads diplomatic news in Russian and keeps a sourced register of relations between states."""


def main() -> None:
    """Run a command: exit status 0 all well, 1 some input failed, 2 wrong usage; an error is one line on stderr."""
    _utf8()
    try:
        group.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("dragoman: stopped", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except DragomanError as error:
        click.echo(f"dragoman: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _utf8() -> None:
    """Redirected output is UTF-8 everywhere; a console that lacks a letter shows it escaped and does not fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
