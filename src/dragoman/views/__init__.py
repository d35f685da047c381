"""Looks at the register: a snapshot goes in, small frozen values come out. A view never
writes and knows no output format.

What views show follows a `Naming`: its language, and how countries, persons and places are called.
"""

from dragoman.views.choice import Choice
from dragoman.views.claims import claims
from dragoman.views.dyad import Dyad, dyad
from dragoman.views.evidence import evidence
from dragoman.views.listing import Listing
from dragoman.views.naming import Naming, bare_naming, naming_of
from dragoman.views.quotes import quotes
from dragoman.views.status import status
from dragoman.views.timeline import Timeline, timeline

__all__ = [
    "Choice",
    "Dyad",
    "Listing",
    "Naming",
    "Timeline",
    "bare_naming",
    "claims",
    "dyad",
    "evidence",
    "naming_of",
    "quotes",
    "status",
    "timeline",
]
