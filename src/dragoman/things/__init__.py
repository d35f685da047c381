"""What lasts between states: documents, bodies, projects, forums, characterisations of relations, acts of speech."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.clauses import Scene
from dragoman.model.records import Body, Document, Forum, Project, Quote, Relation, Statement


class Things(msgspec.Struct, frozen=True, kw_only=True):
    """All of them in one article, each once, in text order."""

    documents: tuple[Document, ...] = ()
    bodies: tuple[Body, ...] = ()
    projects: tuple[Project, ...] = ()
    forums: tuple[Forum, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()


def find_things(scene: Scene, quotes: Sequence[Quote]) -> Things:
    """Every thing of an article."""
    return Things()
