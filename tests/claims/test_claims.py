"""Counted assertions of single sentences: what is taken, with whose, where and when; and what is no claim."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import dragoman
from dragoman.claims import find_claims
from dragoman.dates import find_dates
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Quote, Speaker
from dragoman.model.text import Span
from dragoman.numbers import find_numbers
from dragoman.syntax.models import default_syntax
from dragoman.syntax.tree import Parse
from dragoman.text.segment import paragraphs, sentences

KB = Path(__file__).parent.parent / "data" / "kb"
DAY = "2025-10-18"
VELTSKAYA = Speaker(actor="veltskaya-oriana", name="Ориана Вельтская", country="XM")

VISITS = [
    ("Это третий визит президента Тормистана Давлера Ирзаева в Мальдору.", 3, True, "irzayev-davler", "XM", None),
    (
        "Президент Велардии Ламберт Кольвен дважды посетил Тормистан в 2024 году.",
        2,
        False,
        "kolven-lambert",
        "XT",
        "2024/2024",
    ),
    (
        "В этом году президент Мальдоры Ориана Вельтская побывала в Велардии четыре раза.",
        4,
        False,
        "veltskaya-oriana",
        "XV",
        "2025/2025",
    ),
    ("Давлер Ирзаев впервые прибыл в Велардию.", 1, True, "irzayev-davler", "XV", None),
    ("Давлер Ирзаев в пятый раз приехал в Мальдору.", 5, True, "irzayev-davler", "XM", None),
    (
        "Это второй за год визит президента Тормистана в Велардию.",
        2,
        True,
        "irzayev-davler",
        "XV",
        "2024-10-18/2025-10-18",
    ),
    (
        "Для Ламберта Кольвена это первая поездка в Мальдору с 2019 года.",
        1,
        True,
        "kolven-lambert",
        "XM",
        "2019/2025-10-18",
    ),
    ("Давлер Ирзаев прибыл в Мальдору с третьим официальным визитом.", 3, True, "irzayev-davler", "XM", None),
]

NO_VISITS = [
    "Во второй день визита Давлер Ирзаев осмотрел порт Мальдоры.",
    "Давлер Ирзаев посетил Мальдору 7 октября.",
    "Двухдневный визит Давлера Ирзаева в Мальдору завершился.",
    "Первым к трибуне вышел президент Тормистана Давлер Ирзаев.",
    "Ламберт Кольвен хотел бы трижды посетить Мальдору.",
    "Для губернатора это третья поездка в район.",
    "Певица впервые приехала в столицу с концертом и дала пять интервью.",
]

OTHERS = [
    ("Ориана Вельтская и Давлер Ирзаев встречались пять раз.", "meeting_count", 5, "=", None),
    (
        "Это шестая личная встреча Орианы Вельтской с Давлером Ирзаевым в этом году.",
        "meeting_count",
        6,
        "=",
        "2025/2025",
    ),
    ("По итогам переговоров Мальдора и Тормистан подписали 12 документов.", "document_count", 12, "=", None),
    ("Договорно-правовая база Мальдоры и Велардии насчитывает более 90 документов.", "document_count", 90, ">", None),
    (
        "В 2024 году товарооборот Мальдоры и Тормистана составил 1,2 млрд долларов.",
        "trade_turnover",
        1.2e9,
        "=",
        "2024/2024",
    ),
    ("Товарооборот Мальдоры с Велардией в прошлом году вырос на 18%.", "growth", 18, "=", "2024/2024"),
    ("Товарооборот Мальдоры с Велардией в прошлом году сократился на 7%.", "growth", -7, "=", "2024/2024"),
    ("В саммите в Мальдоре приняли участие 42 страны.", "other_count", 42, "=", None),
    ("Между Мальдорой и Тормистаном выполняется 14 рейсов в неделю.", "other_count", 14, "=", None),
    ("В вузах Тормистана обучаются около 300 студентов из Мальдоры.", "other_count", 300, "≈", None),
    ("Визит президента Велардии в Тормистан срывался дважды.", "other_count", 2, "=", None),
]

NO_CLAIMS = [
    "Министр торговли Мальдоры выделил 2 млрд рублей на ремонт дорог.",
    "При обстреле в Велардии погибли 12 человек.",
    "За партию президента Тормистана проголосовали 54% избирателей.",
    "Президенты Мальдоры и Тормистана планируют подписать 10 документов.",
    "VI консультативная встреча глав государств пройдёт в Мальдоре.",
    "Согласно статье 12 Договора Мальдора и Велардия проводят консультации.",
    "74-летний президент Велардии Ламберт Кольвен выступил с речью.",
    "Магазины торговли открылись в 20 городах, продажи выросли на 15%.",
    "Певец дал второй концерт, билеты купили 300 человек.",
]


@cache
def parsed(text: str) -> Parse:
    """The parse of a text."""
    return default_syntax().parse([(text, sentences(text, paragraphs(text)))])[0]


def claims_of(text: str, published: str | None = DAY, speaker: Speaker | None = None) -> tuple[Claim, ...]:
    """The claims of a text, its «…» spoken by `speaker`; persons and states come from the whole reading."""
    mentions = dragoman.read(text, published=published, kb=KB).mentions
    dates = find_dates(text, published)
    numbers = find_numbers(text, exclude=[d.span for d in dates])
    return find_claims(text, parsed(text), mentions, quotes_of(text, speaker), dates, numbers, published)


def quotes_of(text: str, speaker: Speaker | None) -> list[Quote]:
    """The words between the outermost marks, as one quote."""
    start, end = text.find("«") + 1, text.rfind("»")
    if speaker is None or not 0 < start < end:
        return []
    return [Quote(span=Span(start, end), text=text[start:end], form="direct", group=0, speaker=speaker)]


def window(claim: Claim) -> str | None:
    """The window as `from/to`."""
    return f"{claim.window.start}/{claim.window.end}" if claim.window else None


@pytest.mark.parametrize(("text", "value", "ordinal", "subject", "goal", "covers"), VISITS)
def test_visit(text: str, value: float, ordinal: bool, subject: str, goal: str, covers: str | None) -> None:
    """One visit count, of this person to this country in this time."""
    (claim,) = claims_of(text)
    assert (claim.kind, claim.value, claim.ordinal) == ("visit_count", value, ordinal)
    assert claim.subject is not None
    assert claim.subject.actor == subject
    assert claim.object == Actor(country=goal)
    assert window(claim) == covers


@pytest.mark.parametrize("text", NO_VISITS)
def test_no_visit_count(text: str) -> None:
    """Days of a visit, single visits, wishes and trips at home count nothing."""
    assert claims_of(text) == ()


@pytest.mark.parametrize(("text", "kind", "value", "comparator", "covers"), OTHERS)
def test_other_kinds(text: str, kind: str, value: float, comparator: str, covers: str | None) -> None:
    """One claim of another kind, in plain units."""
    (claim,) = claims_of(text)
    assert (claim.kind, claim.value, claim.comparator, window(claim)) == (kind, value, comparator, covers)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_nothing_is_claimed(text: str) -> None:
    """Numbers that say nothing of relations between states."""
    assert claims_of(text) == ()


@pytest.mark.parametrize(("text", "kind", "value", "comparator", "covers"), OTHERS)
def test_evidence_holds_number_and_words(
    text: str, kind: str, value: float, comparator: str, covers: str | None
) -> None:
    """The evidence is a slice of the text, shorter than the sentence, with a digit or numeral in it."""
    (claim,) = claims_of(text)
    (evidence,) = claim.evidence
    assert evidence.span.of(text) == evidence.text
    assert len(evidence.text) < len(text)
    assert evidence.rule.startswith("claim.")


INTERVIEW = (
    "Президент Мальдоры Ориана Вельтская дала интервью агентству из Тормистана. "
    "«За последние три года это моя седьмая поездка в братскую страну. Я рада бывать в Тормистане. "
    "За тот же период Президент Тормистана Давлер Ирзаев шесть раз посетил Мальдору. "
    "Мы создали правовую базу – около 170 документов. Особо отмечу Договор о добрососедстве между Мальдорой и "
    "Тормистаном, 20-летие подписания которого мы отметили в этом году. "
    "В нашем общем центре обучаются около 100 детей», – сказала она."
)


def test_interview() -> None:
    """What a president counts in an interview: visits in one window, documents, a treaty's jubilee."""
    found = claims_of(INTERVIEW, DAY, VELTSKAYA)
    assert [(c.kind, c.value) for c in found] == [
        ("visit_count", 7),
        ("visit_count", 6),
        ("document_count", 170),
        ("anniversary", 20),
        ("other_count", 100),
    ]
    own, other, documents, jubilee, _ = found
    assert (own.subject, own.object) == (
        Actor(actor="veltskaya-oriana", name="Ориана Вельтская", country="XM"),
        Actor(country="XT"),
    )
    assert own.window == other.window
    assert own.window is not None
    assert (own.window.start, own.window.end, own.window.vague) == ("2022-10-18", "2025-10-18", True)
    assert other.subject is not None
    assert (other.subject.actor, other.object) == ("irzayev-davler", Actor(country="XM"))
    assert {documents.subject, documents.object} == {Actor(country="XM"), Actor(country="XT")}
    assert jubilee.derived is not None
    assert (jubilee.derived.act, jubilee.derived.date) == ("signed", "2005")
    assert jubilee.derived.document == "Договор о добрососедстве между Мальдорой и Тормистаном"
    assert all(c.says == VELTSKAYA for c in found)


