"""Noun phrases that name a thing: where they begin and end, and how they read in the nominative."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span
from dragoman.syntax.lemmas import fold
from dragoman.syntax.phrases import inflected
from dragoman.syntax.tree import Sentence, Token
from dragoman.things import lexicon
from dragoman.things.setting import Setting

LONGEST = 32
"""Words; nothing longer is a name."""

OPENING = {"«": "»", '"': '"', "“": "”", "„": "“"}


class Phrase(msgspec.Struct, frozen=True):
    """A name in its sentence: tokens `first` to `last` (inclusive) around the noun `head`."""

    sentence: Sentence
    first: int
    head: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        tokens = self.sentence.tokens
        return Span(tokens[self.first].span.start, tokens[self.last].span.end)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def attributes(self) -> frozenset[str]:
        """Dictionary forms of the attributes before the noun, those that are no part of the name as well."""
        tokens = self.sentence.tokens[: self.head]
        return frozenset(t.lemma for i, t in enumerate(tokens) if i >= self.first or t.head == self.head)

    @property
    def after(self) -> tuple[Token, ...]:
        """Its words after the noun."""
        return self.sentence.tokens[self.head + 1 : self.last + 1]


def phrase_at(setting: Setting, sentence: Sentence, head: int, stops: frozenset[str] = frozenset()) -> Phrase:
    """The phrase of a noun. `stops`: nouns (dictionary forms) that name something of their own beside it."""
    return Phrase(sentence, _first(setting, sentence, head), head, _last(setting, sentence, head, stops))


def words(name: str) -> frozenset[str]:
    """A list of phrases.yaml."""
    return lexicon.listed("phrases", name)


def _first(setting: Setting, sentence: Sentence, head: int) -> int:
    """The first attribute of the name: from a capital on, none before a capital noun, else all that name it."""
    tokens = sentence.tokens
    run = [i for i in _attributes(sentence, head) if not _is_place(setting, tokens[i])]
    capital = [i for i in run if tokens[i].text[0].isupper() and (i > 0 or _names(tokens[i], tokens[head]))]
    if capital:
        return capital[0]
    if tokens[head].text[0].isupper() and head > 0 and not (run and run[0] == 0):
        kept = [i for i in run if tokens[i].lemma in words("naming_attributes") or "-" in tokens[i].text]
    else:
        kept = [i for i in run if tokens[i].lemma not in words("passing_attributes")]
    at = head
    while at - 1 in kept:
        at -= 1
    return at if tokens[at].pos != "CCONJ" and tokens[at].text != "," else at + 1


def _names(first: Token, noun: Token) -> bool:
    """A sentence's first word, capital anyway, belongs to "Совместная декларация", not to "Новый завод"."""
    return noun.text[0].islower() and first.lemma not in words("passing_attributes")


def _is_place(setting: Setting, token: Token) -> bool:
    """ "построила в Сальвене мост": a city's or state's name that the tagger took for an adjective."""
    found = setting.mentions_in(token.span)
    return any(m.kind == "place" or (m.kind == "state" and not m.adjective) for m in found)


def _attributes(sentence: Sentence, head: int) -> list[int]:
    """The unbroken run of adjectives before a noun, "и" and commas between them included."""
    tokens, at = sentence.tokens, head
    while at > 0:
        if _attributive(tokens[at - 1], tokens[head]):
            at -= 1
        elif at > 1 and at < head and tokens[at - 1].text in (",", "и") and _attributive(tokens[at - 2], tokens[head]):
            at -= 2
        else:
            break
    return list(range(at, head))


def _attributive(token: Token, noun: Token) -> bool:
    if token.pos != "ADJ" and not (token.pos == "VERB" and token.rel == "amod"):
        return False
    case = token.feats.get("Case")
    return case is None or case == noun.feats.get("Case") or token.head < 0 or token.rel == "amod"


def _last(setting: Setting, sentence: Sentence, head: int, stops: frozenset[str]) -> int:
    tokens, inside, at = sentence.tokens, {head}, head + 1
    while at < len(tokens) and at - head < LONGEST:
        closing = _quoted_until(sentence, at, head)
        if closing is not None:
            return closing
        if not _goes_on(setting, sentence, at, head, inside, stops):
            break
        inside.add(at)
        at += 1
    return _trimmed(sentence, head, at - 1)


def _quoted_until(sentence: Sentence, at: int, head: int) -> int | None:
    """A name in quotation marks right after the noun ends it: «форум «Каспий»»."""
    tokens = sentence.tokens
    mark = OPENING.get(tokens[at].text)
    if mark is None or at != head + 1 or at + 1 >= len(tokens) or not tokens[at + 1].text[0].isupper():
        return None
    return next((i for i in range(at + 1, min(len(tokens), at + LONGEST)) if tokens[i].text == mark), None)


