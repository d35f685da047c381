"""What events and things are read from: an article's trees with the resolved mentions on them, clause by clause."""

from dragoman.clauses.clause import Argument, Clause
from dragoman.clauses.scene import Scene

__all__ = ["Argument", "Clause", "Scene"]
