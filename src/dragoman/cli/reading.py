"""`dragoman read`"""

from __future__ import annotations

import sys

import click

from dragoman.cli.console import complain
from dragoman.cli.options import kb_option


@click.command(epilog="Example: dragoman read article.txt --format jsonl > readings.jsonl")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "form", type=click.Choice(("text", "jsonl")), default="text", show_default=True, help="How to print."
)
@kb_option
@click.pass_context
def read(ctx: click.Context, paths: tuple[str, ...], form: str, kb: str | None) -> None:
    """Read articles and print what they yield; nothing is kept.

    PATH is a file (.txt, .html, .json, .jsonl), a folder, a glob or - for standard input. `text` shows each article
    with its mentions, events, quotes and claims marked under it; `jsonl` is one reading a line.
    """
    from dragoman.cli.ahead import tell_ahead
    from dragoman.cli.marked import reading_text
    from dragoman.cli.progress import shown
    from dragoman.errors import InputError
    from dragoman.intake import count_inputs
    from dragoman.model.records import to_json
    from dragoman.workspace import knowledge, read_paths

    failed = False
    items = read_paths(paths, knowledge(kb))
    # On a terminal the readings themselves show that it goes on; a bar would stand among them.
    for item in items if sys.stdout.isatty() else shown(items, count_inputs(paths), "reading"):
        if isinstance(item, InputError):
            complain(item)
            failed = True
            continue
        article, reading = item
        tell_ahead(article.origin or reading.id, reading)
        click.echo(to_json(reading).decode() if form == "jsonl" else reading_text(article, reading))
    ctx.exit(1 if failed else 0)
