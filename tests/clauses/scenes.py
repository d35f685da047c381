"""One sentence of the invented world as the frames see it."""

from __future__ import annotations

import datetime as dt
from functools import cache

from tests.cases import KB

from dragoman.clauses import Clause, Scene
from dragoman.dates import find_dates
from dragoman.kb import load_kb
from dragoman.mentions import find_named
from dragoman.model.text import Article
from dragoman.reading import prepare
from dragoman.resolve import resolve
from dragoman.speech import find_speech
from dragoman.syntax.models import default_syntax

PUBLISHED = "2023-05-10"


@cache
def scene(text: str) -> Scene:
    """The text of 10 May 2023 with its trees and resolved mentions."""
    kb = load_kb(KB)
    prepared = prepare(Article(text=text))
    parse = default_syntax().parse([(text, prepared.sentences)])[0]
    speech = find_speech(text, prepared.paragraphs)
    mentions = resolve(parse, find_named(parse, kb), speech, dt.date.fromisoformat(PUBLISHED), None, kb)
    return Scene(text, parse, mentions, speech, find_dates(text, PUBLISHED), PUBLISHED, kb)


def clause(text: str, trigger: str) -> Clause:
    """The clause of the last sentence's first word that begins so."""
    made = scene(text)
    sentence = made.parse.sentences[-1]
    index = next(i for i, token in enumerate(sentence.tokens) if token.text.startswith(trigger))
    return Clause(made, sentence, index)
