"""Which language: only what is surely another one is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.language import language_of, name_of_language

RUSSIAN = (
    "Министр иностранных дел Северии прибыл в столицу Лугании, где провёл переговоры с коллегой. Обсуждались торговля, "
    "транзит и подготовка заседания межправительственной комиссии, которое состоится осенью. "
)
KAZAKH = (
    "Сыртқы істер министрі жұмыс сапарымен келді. Тараптар сауда, көлік және мәдени байланыстар мәселелерін талқылады. "
    "Кездесу қорытындысы бойынша бірлескен мәлімдеме қабылданды. Келесі кездесу күзде өтеді деп жоспарланып отыр. "
)
UKRAINIAN = (
    "Міністр закордонних справ прибув до столиці, де провів переговори з колегою. Сторони обговорили торгівлю, транзит "
    "та підготовку засідання міжурядової комісії, яке відбудеться восени. Наступна зустріч запланована на листопад. "
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (RUSSIAN, "ru"),
        (KAZAKH, "kk"),
        (UKRAINIAN, "uk"),
        ("The ministers discussed trade, transit and preparations for the session of the joint commission.", "en"),
        ("Nazirlər ticarət, tranzit və birgə komissiyanın iclasına hazırlıq məsələlərini müzakirə ediblər.", "az"),
        ("Bakanlar ticaret, ulaşım ve ortak komisyonun toplantısına ilişkin hazırlıkları ele aldılar.", "tr"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("other", [KAZAKH, UKRAINIAN])
def test_russian_with_another_language_in_it_is_russian(other: str) -> None:
    assert language_of(RUSSIAN * 2 + other) == "ru"
    assert language_of(other + RUSSIAN * 2) == "ru"


@pytest.mark.parametrize(
    "text", ["", "Встреча", "Talks", "12.03.2024", "Президент принял посла", "🤝🤝🤝", KAZAKH[:60]]
)
def test_short_text_is_not_judged(text: str) -> None:
    assert language_of(text) is None


def test_characters_that_the_recogniser_refuses() -> None:
    assert language_of("\x00\ud800\ufdd0\ue000" + RUSSIAN) == "ru"


def test_unknown_code_is_its_own_name() -> None:
    assert name_of_language("xx-zz") == "xx-zz"


@given(st.text(alphabet=st.characters(), max_size=300))
def test_no_text_raises(text: str) -> None:
    assert language_of(text) is None or isinstance(language_of(text), str)
