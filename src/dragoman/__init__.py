"""Dragoman reads diplomatic news in Russian and keeps a sourced register of relations between states.

import dragoman

reading = dragoman.read(text, outlet="report.az", published="2025-10-18")
with dragoman.open("x.db") as register:
    register.add_text(text, outlet="report.az", published="2025-10-18")
    for event in register.snapshot.events:
        print(event.date, event.type)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.workspace import Workspace, open, read, read_articles  # noqa: A004

__all__ = ["Workspace", "open", "read", "read_articles"]


def __getattr__(name: str) -> Any:
    """The front door is loaded on first use: `import dragoman` alone stays quick."""
    if name in __all__:
        from dragoman import workspace

        return getattr(workspace, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
