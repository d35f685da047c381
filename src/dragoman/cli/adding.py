"""`dragoman add` and `dragoman status`"""

from __future__ import annotations

import json
from collections import Counter

import click

from dragoman.cli.console import complain
from dragoman.cli.options import db_option, kb_option, text_or_json

WORDS = {"added": "added", "same": "already there", "revised": "revised", "reread": "read again", "failed": "failed"}
"""What adding came to, as it is told."""


@click.command(epilog="Example: dragoman add news/ --db kz-az.db")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@db_option
@kb_option
@click.pass_context
def add(ctx: click.Context, paths: tuple[str, ...], db: str, kb: str | None) -> None:
    """Read articles into the register.

    PATH is a file (.txt, .html, .json, .jsonl), a folder, a glob or - for standard input. An article already there is
    not added twice. What cannot be read is told on stderr; the rest goes on, and the exit status is 1.
    """
    from dragoman import workspace
    from dragoman.cli.ahead import tell_ahead
    from dragoman.cli.progress import shown
    from dragoman.intake import count_inputs

    outcomes: Counter[str] = Counter()
    with workspace.open(db, kb=kb) as register:
        for added in shown(register.add(paths), count_inputs(paths), "adding"):
            outcomes[added.outcome] += 1
            if added.error is not None:
                complain(added.error)
            elif added.reading is not None:
                tell_ahead(added.label, added.reading)
        click.echo(summary(outcomes, register.register.where))
    ctx.exit(1 if outcomes["failed"] else 0)


def summary(outcomes: Counter[str], where: str) -> str:
    """What adding came to, in one line."""
    parts = [f"{outcomes[code]} {word}" for code, word in WORDS.items() if outcomes[code]]
    return f"{where}: {', '.join(parts) or 'nothing to add'}"


@click.command(epilog="Example: dragoman status --format json")
@db_option
@text_or_json
def status(db: str, form: str) -> None:
    """What the register holds: articles, outlets, span of dates, records by type, findings."""
    import msgspec

    from dragoman import workspace
    from dragoman.cli.show import status_text
    from dragoman.views.status import status as figures

    with workspace.open(db, create=False) as register:
        findings, notices = register.findings(), register.register.notices()
        told = figures(register.snapshot, len(findings) + len(notices))
        if form == "json":
            click.echo(json.dumps([msgspec.to_builtins(told)], ensure_ascii=False, indent=2))
        else:
            click.echo(status_text(told, findings, notices))
