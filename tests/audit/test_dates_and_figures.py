"""Anniversaries against dates on record, figures against other sources', and what contradicts itself."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.audit import findings, verdict
from dragoman.audit.figures import agree
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Derived, Evidence, Participant, Place, Speaker, Window
from dragoman.model.register import ClaimRecord, EventRecord, Snapshot, Source, StatusAt, ThingRecord
from dragoman.model.text import DateRange, Span

XM, XT = Actor(country="XM"), Actor(country="XT")
TREATY = "Договор о дружбе между Мальдорой и Тормистаном"


def source(article: str, text: str = "слова", published: str | None = "2025-10-18") -> Source:
    """A sentence of an article."""
    return Source(
        article=article,
        label=article,
        outlet=f"{article}.xt",
        outlet_name=article,
        outlet_country="XT",
        published=published,
        span=Span(0, 5),
        text=text,
        rule="rule",
        item=0,
    )


def claim(ident: str, article: str, published: str = "2025-10-18", **fields: Any) -> ClaimRecord:
    """A claim of one article."""
    evidence = (Evidence(span=Span(0, 5), rule="claim", text="слова"),)
    values: dict[str, Any] = {"comparator": "=", "evidence": evidence, "subject": XM, "object": XT}
    return ClaimRecord(
        id=ident, claim=Claim(**(values | fields)), sources=(source(article, published=published),), published=published
    )


def jubilee(date: str = "2005") -> ClaimRecord:
    """ "20-летие подписания Договора о дружбе"."""
    derived = Derived(act="signed", date=date, document=TREATY)
    return claim("c1", "own", kind="anniversary", value=20, unit="year", derived=derived)


def signing(date: str, article: str = "other", basis: str = "stated") -> EventRecord:
    """The treaty signed on a day."""
    both = tuple(Participant(part="signatory", country=code) for code in ("XM", "XT"))
    return EventRecord(
        id="e1",
        type="SIGNING",
        status="occurred",
        participants=both,
        sources=(source(article),),
        date=DateRange(date),
        date_basis=basis,
        document="Договор о дружбе",
    )


def treaty(text: str, article: str = "other") -> ThingRecord:
    """The treaty as a document with its date of signing."""
    return ThingRecord(
        id="t1",
        kind="document",
        title=TREATY,
        parties=("XM", "XT"),
        sources=(source(article, text),),
        detail=(("acts", "signed 2005-03-01"),),
    )


def test_anniversary_agrees_with_a_signing() -> None:
    """The year that follows is the year on record."""
    found = verdict(jubilee(), Snapshot(events=(signing("2005-03-01"),)))
    assert (found.verdict, found.counts[0].records) == ("confirmed", ("e1",))
    assert found.says == "Заявлено 20 лет, то есть 2005, в реестре 2005-03-01; даты сходятся"


def test_anniversary_of_another_year_is_contradicted() -> None:
    """A record of another year refutes it."""
    assert verdict(jubilee(), Snapshot(events=(signing("2006-03-01"),))).verdict == "contradicted"


@pytest.mark.parametrize("basis", ["own", "reported"])
def test_an_anniversary_cannot_prove_itself(basis: str) -> None:
    """Neither the claim's own article nor a day of report is a date of its own."""
    event = signing("2005", "own") if basis == "own" else signing("2005-03-01", basis="reported")
    assert verdict(jubilee(), Snapshot(events=(event,))).verdict == "uncheckable"


def test_a_document_counts_where_another_article_gives_the_year() -> None:
    """The year must stand in the other article's words, else it may have been worked out from this claim."""
    assert verdict(jubilee(), Snapshot(things=(treaty("Договор, подписанный в 2005 году"),))).verdict == "confirmed"
    assert verdict(jubilee(), Snapshot(things=(treaty("Договор о дружбе"),))).verdict == "uncheckable"


def test_anniversary_without_a_date_says_what_is_missing() -> None:
    """Nothing derived, nothing on record."""
    assert "нет даты" in (verdict(jubilee(), Snapshot()).missing or "")


