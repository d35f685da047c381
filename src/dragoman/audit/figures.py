"""Figures (trade, growth, other counts): against what other sources say of the same parties and the same period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dragoman.audit.missing import uncheckable
from dragoman.audit.wording import Pair, claimed, number, sentence
from dragoman.model.records import Claim
from dragoman.model.register import ClaimRecord, Count, CountingRule, Snapshot, Verdict

ROUGHLY = 0.05
"""Share of the value within which "около" fits."""


def figures(record: ClaimRecord, snapshot: Snapshot, rules: Sequence[CountingRule], as_of: dt.date | None) -> Verdict:
    """`confirmed` or `contradicted` by another article's figure; never across periods, so none without a period."""
    if record.claim.window is None:
        return uncheckable(record, ("период не назван", "the period is not named"))
    if record.claim.kind == "trade_turnover" and len(_parties(record.claim)) < 2:
        return uncheckable(record, ("не сказано, чья торговля и с кем", "whose trade, and with whom, is not said"))
    others = list(_others(record, snapshot))
    agreeing = [other for other in others if agree(record.claim, other.claim)]
    retold = _retold(record)
    if not others and not retold:
        return uncheckable(
            record, ("в реестре нет другого источника за тот же период", "no other source for that period is on record")
        )
    mixed = "depends" if agreeing or retold else "contradicted"
    return _verdict(record, others, "confirmed" if len(agreeing) == len(others) else mixed)


def _verdict(record: ClaimRecord, others: Sequence[ClaimRecord], answer: str) -> Verdict:
    shown = ", ".join(dict.fromkeys(number(other.claim.value) for other in others))
    found: Pair = (f"другие источники: {shown}", f"other sources: {shown}") if shown else _SAME
    says, says_en = sentence((claimed(record.claim), found), _CLOSINGS[answer])
    count = Count(rule="other-sources", window=None, widened=False, records=tuple(other.id for other in others))
    return Verdict(claim=record.id, verdict=answer, says=says, says_en=says_en, counts=(count,))


_SAME: Pair = ("другие источники называют то же", "other sources give the same")
_CLOSINGS: dict[str, Pair] = {
    "confirmed": ("сходится с точностью до округления", "agrees within rounding"),
    "contradicted": ("расходится с другим источником", "differs from another source"),
    "depends": ("источники расходятся", "the sources differ"),
}


def _others(record: ClaimRecord, snapshot: Snapshot) -> Iterator[ClaimRecord]:
    own = {source.article for source in record.sources}
    for other in snapshot.claims:
        comparable = other.id != record.id and not other.claim.target and _same_question(record.claim, other.claim)
        if comparable and any(source.article not in own for source in other.sources):
            yield other


def _same_question(one: Claim, other: Claim) -> bool:
    """Whether the two give a figure for the same thing, parties and period."""
    same_thing = (one.kind, one.unit, one.what) == (other.kind, other.unit, other.what)
    return same_thing and one.window == other.window and _parties(one) == _parties(other)


def _parties(claim: Claim) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((actor.name, actor.country) for actor in (claim.subject, claim.object) if actor)


def _retold(record: ClaimRecord) -> bool:
    """Whether two outlets give the figure as their own; the same words of one speaker are one source."""
    return record.claim.says is None and len({source.outlet for source in record.sources if source.outlet}) > 1


def agree(one: Claim, other: Claim) -> bool:
    """Whether two figures can be one, rounded: 2 billion and 2.1 billion, not 2.1 and 2.4.

    A bound ("более 2 млрд") agrees with what it allows.
    """
    for bound, exact in ((one, other), (other, one)):
        if bound.comparator in ("<", "≤", ">", "≥"):
            return exact.comparator == bound.comparator or compare_figure(exact.value, bound)
    return abs(one.value - other.value) <= max(_slack(one), _slack(other))


def compare_figure(value: float, bound: Claim) -> bool:
    """Whether a figure lies on the side that a bound allows."""
    return value >= bound.value if bound.comparator in (">", "≥") else value <= bound.value


def _slack(claim: Claim) -> float:
    """Half a unit of the last digit that is given; more for a rough figure."""
    digits = Decimal(f"{claim.value:.12g}").normalize()
    exponent = digits.as_tuple().exponent
    half = 0.5 * 10.0 ** int(exponent)
    rough = claim.approx or claim.comparator == "≈"
    return max(half, ROUGHLY * abs(claim.value)) if rough else half
