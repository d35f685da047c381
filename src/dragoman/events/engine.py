"""Running the frames: every trigger word of the narrator's sentences goes to the kinds that are filed under it.

A kind is a module of `events/kinds` with `TYPE`, `FRAMES` (its file in lang/ru/frames), `triggers(frames)` and
`read(clause, role, frames)`; there is no list of kinds to edit.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from dragoman.clauses.clause import Clause
from dragoman.clauses.scene import Scene
from dragoman.events import kinds
from dragoman.events.engine_types import Frames
from dragoman.lang import load
from dragoman.model.records import Event

Reader = Callable[[Clause, str, Frames], Iterable[Event]]


class Filed(NamedTuple):
    """A trigger's meaning: which kind, in which role of its frames ("noun", "verb" …)."""

    kind: str
    role: str
    frames: Frames
    read: Reader


@lru_cache(maxsize=1)
def lexicon() -> dict[str, tuple[Filed, ...]]:
    """Trigger lemma → the kinds to ask, in the kinds' alphabetical order."""
    filed: dict[str, list[Filed]] = {}
    for info in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{kinds.__name__}.{info.name}")
        frames = load("ru", f"frames/{module.FRAMES}")
        for role in module.ROLES:
            for lemma in frames[role]:
                filed.setdefault(lemma.replace("ё", "е"), []).append(Filed(info.name, role, frames, module.read))
    return {lemma: tuple(found) for lemma, found in filed.items()}


def run(scene: Scene) -> Iterator[Event]:
    """Every event that a trigger gives, in text order, the same event told twice still twice."""
    triggers = lexicon()
    for sentence in scene.parse.sentences:
        for index, token in enumerate(sentence.tokens):
            for filed in triggers.get(token.lemma, ()):
                clause = Clause(scene, sentence, index)
                if not _out_of_question(clause):
                    yield from filed.read(clause, filed.role, filed.frames)


def _out_of_question(clause: Clause) -> bool:
    """ "о подписании речи не идёт": nothing is told, nothing called off."""
    tokens, own = clause.sentence.tokens, clause.segments[clause.trigger]
    said = {t.lemma for i, t in enumerate(tokens) if clause.segments[i] == own}
    return {"речь", "идти"} <= said
