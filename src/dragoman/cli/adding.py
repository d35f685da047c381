"""`dragoman add` and `dragoman status`"""

from __future__ import annotations

import json
import sys
from collections import Counter

import click

from dragoman.cli.options import db_option, kb_option


@click.command(epilog="Example: dragoman add news/ --db kz-az.db")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@db_option
@kb_option
def add(paths: tuple[str, ...], db: str, kb: str | None) -> None:
    """Read articles into the register.

    PATH is a file (.txt, .html, .json, .jsonl), a folder, a glob or - for standard input. An article already there is
    not added twice. What cannot be read is told on stderr; the rest goes on, and the exit status is 1.
    """
    from dragoman import workspace
    from dragoman.cli.progress import shown
    from dragoman.intake import count_inputs

    outcomes: Counter[str] = Counter()
    with workspace.open(db, kb=kb) as register:
        for added in shown(register.add(paths), count_inputs(paths), "adding"):
            outcomes[added.outcome] += 1
            if added.error is not None:
                click.echo(f"dragoman: {added.error}", err=True)
        click.echo(_summary(outcomes, register.register.where))
    if outcomes["failed"]:
        sys.exit(1)


WORDS = {"added": "added", "same": "already there", "revised": "revised", "reread": "read again", "failed": "failed"}


def _summary(outcomes: Counter[str], where: str) -> str:
    parts = [f"{outcomes[code]} {word}" for code, word in WORDS.items() if outcomes[code]]
    return f"{where}: {', '.join(parts) or 'nothing to add'}"


@click.command(epilog="Example: dragoman status --format json")
@db_option
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print.")
def status(db: str, form: str) -> None:
    """What the register holds: articles, outlets, span of dates, records by type, findings."""
    import msgspec

    from dragoman import workspace
    from dragoman.cli.show import status_text
    from dragoman.views.status import status as figures

    with workspace.open(db, create=False) as register:
        findings = register.findings()
        told = figures(register.snapshot, len(findings) + len(register.register.notices()))
        if form == "json":
            click.echo(json.dumps([msgspec.to_builtins(told)], ensure_ascii=False))
        else:
            click.echo(status_text(told, findings))
