"""The clause around a trigger: its verb, its subjects, and everything that hangs from it with preposition and case."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.clauses.scene import NESTED, Scene
from dragoman.model.actors import Mention
from dragoman.syntax.tree import Sentence

CHAIN = frozenset({"conj", "flat", "flat:name", "flat:foreign", "appos", "fixed", "nummod:gov"})
"""Relations that make a word share the place of its head."""

SUBJECT = ("nsubj", "nsubj:pass")


class Argument(msgspec.Struct, frozen=True):
    """A mention in a clause. `rel`, `preposition`, `case` are those of its phrase's top word; `governor` is what that hangs from."""

    mention: Mention
    token: int
    top: int
    rel: str
    preposition: str
    case: str
    governor: int


class Clause:
    """A trigger in its clause. `verb` is the predicate, None where the trigger stands in a headline without one."""

    def __init__(self, scene: Scene, sentence: Sentence, trigger: int) -> None:
        self.scene, self.sentence, self.trigger = scene, sentence, trigger
        self.verb = predicate(sentence, trigger)
        self.arguments = tuple(self._arguments())

    @property
    def lemma(self) -> str:
        """Dictionary form of the trigger."""
        return self.sentence.tokens[self.trigger].lemma

    def _arguments(self) -> Iterator[Argument]:
        for token, mention in self.scene.inside(self.sentence):
            yield argument(self.sentence, token, mention)

    def hanging(self, *governors: int) -> Iterator[Argument]:
        """Arguments that hang directly from one of these tokens."""
        return (a for a in self.arguments if a.governor in governors)

    def subjects(self) -> tuple[Argument, ...]:
        """Subjects of the predicate; without one those of the verb that it is coordinated with or that controls it."""
        verb = self.verb
        seen: set[int] = set()
        while verb is not None and verb not in seen:
            seen.add(verb)
            found = tuple(a for a in self.arguments if a.governor == verb and a.rel in SUBJECT)
            if found or self._other_subject(verb):
                return found
            verb = self._controller(verb)
        return ()

    def _other_subject(self, verb: int) -> bool:
        """A subject that is no mention ("самолёт прибыл") keeps us from looking further up."""
        return any(t.rel in SUBJECT and t.head == verb and t.lemma not in RELATIVE for t in self.sentence.tokens)

    def _controller(self, verb: int) -> int | None:
        """The verb or noun whose subject this predicate shares: coordination, infinitive, gerund, participle."""
        token = self.sentence.tokens[verb]
        if token.rel in ("conj", "xcomp", "advcl", "csubj", "ccomp", "obl", "nmod", "parataxis") and token.head >= 0:
            if token.rel in ("ccomp", "parataxis") and token.feats.get("VerbForm") != "Inf":
                return None
            return token.head if token.rel != "obl" else predicate(self.sentence, token.head)
        if token.rel in ("acl:relcl", "acl") and token.head >= 0 and self.relative_place(verb):
            return predicate(self.sentence, token.head)
        return None

    def relative_place(self, verb: int) -> bool:
        """Whether a relative clause begins with "где" or "куда": it tells of the same actor at the place before it."""
        tokens = self.sentence.tokens
        return any(tokens[i].lemma in ("где", "куда") for i in self.sentence.children(verb))

    def modified(self) -> Argument | None:
        """For a participle or relative clause the mention that it describes ("прибывший в Баку Токаев")."""
        if self.verb is None:
            return None
        token = self.sentence.tokens[self.verb]
        if token.rel in ("acl", "acl:relcl", "amod") and token.head >= 0:
            return next((a for a in self.arguments if a.token == token.head or a.top == token.head), None)
        return None


RELATIVE = frozenset({"который", "кто", "что"})


def argument(sentence: Sentence, token: int, mention: Mention) -> Argument:
    """Where in the clause a mention stands: climb from its head over coordination, apposition and names to its phrase's top."""
    top, seen = token, {token}
    while sentence.tokens[top].rel in CHAIN and sentence.tokens[top].head >= 0 and sentence.tokens[top].head not in seen:
        if sentence.tokens[top].rel == "conj" and not _coordinated(sentence, top):
            break
        top = sentence.tokens[top].head
        seen.add(top)
    word = sentence.tokens[top]
    preposition = _preposition(sentence, token) or _preposition(sentence, top)
    case = sentence.tokens[token].feats.get("Case") or word.feats.get("Case", "")
    return Argument(mention, token, top, word.rel, preposition, case, word.head)


def _coordinated(sentence: Sentence, index: int) -> bool:
    """Two nouns coordinate; a noun does not share a verb's place."""
    head = sentence.tokens[sentence.tokens[index].head]
    return head.pos not in ("VERB", "AUX")


def _preposition(sentence: Sentence, index: int) -> str:
    found = next((i for i in sentence.children(index) if sentence.tokens[i].rel == "case"), None)
    if found is None:
        return ""
    text = sentence.tokens[found].text.lower()
    return {"во": "в", "со": "с", "ко": "к", "обо": "о", "об": "о"}.get(text, text)


def predicate(sentence: Sentence, trigger: int) -> int | None:
    """The verb that a trigger is or hangs from, nearest first; a noun that is itself the root has none."""
    if is_predicate(sentence, trigger):
        return trigger
    for i in sentence.path_up(trigger):
        if is_predicate(sentence, i):
            return i
    return None


def is_predicate(sentence: Sentence, index: int) -> bool:
    """Whether a token is a verb form or a short participle, not a mere attribute."""
    token = sentence.tokens[index]
    return token.pos in ("VERB", "AUX") and token.rel != "amod" and token.rel != "aux"


def clause_tokens(sentence: Sentence, head: int) -> frozenset[int]:
    """The tokens of the clause of `head`, nested clauses left out."""
    inside: set[int] = set()
    queue = [head]
    while queue:
        at = queue.pop()
        if at in inside:
            continue
        inside.add(at)
        queue.extend(i for i in sentence.children(at) if sentence.tokens[i].rel not in NESTED)
    return frozenset(inside)