def trade(ident: str, article: str, value: float, **fields: Any) -> ClaimRecord:
    """Turnover of 2024."""
    named: dict[str, Any] = {"kind": "trade_turnover", "unit": "USD", "what": "товарооборот"}
    named["window"] = Window(start="2024", end="2024")
    return claim(ident, article, value=value, **(named | fields))


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (trade("c2", "b", 2.1e9), "confirmed"),
        (trade("c2", "b", 3.4e9), "contradicted"),
        (trade("c2", "b", 2.0e9, window=Window(start="2023", end="2023")), "uncheckable"),
        (trade("c2", "b", 2.0e9, object=Actor(country="XV")), "uncheckable"),
        (trade("c2", "b", 3.4e9, target=True), "uncheckable"),
        (trade("c2", "a", 2.1e9), "uncheckable"),
    ],
)
def test_turnover_against_another_source(other: ClaimRecord, answer: str) -> None:
    """Only another article's figure for the same parties and year counts, within rounding."""
    told = trade("c1", "a", 2e9)
    assert verdict(told, Snapshot(claims=(told, other))).verdict == answer


def test_turnover_without_a_period_cannot_be_checked() -> None:
    """Figures are never compared across periods, so the period must be known."""
    told = trade("c1", "a", 2e9, window=None)
    other = trade("c2", "b", 2e9, window=None)
    assert verdict(told, Snapshot(claims=(told, other))).missing == "период не назван"


def test_turnover_with_nobody_named_cannot_be_checked() -> None:
    """A figure of Maldora's trade with a partner who is not told is compared with nothing."""
    told = trade("c1", "a", 2e9, object=None)
    assert verdict(told, Snapshot(claims=(told, trade("c2", "b", 2e9, object=None)))).verdict == "uncheckable"


def test_rounding_is_that_of_the_coarser_figure() -> None:
    """2 billion may be 2.4; 2.1 may not."""
    values = {name: trade("c", "a", value).claim for name, value in (("two", 2e9), ("fine", 2.1e9), ("far", 2.4e9))}
    assert agree(values["two"], values["far"])
    assert not agree(values["fine"], values["far"])
    assert agree(trade("c", "a", 2e9, comparator=">").claim, values["far"])
    assert not agree(trade("c", "a", 3e9, comparator=">").claim, values["far"])


def trip(ident: str, start: str, end: str, country: str, **fields: Any) -> EventRecord:
    """A visit of Irzayev's."""
    visitor = Participant(part="visitor", actor="irzayev-davler", name="Давлер Ирзаев", country="XT")
    values: dict[str, Any] = {
        "type": "VISIT",
        "status": "occurred",
        "participants": (visitor, Participant(part="host", country=country)),
        "sources": (source(ident, published="2025-12-31"),),
        "date": DateRange(start, end),
        "date_basis": "stated",
        "place": Place(name="Лиардон", country=country),
    }
    return EventRecord(id=ident, **(values | fields))


def codes(*events: EventRecord, claims: tuple[ClaimRecord, ...] = ()) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in findings(Snapshot(events=events, claims=claims))]


def test_two_countries_on_the_same_days() -> None:
    """Two days in two countries at once; one common day is a flight."""
    assert codes(trip("e1", "2025-03-01", "2025-03-04", "XM"), trip("e2", "2025-03-02", "2025-03-05", "XV")) == [
        "visit-in-two-places"
    ]
    assert codes(trip("e1", "2025-03-01", "2025-03-04", "XM"), trip("e2", "2025-03-04", "2025-03-05", "XV")) == []


def test_announced_after_it_was_held() -> None:
    """Held on 1–2 March and still awaited on 10 March."""
    history = (StatusAt(status="planned", reported="2025-03-10", article="x"),)
    assert codes(trip("e1", "2025-03-01", "2025-03-02", "XM", history=history)) == ["announced-after-held"]


def test_held_after_all_reports() -> None:
    """Told as past by an article of January, dated in March."""
    early = (source("e1", published="2025-01-10"),)
    assert codes(trip("e1", "2025-03-01", "2025-03-02", "XM", sources=early)) == ["held-in-the-future"]


def counted(ident: str, value: float, published: str) -> ClaimRecord:
    """ "…-й визит", said by Veltskaya."""
    says = Speaker(actor="veltskaya-oriana", name="Ориана Вельтская", country="XM")
    return claim(ident, ident, published, kind="visit_count", value=value, unit="visit", ordinal=True, says=says)


def test_counts_that_run_backwards() -> None:
    """The seventh visit in 2024, the sixth in 2025."""
    told = (counted("c1", 7, "2024-05-01"), counted("c2", 6, "2025-05-01"))
    assert codes(claims=told) == ["count-runs-backwards"]
    assert codes(claims=(counted("c1", 6, "2024-05-01"), counted("c2", 7, "2025-05-01"))) == []


def test_one_speaker_two_numbers() -> None:
    """Seven and six on one day."""
    assert codes(claims=(counted("c1", 7, "2025-05-01"), counted("c2", 6, "2025-05-01"))) == [
        "speaker-contradicts-himself"
    ]
