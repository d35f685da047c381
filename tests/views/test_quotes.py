"""What was said, by whom, about what."""

import pytest
from two_states import knowledge_base

from dragoman.model.register import Snapshot
from dragoman.views import Naming, quotes
from dragoman.views.quotes import country_topic, utterances, words_topic


def ids(lines: object) -> list[str]:
    return [line.id for line in lines]  # type: ignore[attr-defined]


@pytest.mark.parametrize("speaker", ["orlan-david", "XV", "Орлан", "давид орлан"])
def test_speaker_by_id_country_or_name(snapshot: Snapshot, ru: Naming, speaker: str) -> None:
    assert ids(quotes(snapshot, ru, speaker)) == ["q1", "q2"]


def test_speaker_by_english_name(snapshot: Snapshot, en: Naming) -> None:
    assert ids(quotes(snapshot, en, "Belin")) == ["q3", "q4"]


def test_about_words_in_any_form(snapshot: Snapshot, ru: Naming) -> None:
    assert ids(quotes(snapshot, ru, about=words_topic("поставка шерсть"))) == ["q3"]
    assert ids(quotes(snapshot, ru, about=words_topic("поставка зерно"))) == []


@pytest.mark.parametrize(
    "text", ["Торсия растёт", "в Торсию", "торсийского зерна", "торсийцы рады", "из Торсийской Республики"]
)
def test_a_country_is_named_by_name_adjective_or_people(text: str) -> None:
    assert country_topic(knowledge_base(), "XT")(text)


@pytest.mark.parametrize("text", ["Вардания растёт", "торс статуи", "республика"])
def test_a_country_is_not_named(text: str) -> None:
    assert not country_topic(knowledge_base(), "XT")(text)


def test_an_organisation_is_named_by_its_abbreviation() -> None:
    assert country_topic(knowledge_base(), "UN")("на трибуне ООН")


def test_period(snapshot: Snapshot, ru: Naming) -> None:
    assert len(quotes(snapshot, ru, since="2024-03-11", until="2024-03")) == 4
    assert quotes(snapshot, ru, since="2024-03-12") == ()
    assert quotes(snapshot, ru, until="2024-02") == ()


def test_pieces_of_one_utterance_belong_together(snapshot: Snapshot, ru: Naming) -> None:
    assert [ids(pieces) for pieces in utterances(quotes(snapshot, ru))] == [["q1", "q2"], ["q3"], ["q4"]]


def test_text_is_the_source_s(snapshot: Snapshot, ru: Naming) -> None:
    for record, line in zip(snapshot.quotes, quotes(snapshot, ru), strict=True):
        assert line.text == record.quote.text
