"""Options that several commands share, and what their words may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

LISTING_FORMATS = ("text", "json", "csv", "xlsx")


class Day(click.ParamType):
    """A day, month or year, kept as written."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words themselves. Ends the command where there is no such day."""
        from dragoman.model.text import first_day, last_day

        try:
            first_day(value), last_day(value)
        except ValueError:
            self.fail(f"{value!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD", param, ctx)
        return value


class Code(click.ParamType):
    """A code of a group of `labels.yaml` (`event`, `status`), in letters of any case."""

    def __init__(self, group: str) -> None:
        self.name = self.group = group

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code as the register has it. Ends the command where there is none."""
        from dragoman.lang import load

        known = {code.lower(): code for code in load("en", "labels.yaml")[self.group]}
        if value.lower() not in known:
            self.fail(f"{value!r} is none of {', '.join(known.values())}", param, ctx)
        return known[value.lower()]


def kb_option(command: F) -> F:
    """`--kb`"""
    return click.option(
        "--kb",
        metavar="DIR",
        help="Knowledge-base folders of your own, laid over the package's.  [env var: DRAGOMAN_KB]",
    )(command)


def db_option(command: F) -> F:
    """`--db`"""
    return click.option(
        "--db",
        metavar="FILE|URL",
        default="dragoman.db",
        envvar="DRAGOMAN_DB",
        show_default=True,
        show_envvar=True,
        help="The register: a file, or sqlite:///… or postgresql://…",
    )(command)


def format_option(command: F) -> F:
    """`--format` and `--output` of a listing"""
    command = click.option(
        "-o", "--output", metavar="FILE", help="Write there instead of printing; needed for xlsx."
    )(command)
    return click.option(
        "--format", "form", type=click.Choice(LISTING_FORMATS), default="text", show_default=True, help="How to print."
    )(command)


def text_or_json(command: F) -> F:
    """`--format` of what is no table"""
    return click.option(
        "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print."
    )(command)


def lang_option(command: F) -> F:
    """`--lang`"""
    return click.option(
        "--lang", type=click.Choice(("ru", "en")), default="ru", show_default=True, help="Language of labels and names."
    )(command)


def period_options(command: F) -> F:
    """`--since`, `--until`, `--as-of`"""
    command = click.option(
        "--as-of",
        type=Day(),
        metavar="DATE",
        help="Look from this day: what came later had not happened. Default: today.",
    )(command)
    command = click.option("--until", type=Day(), metavar="DATE", help="Last day, month or year: YYYY[-MM[-DD]].")(
        command
    )
    return click.option("--since", type=Day(), metavar="DATE", help="First day, month or year: YYYY[-MM[-DD]].")(
        command
    )
