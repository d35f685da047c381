"""`dragoman demo`: the whole of it on the bundled examples, with the network cut off."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from pathlib import Path

import click

from dragoman.errors import DragomanError

AS_OF = dt.date(2025, 11, 30)
"""The day from which the demo looks: after the last example."""

PAIR = ("KZ", "AZ")


@click.command(epilog="Example: dragoman demo --out out")
@click.option("--out", metavar="DIR", default="out", show_default=True, help="Folder for the register and the briefs.")
def demo(out: str) -> None:
    """Read the bundled examples into a register, print the chronology of Kazakhstan and Azerbaijan with its sources and
    the audited claims, and write the brief as HTML, Markdown and Word.
    """
    from dragoman import workspace
    from dragoman.cli.briefing import write_brief
    from dragoman.cli.progress import shown
    from dragoman.cli.show import claims_text, timeline_text
    from dragoman.exports.writing import make_folder
    from dragoman.intake import count_inputs
    from dragoman.views.choice import Choice
    from dragoman.views.claims import claims
    from dragoman.views.naming import naming_of
    from dragoman.views.timeline import timeline

    folder = Path(out)
    make_folder(folder)
    database = folder / "demo.db"
    examples = [str(examples_folder())]
    with workspace.open(database, kb="") as register:
        done = [a.outcome for a in shown(register.add(examples), count_inputs(examples), "reading the examples")]
        click.echo(f"{database}: {len(done)} articles read\n")
        naming = naming_of(register.kb, "ru")
        click.echo("Хронология: Казахстан — Азербайджан\n")
        click.echo(timeline_text(timeline(register.snapshot, Choice(countries=PAIR, as_of=AS_OF), naming), "ru"))
        click.echo("\nПроверка числовых утверждений\n")
        lines = claims(register.snapshot, register.verdicts, naming, countries=PAIR)
        click.echo(claims_text(lines, register.snapshot, naming))
        click.echo()
        for ending, form in ((".html", "html"), (".md", "markdown"), (".docx", "docx")):
            file = folder / f"brief-{PAIR[0]}-{PAIR[1]}{ending}"
            write_brief(register, PAIR, file, form, lang="ru", as_of=AS_OF)
            click.echo(f"written: {file}")


def examples_folder() -> Path:
    """The examples: inside an installed package, or beside the sources. Raises DragomanError where neither is."""
    installed = Path(str(files("dragoman") / "examples"))
    beside = Path(__file__).resolve().parents[3] / "examples"
    for folder in (installed, beside):
        if folder.is_dir():
            return folder
    raise DragomanError("the bundled examples are missing: install Dragoman again")
