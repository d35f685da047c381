"""Words that characterise relations, found by what Russian says, before anybody asks whose relations they are."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.syntax.lemmas import fold, parses
from dragoman.syntax.tree import Sentence, Token
from dragoman.things import lexicon

LONGEST = 12
"""Words between relations and the verb that tells how they grow, and of what it says."""


class Wording(msgspec.Struct, frozen=True):
    """Words that characterise: tokens `first` to `last` (inclusive) of a sentence."""

    kind: str
    first: int
    last: int
    rule: str


def table(name: str) -> dict[str, str]:
    """A table of relations.yaml: dictionary form → kind."""
    found: dict[str, str] = lexicon.table("relations")[name]
    return found


def listed(name: str) -> frozenset[str]:
    """A list of relations.yaml, or the keys of a table."""
    return lexicon.listed("relations", name)


def wordings(sentence: Sentence) -> Iterator[Wording]:
    """Every characterisation of a sentence, in text order; of two kinds on one noun both."""
    found = {
        (w.kind, w.first, w.last): w
        for i in range(len(sentence.tokens))
        for rule in (_attributed, _abstract, _called, _peoples, _growing, _growth, _strong, _worsening)
        for w in rule(sentence, i)
    }
    yield from sorted(found.values(), key=lambda w: (w.first, w.last, w.kind))


def _attributed(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "союзнические отношения"; refuses: «дружественный визит»."""
    if sentence.tokens[i].lemma in listed("relations"):
        run = _run(sentence, i)
        kinds = _kinds(sentence, run, "attributes")
        if not kinds and sentence.tokens[i].lemma == "партнерство":
            kinds = _kinds(sentence, run, "of_partnership")
        yield from (Wording(kind, run[0], i, "relation.attribute") for kind in kinds)


def _kinds(sentence: Sentence, run: list[int], name: str) -> list[str]:
    kinds = table(name)
    return list(dict.fromkeys(kinds[lemma] for i in run if (lemma := sentence.tokens[i].lemma) in kinds))


def _run(sentence: Sentence, noun: int) -> list[int]:
    """The noun with the adjectives and adverbs right before it, "и" and commas between them included."""
    tokens, at = sentence.tokens, noun
    while at > 0 and _in_run(sentence, at, noun):
        at -= 1
    while at < noun and tokens[at].text in (",", "и"):
        at += 1
    return list(range(at, noun + 1))


def _in_run(sentence: Sentence, at: int, noun: int) -> bool:
    """Whether the word before `at` is an attribute of the noun, an adverb of one, or joins two."""
    tokens, before = sentence.tokens, sentence.tokens[at - 1]
    if before.pos == "ADV":
        return at < noun and at <= before.head <= noun
    joins = at < noun and before.text in (",", "и") and at > 1 and tokens[at - 2].pos == "ADJ"
    return before.pos == "ADJ" or joins


