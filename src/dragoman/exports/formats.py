"""Which formats there are: the modules of this package that have `render`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType

import dragoman.exports
from dragoman.errors import UsageError
from dragoman.views.listing import Listing


@lru_cache(maxsize=1)
def formats() -> tuple[str, ...]:
    """Names of the formats, sorted.

    >>> formats()
    ('csv', 'json', 'xlsx')
    """
    names = (module.name for module in pkgutil.iter_modules(dragoman.exports.__path__))
    return tuple(sorted(name for name in names if hasattr(_module(name), "SUFFIX")))


def render(listing: Listing, name: str) -> bytes:
    """The listing as a file of this format. Raises UsageError for an unknown one."""
    if name not in formats():
        raise UsageError(f"unknown export format {name!r}; known: {', '.join(formats())}")
    data: bytes = _module(name).render(listing)
    return data


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"dragoman.exports.{name}")
