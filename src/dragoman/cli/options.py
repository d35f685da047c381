"""Options that several commands share, and what their words may be."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
"""A day, month or year as it is given."""

LISTING_FORMATS = ("text", "json", "csv", "xlsx")


def day(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """Callback of an option that takes a day, month or year; it is kept as written. Raises click.BadParameter."""
    from dragoman.model.text import first_day, last_day

    if given is None:
        return None
    try:
        if WRITTEN.fullmatch(given) and first_day(given) <= last_day(given):
            return given
    except ValueError:  # a month or day that no calendar has
        pass
    raise click.BadParameter(f"{given!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")


def codes(group: str) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[str, ...]]:
    """Callback of an option that takes codes of a group of `labels.yaml` (`event`, `status`), in letters of any case.

    Raises click.BadParameter for a code that there is not.
    """

    def known_codes(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
        from dragoman.lang import load

        known = {str(code).lower(): str(code) for code in load("en", "labels.yaml")[group]}
        for one in given:
            if one.lower() not in known:
                raise click.BadParameter(f"{one!r} is none of {', '.join(known.values())}")
        return tuple(known[one.lower()] for one in given)

    return known_codes


def kb_option(command: F) -> F:
    """`--kb`"""
    return click.option(
        "--kb",
        metavar="DIR",
        envvar="DRAGOMAN_KB",
        show_envvar=True,
        help="Knowledge-base folders of your own, laid over the package's; several are parted as in PATH.",
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
    command = click.option("-o", "--output", metavar="FILE", help="Write there instead of printing; needed for xlsx.")(
        command
    )
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
        callback=day,
        metavar="DATE",
        help="Look from this day: what came later had not happened. Default: today.",
    )(command)
    command = click.option("--until", callback=day, metavar="DATE", help="Last day, month or year: YYYY[-MM[-DD]].")(
        command
    )
    return click.option("--since", callback=day, metavar="DATE", help="First day, month or year: YYYY[-MM[-DD]].")(
        command
    )
