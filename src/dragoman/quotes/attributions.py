"""Who said it, from the author's words beside a quotation: ", – сказал X", "X сказал:", "говорится в телеграмме X"."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span
from dragoman.quotes.cues import Said, cues_in
from dragoman.quotes.letters import author_of, sender_before, written_words
from dragoman.quotes.scene import Scene
from dragoman.quotes.subjects import agent_of, is_body, subject_of
from dragoman.quotes.voices import Voice, voice_of
from dragoman.syntax.tree import Sentence


class Attribution(msgspec.Struct, frozen=True):
    """Who is said to say it. `voice` None: nobody is named. `at`: where the cue stands; `rule`: how it was found."""

    voice: Voice | None
    cue: str | None
    at: int
    rule: str


QUOTED_WITHIN = 6
"""Words after "цитирует" among which whoever is quoted stands, for an outlet may stand before him."""


def attribution_in(scene: Scene, window: Span, rule: str, last: bool = False) -> Attribution | None:
    """The attribution that the author's words in `window` make, or None where they hold no cue.

    `last`: the cue nearest to the window's end counts (words before a colon), else the first.
    """
    for sentence in scene.sentences_in(window):
        said = [s for s in cues_in(scene, sentence) if window.holds(sentence.tokens[s.verb].span) and _can_quote(s)]
        if said:
            return attributed(scene, said[-1] if last else said[0], window, rule)
    return None


def _can_quote(said: Said) -> bool:
    return said.shape != "gerund" or "direct" in said.licenses


def attributed(scene: Scene, said: Said, window: Span | None, rule: str) -> Attribution:
    """The attribution made by one cue."""
    at = said.sentence.tokens[said.verb].span.start
    return Attribution(speaker_for(scene, said, window), said.cue.infinitive, at, rule)


def speaker_for(scene: Scene, said: Said, window: Span | None = None) -> Voice | None:
    """Who speaks by this cue: subject, agent of a passive, author of a document, whoever a medium quotes."""
    sentence = said.sentence
    if said.shape == "passive":
        return _speaker_of_passive(scene, sentence, said.verb)
    quoted = _quoted_object(sentence, said) if said.cue.kind == "relay" else None
    if quoted is not None:
        return _author_or_self(scene, sentence, quoted)
    subject = subject_of(scene, sentence, said.verb, window)
    if subject is None:
        return _there(scene, sentence, said.verb)
    return _author_or_self(scene, sentence, subject)


def _there(scene: Scene, sentence: Sentence, verb: int) -> Voice | None:
    """ "Посольство получило ноту, там заявили": the body that is the subject before it, else the only body there."""
    told = sentence.tokens[verb].feats.get("Number") == "Plur"
    if not told or all(sentence.tokens[c].text.lower() != "там" for c in sentence.children(verb)):
        return None
    for near in (sentence, *scene.parse.sentences[max(0, sentence.number - 1) : sentence.number]):
        bodies = [i for i, token in enumerate(near.tokens) if is_body(token) and (near is not sentence or i < verb)]
        subjects = [i for i in bodies if near.tokens[i].rel == "nsubj"] or bodies
        if subjects:
            return voice_of(scene, near, subjects[0]) if len(subjects) == 1 else None
    return None


def _quoted_object(sentence: Sentence, said: Said) -> int | None:
    """Whom a medium quotes: "цитирует министра ТАСС", "приводит слова министра"."""
    for i in range(said.verb + 1, min(len(sentence.tokens), said.verb + 1 + QUOTED_WITHIN)):
        token = sentence.tokens[i]
        person = token.feats.get("Animacy") == "Anim" and token.feats.get("Case") in ("Acc", "Gen")
        if token.pos in ("NOUN", "PROPN") and (person or token.lemma in written_words()):
            return i
    return None


def _author_or_self(scene: Scene, sentence: Sentence, head: int) -> Voice | None:
    """A document speaks for its author; anybody else for himself."""
    if sentence.tokens[head].lemma in written_words():
        return _author_or_sender(scene, sentence, head)
    return voice_of(scene, sentence, head)


def _author_or_sender(scene: Scene, sentence: Sentence, document: int) -> Voice | None:
    return author_of(scene, sentence, document) or sender_before(scene, sentence, document)


def _speaker_of_passive(scene: Scene, sentence: Sentence, verb: int) -> Voice | None:
    """ "отмечено министром", "говорится в телеграмме министра"."""
    for child in sentence.children(verb):
        if sentence.tokens[child].lemma in written_words():
            return _author_or_sender(scene, sentence, child)
        if sentence.tokens[child].lemma == "который" and sentence.tokens[child].rel != "nsubj":
            return _author_of_antecedent(scene, sentence, child)
    agent = agent_of(sentence, verb)
    return voice_of(scene, sentence, agent) if agent is not None else None


def _author_of_antecedent(scene: Scene, sentence: Sentence, pronoun: int) -> Voice | None:
    """ "подписали заявление, в котором говорится": its author, else whoever signed it."""
    for above in sentence.path_up(pronoun):
        if sentence.tokens[above].rel.startswith("acl"):
            noun = sentence.tokens[above].head
            voice = author_of(scene, sentence, noun) if noun >= 0 else None
            if voice is not None or noun < 0:
                return voice
            subject = subject_of(scene, sentence, sentence.tokens[noun].head)
            return voice_of(scene, sentence, subject) if subject is not None else None
    return None
