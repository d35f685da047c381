"""What is printed must reach any console: UTF-8 where it can be chosen, plain stand-ins for what a code page lacks."""

from __future__ import annotations

import codecs
import os
import sys

STAND_INS = str.maketrans(
    {
        "━": "=", "─": "-", "░": ":", "⇒": "=>", "→": "->", "≠": "!=", "≈": "~", "≥": ">=", "≤": "<=", "±": "+-",
        "•": "*", "◦": "o", "·": "-", "»": '"', "«": '"', "„": '"', "“": '"', "”": '"', "’": "'", "—": "-", "–": "-",
        "…": "...", "⟦": "[", "⟧": "]", "№": "N", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
    }
)  # fmt: skip
"""Marks that the code pages of Russian Windows (866, 1251) lack in part, and what stands for them there."""

ERRORS = "dragoman.stand-ins"


def prepare() -> None:
    """Make standard output and error able to take any text.

    Redirected output is UTF-8 everywhere, unless `$PYTHONIOENCODING` says otherwise; a console keeps its own encoding.
    """
    codecs.register_error(ERRORS, _stand_in)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            reconfigure(errors=ERRORS)
        else:
            reconfigure(encoding="utf-8", errors=ERRORS)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """What to print for letters that the encoding lacks: a stand-in, else the letter's number, so that none is lost."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    given = error.object[error.start : error.end]
    shown = given.translate(STAND_INS)
    return shown.encode("ascii", "backslashreplace").decode("ascii"), error.end


def complain(message: object) -> None:
    """One line on stderr."""
    import click

    click.echo(f"dragoman: {' '.join(str(message).split())}", err=True)
