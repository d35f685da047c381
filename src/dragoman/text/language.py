"""Which language a text is in, as far as its letters tell."""

from __future__ import annotations

import re

SAMPLE = 100_000
"""Characters looked at: more say nothing new."""

ENOUGH = 60
"""Letters; a shorter text is not judged."""

ENOUGH_CYRILLIC = 120
"""Letters; a Russian sentence passes for Serbian or Ukrainian in anything shorter than 80."""

ADMIXTURE = 30
"""Per cent of Russian that make a text Russian: an interview with questions in Kazakh is read."""

UNREADABLE = re.compile("[^\\w\\s.,:;!?()«»„“”\"'–—-]|[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""What the recogniser has no use for, and characters that it refuses (controls, private ones, lone surrogates)."""

CYRILLIC = re.compile("[\u0400-\u04ff]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it cannot be told (too short, too mixed).

    >>> language_of("The ministers met in the capital on Monday and discussed trade, transit and the border.")
    'en'
    >>> language_of("Встреча") is None
    True
    """
    import pycld2

    sample = UNREADABLE.sub(" ", text[:SAMPLE])
    if _letters(sample) < ENOUGH:
        return None
    try:
        reliable, _, found = pycld2.detect(sample)
    except pycld2.error:  # a character that it takes for broken UTF-8: nothing can be told
        return None
    shares = {code: share for _, code, share, _ in found}
    if shares.get("ru", 0) >= ADMIXTURE:
        return "ru"
    return found[0][1] if reliable and _sure(sample, found[0][1]) else None


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


def _sure(sample: str, code: str) -> bool:
    """Whether there is enough of it to tell one Cyrillic language from another."""
    return code != "un" and (_letters(sample) >= ENOUGH_CYRILLIC or not CYRILLIC.search(sample))


def name_of_language(code: str) -> str:
    """The English name of a language, or the code where it is unknown.

    >>> name_of_language("en"), name_of_language("xx-unknown")
    ('English', 'xx-unknown')
    """
    import pycld2

    names = {short: name for name, short in pycld2.LANGUAGES}
    return names[code].capitalize() if code in names else code
