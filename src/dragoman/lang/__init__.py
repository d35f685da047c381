"""Words as data: one folder a language. Nothing here reasons."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(language: str, name: str) -> Any:
    """The contents of `lang/<language>/<name>`: a YAML file as values, a TSV file as a tuple of dicts by header.

    Raises FileNotFoundError for an unknown name: that is broken code, not bad input.
    """
    text = files(f"dragoman.lang.{language}").joinpath(name).read_text(encoding="utf-8")
    if name.endswith(".tsv"):
        return _rows(text)
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _rows(text: str) -> tuple[dict[str, str], ...]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def inflected(language: str, stem: str, paradigm: str) -> tuple[str, ...]:
    """The stem with each ending of a paradigm of `paradigms.yaml`.

    >>> inflected("ru", "прошл", "hard")[:3]
    ('прошлый', 'прошлого', 'прошлому')
    """
    return tuple(stem + ending for ending in load(language, "paradigms.yaml")[paradigm])
