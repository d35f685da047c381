"""`dragoman brief`"""

from __future__ import annotations

import datetime as dt
from importlib.metadata import version
from pathlib import Path

import click

from dragoman.cli.options import db_option, kb_option, lang_option, period_options
from dragoman.model.register import Record, Snapshot
from dragoman.workspace import Workspace

FORMATS = {".md": "markdown", ".html": "html", ".htm": "html", ".docx": "docx"}
"""A file's ending → the brief's format."""


@click.command(epilog="Example: dragoman brief KZ AZ --since 2022 -o brief-KZ-AZ.docx")
@click.argument("own", metavar="OWN")
@click.argument("other", metavar="OTHER")
@period_options
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="Where to write; its ending says how: .md, .html or .docx."
)
@db_option
@kb_option
@lang_option
def brief(
    own: str,
    other: str,
    since: str | None,
    until: str | None,
    as_of: str | None,
    output: str,
    db: str,
    kb: str | None,
    lang: str,
) -> None:
    """Write a country brief (справка): visits, chronology, documents, claims with verdicts, every line with its source.

    OWN and OTHER are countries, ISO codes or names in Russian or English; OWN is shown first.
    """
    from dragoman import workspace
    from dragoman.cli.listing import looked_from

    form = format_of(output)
    day = looked_from(as_of)
    with workspace.open(db, kb=kb, create=False) as register:
        pair = (register.country(own), register.country(other))
        if pair[0] == pair[1]:
            raise click.UsageError(f"a brief is about two countries; {own} and {other} are one")
        write_brief(register, pair, Path(output), form, lang=lang, as_of=day, since=since, until=until)
    click.echo(output)


def _articles(snapshot: Snapshot) -> list[str]:
    """Keys of all articles that a record rests on, sorted."""
    records: tuple[Record, ...] = (*snapshot.events, *snapshot.claims, *snapshot.things, *snapshot.quotes)
    return sorted({source.article for record in records for source in record.sources})


def format_of(output: str) -> str:
    """The format that a file's ending asks for. Raises click.UsageError for an unknown one."""
    form = FORMATS.get(Path(output).suffix.lower())
    if form is None:
        raise click.UsageError(f"-o {output}: the ending must be one of {', '.join(FORMATS)}")
    return form


def write_brief(
    register: Workspace,
    pair: tuple[str, str],
    output: Path,
    form: str,
    *,
    lang: str,
    as_of: dt.date,
    since: str | None = None,
    until: str | None = None,
) -> None:
    """Compose a brief and write it. Raises OutputError where the file cannot be written."""
    from dragoman.audit import load_rules
    from dragoman.brief import Options, compose, render
    from dragoman.exports import write_file
    from dragoman.views.naming import naming_of
    from dragoman.views.quotes import country_topic

    options = Options(countries=pair, as_of=as_of, version=version("dragoman"), since=since, until=until)
    content = compose(
        register.snapshot,
        options,
        naming_of(register.kb, lang),
        register.verdicts,
        rules=load_rules(),
        topics={code: country_topic(register.kb, code) for code in pair},
        texts={key: register.register.article(key).text for key in _articles(register.snapshot)},
    )
    write_file(output, render(content, form))
