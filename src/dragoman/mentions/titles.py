"""Title phrases: which office, of which country, in one or in many.
Titles come from offices.tsv and lang/ru/titles.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.kb import KnowledgeBase
from dragoman.lang import load
from dragoman.mentions.found import Found, Title
from dragoman.mentions.gazetteer import stems
from dragoman.mentions.title_words import Phrase, TitleLexicon, lexicon_of, stems_of, words_around
from dragoman.model.text import Span
from dragoman.syntax.lemmas import fold, lemma_of, normal_forms, parses
from dragoman.syntax.tree import Sentence, Token

POSTED = frozenset({"ambassador", "charge_daffaires", "consul", "permanent_representative", "special_envoy"})
"""Offices that name besides their own country the place they are posted to ("посол России в Азербайджане")."""
REACH = 8
"""How many words of a long ministry's name may stand between a title and its country."""


def find_titles(sentence: Sentence, names: Sequence[Found], kb: KnowledgeBase) -> tuple[Title, ...]:
    """The titles of a sentence, left to right; a title inside another's words points to it."""
    finder = _Finder(sentence, names, lexicon_of(kb))
    return tuple(_nested(sentence, list(finder.titles())))


class _Finder:
    """One sentence with the names found in it, by the token they begin or end at."""

    def __init__(self, sentence: Sentence, names: Sequence[Found], lexicon: TitleLexicon) -> None:
        self.sentence, self.tokens, self.lexicon = sentence, sentence.tokens, lexicon
        self.starting = {n.first: n for n in names if not n.adjective and n.kind in ("state", "organisation")}
        self.places = {n.first: n for n in names if n.kind == "place"}
        self.adjectives: dict[int, list[str]] = {}
        for name in names:
            if name.adjective:
                self.adjectives.setdefault(name.first, []).extend(name.codes[:1])

    def titles(self) -> Iterator[Title]:
        at = 0
        while at < len(self.tokens):
            found = self._title(at)
            if found is not None:
                yield found
                at = found.last
            at += 1

    def _title(self, at: int) -> Title | None:
        word, former = _without_prefix(self.tokens[at].text)
        if self.tokens[at].pos not in ("NOUN", "PROPN", "ADJ", "X"):
            return None
        for phrase in self.lexicon.beginning(word):
            inside = self._match(phrase, at, word)
            if inside is not None:
                title = self._built(phrase, inside, former)
                if title.countries or title.roles != ("head",):
                    return title
        return None

    def _match(self, phrase: Phrase, at: int, first: str) -> list[int] | None:
        """Tokens of the phrase's words; a state's adjective, "наш" and plain adjectives may stand between.

        A word that begins a state's name is not the title's: "президент | Республики Казахстан".
        """
        if not _same(first, phrase.words[0]) or not self._is_noun(phrase, at, first):
            return None
        indexes, i = [at], at
        for word in phrase.words[1:]:
            i += 1
            while i < len(self.tokens) and self._passable(i) and not _same(self.tokens[i].text, word):
                i += 1
            if i >= len(self.tokens) or not _same(self.tokens[i].text, word):
                return None
            indexes.append(i)
        return None if any(i in self.starting for i in indexes[1:]) else indexes

    def _is_noun(self, phrase: Phrase, at: int, first: str) -> bool:
        """A title of one word must be that noun and not a look-alike: "политик", not "политике" of "политика"."""
        return (
            len(phrase.words) > 1 or fold(first) == fold(phrase.words[0]) or self._lemma(at, first) == phrase.words[0]
        )

    def _lemma(self, at: int, first: str) -> str:
        token = self.tokens[at]
        return token.lemma if first == token.text else lemma_of(first, token.pos, token.feats)

    def _passable(self, i: int) -> bool:
        lemma, around = self.tokens[i].lemma, words_around()
        return i in self.adjectives or lemma in around["our"] or lemma in around["plain"]

    def _built(self, phrase: Phrase, words: list[int], former: bool) -> Title:
        inside = range(words[0], words[-1] + 1)
        countries = [code for i in inside for code in self.adjectives.get(i, ())]
        ours = any(self.tokens[i].lemma in words_around()["our"] for i in inside)
        first, before, flags = self._before(words[0])
        last, after, both = self._after(words[-1], self._plural(words))
        last = self._posting(last) if POSTED & {role for role, _ in phrase.offices} else last
        all_countries = tuple(dict.fromkeys((*before, *countries, *after))) or self._only_country(phrase, last)
        head = self._noun(words)
        return Title(
            roles=_roles(phrase.offices, all_countries),
            countries=all_countries,
            sentence=self.sentence.number,
            first=first,
            last=last,
            head=head,
            span=Span(self.tokens[first].span.start, self.tokens[last].span.end),
            words=" ".join(self.tokens[i].text for i in (*words, *self._country_word(words[-1], last))),
            plural=self._plural(words),
            ours=ours or "our" in flags,
            both=both,
            former=former or "former" in flags,
            acting="acting" in flags,
            explicit=len(phrase.offices) > 0 and phrase.offices[0][1] is not None,
        )

    def _country_word(self, title: int, last: int) -> Iterator[int]:
        """ "страны" of "премьер страны", which tells that a state named before is meant."""
        return (i for i in range(title + 1, last + 1) if i == last == title + 1 and self._is_country_word(i))

    def _is_country_word(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            token.lemma in words_around()["seat_words"]
            and token.feats.get("Case") == "Gen"
            and token.feats.get("Number") == "Sing"
        )

    def _only_country(self, phrase: Phrase, last: int) -> tuple[str, ...]:
        """The country of a title that only one has ("госсекретарь"),
        unless a complement makes it another ("заместитель председателя | ЦК").
        """
        countries = {country for _, country in phrase.offices}
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        other = after is not None and after.pos in ("NOUN", "PROPN", "ADJ") and after.feats.get("Case") == "Gen"
        if len(countries) != 1 or None in countries or (other and not self._agrees(after, last)):
            return ()
        return (next(iter(countries)) or "",)

    def _agrees(self, after: Token | None, last: int) -> bool:
        """A genitive title before a genitive name ("визит госсекретаря Джона Кольвена") has no complement there."""
        return (
            after is not None
            and after.pos == "PROPN"
            and not after.text.isupper()
            and self.tokens[last].feats.get("Case") == "Gen"
        )

    def _posting(self, last: int) -> int:
        """Where the words "в Азербайджане", "при ООН" after an envoy's title end."""
        preposition = self.tokens[last + 1].text.lower() if last + 1 < len(self.tokens) else ""
        name = self.starting.get(last + 2) or self.places.get(last + 2)
        return name.last if preposition in ("в", "во", "при", "по", "на") and name is not None else last

    def _noun(self, words: list[int]) -> int:
        return next((i for i in words if self.tokens[i].pos in ("NOUN", "PROPN")), words[0])

    def _plural(self, words: list[int]) -> bool:
        """By the dictionary where it knows one number only,
        else by the tag ("Президенты" at a beginning is at times mistaken).
        """
        token = self.tokens[self._noun(words)]
        singular = any("sing" in p.tag.grammemes for p in parses(token.text))
        plural = any("plur" in p.tag.grammemes for p in parses(token.text))
        return plural and (not singular or token.feats.get("Number") == "Plur")

    def _before(self, first: int) -> tuple[int, list[str], set[str]]:
        """Adjectives to the left: countries, "бывший", "наш"; "и.о." too."""
        countries: list[str] = []
        flags: set[str] = set()
        i, around = first - 1, words_around()
        while i >= 0:
            token = self.tokens[i]
            if i in self.adjectives:
                countries[:0] = self.adjectives[i]
            elif token.lemma in around["former"]:
                flags.add("former")
            elif token.lemma in around["our"]:
                flags.add("our")
            elif token.lemma not in around["plain"] and not self._joins_adjectives(i, countries):
                break
            i -= 1
        if _acting(self.tokens, i):
            flags.add("acting")
        return i + 1, countries, flags

    def _joins_adjectives(self, i: int, countries: list[str]) -> bool:
        """The "и" of "российский и турецкий президенты"."""
        return bool(countries) and self.tokens[i].text in ("и", ",") and i - 1 in self.adjectives

    def _after(self, last: int, plural: bool) -> tuple[int, list[str], bool]:
        """What follows in the genitive: a state, several for a plural, "двух стран"."""
        start = self._country_start(last + 1)
        if start is None:
            return self._pair(last)
        name = self.starting[start]
        countries = [name.codes[0]]
        last = name.last
        while plural and last + 2 < len(self.tokens) and self.tokens[last + 1].text in ("и", ","):
            follower = self.starting.get(last + 2)
            if follower is None:
                break
            countries.append(follower.codes[0])
            last = follower.last
        return last, countries, False

    def _country_start(self, at: int) -> int | None:
        """Where the country of a title begins: at once, or after the rest of a ministry's long name."""
        for i in range(at, min(at + REACH, len(self.tokens))):
            if i in self.starting:
                return i if i == at or self._genitive(i) else None
            if not self._goes_on(i):
                return None
        return None

    def _genitive(self, i: int) -> bool:
        return self.tokens[i].feats.get("Case", "Gen") == "Gen"

    def _goes_on(self, i: int) -> bool:
        """A word of a seat's name: genitive noun or adjective, an abbreviation, or the "и" between; not a new title."""
        token = self.tokens[i]
        if token.text == "и":
            return True
        if token.text.isupper() and token.text.isalpha() and 1 < len(token.text) < 5:
            return True
        lower = token.text[0].islower() and token.feats.get("Case") == "Gen" and token.pos in ("NOUN", "ADJ")
        return lower and i not in self.adjectives and next(self.lexicon.beginning(token.text), None) is None

    def _pair(self, last: int) -> tuple[int, list[str], bool]:
        around = words_around()
        lemmas = [t.lemma for t in self.tokens[last + 1 : last + 3]]
        if len(lemmas) == 2 and lemmas[0] in around["pair"] and lemmas[1] in around["country_words"]:
            return last + 2, [], True
        if lemmas[:1] and lemmas[0] in around["our"] and lemmas[1:2] and lemmas[1] in around["country_words"]:
            return last + 2, [], False
        if last + 1 < len(self.tokens) and self._is_country_word(last + 1):
            return last + 1, [], False
        return last, [], False


