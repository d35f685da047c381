"""Whose article it is, from whom it has its news, whose side tells, when it was published."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.model.records import Reading

KB = Path(__file__).parents[1] / "data" / "kb"


def source(text: str, **given: str | None) -> Reading:
    return dragoman.read(text, kb=KB, **given)  # type: ignore[arg-type]


def test_what_is_given_wins() -> None:
    reading = source("/ТАСС/. Министр прибыл в Баку.", outlet="report.az", published="2025-10-18")
    assert reading.outlet is not None
    assert (reading.outlet.id, reading.outlet.how) == ("report.az", "given")


def test_a_subdomain_stands_for_its_site() -> None:
    reading = source("Министр прибыл в Баку.", url="https://ru.report.az/politics/1")
    assert reading.outlet is not None
    assert (reading.outlet.id, reading.outlet.how) == ("report.az", "url")


def test_an_unknown_site_gets_the_country_of_its_domain() -> None:
    reading = source("Министр прибыл в Баку.", outlet="novosti-oblasti.kz")
    assert reading.outlet is not None
    assert (reading.outlet.name, reading.outlet.country) == ("novosti-oblasti.kz", "KZ")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Как сообщает Trend, министр прибыл в Баку.", "trend.az"),
        ("Министр прибыл в Баку, передаёт ТАСС.", "tass.ru"),
        ("АСТАНА, 20 октября. /ТАСС/. Министр прибыл в Баку.", "tass.ru"),
        ("Министр прибыл в Баку, сообщает корреспондент агентства Trend.", "trend.az"),
        ("Казахстанская правда\n12 марта 2024\n\nМинистр прибыл в Баку.", "kazpravda.kz"),
    ],
)
def test_an_outlet_is_found_in_the_text(text: str, outlet: str) -> None:
    reading = source(text)
    assert reading.outlet is not None
    assert (reading.outlet.id, reading.outlet.how) == (outlet, "text")


@pytest.mark.parametrize(
    "text", ["Министр посетил редакцию ТАСС в Баку.", "Trend вырос на пять процентов.", "Министр прибыл в Баку."]
)
def test_a_name_that_nobody_cites_is_no_outlet(text: str) -> None:
    assert source(text).outlet is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Стороны провели встречу, сообщает пресс-служба Акорды.", "KZ"),
        ("Стороны провели встречу, сообщила пресс-служба президента Азербайджана.", "AZ"),
        ("Стороны провели встречу, сообщает пресс-служба Aymora.xt.", "XT"),
    ],
)
def test_a_press_service_is_a_relay_and_its_side_tells(text: str, country: str) -> None:
    reading = source(text)
    assert reading.outlet is None
    assert reading.relays[0].country == country
    assert reading.perspective is not None
    assert (reading.perspective.country, reading.perspective.how) == (country, "relay")


def test_a_press_service_outweighs_the_outlet() -> None:
    reading = source("Стороны встретились, сообщает пресс-служба Акорды.", outlet="trend.az")
    assert reading.perspective is not None
    assert reading.perspective.country == "KZ"


def test_the_official_site_is_the_offices_own() -> None:
    reading = source("Официальный сайт Президента Республики Казахстан\n24 августа 2022 года\n\nПереговоры завершены.")
    assert reading.outlet is not None
    assert reading.outlet.country == "KZ"
    assert reading.published == "2022-08-24"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("24.11.2023, 15:45", "2023-11-24T15:45"),
        ("    • 18 октября, 2025\n    • 10:15", "2025-10-18T10:15"),
        ("Политика / 04 октября 2023, 17:55", "2023-10-04T17:55"),
        ("10.04.2023, 19:03   просмотры 8 112", "2023-04-10T19:03"),
        ("Сегодня", None),
    ],
)
def test_publication_date_from_the_stamp(head: str, published: str | None) -> None:
    assert source(f"{head}\n\nМинистр прибыл в Баку с визитом.").published == published


def test_an_interview_names_its_partner() -> None:
    reading = source("Об этом президент Азербайджана Ильхам Алиев рассказал в интервью изданию Kazinform.")
    assert reading.occasion is not None
    assert (reading.occasion.kind, reading.occasion.partner) == ("interview", "inform.kz")
