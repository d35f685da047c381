"""In which formats a brief can be written: the modules of this package that have a `SUFFIX` and `render`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType

import dragoman.brief
from dragoman.brief.model import Brief
from dragoman.errors import UsageError


@lru_cache(maxsize=1)
def formats() -> tuple[str, ...]:
    """Names of the formats, sorted.

    >>> formats()
    ('docx', 'html', 'markdown')
    """
    names = (module.name for module in pkgutil.iter_modules(dragoman.brief.__path__))
    return tuple(sorted(name for name in names if hasattr(_module(name), "SUFFIX")))


def render(brief: Brief, name: str) -> bytes:
    """The brief as a file of this format. Raises UsageError for an unknown one."""
    if name not in formats():
        raise UsageError(f"unknown brief format {name!r}; known: {', '.join(formats())}")
    data: bytes = _module(name).render(brief)
    return data


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"dragoman.brief.{name}")
