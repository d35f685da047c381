"""The clause around a trigger: its verb, its subjects, and everything that hangs from it with preposition and case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dragoman.clauses.arguments import Argument, argument, enumerated
from dragoman.clauses.collectives import capitals, with_collectives
from dragoman.clauses.scene import Scene
from dragoman.clauses.segments import is_finite, segments
from dragoman.syntax.tree import Sentence, Token

__all__ = ["Argument", "Clause", "is_predicate", "predicate"]

TOPIC = 2
"""Sentences before within which the subject of an elliptic clause is looked for."""
SUBJECT = ("nsubj", "nsubj:pass")
OBLIQUE = ("Acc", "Dat", "Ins", "Loc")
"""Cases in which no subject stands, whatever the tree says."""
SHARING = ("conj", "xcomp", "advcl", "csubj", "ccomp", "obl", "nmod", "parataxis")
"""Relations by which a predicate can have its subject from the word above it."""


class Clause:
    """A trigger in its clause. `verb` is the predicate, None where the trigger stands in a headline without one."""

    def __init__(self, scene: Scene, sentence: Sentence, trigger: int) -> None:
        self.scene, self.sentence, self.trigger = scene, sentence, trigger

    @property
    def lemma(self) -> str:
        """Dictionary form of the trigger."""
        return self.sentence.tokens[self.trigger].lemma

    @cached_property
    def segments(self) -> tuple[int, ...]:
        """For each token the number of its clause by the marks."""
        return segments(self.sentence)

    @cached_property
    def verb(self) -> int | None:
        """The predicate by the tree; where that lies in another clause than a noun,
        the finite verb of the noun's own.
        """
        found = predicate(self.sentence, self.trigger)
        own = self.segments[self.trigger]
        if is_predicate(self.sentence, self.trigger) or (found is not None and self.segments[found] == own):
            return found
        if found is None and self._nominal():
            return None
        inside = [
            i for i, t in enumerate(self.sentence.tokens) if self.segments[i] == own and is_finite(t) and t.rel != "aux"
        ]
        return min(inside, key=lambda i: abs(i - self.trigger), default=found)

    def _nominal(self) -> bool:
        """ "сегодняшняя беседа – это переговоры": a noun is the predicate, no verb is missing."""
        above = (self.trigger, *self.sentence.path_up(self.trigger))
        return any(self.sentence.tokens[i].rel == "nsubj" for j in above for i in self.sentence.children(j))

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """Everybody and everything named in the sentence, in text order."""
        found = [argument(self.sentence, token, mention) for token, mention in self.scene.inside(self.sentence)]
        found += capitals(self.sentence, found, self.scene.day, self.scene.kb)
        return tuple(with_collectives(self.sentence, found))

    def hanging(self, *governors: int) -> Iterator[Argument]:
        """Arguments that hang directly from one of these tokens."""
        return (a for a in self.arguments if a.governor in governors)

    def enumerated(self, first: Argument) -> tuple[Argument, ...]:
        """`first` and what is enumerated with it."""
        return (first, *enumerated(self.sentence, self.arguments, first))

    # subjects

    @cached_property
    def _subjects(self) -> tuple[Argument, ...]:
        verb = self.verb
        seen: set[int] = set()
        while verb is not None and verb not in seen:
            seen.add(verb)
            found = tuple(
                a
                for a in self.arguments
                if a.governor == verb and a.rel in SUBJECT and self._case(a.top) not in OBLIQUE
            )
            if found or self._other_subject(verb):
                return found
            verb = self._controller(verb)
        return self._nominative()

    def subjects(self) -> tuple[Argument, ...]:
        """Subjects of the predicate; without one those of the verb that it is coordinated with or that controls it."""
        return self._subjects

    def _case(self, index: int) -> str:
        return self.sentence.tokens[index].feats.get("Case", "")

    def _other_subject(self, verb: int) -> bool:
        """A subject that is no mention ("самолёт прибыл") keeps us from looking further up."""
        outlets = self.scene.outlet_spans
        return any(
            t.rel in SUBJECT and t.head == verb and t.lemma not in RELATIVE and t.feats.get("Case") not in OBLIQUE
            for t in self.sentence.tokens
            if not outlets.holds(t.span)
        )

    def _controller(self, verb: int) -> int | None:
        """The verb or noun whose subject this predicate shares: coordination, infinitive, gerund, "заявил,
        что приедет".
        """
        token = self.sentence.tokens[verb]
        if token.rel in SHARING and token.head >= 0:
            if token.rel in ("ccomp", "parataxis") and token.feats.get("VerbForm") != "Inf":
                return token.head if token.rel == "ccomp" and self._same_number(verb, token.head) else None
            return token.head if token.rel != "obl" else predicate(self.sentence, token.head)
        if (
            token.rel in ("acl:relcl", "acl")
            and token.head >= 0
            and (self.relative_place(verb) or self._relative_oblique(verb))
        ):
            return predicate(self.sentence, token.head)
        return None

    def _relative_oblique(self, verb: int) -> bool:
        """ "саммит, ради которого посетил …": "который" is no subject, so the main clause's subject goes on."""
        own, tokens = self.segments[verb], self.sentence.tokens
        return any(
            t.lemma == "который" and t.feats.get("Case") != "Nom"
            for i, t in enumerate(tokens)
            if self.segments[i] == own
        )

    def _same_number(self, first: int, second: int) -> bool:
        tokens = self.sentence.tokens
        return tokens[first].feats.get("Number") == tokens[second].feats.get("Number") is not None

    def _nominative(self) -> tuple[Argument, ...]:
        """Where the tree gives no subject: the last nominative before the verb in the same clause,
        unless another verb is between.
        """
        verb = self.verb
        if verb is None or not is_finite(self.sentence.tokens[verb]):
            return ()
        own = self.segments[verb]
        before = [
            a for a in self.arguments if a.token < verb and self.segments[a.token] == own and self._bare_nominative(a)
        ]
        if not before or any(
            is_finite(t) and self.segments[i] == own for i, t in _range(self.sentence, before[-1].token, verb)
        ):
            return ()
        return tuple(a for a in before if a.top == before[-1].top)

    def topic(self) -> tuple[Argument, ...]:
        """Who the text speaks of where a clause names nobody: the subject of the last sentence before that has one
        who acts.

        Only in the narrator's words, and not further back than `TOPIC` sentences.
        """
        number = self.sentence.number
        if self.scene.quoted(self.sentence.tokens[self.trigger].span):
            return ()
        for sentence in reversed(self.scene.parse.sentences[max(0, number - TOPIC) : number]):
            found = [argument(sentence, token, mention) for token, mention in self.scene.inside(sentence)]
            subjects = [a for a in found if a.rel in SUBJECT and self._bare_nominative(a) and a.mention.kind != "state"]
            if subjects and not self.scene.quoted(sentence.span):
                return tuple(subjects)
        return ()

    def _bare_nominative(self, argument: Argument) -> bool:
        named = argument.mention.kind in ("person", "role", "group") or (
            argument.mention.kind == "state" and not argument.mention.adjective
        )
        return named and argument.case == "Nom" and not argument.preposition

    # what else holds a clause together

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
        return self._antecedent()

    def _antecedent(self) -> Argument | None:
        """Whom "который" right after a name means, where the tree makes its clause another sentence."""
        tokens = self.sentence.tokens
        own = self.segments[self.verb or self.trigger]
        opener = next((i for i, t in enumerate(tokens) if self.segments[i] == own and t.pos != "PUNCT"), None)
        if opener is None or tokens[opener].lemma != "который" or tokens[opener].feats.get("Case") != "Nom":
            return None
        before = [a for a in self.arguments if a.mention.span.end <= tokens[opener].span.start]
        near = before[-1:] and tokens[opener].span.start - before[-1].mention.span.end <= len(" , ")
        return before[-1] if near else None

    def own_relative(self) -> int | None:
        """The clause "который состоялся …" about the trigger itself: its number among `segments`,
        None where none follows.
        """
        tokens, own = self.sentence.tokens, self.segments[self.trigger]
        for i in range(self.trigger + 1, len(tokens)):
            if tokens[i].pos in ("VERB", "AUX") and self.segments[i] == own:
                return None
            if tokens[i].lemma == "который" and self.segments[i] != own:
                agrees = tokens[i].feats.get("Gender") == tokens[self.trigger].feats.get("Gender")
                held = any(t.lemma in HELD for j, t in enumerate(tokens) if self.segments[j] == self.segments[i])
                return self.segments[i] if held and agrees else None
        return None


RELATIVE = frozenset({"который", "кто", "что"})
HELD = frozenset(
    {"состояться", "пройти", "проходить", "проводиться", "начаться", "открыться", "завершиться", "запланировать"}
)
"""Verbs whose subject is the event itself."""


def _range(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, Token]]:
    return ((i, sentence.tokens[i]) for i in range(first + 1, last))


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