def _without_prefix(word: str) -> tuple[str, bool]:
    for prefix in load("ru", "titles.yaml")["former_prefix"]:
        if word.lower().startswith(prefix):
            return word[len(prefix) :], True
    return word, False


def _same(text: str, word: str) -> bool:
    if fold(text) == fold(word):
        return True
    return not stems_of(text).isdisjoint(stems(word)) and not normal_forms(text).isdisjoint(normal_forms(word))


def _acting(tokens: Sequence[Token], at: int) -> bool:
    before = " ".join(t.text.lower() for t in tokens[max(0, at - 3) : at + 1])
    squeezed = before.replace(" ", "")
    return squeezed.endswith(
        ("и.о.", "и.о", "врио", "исполняющийобязанности", "исполняющегообязанности", "исполняющимобязанности")
    )


def _roles(offices: Iterable[tuple[str, str | None]], countries: tuple[str, ...]) -> tuple[str, ...]:
    """The roles that a title means in these countries: a country's own row before the default."""
    offices = tuple(offices)
    own = tuple(role for role, country in offices if country in countries)
    if offices == (("head", None),) and countries:
        return ("head_of_state",)
    default = tuple(role for role, country in offices if country is None)
    other = tuple(role for role, country in offices if country is not None)
    return tuple(dict.fromkeys(own or default or other))


def _nested(sentence: Sentence, titles: list[Title]) -> Iterator[Title]:
    """A title that follows another at once in the genitive belongs to it: "пресс-секретарь президента"."""
    for i, title in enumerate(titles):
        before = titles[i - 1] if i else None
        genitive = sentence.tokens[title.head].feats.get("Case") == "Gen"
        if before is not None and before.last + 1 == title.first and genitive:
            yield _within(title, i - 1)
        else:
            yield title


def _within(title: Title, index: int) -> Title:
    return msgspec.structs.replace(title, within=index)
