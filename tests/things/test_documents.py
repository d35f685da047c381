"""Documents: their titles in the nominative, parties, classes, and what was done with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.records import Reading

Read = Callable[..., Reading]

TITLES = [
    (
        "Мальдора и Велардия приветствовали принятие Совместной декларации о свободе судоходства.",
        "Совместная декларация о свободе судоходства",
        "declaration",
        [("adopted", None)],
    ),
    (
        "Президенты Мальдоры и Велардии подписали 3 марта 2021 года Договор о вечной дружбе.",
        "Договор о вечной дружбе",
        "treaty",
        [("signed", "2021-03-03")],
    ),
    (
        "Отношения Мальдоры и Велардии опираются на Меморандум о торговле, заключённый в 2011 году.",
        "Меморандум о торговле",
        "memorandum",
        [("signed", "2011")],
    ),
    (
        "Мальдора и Велардия намерены подписать соглашение о взаимных поездках граждан.",
        "соглашение о взаимных поездках граждан",
        "agreement",
        [],
    ),
    (
        "Мальдора и Велардия чтут Договор о границе от 12 мая 1997 года.",
        "Договор о границе",
        "treaty",
        [("signed", "1997-05-12")],
    ),
    (
        "Парламент Мальдоры ратифицировал соглашение о рыболовстве между Мальдорой и Велардией.",
        "соглашение о рыболовстве между Мальдорой и Велардией",
        "agreement",
        [("ratified", None)],
    ),
    (
        "Мальдора и Велардия приняли План действий на 2024–2026 годы.",
        "План действий на 2024–2026 годы",
        "plan",
        [("adopted", None)],
    ),
]


@pytest.mark.parametrize(("text", "title", "kind", "acts"), TITLES)
def test_titled(read: Read, text: str, title: str, kind: str, acts: list[tuple[str, str | None]]) -> None:
    """Title, kind and acts of one document between two states."""
    (document,) = read(text).documents
    assert (document.title, document.kind) == (title, kind)
    assert document.parties == ("XM", "XV")
    assert [(act.act, act.date) for act in document.acts] == acts


@pytest.mark.parametrize(
    "text",
    [
        "Президент Мальдоры подписал закон о бюджете, в Велардии приняли к сведению.",
        "Мальдора и Велардия подписали десять документов.",
        "Президент Мальдоры рассказал гостям из Велардии о государственной программе развития села.",
        "Мальдора и Велардия поддержали Договор о нераспространении ядерного оружия.",
        "Подписано соглашение о поставке труб между мальдорской компанией и велардийским холдингом.",
        "В Мальдоре принята Программа развития сельских школ.",
    ],
)
def test_no_document_between_states(read: Read, text: str) -> None:
    """Laws, programmes of one state, unnamed bundles, papers of companies, treaties of all the world."""
    assert read(text).documents == ()


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        ("Мальдора и Велардия отметили 25-летие подписания Договора о мире.", "2024-05-05", "1999"),
        ("В прошлом году Мальдора и Велардия отпраздновали 10-летие Договора о мире.", "2024-05-05", "2013"),
        ("Исполнилось три десятилетия Договору о мире между Мальдорой и Велардией.", "2021-02-01", "1991"),
        ("Мальдора и Велардия отмечают 15-ю годовщину подписания Договора о мире.", "2020-02-01", "2005"),
        ("Мальдора и Велардия отметили почти 25 лет Договору о мире.", "2024-05-05", None),
        ("Мальдора и Велардия заключили Договор о мире на 20 лет.", "2024-05-05", None),
    ],
)
def test_anniversary_dates_the_signing(read: Read, text: str, published: str, year: str | None) -> None:
    """n years celebrated give the year, if they are n exactly and of the document."""
    (document,) = read(text, published).documents
    dates = [act.date for act in document.acts if act.date]
    assert dates == ([year] if year else [])


@pytest.mark.parametrize(
    ("between", "klass"),
    [
        ("Правительством Мальдоры и Правительством Велардии", "intergovernmental"),
        ("Министерством культуры Мальдоры и Министерством культуры Велардии", "interagency"),
        ("Мальдорой и Велардией", None),
    ],
)
def test_class_only_as_said(read: Read, between: str, klass: str | None) -> None:
    """Governments and ministries are named or the class stays open."""
    (document,) = read(f"Подписан меморандум о взаимопонимании между {between}.").documents
    assert document.klass == klass


def test_list_takes_the_deed_of_its_opening(read: Read) -> None:
    """Entries after a colon were signed when the sentence before says."""
    text = """Переговоры в столице

4 мая 2024 года президенты Мальдоры и Велардии подписали следующие документы:
– Соглашение о торговле лесом;
– Меморандум о сотрудничестве в области туризма."""
    documents = read(text).documents
    assert [d.title for d in documents] == [
        "Соглашение о торговле лесом",
        "Меморандум о сотрудничестве в области туризма",
    ]
    assert {(a.act, a.date) for d in documents for a in d.acts} == {("signed", "2024-05-04")}


def test_told_twice_is_one(read: Read) -> None:
    """Tellings join: the fuller title, all acts, all evidence."""
    text = (
        "Мальдора и Велардия подписали Договор о мире и торговле. "
        "По словам дипломатов Мальдоры, Договор о мире ратифицирован в апреле 2024 года."
    )
    (document,) = read(text).documents
    assert document.title == "Договор о мире и торговле"
    assert [(a.act, a.date) for a in document.acts] == [("signed", None), ("ratified", "2024-04")]
    assert len([e for e in document.evidence if e.rule == "document.title"]) == 2


def test_evidence_is_the_words(read: Read) -> None:
    """The title, the deed and its date each rest on their own words."""
    text = "Президенты Мальдоры и Велардии подписали 3 марта 2021 года Договор о вечной дружбе."
    (document,) = read(text).documents
    assert [e.text for e in document.evidence] == ["Договор о вечной дружбе", "подписали", "3 марта 2021 года"]
    assert all(e.span.of(text) == e.text for e in document.evidence)