def test_narrator_says_nothing() -> None:
    """The narrator's own count has no speaker, and "мой" without a speaker has no subject to guess."""
    (claim,) = claims_of("Это третий визит президента Тормистана Давлера Ирзаева в Мальдору.")
    assert claim.says is None


ANNIVERSARIES = [
    (
        "В этом году отмечается 30-летие установления дипломатических отношений Мальдоры и Велардии.",
        "established",
        "1995",
    ),
    ("В этом году Мальдора и Велардия отмечают 30 лет дипотношений.", "established", "1995"),
    ("В 2024 году исполнилось 15 лет Договору о дружбе Мальдоры и Тормистана.", "signed", "2009"),
    ("Дипломатическим отношениям Мальдоры и Велардии в этом году исполнилось 30 лет.", "established", "1995"),
    (
        "Важен Договор о союзе Мальдоры и Велардии, со дня подписания которого в этом году исполняется 25 лет.",
        "signed",
        "2000",
    ),
    ("Исполняется 20 лет Договору о дружбе Мальдоры и Тормистана, заключённому в 2005 году.", "signed", "2005"),
]


@pytest.mark.parametrize(("text", "act", "date"), ANNIVERSARIES)
def test_anniversary(text: str, act: str, date: str) -> None:
    """The year of the deed follows from the year of the celebration, not from the year the deed is given."""
    (claim,) = claims_of(text)
    assert claim.kind == "anniversary"
    assert claim.derived is not None
    assert (claim.derived.act, claim.derived.date) == (act, date)


