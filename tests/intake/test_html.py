"""Saved pages: the article, and what the page says of itself."""

from __future__ import annotations

import io

import pytest

from dragoman.errors import InputError
from dragoman.intake import read_inputs
from dragoman.intake.html import decode_page
from dragoman.intake.page import PageMeta, read_meta
from dragoman.model.text import Article

PARAGRAPHS = (
    "Министр иностранных дел Северии прибыл в столицу Лугании с рабочим визитом, сообщила пресс-служба ведомства.",
    "В повестке переговоров торговля, транзит грузов и подготовка заседания межправительственной комиссии.",
    "Стороны условились встретиться снова осенью, место встречи назовут позже.",
)


def page(head: str = "", body: str | None = None) -> str:
    article = "<article>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article>"
    menu = '<nav><a href="/">Главная</a> <a href="/p">Политика</a></nav>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}{article if body is None else body}</body></html>"


def read(content: str | bytes) -> Article | InputError:
    raw = content if isinstance(content, bytes) else content.encode()
    (taken,) = read_inputs(["-"], stdin=io.BytesIO(raw))
    return taken


def text_of(content: str | bytes) -> str:
    taken = read(content)
    assert isinstance(taken, Article), taken
    return taken.text


class TestArticle:
    def test_paragraphs_only(self) -> None:
        assert text_of(page()) == "\n".join(PARAGRAPHS)

    def test_title_is_not_repeated_in_the_text(self) -> None:
        body = "<article><h1>Визит в Луганию</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article>"
        taken = read(page('<meta property="og:title" content="Визит  в Луганию">', body))
        assert isinstance(taken, Article)
        assert taken.title == "Визит в Луганию"
        assert taken.text.startswith(PARAGRAPHS[0])

    @pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16"])
    def test_encodings(self, encoding: str) -> None:
        assert text_of(page(f'<meta charset="{encoding}">').encode(encoding)) == "\n".join(PARAGRAPHS)

    def test_xml_declaration_is_no_obstacle(self) -> None:
        assert text_of('<?xml version="1.0" encoding="windows-1251"?>' + page()) == "\n".join(PARAGRAPHS)

    def test_same_page_same_article(self) -> None:
        assert read(page()) == read(page())

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "<p>404 Not found</p>",
            "<ul><li><a href='/1'>Новости</a></li></ul>",
            "".join(f"<h3><a href='/{i}'>Министр посетил страну номер {i}</a></h3>" for i in range(40)),
        ],
    )
    def test_page_without_article(self, body: str) -> None:
        taken = read(page(body=body))
        assert isinstance(taken, InputError)
        assert "no article found" in taken.what

    def test_page_in_another_language(self) -> None:
        english = "<p>" + "The minister arrived in the capital and held talks on trade and transit. " * 4 + "</p>"
        taken = read(page(body=english))
        assert isinstance(taken, InputError)
        assert "English" in taken.what

    def test_page_deep_beyond_reason(self) -> None:
        assert isinstance(read("<html><body>" + "<div>" * 20_000 + PARAGRAPHS[0]), Article | InputError)


class TestDecoding:
    def test_declared_encoding_helps_where_nothing_looks_russian(self) -> None:
        raw = b'<html><meta charset="windows-1251"><p>\xab\xc4\xe0\xbb</p>'
        assert "«Да»" in decode_page(raw, "a.html")

    def test_unknown_declared_encoding(self) -> None:
        with pytest.raises(InputError, match="not text in the encoding that the page declares"):
            decode_page(b"<html><meta charset=martian>\xff\xfe\xfd", "a.html")


def linked(**fields: str) -> str:
    inner = ", ".join(f'"{name.replace("_", "@")}": {value}' for name, value in fields.items())
    return f'<script type="application/ld+json">{{{inner}}}</script>'


class TestTime:
    @pytest.mark.parametrize(
        ("head", "published"),
        [
            (
                '<meta property="article:published_time" content="2024-03-11T08:00:00+05:00">',
                "2024-03-11T08:00:00+05:00",
            ),
            ('<meta name="DC.date" content="2024-03-11">', "2024-03-11"),
            ('<meta itemprop="datePublished" content="2024-03-11T08:00Z">', "2024-03-11T08:00Z"),
            (linked(_type='"NewsArticle"', datePublished='"2024-03-11T08:00+04:00"'), "2024-03-11T08:00+04:00"),
            (linked(_graph='[{"@type": ["NewsArticle"], "datePublished": "2024-03-11"}]'), "2024-03-11"),
            (linked(_type='"VideoObject"', datePublished='"2020-01-01"'), None),
            (linked(_type='"NewsArticle"', datePublished='"вчера"'), None),
            (linked(_type='"NewsArticle"', datePublished="null"), None),
            ('<script type="application/ld+json">{broken</script>', None),
            ('<meta property="article:published_time" content="2024-02-30">', None),
            ('<meta property="article:modified_time" content="2024-03-11">', None),
            ("", None),
        ],
    )
    def test_of_head(self, head: str, published: str | None) -> None:
        assert read_meta(page(head)).published == published

    def test_time_of_the_article_but_not_of_the_list_beside_it(self) -> None:
        aside, own = (f"<time datetime='{day}'></time>" for day in ("2025-01-01", "2024-03-11T09:00"))
        body = f"<aside>{aside}</aside><article>{own}</article>"
        assert read_meta(page(body=body)).published == "2024-03-11T09:00"

    def test_copyright_year_is_no_date(self) -> None:
        taken = read(page().replace("</body>", "<footer>© 2009–2019 Портал</footer></body>"))
        assert isinstance(taken, Article)
        assert taken.published is None


def og(name: str, content: str) -> str:
    return f'<meta property="og:{name}" content="{content}">'


class TestOutlet:
    @pytest.mark.parametrize(
        ("head", "outlet"),
        [
            (og("site_name", "Kt.kz"), "kt.kz"),
            (og("site_name", "Новости мира сегодня") + og("url", "https://www.kt.kz/rus/1.html"), "kt.kz"),
            ('<link rel="canonical" href="https://ru.sputnik.kz/1">', "ru.sputnik.kz"),
            ('<link rel="canonical" href="/rus/1.html">' + og("site_name", "Вестник"), "Вестник"),
            (og("url", "https://example.org/1") + og("site_name", "Вестник"), "Вестник"),
            (og("url", "https://t.me/vestnik/12"), None),
            (linked(_type='"Article"', publisher='{"name": "Вестник"}'), "Вестник"),
            (linked(_type='"Article"', publisher='["x"]'), None),
            ("", None),
        ],
    )
    def test_outlet(self, head: str, outlet: str | None) -> None:
        assert read_meta(page(head)).outlet == outlet

    def test_address_of_a_page_saved_by_a_browser(self) -> None:
        saved = "<!-- saved from url=(0031)https://kt.kz/rus/politics/1.html -->"
        meta = read_meta(page().replace("<html>", saved + "<html>"))
        assert (meta.url, meta.outlet) == ("https://kt.kz/rus/politics/1.html", "kt.kz")

    @pytest.mark.parametrize("bad", ["javascript:void(0)", "https://[broken", "kt.kz/1", ""])
    def test_address_that_is_none(self, bad: str) -> None:
        assert read_meta(page(f'<link rel="canonical" href="{bad}">')).url is None

    @pytest.mark.parametrize("nothing", ["", " ", "<!-- -->", "\x01"])
    def test_no_page_at_all(self, nothing: str) -> None:
        assert read_meta(nothing) == PageMeta()
