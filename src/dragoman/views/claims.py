"""Counted claims and what the audit says of them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.model.records import Claim
from dragoman.model.register import ClaimRecord, Snapshot, Source, Verdict
from dragoman.views.dissents import outlets_of
from dragoman.views.labels import label, phrase
from dragoman.views.lines import articles_of
from dragoman.views.naming import Naming
from dragoman.views.speakers import speaker_text


class ClaimLine(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, ready to show. `verdict` None: nobody checked it. `answer`: the audit's sentence, "" without verdict.

    `words`: the claim as the source has it, in Russian.
    """

    id: str
    kind: str
    kind_label: str
    claim: Claim
    words: str
    speaker: str
    published: str | None
    verdict: Verdict | None
    verdict_label: str
    answer: str
    outlets: tuple[str, ...]
    articles: int
    sources: tuple[Source, ...]


def claims(
    snapshot: Snapshot,
    verdicts: Mapping[str, Verdict],
    naming: Naming,
    countries: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> tuple[ClaimLine, ...]:
    """Claims in order of publication, those without a date last.

    `countries`: all of them are whose, to whom or said by whom. `only`: codes of the verdicts asked for.
    `verdicts`: by id of the claim's record.
    """
    taken = [
        record
        for record in snapshot.claims
        if set(countries) <= countries_of(record.claim) and (not only or _code(verdicts.get(record.id)) in only)
    ]
    ordered = sorted(taken, key=lambda record: (record.published or "9999", record.id))
    return tuple(_line(record, verdicts.get(record.id), naming) for record in ordered)


def countries_of(claim: Claim) -> frozenset[str]:
    """Countries that a claim is about, the speaker's included."""
    named = (claim.subject, claim.object, claim.says)
    return frozenset(actor.country for actor in named if actor and actor.country)


def _code(verdict: Verdict | None) -> str | None:
    return verdict.verdict if verdict else None


def _line(record: ClaimRecord, verdict: Verdict | None, naming: Naming) -> ClaimLine:
    language, claim = naming.language, record.claim
    return ClaimLine(
        id=record.id,
        kind=claim.kind,
        kind_label=label(language, "claim", claim.kind),
        claim=claim,
        words=record.sources[0].text if record.sources else claim.evidence[0].text,
        speaker=speaker_text(claim.says, naming),
        published=record.published,
        verdict=verdict,
        verdict_label=label(language, "verdict", verdict.verdict) if verdict else phrase(language, "claim_unchecked"),
        answer=answer_of(verdict, language),
        outlets=outlets_of(record.sources),
        articles=articles_of(record.sources),
        sources=record.sources,
    )


def answer_of(verdict: Verdict | None, language: str) -> str:
    """The audit's sentence in the language asked for; "" where there is no verdict."""
    if verdict is None:
        return ""
    return verdict.says if language == "ru" else verdict.says_en
