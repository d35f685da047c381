"""`dragoman read`"""

from __future__ import annotations

import sys

import click

from dragoman.cli.options import kb_option


@click.command(epilog="Example: dragoman read article.txt --format jsonl > readings.jsonl")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "form", type=click.Choice(("text", "jsonl")), default="text", show_default=True, help="How to print.")
@kb_option
def read(paths: tuple[str, ...], form: str, kb: str | None) -> None:
    """Read articles and print what they yield; nothing is kept.

    PATH is a file (.txt, .html, .json, .jsonl), a folder, a glob or - for standard input. `text` shows each article
    with its mentions, events, quotes and claims marked under it; `jsonl` is one reading a line.
    """
    from dragoman.cli.progress import shown
    from dragoman.cli.show import reading_text
    from dragoman.errors import InputError
    from dragoman.intake import count_inputs
    from dragoman.model.records import to_json
    from dragoman.workspace import knowledge, read_paths

    base = knowledge(kb)
    failed = False
    for item in shown(read_paths(paths, base), count_inputs(paths), "reading"):
        if isinstance(item, InputError):
            click.echo(f"dragoman: {item}", err=True)
            failed = True
        elif form == "jsonl":
            click.echo(to_json(item[1]).decode())
        else:
            click.echo(reading_text(item[0], item[1], base))
    if failed:
        sys.exit(1)
