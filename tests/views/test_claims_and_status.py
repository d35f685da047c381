"""Claims with verdicts; the register in figures; names; listings."""

import pytest
from two_states import VERDICTS, knowledge_base

from dragoman.model.register import Snapshot
from dragoman.views import Choice, Naming, claims, naming_of, quotes, status, timeline
from dragoman.views.listing import Column, Listing
from dragoman.views.listings import claims_listing, quotes_listing, things_listing, timeline_listing
from dragoman.views.things import things


def test_claims_in_order_with_verdicts(snapshot: Snapshot, ru: Naming, en: Naming) -> None:
    first, second = claims(snapshot, VERDICTS, ru, ("XV", "XT"))
    assert (first.verdict_label, second.verdict_label) == ("учтено не всё", "не проверялось")
    assert first.words == "это мой третий визит за два года"
    assert claims(snapshot, VERDICTS, en)[0].answer == VERDICTS["c1"].says_en


def test_claims_by_verdict_and_country(snapshot: Snapshot, ru: Naming) -> None:
    assert [line.id for line in claims(snapshot, VERDICTS, ru, only=("incomplete",))] == ["c1"]
    assert claims(snapshot, VERDICTS, ru, ("XV", "KZ")) == ()


def test_status(snapshot: Snapshot) -> None:
    found = status(snapshot, findings=3)
    assert (found.articles, found.undated, found.findings) == (12, 1, 3)
    assert (found.first_event, found.last_event) == ("2022-11-01", "2025-01-15")
    assert found.events[0] == ("VISIT", 7)
    assert status(Snapshot()).first_event is None


def test_english_names() -> None:
    naming = naming_of(knowledge_base(), "en")
    assert naming.country("XT") == "Torsia"
    assert naming.country("UN") == "United Nations"
    assert naming.country("ZZ-unknown") == "ZZ-unknown"
    assert naming.person("maren-ilza", "Ильза Марен") == "Ilsa Maren"
    assert naming.person(None, "Ильза Марен") == "Ilsa Maren"
    assert naming.person("nobody", "Лука Сеян") == "Luka Seyan"
    assert naming.person(None, None) is None
    assert naming.place("Люмера") == "Lumera"


def test_listings_have_one_cell_a_column_and_all_sources(snapshot: Snapshot, ru: Naming) -> None:
    made = (
        timeline_listing(timeline(snapshot, Choice(), ru), "Хронология"),
        claims_listing(claims(snapshot, VERDICTS, ru), "Утверждения"),
        quotes_listing(quotes(snapshot, ru), "Высказывания"),
        things_listing(things(snapshot, "document", Choice(), ru), "Документы"),
    )
    for listing in made:
        ids = {row[0] for row in listing.rows}
        assert listing.rows
        assert {source.record for source in listing.sources} == ids


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        Listing(name="x", title="x", columns=(Column(name="a"),), rows=(("1", "2"),))
