"""Reading one text with mentions made by hand, so that these tests depend on neither knowledge base nor resolution."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.golden.speech import notation

from dragoman.model.records import Quote


@pytest.fixture(scope="session")
def read() -> Callable[[str, dict[str, Any]], tuple[Quote, ...]]:
    """A function of a text and its people (words → kind, name, country) that gives the quotes."""
    return notation.read
