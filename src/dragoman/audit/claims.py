"""A claim and what the register has on it: `Claim` + snapshot → `Verdict`.

Absence is not contradiction: fewer records than were claimed make a claim incomplete, only more contradict it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from dragoman.audit.anniversaries import anniversary
from dragoman.audit.counts import counted
from dragoman.audit.documents import documents
from dragoman.audit.figures import figures
from dragoman.audit.missing import uncheckable
from dragoman.audit.rules import load_rules
from dragoman.model.register import ClaimRecord, CountingRule, Snapshot, Verdict

Judge = Callable[[ClaimRecord, Snapshot, Sequence[CountingRule], dt.date | None], Verdict]

JUDGES: dict[str, Judge] = {
    "visit_count": counted,
    "meeting_count": counted,
    "document_count": documents,
    "anniversary": anniversary,
    "trade_turnover": figures,
    "growth": figures,
    "other_count": figures,
}
"""Who judges a claim of this kind."""


def verdict(
    record: ClaimRecord,
    snapshot: Snapshot,
    rules: Sequence[CountingRule] | None = None,
    as_of: dt.date | None = None,
) -> Verdict:
    """The register's answer on one claim.

    `rules`: the counting rules, the package's where None. `as_of`: events that began later are not counted.
    A claim of a kind that nobody judges is `uncheckable`.
    """
    judge = JUDGES.get(record.claim.kind)
    if judge is None:
        kind = record.claim.kind
        return uncheckable(record, (f"нет правила проверки для «{kind}»", f"no rule checks {kind!r}"))
    if record.claim.target:
        return uncheckable(record, ("это цель, а не состояние дел", "this is a target, not a state of things"))
    return judge(record, snapshot, load_rules() if rules is None else rules, as_of)


def audit(snapshot: Snapshot, as_of: dt.date | None = None) -> dict[str, Verdict]:
    """A verdict for each claim of the register, by the claim's id, in the register's order."""
    return {record.id: verdict(record, snapshot, as_of=as_of) for record in snapshot.claims}
