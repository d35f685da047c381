"""Claims that count visits and meetings, against the records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from dragoman.audit.counting import Tally, of_parties, tally
from dragoman.audit.coverage import coverage
from dragoman.audit.frame import Frame, frame_of
from dragoman.audit.missing import uncheckable
from dragoman.audit.parties import is_person
from dragoman.audit.rules import rules_for
from dragoman.audit.wording import CLOSINGS, Pair, claimed, days, sentence
from dragoman.model.actors import Actor
from dragoman.model.records import Claim
from dragoman.model.register import ClaimRecord, CountingRule, EventRecord, Snapshot, Verdict

ROUGHLY = 0.1
"""Share of the value within which "около" still fits."""


def counted(record: ClaimRecord, snapshot: Snapshot, rules: Sequence[CountingRule], as_of: dt.date | None) -> Verdict:
    """The verdict on a count of visits or meetings."""
    claim = record.claim
    serving = rules_for(claim, rules)
    lacking = _lacking(claim, serving)
    if lacking is not None or claim.subject is None:
        return uncheckable(record, lacking or _NOBODY)
    events = [e for e in _events(claim, claim.subject, snapshot, as_of) if not _is_the_claim(e, record)]
    frame = frame_of(record)
    covered = coverage(snapshot.events, _countries(claim), frame)
    if not events and covered is None:
        return uncheckable(record, _NOTHING)
    tallies = [tally(events, rule, frame) for rule in serving]
    wide = [tally(events, rule, frame.widened(), widened=True) for rule in serving] if frame.vague else []
    answer = decide(claim, tallies, wide)
    says, says_en = _says(claim, frame, tallies, wide, answer, events)
    return Verdict(
        claim=record.id,
        verdict=answer,
        says=says,
        says_en=says_en,
        counts=tuple(t.count for t in (*tallies, *wide)),
        coverage=covered,
    )


def _events(claim: Claim, subject: Actor, snapshot: Snapshot, as_of: dt.date | None) -> list[EventRecord]:
    """The events of the claim's parties, in both directions where it counts mutual visits."""
    events = of_parties(snapshot.events, subject, claim.object, as_of)
    if claim.object is not None and MUTUAL in (claim.what or ""):
        events.extend(of_parties(snapshot.events, claim.object, subject, as_of))
    return events


def _is_the_claim(event: EventRecord, record: ClaimRecord) -> bool:
    """Whether a record rests on nothing but the words of the claim: "четырежды посетил" is no visit beside the four.

    An ordinal's words do tell of one: "прибыл с третьим визитом".
    """
    if record.claim.ordinal:
        return False
    told = [(source.article, source.where, source.span) for source in record.sources]
    return all(
        any(article == s.article and where == s.where and span.meets(s.span) for article, where, span in told)
        for s in event.sources
    )


MUTUAL = "взаимн"
"""Stem in a claim's words that says visits of both sides are counted."""

_NOBODY: Pair = ("не сказано, чьи визиты или встречи", "whose visits or meetings is not said")
_NO_PARTNER: Pair = ("не сказано, с кем встречи", "with whom the meetings were is not said")
_NO_RULE: Pair = ("нет правила счёта для такого утверждения", "no counting rule serves such a claim")
_NOTHING: Pair = (
    "в реестре нет событий между сторонами за это время",
    "no event between the parties is on record for that time",
)


def _lacking(claim: Claim, serving: Sequence[CountingRule]) -> Pair | None:
    if not serving:
        return _NO_RULE
    if claim.subject is None or not (claim.subject.country or is_person(claim.subject)):
        return _NOBODY
    return _NO_PARTNER if claim.kind == "meeting_count" and claim.object is None else None


def _countries(claim: Claim) -> frozenset[str]:
    both: tuple[Actor | None, ...] = (claim.subject, claim.object)
    return frozenset(actor.country for actor in both if actor and actor.country)


def compare(found: int, claim: Claim) -> str:
    """How a number on record stands to the claim: `fewer`, `match`, `more`.

    A lower bound ("более пяти") cannot be exceeded, an upper one cannot be missed.
    """
    value = claim.value
    if claim.comparator in (">", "≥"):
        return "match" if found > value or (found == value and claim.comparator == "≥") else "fewer"
    if claim.comparator in ("<", "≤"):
        return "match" if found < value or (found == value and claim.comparator == "≤") else "more"
    if (claim.approx or claim.comparator == "≈") and abs(found - value) <= ROUGHLY * value:
        return "match"
    return "match" if found == value else ("more" if found > value else "fewer")


def decide(claim: Claim, tallies: Sequence[Tally], wide: Sequence[Tally]) -> str:
    """The verdict's word. The default rule decides; another rule matters only where the default does not confirm.

    >>> decide(Claim(kind="visit_count", value=1, comparator="=", unit="visit", evidence=()), (), ())
    'incomplete'
    """
    default = {compare(n, claim) for t in (*tallies[:1], *wide[:1]) for n in {t.found, t.with_edge}}
    if default == {"match"}:
        return _matched(claim)
    seen = default | {compare(n, claim) for t in (*tallies[1:], *wide[1:]) for n in t.possible}
    if "more" in seen and not is_person(claim.subject):
        # "Первый визит делегации", "турецкого лидера": the country's visits on record are more than what is meant.
        seen.add("match")
    if seen <= {"fewer"}:
        return "incomplete"
    return "contradicted" if seen == {"more"} else "depends"


def _matched(claim: Claim) -> str:
    """That no earlier one is on record does not prove that it was the first; nor does a small number an upper bound."""
    rests_on_absence = (claim.ordinal and claim.value == 1) or claim.comparator in ("<", "≤")
    return "consistent" if rests_on_absence else "confirmed"


def _says(
    claim: Claim,
    frame: Frame,
    tallies: Sequence[Tally],
    wide: Sequence[Tally],
    answer: str,
    events: Iterable[EventRecord],
) -> Pair:
    default = tallies[0]
    parts = [_claimed_and_found(claim, default, frame)]
    if default.with_edge != default.found:
        parts.append((f"{default.with_edge} с теми, что у границ окна", f"{default.with_edge} with those at its edges"))
    if wide and wide[0].with_edge not in (default.found, default.with_edge):
        shown = days(wide[0].count.window)
        parts.append((f"{wide[0].with_edge} за {shown}", f"{wide[0].with_edge} within {shown}"))
    parts.extend(_under(other) for other in tallies[1:] if other.possible[0] != default.found)
    inferred = sum(e.inferred for e in events if e.id in default.count.records)
    if inferred:
        parts.append(
            (f"из них выведено из участия в саммите: {inferred}", f"of which inferred from a summit: {inferred}")
        )
    return sentence(parts, CLOSINGS[answer])


def _claimed_and_found(claim: Claim, default: Tally, frame: Frame) -> Pair:
    ru, en = claimed(claim)
    shown = days(default.count.window)
    if not shown:
        return f"{ru}; в реестре {default.found} за всё время", f"{en}; on record {default.found} of all time"
    exact = ("точное окно ", "exact window ") if frame.vague else ("", "")
    return (
        f"{ru}; в реестре {default.found} ({exact[0]}{shown})",
        f"{en}; on record {default.found} ({exact[1]}{shown})",
    )


def _under(other: Tally) -> Pair:
    """What another rule gives; a range where no source says of some whether they count under it."""
    rule = other.rule
    number = "–".join(dict.fromkeys((str(other.found), str(other.possible[0]))))
    return f"{number} по правилу «{rule.label}»", f"{number} under the rule “{rule.label_en}”"
