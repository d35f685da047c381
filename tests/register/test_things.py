"""Claims, quotes and documents of several articles."""

from __future__ import annotations

import msgspec
from factories import claim, document, quote, reading

from dragoman.model.actors import Actor
from dragoman.model.records import Window
from dragoman.model.register import ClaimRecord, QuoteRecord, ThingRecord
from dragoman.register.merge import merge


def test_one_claim_told_by_two_articles_of_one_week_is_one_record() -> None:
    told = [
        reading("a", "2024-03-11", claim(7, "tokayev", "AZ")),
        reading("b", "2024-03-18", claim(7, "tokayev", "AZ")),
    ]
    (record,) = merge(told)
    assert isinstance(record, ClaimRecord)
    assert (record.published, len(record.sources)) == ("2024-03-11", 2)


def test_another_number_party_time_or_window_is_another_claim() -> None:
    first = claim(7, "tokayev", "AZ", window=Window(start="2022-01-01", end="2024-12-31"))
    others = [
        claim(8, "tokayev", "AZ"),
        claim(7, "aliyev", "AZ"),
        claim(7, "tokayev", "UZ"),
        claim(7, "tokayev", "AZ", window=Window(start="2000-01-01", end="2001-12-31")),
    ]
    for other in others:
        assert len(merge([reading("a", "2024-03-11", first), reading("b", "2024-03-11", other)])) == 2
    assert len(merge([reading("a", "2024-03-11", first), reading("b", "2024-03-19", first)])) == 2


def test_the_fullest_form_of_a_claim_is_shown() -> None:
    bare = claim(7, "tokayev", "AZ", subject=None)
    full = claim(7, "tokayev", "AZ")
    (record,) = merge([reading("a", "2024-03-11", bare), reading("b", "2024-03-12", full)])
    assert isinstance(record, ClaimRecord)
    assert record.claim.subject == Actor(actor="tokayev", name="Касым-Жомарт Токаев", country="KZ")


def test_each_quote_is_a_record_of_its_own() -> None:
    told = [reading(name, "2024-03-11", quote("Мы рады.", "aliyev")) for name in "ab"]
    found = merge(told)
    assert [type(record) for record in found] == [QuoteRecord, QuoteRecord]
    assert {record.id[0] for record in found} == {"q"}


def test_a_document_keeps_every_act_that_any_article_dates() -> None:
    signed = document("Договор о дружбе", "KZ", "AZ", signed="2005")
    sharper = document("договора о дружбе", "AZ", "KZ", signed="2005-03-01")
    (record,) = merge([reading("a", "2024-03-11", signed), reading("b", "2024-03-12", sharper)])
    assert isinstance(record, ThingRecord)
    assert record.parties == ("AZ", "KZ")
    assert {("signed", "2005"), ("signed", "2005-03-01")} <= set(record.detail)


def test_documents_of_other_parties_titles_or_days_are_others() -> None:
    first = document("Договор о дружбе", "KZ", "AZ", signed="2005")
    for other in (
        document("Договор о дружбе", "KZ", "UZ"),
        document("Договор о границе", "KZ", "AZ"),
        msgspec.structs.replace(document("Договор о дружбе", "KZ", "AZ", signed="2017")),
    ):
        assert len(merge([reading("a", "2024-03-11", first), reading("b", "2024-03-12", other)])) == 2
