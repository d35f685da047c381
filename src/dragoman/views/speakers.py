"""Who said something, in words."""

from __future__ import annotations

from dragoman.model.records import Speaker
from dragoman.views.labels import phrase
from dragoman.views.naming import Naming


def speaker_text(speaker: Speaker | None, naming: Naming) -> str:
    """`Name (Country)`, the country alone, or that the speaker is not established."""
    if speaker is None:
        return phrase(naming.language, "unknown_speaker")
    name = naming.person(speaker.actor, speaker.name)
    country = naming.country(speaker.country) if speaker.country else None
    if name and country:
        return f"{name} ({country})"
    return name or country or phrase(naming.language, "unknown_speaker")
