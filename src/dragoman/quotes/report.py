"""One report of somebody's words in the narrator's own."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span
from dragoman.quotes.voices import Voice


class Report(msgspec.Struct, frozen=True):
    """Words that the narrator tells in his own. `evidence`: the sentence with the content; `at`: where the cue stands.

    `voice` None: the sentence does not name who said it. `continues`: then it is whoever spoke before, if he may
    be meant. `outer`: its content is another report of the same sentence, whose speaker has it ("в Кремле сообщили,
    что министр отметил, что …"). `impersonal`: told in the passive ("отмечается, что").
    """

    evidence: Span
    voice: Voice | None
    cue: str | None
    at: int
    rule: str
    continues: bool = False
    outer: bool = False
    impersonal: bool = False
