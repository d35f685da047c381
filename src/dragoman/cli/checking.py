"""`dragoman check` and `dragoman explain`"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from dragoman.cli.console import complain
from dragoman.cli.options import day, db_option, kb_option, lang_option, text_or_json

if TYPE_CHECKING:
    from dragoman.views.claims import ClaimLine
    from dragoman.views.naming import Naming
    from dragoman.workspace import Checked


@click.command(epilog="Example: dragoman check draft.txt --published 2025-10-18")
@click.argument("file", metavar="FILE")
@click.option(
    "--published",
    callback=day,
    metavar="DATE",
    help="Day from which the draft's words are reckoned; default: what the draft says.",
)
@click.option("--outlet", metavar="NAME", help='Outlet of the draft: whose "Глава государства" it means.')
@db_option
@kb_option
@lang_option
@text_or_json
@click.pass_context
def check(
    ctx: click.Context,
    file: str,
    published: str | None,
    outlet: str | None,
    db: str,
    kb: str | None,
    lang: str,
    form: str,
) -> None:
    """Audit the counted claims of a draft against the register, without adding it.

    FILE is an article in any form that `add` takes, or - for standard input.
    """
    import msgspec

    from dragoman import workspace
    from dragoman.cli.ahead import tell_ahead
    from dragoman.cli.show import claims_text
    from dragoman.errors import InputError
    from dragoman.exports import render
    from dragoman.intake import read_inputs
    from dragoman.views.listings import claims_listing
    from dragoman.views.naming import naming_of

    failed = False
    lines: list[ClaimLine] = []
    with workspace.open(db, kb=kb, create=False) as register:
        naming = naming_of(register.kb, lang)
        for taken in read_inputs([file]):
            if isinstance(taken, InputError):
                complain(taken)
                failed = True
                continue
            draft = msgspec.structs.replace(
                taken, published=published or taken.published, outlet=outlet or taken.outlet
            )
            checked = register.check(draft)
            tell_ahead(taken.origin or draft.label, checked.reading)
            lines += _lines(checked, naming)
        if form == "json":
            click.echo(render(claims_listing(lines, "claims"), "json").decode().rstrip("\n"))
        elif lines or not failed:
            click.echo(claims_text(lines, register.snapshot, naming))
    ctx.exit(1 if failed else 0)


def _lines(checked: Checked, naming: Naming) -> list[ClaimLine]:
    """The draft's claims with their verdicts, ready to show, in the order of the text."""
    from dragoman.model.register import Snapshot
    from dragoman.views.claims import claims as view

    lines = view(Snapshot(claims=checked.claims), checked.verdicts, naming)
    return sorted(lines, key=lambda line: line.claim.evidence[0].span)


@click.command(epilog="Example: dragoman explain e1f3")
@click.argument("id_", metavar="ID")
@db_option
@kb_option
@lang_option
@text_or_json
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
            click.echo(json.dumps([msgspec.to_builtins(line) for line in lines], ensure_ascii=False, indent=2))
        else:
            click.echo(record_title(record, naming_of(register.kb, lang)))
            click.echo(evidence_text(lines))
