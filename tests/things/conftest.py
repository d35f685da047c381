"""Reading short invented texts about the invented states of tests/data/kb."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dragoman.model.records import Reading

KB = Path(__file__).parents[1] / "data" / "kb"


@cache
def _read(text: str, published: str) -> Reading:
    import dragoman

    return dragoman.read(text, published=published, kb=KB)


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """A function of a text, published on 5 May 2024 unless told otherwise."""

    def reading(text: str, published: str = "2024-05-05") -> Reading:
        return _read(text, published)

    return reading
