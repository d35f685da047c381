"""Documents between states: their titles, classes, and what was done with them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.records import Document, Evidence
from dragoman.model.text import Span
from dragoman.syntax.tree import Sentence
from dragoman.things import lexicon
from dragoman.things.deeds import Deed, deeds_of
from dragoman.things.gathered import gather_documents
from dragoman.things.phrases import Phrase, nominative, phrase_at
from dragoman.things.setting import Setting

NEAR = 7
"""Words behind a title within which those stand whom it is between."""


def listed(name: str) -> frozenset[str]:
    """A list of documents.yaml, or the keys of a table."""
    return lexicon.listed("documents", name)


def find(setting: Setting) -> tuple[Document, ...]:
    """The documents of an article, each once, in text order."""
    return gather_documents(document for phrase in titles(setting) for document in _document(setting, phrase))


def titles(setting: Setting) -> Iterator[Phrase]:
    """The phrases that are a title of a document of whomever, in text order, none within another."""
    kinds = listed("kinds")
    for sentence in setting.sentences:
        reached = -1
        for index, token in enumerate(sentence.tokens):
            if index > reached and token.lemma in kinds and token.feats.get("Number") != "Plur":
                phrase = phrase_at(setting, sentence, index, kinds)
                if _is_title(phrase):
                    reached = phrase.last
                    yield phrase


def _is_title(phrase: Phrase) -> bool:
    """Whether the phrase says which document.

    takes: «Договор о дружбе», «план действий»; refuses: «договор», «соглашение с партнёрами», «медицинская карта»
    """
    before = phrase.attributes
    kind = _kind(phrase)
    if kind == "roadmap" and not before & listed("roadmap"):
        return False
    if kind == "statement" and not before & listed("joint"):
        return False
    if before & listed("domestic") or {t.lemma for t in phrase.after} & listed("topics"):
        return False
    return _says_what(phrase, kind) or _named_after_a_place(phrase)


def _says_what(phrase: Phrase, kind: str) -> bool:
    after = [t.text.lower() for t in phrase.after]
    if not after:
        return False
    if after[0] in ("«", '"', "“", "„"):
        return True
    about = {"о", "об", "обо", "по", "на"} & set(after[:1]) or {"о", "об", "обо"} & set(after)
    return bool(about) or (kind in ("programme", "plan", "roadmap", "other") and _of_deeds(phrase))


def _of_deeds(phrase: Phrase) -> bool:
    """ "план действий", "программа развития"; refuses: «план президента», «программа с партнёрами»"""
    noun = next((t for t in phrase.after if t.pos in ("NOUN", "PROPN", "ADP")), None)
    return noun is not None and noun.pos == "NOUN" and noun.text[0].islower() and noun.lemma in listed("deeds_planned")


def _named_after_a_place(phrase: Phrase) -> bool:
    """ "Бишкекская декларация": a capital attribute inside a sentence, or with the noun in small letters."""
    first, noun = phrase.sentence.tokens[phrase.first], phrase.sentence.tokens[phrase.head]
    return (
        phrase.head - phrase.first == 1
        and first.text[0].isupper()
        and noun.text[0].islower()
        and first.lemma.endswith("ский")
    )


def _kind(phrase: Phrase) -> str:
    kinds: dict[str, str] = lexicon.table("documents")["kinds"]
    return kinds[phrase.sentence.tokens[phrase.head].lemma]


def _document(setting: Setting, phrase: Phrase) -> Iterator[Document]:
    deeds = deeds_of(setting, phrase)
    parties = _parties(setting, phrase, deeds)
    if parties:
        yield Document(
            title=nominative(setting, phrase),
            kind=_kind(phrase),
            parties=parties,
            klass=_class(phrase),
            acts=tuple(deed.act for deed in deeds),
            evidence=tuple(_evidence(setting, phrase, deeds)),
        )


def _evidence(setting: Setting, phrase: Phrase, deeds: tuple[Deed, ...]) -> Iterator[Evidence]:
    """The title; the words of each deed; the words of its date."""
    yield Evidence.cut(setting.text, phrase.span, "document.title")
    for deed in deeds:
        for span in deed.spans:
            yield Evidence.cut(setting.text, span, deed.rule)


def _parties(setting: Setting, phrase: Phrase, deeds: tuple[Deed, ...]) -> tuple[str, ...]:
    """The states that made it, sorted; empty where two cannot be told, or an organisation made it."""
    sentence = phrase.sentence
    said = _made_by(setting, sentence, phrase)
    actors = tuple(code for deed in deeds for code in deed.actors)
    both = len(set(setting.states_in(said))) > 1 or len(set(actors)) > 1
    shared = any(t.lemma.startswith(tuple(listed("shared_stems"))) for t in phrase.tokens)
    if (_of_organisation(setting, phrase) and not both) or _of_companies(phrase):
        return ()
    if not both and (_kind(phrase) in listed("open_kinds") and not shared):
        return ()
    if not both and _named_after_a_place(phrase) and not phrase.after:
        return ()
    return setting.parties(sentence, said, actors)


def _made_by(setting: Setting, sentence: Sentence, phrase: Phrase) -> Span:
    """The title with the attributes and the "между А и Б" right around it."""
    tokens = sentence.tokens
    first = phrase.first
    while first > 0 and tokens[first - 1].pos == "ADJ":
        first -= 1
    return Span(tokens[first].span.start, phrase.span.end)


def _of_companies(phrase: Phrase) -> bool:
    """ "соглашение между «Нефтью» и холдингом": no state's document."""
    tokens = phrase.sentence.tokens[phrase.head + 1 : phrase.last + NEAR]
    at = next((i for i, t in enumerate(tokens) if t.lemma == "между"), None)
    return at is not None and any(t.lemma in listed("companies") or t.text in ("«", '"', "“") for t in tokens[at:])


def _of_organisation(setting: Setting, phrase: Phrase) -> bool:
    """ "Конвенция ООН о …", "декларация саммита": made by many."""
    organisation = any(m.kind == "organisation" for m in setting.mentions_in(phrase.span))
    return organisation or any(t.lemma in ("саммит", "форум", "организация") for t in phrase.tokens)


def _class(phrase: Phrase) -> str | None:
    """Interstate, intergovernmental or interagency where the words say so, else None."""
    table = lexicon.table("documents")
    said = sorted(phrase.attributes & set(table["classes"]))
    if said:
        return str(table["classes"][said[0]])
    lemmas = [t.lemma for t in phrase.tokens]
    if "между" not in lemmas:
        return None
    signers = [table["signed_by"].get(lemma) for lemma in lemmas[lemmas.index("между") + 1 :][:3]]
    return next((found for found in signers if found), None)
