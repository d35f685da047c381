"""The knowledge base: a read-only index over tables of states, offices, tenures, persons, bodies, places and outlets.

The form of the tables is in docs/knowledge-base.md.
"""

from dragoman.kb.index import KnowledgeBase, load_kb

__all__ = ["KnowledgeBase", "load_kb"]
