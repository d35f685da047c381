"""The country brief (справка): composed from views as values, then written in a format, one module each.

compose(snapshot, options, naming, verdicts)   the content, deterministic
render(brief, "html")                          the bytes of a file
"""

from dragoman.brief.compose import compose
from dragoman.brief.formats import formats, render
from dragoman.brief.model import Brief, Options

__all__ = ["Brief", "Options", "compose", "formats", "render"]
