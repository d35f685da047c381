"""Events: who did what with whom, as the narrator tells it. One file an event kind in `kinds`,
its words in lang/ru/frames.
"""

from __future__ import annotations

from dragoman.clauses import Scene
from dragoman.events.engine import run
from dragoman.events.gather import gather
from dragoman.model.records import Event

__all__ = ["find_events"]


def find_events(scene: Scene) -> tuple[Event, ...]:
    """The events of an article, each once, in the order in which they are first told."""
    return gather(tuple(run(scene)))