def test_anniversary_of_unknown_year_derives_nothing() -> None:
    """Without the year of the celebration no date is worked out."""
    (claim,) = claims_of("Стороны готовятся к 30-летию дипломатических отношений Мальдоры и Велардии.", None)
    assert claim.derived is None


def test_birthday() -> None:
    """A leader's birthday is an anniversary of his."""
    (claim,) = claims_of("Сегодня президенту Велардии Ламберту Кольвену исполнилось 60 лет.")
    assert (claim.kind, claim.value, claim.what) == ("anniversary", 60, "день рождения")
    assert claim.subject is not None
    assert claim.subject.actor == "kolven-lambert"


def test_target_is_marked() -> None:
    """What trade is meant to become is kept apart from what it is."""
    text = "Мальдора и Тормистан намерены довести товарооборот до 3 млрд долларов."
    (claim,) = claims_of(text)
    assert (claim.kind, claim.target) == ("trade_turnover", True)


def test_character_goes_into_what() -> None:
    """ "Официальный" is kept: the audit counts official visits first."""
    (claim,) = claims_of("Давлер Ирзаев прибыл в Мальдору с третьим официальным визитом.")
    assert claim.what == "официальный визит"


def test_mutual_visits_have_both_sides() -> None:
    """Visits in both directions are of the two countries."""
    text = "За последние три года Мальдора и Тормистан обменялись приглашениями, состоялось десять взаимных визитов."
    (claim,) = claims_of(text)
    assert (claim.subject, claim.object, claim.what) == (Actor(country="XM"), Actor(country="XT"), "взаимный визит")


def test_a_partner_who_is_left_open_is_not_guessed() -> None:
    """Two other states are named as often: with which of them the trade is, stays open."""
    text = "В списке есть Тормистан и Велардия. В 2024 году товарооборот Мальдоры составил 2 млрд долларов."
    (claim,) = claims_of(text)
    assert (claim.subject, claim.object) == (Actor(country="XM"), None)


def test_empty_text() -> None:
    """An empty text has no claims."""
    assert find_claims("", Parse((), ()), (), (), (), (), None) == ()
