"""`dragoman timeline`, `claims` and `quotes`: listings of the register as text, JSON, CSV or XLSX."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import click

from dragoman.cli.options import codes, day, db_option, format_option, kb_option, lang_option, period_options
from dragoman.views.listing import Listing


@click.command(epilog="Example: dragoman timeline Казахстан AZ --since 2023 --type VISIT --format csv")
@click.argument("countries", nargs=-1, metavar="[COUNTRY]…")
@period_options
@click.option(
    "--type",
    "types",
    callback=codes("event"),
    multiple=True,
    metavar="TYPE",
    help="VISIT, MEETING, CALL, SIGNING, …; may be given several times.",
)
@click.option(
    "--status",
    "statuses",
    callback=codes("status"),
    multiple=True,
    metavar="STATUS",
    help="occurred, ongoing, begun, planned, possible, cancelled or not_confirmed; may be given several times.",
)
@db_option
@kb_option
@lang_option
@format_option
def timeline(
    countries: tuple[str, ...], since: str | None, until: str | None, as_of: str | None, types: tuple[str, ...],
    statuses: tuple[str, ...], db: str, kb: str | None, lang: str, form: str, output: str | None,
) -> None:  # fmt: skip
    """Chronology of what happened between countries, with the sources of each line.

    COUNTRY is an ISO code or a name in Russian or English; without any, everything on record.
    """
    from dragoman import workspace
    from dragoman.cli.show import timeline_text
    from dragoman.views.choice import Choice
    from dragoman.views.listings import timeline_listing
    from dragoman.views.naming import naming_of
    from dragoman.views.timeline import timeline as view

    with workspace.open(db, kb=kb, create=False) as register:
        choice = Choice(
            countries=tuple(register.country(c) for c in countries),
            since=since,
            until=until,
            types=types,
            statuses=statuses,
            as_of=looked_from(as_of),
        )
        lines = view(register.snapshot, choice, naming_of(register.kb, lang))
    give(lambda: timeline_text(lines, lang), lambda: timeline_listing(lines, "timeline"), form, output)


@click.command(epilog="Example: dragoman claims KZ AZ --format json")
@click.argument("countries", nargs=-1, metavar="[COUNTRY]…")
@db_option
@kb_option
@lang_option
@format_option
def claims(countries: tuple[str, ...], db: str, kb: str | None, lang: str, form: str, output: str | None) -> None:
    """Counted claims, each with the audit's verdict and the records that it counted.

    COUNTRY is an ISO code or a name in Russian or English; several are those that a claim is about.
    """
    from dragoman import workspace
    from dragoman.cli.show import claims_text
    from dragoman.views.claims import claims as view
    from dragoman.views.listings import claims_listing
    from dragoman.views.naming import naming_of

    with workspace.open(db, kb=kb, create=False) as register:
        codes = tuple(register.country(c) for c in countries)
        naming = naming_of(register.kb, lang)
        lines = view(register.snapshot, register.verdicts, naming, countries=codes)
        snapshot = register.snapshot
    give(lambda: claims_text(lines, snapshot, naming), lambda: claims_listing(lines, "claims"), form, output)


@click.command(epilog="Example: dragoman quotes --speaker Алиев --since 2025-10")
@click.option("--speaker", metavar="WHO", help="Part of a name, an identifier or a country code.")
@click.option("--about", metavar="WORDS", help="A country, or words that the quote must have in any form.")
@click.option("--since", callback=day, metavar="DATE", help="Published on this day, month or year, or later.")
@db_option
@kb_option
@lang_option
@format_option
def quotes(
    speaker: str | None,
    about: str | None,
    since: str | None,
    db: str,
    kb: str | None,
    lang: str,
    form: str,
    output: str | None,
) -> None:
    """Who said what: verbatim quotes and, without quotation marks, reported speech."""
    from dragoman import workspace
    from dragoman.cli.show import quotes_text
    from dragoman.errors import UnknownCountry
    from dragoman.views.listings import quotes_listing
    from dragoman.views.naming import naming_of
    from dragoman.views.quotes import country_topic, words_topic
    from dragoman.views.quotes import quotes as view

    with workspace.open(db, kb=kb, create=False) as register:
        topic = None
        if about:
            try:
                topic = country_topic(register.kb, register.country(about))
            except UnknownCountry:
                topic = words_topic(about)
        lines = view(register.snapshot, naming_of(register.kb, lang), speaker=speaker, about=topic, since=since)
    give(lambda: quotes_text(lines, lang), lambda: quotes_listing(lines, "quotes"), form, output)


def looked_from(given: str | None) -> dt.date:
    """The day from which is looked: the one given, else today."""
    from dragoman.model.text import first_day

    return first_day(given) if given else dt.date.today()


def give(text: Callable[[], str], listing: Callable[[], Listing], form: str, output: str | None) -> None:
    """Print or write a listing. Raises OutputError where the file cannot be written."""
    from dragoman.exports import render, write_file

    if form == "xlsx" and output is None:
        raise click.UsageError("--format xlsx needs -o FILE.xlsx")
    data = text().encode() if form == "text" else render(listing(), form)
    if output is not None:
        write_file(Path(output), data)
    else:
        click.echo(data.decode("utf-8-sig").rstrip("\n"))
