"""`dragoman kb check` and `dragoman kb show`: a look into the knowledge base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import day, kb_option, text_or_json

if TYPE_CHECKING:
    from dragoman.kb.check import Problem
    from dragoman.kb.show import CountryView, Held, Named


@click.group(epilog="Example: dragoman kb show KZ --on 2023-11-24")
def kb() -> None:
    """Look into the knowledge base, or check it."""


@kb.command(epilog="Example: dragoman kb check my-kb/")
@click.argument("folder", metavar="[DIR]", required=False)
@text_or_json
@click.pass_context
def check(ctx: click.Context, folder: str | None, form: str) -> None:
    """Check the package's tables, or a folder of your own.

    Told are broken lines, unknown codes, overlaps and gaps in who held what, names of two meanings. The exit status
    is 1 where there is an error; warnings and remarks leave it 0.
    """
    from dragoman.kb.check import check as problems_of

    problems = problems_of(Path(folder) if folder else None)
    click.echo(_json(problems) if form == "json" else problems_text(problems))
    ctx.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@kb.command(epilog="Example: dragoman kb show KZ --on 2023-11-24")
@click.argument("country")
@click.option("--on", callback=day, metavar="DATE", help="As it was on this day; without it, all rows of all time.")
@kb_option
@text_or_json
def show(country: str, on: str | None, kb: str | None, form: str) -> None:
    """Who held which office, and what else is known of a state or organisation.

    COUNTRY is an ISO code, an organisation's acronym, or a name in Russian or English. Of a month or a year given
    with --on the first day counts.
    """
    from dragoman.kb.show import show as view_of
    from dragoman.model.text import first_day
    from dragoman.workspace import knowledge

    view = view_of(knowledge(kb), country, first_day(on) if on else None)
    click.echo(_json([view]) if form == "json" else country_text(view))


def problems_text(problems: Sequence[Problem]) -> str:
    """A line a problem with file and line, then how many there are of each."""
    lines = [f"{p.line}: {p.severity}: {p.message}" for p in problems]
    counts = Counter(p.severity for p in problems)
    told = ", ".join(f"{counts[s]} {s}{'s' if counts[s] != 1 else ''}" for s in ("error", "warning") if counts[s])
    return "\n".join([*lines, told or "no errors, no warnings"])


def country_text(view: CountryView) -> str:
    """A state or organisation, a line each of what it has."""
    day = f" on {view.on.isoformat()}" if view.on else ""
    return "\n".join([f"{view.code} · {view.name_ru} · {view.name_en}{day}", *_sections(view)])


def _sections(view: CountryView) -> Iterator[str]:
    if view.aliases_ru:
        yield f"  also called: {', '.join(view.aliases_ru)}"
    if view.capitals:
        yield f"  capital: {', '.join(f'{c.name}{_period(c)}' for c in view.capitals)}"
    yield from _section("offices", [f"{h.title}: {h.name}{' (acting)' * h.acting}{_period(h)}" for h in view.holders])
    yield from _section("takes part in", [f"{m.id} {m.name} ({m.kind}){_period(m)}" for m in view.memberships])
    yield from _section("members", [" ".join(view.members)] if view.members else [])
    yield from _section("standing bodies", [f"{b.name} ({b.id}){_period(b)}" for b in view.bodies])
    yield from _section("seats of power", [f"{i.name} ({i.kind}){_period(i)}" for i in view.institutions])
    yield from _section("outlets", [f"{o.name} ({o.id}, {o.kind}){_period(o)}" for o in view.outlets])


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}"
        yield from (f"    {line}" for line in lines)


def _period(row: Held | Named) -> str:
    """Since when and until when, as the table has it; nothing where neither is known."""
    if not row.valid_from and not row.valid_to:
        return ""
    return f", {row.valid_from or '?'} … {row.valid_to}".rstrip()


def _json(values: Sequence[object]) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(list(values)), indent=2).decode()
