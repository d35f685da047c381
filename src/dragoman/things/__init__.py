"""What lasts between states: documents, bodies, projects, forums, characterisations of relations, acts of speech."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.clauses import Scene
from dragoman.model.records import Body, Document, Forum, Project, Quote, Relation, Statement
from dragoman.things import bodies, documents, forums, projects, relations, statements
from dragoman.things.setting import Setting

__all__ = ["Things", "find_things"]


class Things(msgspec.Struct, frozen=True, kw_only=True):
    """All of them in one article, each once, in text order."""

    documents: tuple[Document, ...] = ()
    bodies: tuple[Body, ...] = ()
    projects: tuple[Project, ...] = ()
    forums: tuple[Forum, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()


def find_things(scene: Scene, quotes: Sequence[Quote]) -> Things:
    """Everything of an article that its words name, in direct speech as well; `quotes` tell who says what."""
    setting = Setting(scene, quotes)
    return Things(
        documents=documents.find(setting),
        bodies=bodies.find(setting),
        projects=projects.find(setting),
        forums=forums.find(setting),
        relations=relations.find(setting),
        statements=statements.find(setting),
    )
