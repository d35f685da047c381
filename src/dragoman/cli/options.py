"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

LISTING_FORMATS = ("text", "json", "csv", "xlsx")


def kb_option(command: F) -> F:
    """`--kb`"""
    return click.option(
        "--kb",
        metavar="DIR",
        help="Knowledge-base folders of your own, laid over the package's. [env: DRAGOMAN_KB]",
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
    command = click.option("-o", "--output", metavar="FILE", help="Write there instead of printing; needed for xlsx.")(command)
    return click.option(
        "--format", "form", type=click.Choice(LISTING_FORMATS), default="text", show_default=True, help="How to print."
    )(command)


def lang_option(command: F) -> F:
    """`--lang`"""
    return click.option(
        "--lang", type=click.Choice(("ru", "en")), default="ru", show_default=True, help="Language of labels and names."
    )(command)


def period_options(command: F) -> F:
    """`--since`, `--until`, `--as-of`"""
    command = click.option(
        "--as-of", metavar="DATE", help="Look from this day: what came later had not happened. Default: today."
    )(command)
    command = click.option("--until", metavar="DATE", help="Last day, month or year: YYYY[-MM[-DD]].")(command)
    return click.option("--since", metavar="DATE", help="First day, month or year: YYYY[-MM[-DD]].")(command)


def day_of(given: str | None) -> str | None:
    """A date option as given, checked. Raises click.BadParameter."""
    from dragoman.model.text import first_day, last_day

    if given is None:
        return None
    try:
        first_day(given), last_day(given)
    except ValueError as error:
        raise click.BadParameter(f"{given!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD") from error
    return given
