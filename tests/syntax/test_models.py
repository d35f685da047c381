"""The models behind the protocol: offsets are the article's, trees are well-formed, markup is not shown to them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.syntax.models import LONGEST_SENTENCE, default_syntax
from dragoman.syntax.phrases import nominative_phrase
from dragoman.syntax.tree import Parse
from dragoman.text.segment import paragraphs, sentences


def parsed(text: str) -> Parse:
    return default_syntax().parse([(text, sentences(text, paragraphs(text)))])[0]


def test_tokens_stand_at_their_offsets() -> None:
    text = "  Министр прибыл\u00a0в Баку.\n\nЕго встретил посол."
    for sentence in parsed(text).sentences:
        for token in sentence.tokens:
            assert token.span.of(text) == token.text


def test_names_are_mapped_back() -> None:
    text = "Вчера  Ильхам Алиев прилетел в Астану."
    assert [(n.span.of(text), n.kind) for n in parsed(text).names] == [("Ильхам Алиев", "PER"), ("Астану", "LOC")]


def test_markup_of_posts_is_not_shown_to_the_models() -> None:
    tokens = parsed("Министр **Андрей Белов** прибыл.").sentences[0].tokens
    assert "**" not in [t.text for t in tokens]


def test_verb_lemmas_are_infinitives() -> None:
    lemmas = [t.lemma for t in parsed("Стороны подписали договор, прибывший гость уехал.").sentences[0].tokens]
    assert {"подписать", "прибыть", "уехать", "договор"} <= set(lemmas)


def test_a_list_without_end_is_cut() -> None:
    text = "слово " * (LONGEST_SENTENCE * 2)
    assert max(len(s.tokens) for s in parsed(text).sentences) <= LONGEST_SENTENCE


def test_documents_do_not_influence_each_other() -> None:
    texts = ["Президент прибыл в Баку.", "Министры подписали план. Встреча прошла в Астане."]
    documents = [(t, sentences(t, paragraphs(t))) for t in texts]
    together = default_syntax().parse(documents)
    assert together == [default_syntax().parse([d])[0] for d in documents]


def test_sentence_at_finds_what_holds_an_offset() -> None:
    text = "Первое здесь.\n\nВторое там."
    parse = parsed(text)
    found = parse.sentence_at(text.index("там"))
    assert found is not None
    assert found.number == 1
    assert parse.sentence_at(text.index("\n")) is None


def test_a_title_turns_and_its_genitives_stay() -> None:
    text = "Стороны обсудили подписание Совместной декларации о дружбе народов."
    sentence = parsed(text).sentences[0]
    at = next(i for i, t in enumerate(sentence.tokens) if t.lemma == "декларация")
    words = [at - 1, at, at + 1, at + 2, at + 3]
    assert nominative_phrase(text, sentence, at, words) == "Совместная декларация о дружбе народов"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Аа бв.,«»—-\n!?12*😀\u00a0", max_size=80))
def test_any_text_is_parsed_with_acyclic_walks(text: str) -> None:
    for sentence in parsed(text).sentences:
        for i in range(len(sentence.tokens)):
            assert len(list(sentence.path_up(i))) <= len(sentence.tokens)
            assert i in sentence.subtree(i)
