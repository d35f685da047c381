"""`dragoman check` and `dragoman explain`"""

from __future__ import annotations

import json
import sys

import click

from dragoman.cli.options import db_option, kb_option, lang_option


@click.command(epilog="Example: dragoman check draft.txt --published 2025-10-18")
@click.argument("file", metavar="FILE")
@click.option("--published", metavar="DATE", help="Day from which the draft's words are reckoned; default: what the draft says.")
@click.option("--outlet", metavar="NAME", help="Outlet of the draft: whose \"Глава государства\" it means.")
@db_option
@kb_option
@lang_option
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print.")
def check(
    file: str, published: str | None, outlet: str | None, db: str, kb: str | None, lang: str, form: str
) -> None:
    """Audit the counted claims of a draft against the register, without adding it.

    FILE is an article in any form that `add` takes, or - for standard input.
    """
    import msgspec

    from dragoman import workspace
    from dragoman.cli.show import claims_text
    from dragoman.errors import InputError
    from dragoman.exports import render
    from dragoman.intake import read_inputs
    from dragoman.model.register import Snapshot
    from dragoman.views.claims import claims as view
    from dragoman.views.listings import claims_listing
    from dragoman.views.naming import naming_of

    failed = False
    with workspace.open(db, kb=kb, create=False) as register:
        naming = naming_of(register.kb, lang)
        for taken in read_inputs([file]):
            if isinstance(taken, InputError):
                click.echo(f"dragoman: {taken}", err=True)
                failed = True
                continue
            draft = msgspec.structs.replace(
                taken, published=published or taken.published, outlet=outlet or taken.outlet
            )
            checked = register.check(draft)
            lines = view(Snapshot(claims=checked.claims), checked.verdicts, naming)
            if form == "json":
                click.echo(render(claims_listing(lines, "claims"), "json").decode().rstrip("\n"))
            else:
                click.echo(claims_text(lines, register.snapshot, naming))
    if failed:
        sys.exit(1)


@click.command(epilog="Example: dragoman explain e1f3")
@click.argument("id_", metavar="ID")
@db_option
@kb_option
@lang_option
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print.")
def explain(id_: str, db: str, kb: str | None, lang: str, form: str) -> None:
    """Every sentence that a record rests on, the words marked, with outlet, date and rule.

    ID is the id of an event, claim, quote or thing, or the beginning of one.
    """
    import msgspec

    from dragoman import workspace
    from dragoman.cli.show import evidence_text, record_title
    from dragoman.views.evidence import evidence
    from dragoman.views.naming import naming_of

    with workspace.open(db, kb=kb, create=False) as register:
        record = register.find(id_)
        texts = {source.article: register.register.article(source.article).text for source in record.sources}
        lines = evidence(record, texts)
        if form == "json":
            click.echo(json.dumps([msgspec.to_builtins(line) for line in lines], ensure_ascii=False))
        else:
            click.echo(record_title(record, naming_of(register.kb, lang)))
            click.echo(evidence_text(lines))
