"""Which articles are let in: with something in them, not beyond all size, in Russian as far as one can tell."""

from __future__ import annotations

from dragoman.errors import InputError
from dragoman.intake.bytes_in import LARGEST_ARTICLE, MEGABYTE
from dragoman.model.text import Article
from dragoman.text.language import language_of, name_of_language


def accept(article: Article) -> Article | InputError:
    """The article itself, or why it is not read. A language that was given wins over what the text looks like."""
    where = article.origin or article.label
    if not any(c.isalnum() for c in article.text):
        return InputError(where, "nothing but blanks in it")
    if len(article.text.encode()) > LARGEST_ARTICLE:
        return InputError(where, f"a text larger than {LARGEST_ARTICLE // MEGABYTE} MB; split it")
    language = article.language or language_of(article.text)
    if language and language.lower().replace("_", "-").partition("-")[0] not in ("ru", "rus"):
        looks = "is given as" if article.language else "looks like"
        return InputError(where, f"language {looks} {name_of_language(language)}; only Russian is read")
    return article
