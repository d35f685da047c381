"""The register of two invented states, as tests/brief has it."""

from tests.brief.conftest import en, ru, snapshot

__all__ = ["en", "ru", "snapshot"]