def _goes_on(setting: Setting, sentence: Sentence, at: int, head: int, inside: set[int], stops: frozenset[str]) -> bool:
    """Whether the word at `at` still belongs to the name."""
    token = sentence.tokens[at]
    if token.pos in ("PRON", "AUX", "SCONJ", "PART", "DET", "ADV") or (token.pos == "VERB" and token.rel != "amod"):
        return False
    if _dated(setting, token) or _acts(setting, sentence, at):
        return False
    if _dash_of_route(sentence, at):
        return True
    if token.pos == "PUNCT" or token.text in ",;:":
        return token.text == "," and _list_goes_on(sentence, at, head, inside, stops)
    if token.pos == "CCONJ":
        return token.text == "и" and _list_goes_on(sentence, at, head, inside, stops)
    if token.pos == "ADP":
        return _preposition_goes_on(setting, sentence, at, head, inside)
    return _hangs(sentence, at, inside) or sentence.tokens[at - 1].pos in ("ADP", "ADJ", "CCONJ", "PUNCT")


def _acts(setting: Setting, sentence: Sentence, at: int) -> bool:
    """A person or office in the nominative is who does something, not part of a name."""
    mention = setting.scene.at(sentence, at)
    nominative = sentence.tokens[at].feats.get("Case") == "Nom"
    return nominative and mention is not None and mention.kind in ("person", "role", "group", "pronoun")


def _dash_of_route(sentence: Sentence, at: int) -> bool:
    """ "железная дорога Карс – Нахичевань": a dash between two names."""
    tokens = sentence.tokens
    if tokens[at].text not in ("–", "—", "-") or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].text[0].isupper() and tokens[at + 1].text[0].isupper()


def _dated(setting: Setting, token: Token) -> bool:
    """In a date; the years of a programme ("на 2022–2026 годы") are its name's."""
    return any(d.kind != "programme" for d in setting.dates_in(token.span))


def _list_goes_on(sentence: Sentence, at: int, head: int, inside: set[int], stops: frozenset[str]) -> bool:
    """ "о торговле, транспорте и связи" goes on; "Договор и Меморандум" are two, "и подписали" is another clause."""
    tokens, i = sentence.tokens, at + 1
    while i < len(tokens) and tokens[i].pos in ("ADJ", "ADP"):
        i += 1
    if i >= len(tokens) or tokens[i].pos not in ("NOUN", "PROPN") or tokens[i].lemma in stops:
        return False
    if tokens[at + 1].pos == "ADP" and tokens[at].text == ",":
        return False
    return tokens[i].head != head and (_hangs(sentence, i, inside) or _adjective_of(sentence, at, i, inside))


def _adjective_of(sentence: Sentence, at: int, noun: int, inside: set[int]) -> bool:
    """ "торговом, экономическом и научном сотрудничестве": the word before is an attribute that waits for its noun."""
    return sentence.tokens[at - 1].pos == "ADJ" and at - 1 in inside and at + 1 <= noun


def _hangs(sentence: Sentence, at: int, inside: set[int]) -> bool:
    """Under a word of the name, not through a clause of its own."""
    i, seen = at, set[int]()
    while i >= 0 and i not in seen:
        if i in inside:
            return True
        seen.add(i)
        if sentence.tokens[i].rel in ("acl:relcl", "parataxis", "advcl"):
            return False
        i = sentence.tokens[i].head
    return False


def _preposition_goes_on(setting: Setting, sentence: Sentence, at: int, head: int, inside: set[int]) -> bool:
    tokens = sentence.tokens
    text = fold(tokens[at].text)
    ahead = tokens[at + 1 : at + 4]
    if not ahead or any(t.pos in ("PRON", "DET") for t in ahead[:1]):
        return False
    if text in ("о", "об", "обо", "между"):
        return True
    if text == "на" and any(d.kind == "programme" for d in setting.dates_in(_window(tokens, at))):
        return True
    if text not in words("prepositions") or not _hangs(sentence, at, inside):
        return False
    return text not in ("в", "во", "на") or not _places(setting, tokens, at)


def _window(tokens: tuple[Token, ...], at: int) -> Span:
    return Span(tokens[at].span.start, tokens[min(at + 2, len(tokens) - 1)].span.end)


def _places(setting: Setting, tokens: tuple[Token, ...], at: int) -> bool:
    """ "в городе X", "в X", "на освобождённых территориях": where it is, not what it is called."""
    ahead = tokens[at + 1 : at + 4]
    span = Span(ahead[0].span.start, ahead[-1].span.end)
    named = any(m.kind in ("place", "state") and not m.adjective for m in setting.mentions_in(span))
    field = ahead[0].lemma == "область"  # "в области торговли"
    return named or (not field and any(t.lemma in words("places") for t in ahead))


def _trimmed(sentence: Sentence, head: int, last: int) -> int:
    """Without a preposition, conjunction, mark or attribute left over at the end."""
    while last > head and sentence.tokens[last].pos in ("ADP", "CCONJ", "PUNCT", "ADJ", "SCONJ"):
        last -= 1
    return last


def nominative(setting: Setting, phrase: Phrase) -> str:
    """The name with its noun and the attributes before it in the nominative, the rest as written."""
    tokens, number = phrase.sentence.tokens, phrase.sentence.tokens[phrase.head].feats.get("Number")
    front = [_turned(t, number) for t in tokens[phrase.first : phrase.head + 1]]
    rest = setting.text[tokens[phrase.head].span.end : phrase.span.end].split()
    return " ".join([*front, *rest]).replace(" ,", ",")


def _turned(token: Token, number: str | None) -> str:
    """A word of the phrase in the nominative; what does not decline as it is."""
    return inflected(token, number) if token.pos in ("NOUN", "PROPN", "DET", "ADJ", "VERB") else token.text
