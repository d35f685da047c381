"""Verdicts where nothing can be said: what would be needed."""

from __future__ import annotations

from dragoman.audit.wording import Pair
from dragoman.model.register import ClaimRecord, Verdict


def uncheckable(record: ClaimRecord, missing: Pair, coverage: str | None = None) -> Verdict:
    """An `uncheckable` verdict that names what is missing."""
    return Verdict(
        claim=record.id,
        verdict="uncheckable",
        says=f"Проверить нельзя: {missing[0]}",
        says_en=f"Cannot be checked: {missing[1]}",
        missing=missing[0],
        coverage=coverage,
    )
