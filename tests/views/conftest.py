"""Lets the tests of this folder import the register of two invented states, and gives it to them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "brief"))

import two_states

from dragoman.model.register import Snapshot
from dragoman.views import Naming, naming_of


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """The register of Вардания and Торсия."""
    return two_states.snapshot()


@pytest.fixture(scope="session")
def ru() -> Naming:
    """Russian names, the invented ones included."""
    return naming_of(two_states.knowledge_base(), "ru")


@pytest.fixture(scope="session")
def en() -> Naming:
    """English names."""
    return naming_of(two_states.knowledge_base(), "en")
