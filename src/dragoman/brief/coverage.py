"""What a brief rests on, in words."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.brief.model import Cell, Paragraph
from dragoman.views.coverage import Coverage
from dragoman.views.labels import counted, phrase
from dragoman.views.when import point_text


def coverage_paragraphs(coverage: Coverage, language: str) -> Iterable[Paragraph]:
    """Articles on the two, of which outlets, from when to when; then the whole register."""
    if coverage.articles:
        yield _paragraph(_on_pair(coverage, language))
        yield _paragraph(", ".join(_outlets(coverage, language)))
    else:
        yield _paragraph(phrase(language, "coverage_none"))
    articles = counted(language, "article", coverage.register_articles)
    outlets = counted(language, "outlet", coverage.register_outlets)
    yield _paragraph(phrase(language, "register", articles=articles, outlets=outlets))


def _paragraph(text: str) -> Paragraph:
    return Paragraph(cell=Cell(text=text))


def _on_pair(coverage: Coverage, language: str) -> str:
    unknown = phrase(language, "undated")
    return phrase(
        language,
        "coverage",
        articles=counted(language, "article", coverage.articles),
        outlets=counted(language, "outlet", len(coverage.outlets)),
        first=point_text(coverage.first, language) if coverage.first else unknown,
        last=point_text(coverage.last, language) if coverage.last else unknown,
    )


def _outlets(coverage: Coverage, language: str) -> list[str]:
    named = [f"{name} ({number})" for name, number in coverage.outlets]
    return [*named, phrase(language, "outlet_unknown", count=coverage.unnamed)] if coverage.unnamed else named
