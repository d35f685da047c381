"""The slovnet models (morphology, syntax, names; news) with navec embeddings, read from the files in natasha's wheel.

natasha itself is never imported: its layer needs pymorphy2, which does not import on current Pythons.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from dragoman.model.text import Span
from dragoman.syntax.lemmas import lemma_of
from dragoman.syntax.tree import Name, Parse, Sentence, Token

# Two BLAS threads gain nothing on an idle machine and lose several times over on a busy one.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

MARKUP = frozenset("*_~`|")
"""Marks of posts' markup ("**жирный**"): tokens of them alone are not shown to the models."""

PICTURE = re.compile(
    "[\u200d\u20e3\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\ufe0e\ufe0f"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
"""Emoji and their joiners: posts set them hard against the first word ("⚡️Секретарь"), where they spoil its tag."""

LONGEST_SENTENCE = 400
"""Tokens; a longer "sentence" (a table, a list) is parsed in pieces of this size, to bound memory."""


def model_folder() -> Path:
    """Where natasha's wheel keeps its files. Raises DragomanError where it is not installed."""
    spec = importlib.util.find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise DragomanError("the language models are missing: install them with `pip install natasha`")
    return Path(spec.submodule_search_locations[0]) / "data"


class SlovnetSyntax:
    """The models loaded once, on first use."""

    version = f"slovnet-news-v1/natasha-{importlib.metadata.version('natasha')}"

    @cached_property
    def _networks(self) -> tuple[Any, Any, Any]:
        from navec import Navec
        from slovnet import NER, Morph
        from slovnet import Syntax as Trees

        folder = model_folder()
        embedding = Navec.load(str(folder / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
        names = {Morph: "morph", Trees: "syntax", NER: "ner"}
        morph, trees, ner = (
            kind.load(str(folder / "model" / f"slovnet_{name}_news_v1.tar")).navec(embedding)
            for kind, name in names.items()
        )
        return morph, trees, ner

    def parse(self, documents: Sequence[tuple[str, Sequence[Span]]]) -> list[Parse]:
        """Tag and parse all sentences of all documents in one go; names are found per sentence too."""
        pieces = [list(_pieces(text, spans)) for text, spans in documents]
        words = [[token.text for token in piece] for document in pieces for piece in document]
        morph, trees, ner = self._networks
        tagged = zip(morph.map(words), trees.map(words), strict=True)
        marked = ner.map([" ".join(sentence) for sentence in words])
        answers = zip(tagged, marked, strict=True)
        return [self._assemble(document, answers) for document in pieces]

    def _assemble(self, document: list[list[Any]], answers: Iterator[Any]) -> Parse:
        sentences: list[Sentence] = []
        names: list[Name] = []
        for number, piece in enumerate(document):
            (morphology, tree), markup = next(answers)
            tokens = tuple(
                _token(raw, tag, link) for raw, tag, link in zip(piece, morphology.tokens, tree.tokens, strict=True)
            )
            sentences.append(Sentence(number, Span(tokens[0].span.start, tokens[-1].span.end), tokens))
            names.extend(_names(piece, markup.spans))
        return Parse(tuple(sentences), tuple(names))


class _Raw:
    """A razdel token at its place in the article."""

    __slots__ = ("span", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.span = Span(start, end)
        self.text = text


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[list[_Raw]]:
    from razdel import tokenize

    for span in spans:
        found = (piece for t in tokenize(span.of(text)) for piece in _bare(t.start, t.text))
        tokens = [_Raw(span.start + start, span.start + start + len(word), word) for start, word in found]
        for start in range(0, len(tokens), LONGEST_SENTENCE):
            yield tokens[start : start + LONGEST_SENTENCE]


def _bare(start: int, word: str) -> Iterator[tuple[int, str]]:
    """What of a token the models are shown, with its place: nothing of mere marks, the word without pictures beside it.

    >>> list(_bare(0, "⚡️Секретарь")), list(_bare(3, "**")), list(_bare(7, "МИД"))
    ([(2, 'Секретарь')], [], [(7, 'МИД')])
    """
    if MARKUP.issuperset(word):
        return
    end = 0
    for picture in (*PICTURE.finditer(word), None):
        stop = picture.start() if picture else len(word)
        if end < stop:
            yield start + end, word[end:stop]
        end = picture.end() if picture else stop


def _token(raw: _Raw, tag: Any, link: Any) -> Token:
    head = int(link.head_id) - 1
    return Token(raw.span, raw.text, lemma_of(raw.text, tag.pos, tag.feats), tag.pos, tag.feats, head, link.rel)


def _names(piece: list[_Raw], spans: Sequence[Any]) -> Iterator[Name]:
    """Spans over the joined words, mapped back to the article's own offsets."""
    starts, ends, at = {}, {}, 0
    for raw in piece:
        starts[at] = raw.span.start
        at += len(raw.text)
        ends[at] = raw.span.end
        at += 1
    for span in spans:
        if span.start in starts and span.stop in ends:
            yield Name(Span(starts[span.start], ends[span.stop]), span.type)


@lru_cache(maxsize=1)
def default_syntax() -> SlovnetSyntax:
    """The one loaded set of models of this process."""
    return SlovnetSyntax()