def _abstract(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "нас связывает дружба"; refuses: «орден Дружбы», «площадь Братства»."""
    token = sentence.tokens[i]
    kind = table("abstract").get(token.lemma)
    if kind and token.text[0].islower() and _both_meant(sentence):
        yield Wording(kind, _run(sentence, i)[0], i, "relation.noun")


def _called(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "мы добрые соседи", "остаётся союзником А"; refuses: «встретился с партнёрами», «друг друга»."""
    token = sentence.tokens[i]
    kind = table("called").get(token.lemma)
    if kind is None or token.pos not in ("NOUN", "PROPN") or _each_other(sentence, i) or not _predicated(sentence, i):
        return
    run = _run(sentence, i)
    special = _kinds(sentence, run, "of_partner") if kind == "partners" else []
    yield Wording(special[0] if special else kind, run[0], _tail(sentence, i), "relation.called")


def _each_other(sentence: Sentence, i: int) -> bool:
    """ "друг друга", "друг с другом"."""
    near = sentence.tokens[max(0, i - 2) : i + 3]
    return sum(1 for t in near if t.lemma == "друг" and t.feats.get("Number") != "Plur") > 1


def _predicated(sentence: Sentence, i: int) -> bool:
    """Said of somebody: under a verb of being or calling, after "как", or itself what is said of "мы" or of states."""
    tokens, top = sentence.tokens, _top(sentence, i)
    word = tokens[top]
    if _behind_calling(sentence, i):
        return True
    if any(t.text.lower() == "как" and 0 < top - k <= 4 for k, t in enumerate(tokens)):
        return any(t.lemma in listed("copular") for t in tokens)
    if word.feats.get("Case") == "Nom" and any(tokens[c].rel == "nsubj" for c in sentence.children(top)):
        return _both_meant(sentence) and word.rel in ("root", "ccomp", "conj", "parataxis", "advcl")
    above = tokens[word.head] if word.head >= 0 else None
    return (
        above is not None
        and above.lemma in listed("copular")
        and word.feats.get("Case") in ("Ins", "Nom", "Loc", "Acc")
    )


def _behind_calling(sentence: Sentence, i: int) -> bool:
    """ "назвал союзником и надёжным партнёром": nothing but attributes and the like between the verb and the noun."""
    tokens = sentence.tokens
    if tokens[i].feats.get("Case") != "Ins":
        return False
    for k in range(i - 1, max(-1, i - 7), -1):
        if tokens[k].lemma in listed("copular"):
            return True
        if tokens[k].pos not in ("ADJ", "ADV", "PART", "CCONJ") and tokens[k].lemma not in listed("called"):
            return False
    return False


def _top(sentence: Sentence, index: int) -> int:
    """The first of coordinated nouns."""
    tokens, seen = sentence.tokens, {index}
    while tokens[index].rel in ("conj", "appos") and tokens[index].head >= 0 and tokens[index].head not in seen:
        if tokens[tokens[index].head].pos not in ("NOUN", "PROPN"):
            break
        index = tokens[index].head
        seen.add(index)
    return index


def _tail(sentence: Sentence, i: int) -> int:
    """ "соседями через Каспийское море": the phrase right behind that tells by way of what."""
    tokens = sentence.tokens
    if i + 1 >= len(tokens) or fold(tokens[i + 1].text) not in ("через", "по"):
        return i
    last = i + 1
    while last + 1 < len(tokens) and tokens[last + 1].pos in ("ADJ", "NOUN", "PROPN") and last - i < 5:
        last += 1
    return last if last > i + 1 else i


def _peoples(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "наши братские народы"; refuses: «братский народ», «в братскую страну» of one of the two."""
    token = sentence.tokens[i]
    if token.lemma not in listed("peoples") or token.feats.get("Number") != "Plur":
        return
    run = _run(sentence, i)
    mutual = _both_meant(sentence, narrow=True)
    for kind in _kinds(sentence, run, "of_peoples") if mutual else ():
        yield Wording(kind, run[0], i, "relation.peoples")


def _growing(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "связи крепнут", "развиваются по восходящей линии"; refuses: «экономика развивается динамично»."""
    token = sentence.tokens[i]
    if token.pos != "VERB" or token.lemma not in listed("growing") or token.rel == "amod":
        return
    if _ahead(token):
        return
    rise = _rise(sentence, i)
    if token.lemma in listed("needs_rise") and rise is None:
        return
    subject = _subject(sentence, i)
    if subject is not None or (rise is not None and _our_relations(sentence, i, rise)):
        first = _run(sentence, subject)[0] if subject is not None else i
        yield Wording("rising", min(first, rise or i), max(i, rise or i), "relation.growing")


def _rise(sentence: Sentence, verb: int) -> int | None:
    """The end of what says how it grows: "по восходящей линии", "на новый уровень"; an adverb before the verb too."""
    tokens = sentence.tokens
    found = None
    for i in range(verb + 1, min(len(tokens), verb + LONGEST)):
        goes_on = tokens[i].pos in ("ADJ", "NOUN", "PROPN", "DET", "ADV")
        if not goes_on and not (found is None and tokens[i].pos in ("ADP", "PART", "CCONJ")):
            break
        found = i if found is not None or tokens[i].lemma in listed("rise") else None
    if found is not None:
        return found
    before = [c for c in sentence.children(verb) if c < verb and tokens[c].lemma in listed("rise")]
    return next((c for c in before if tokens[c].pos == "ADV"), None)


def _ahead(token: Token) -> bool:
    """ "выйдут на новый уровень": hoped for, not so yet."""
    tense, aspect = token.feats.get("Tense"), token.feats.get("Aspect")
    return tense == "Fut" or (tense == "Pres" and aspect == "Perf") or token.feats.get("VerbForm") == "Inf"


def _subject(sentence: Sentence, verb: int) -> int | None:
    """The relations that grow: the verb's subject, or a nominative that the parser took for an object."""
    for c in sentence.children(verb):
        token = sentence.tokens[c]
        nominal = token.rel.startswith("nsubj") or (token.rel == "obj" and token.feats.get("Case") == "Nom")
        if nominal and token.lemma in listed("relations") and verb - LONGEST < c < verb:
            return c
    return _subject_before(sentence, verb)


def _subject_before(sentence: Sentence, verb: int) -> int | None:
    """The same where the tree is wrong: a form that can be a nominative, no verb or mark between it and the verb."""
    number = "plur" if sentence.tokens[verb].feats.get("Number") == "Plur" else "sing"
    for i in range(verb - 1, max(-1, verb - LONGEST), -1):
        token = sentence.tokens[i]
        if token.pos in ("VERB", "PUNCT"):
            return None
        nominative = any({"nomn", number} <= p.tag.grammemes for p in parses(token.text))
        if token.lemma in listed("relations") and nominative:
            return i
    return None


def _our_relations(sentence: Sentence, verb: int, end: int) -> bool:
    """ "мы выходим на новый уровень взаимодействия"."""
    return any(t.lemma in listed("relations") for t in sentence.tokens[verb : end + 1])


def _growth(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "подъём отношений", "динамичное развитие связей" under which relations stand."""
    token = sentence.tokens[i]
    attributes = lexicon.table("relations")["growth_attributed"].get(token.lemma)
    attributed = attributes is not None and any(sentence.tokens[k].lemma in attributes for k in _run(sentence, i))
    if not attributed and token.lemma not in listed("growth"):
        return
    under = [k for k in sentence.children(i) if sentence.tokens[k].lemma in listed("relations") and k > i]
    if under:
        yield Wording("rising", _run(sentence, i)[0], under[0], "relation.growth")


def _strong(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "связи крепки", "прочные узы"."""
    token = sentence.tokens[i]
    kind = table("strong").get(token.lemma)
    if kind is None:
        return
    short = token.pos == "ADJ" and token.feats.get("Variant") == "Short"
    subject = _subject(sentence, i) if short else None
    if subject is not None:
        yield Wording(kind, subject, i, "relation.strong")
    noun = token.head
    if noun > i and token.rel == "amod" and sentence.tokens[noun].lemma in listed("relations"):
        yield Wording(kind, _run(sentence, noun)[0], noun, "relation.strong")


def _worsening(sentence: Sentence, i: int) -> Iterator[Wording]:
    """ "кризис в отношениях А и Б"."""
    kind = table("worsening").get(sentence.tokens[i].lemma)
    under = [k for k in sentence.children(i) if sentence.tokens[k].lemma in listed("relations") and k > i]
    if kind and under:
        yield Wording(kind, i, under[0], "relation.worsening")


def _both_meant(sentence: Sentence, narrow: bool = False) -> bool:
    """ "мы", "наши страны", "двух государств", or two names of states joined by "и"."""
    if any(t.lemma in listed("both") for t in sentence.tokens):
        return True
    joined_ = [t for t in sentence.tokens if t.pos == "PROPN" and t.rel == "conj"]
    return bool(joined_) and not narrow
