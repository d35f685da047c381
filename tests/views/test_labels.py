"""The words for people: the same keys in all languages, a word for every code, no word that nobody uses."""

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.lang import load
from dragoman.views.labels import amount_text, counted, label

SOURCE = Path(dragoman.__file__).parent
CODE = "\n".join(
    path.read_text(encoding="utf-8").replace("'", '"')
    for part in ("views", "brief", "cli", "exports")
    for path in sorted((SOURCE / part).rglob("*.py"))
)
PHRASES = set(re.findall(r'(?:phrase\(\s*[\w.]+,|self\._say\(|self\._text\()\s*"(\w+)"', CODE))


def test_languages_have_the_same_keys() -> None:
    russian, english = load("ru", "labels.yaml"), load("en", "labels.yaml")
    assert list(russian) == list(english)
    for group in russian:
        assert set(russian[group]) == set(english[group]), group


def test_blanks_of_a_phrase_are_the_same_in_all_languages() -> None:
    russian, english = load("ru", "labels.yaml")["text"], load("en", "labels.yaml")["text"]
    for key, text in russian.items():
        assert sorted(re.findall(r"{(\w+)}", text)) == sorted(re.findall(r"{(\w+)}", english[key])), key


def test_english_labels_hold_no_cyrillic() -> None:
    for group, words in load("en", "labels.yaml").items():
        assert not re.search("[а-яё]", str(words), re.IGNORECASE), group


def test_every_phrase_is_there_and_used() -> None:
    written = {key for key in load("ru", "labels.yaml")["text"] if not key.startswith("option_")}
    assert written == PHRASES


def test_every_heading_and_column_is_used() -> None:
    labels = load("ru", "labels.yaml")
    assert [key for key in (*labels["heading"], *labels["column"]) if f'"{key}"' not in CODE] == []


def test_every_kind_of_the_lexicons_has_a_label() -> None:
    relations = load("ru", "things/relations.yaml")
    kinds = {
        kind
        for field in ("attributes", "abstract", "called", "of_partner", "of_peoples")
        for kind in relations[field].values()
    }
    statements = load("ru", "things/statements.yaml")
    acts = {verb["kind"] for verb in statements["verbs"].values()} | set(statements["nouns"].values())
    for language in ("ru", "en"):
        labels = load(language, "labels.yaml")
        assert kinds <= set(labels["relation"])
        assert acts <= set(labels["statement"])


def test_every_rank_and_role_class_has_a_label() -> None:
    from dragoman.kb import load_kb
    from dragoman.kb.rows import Office

    offices = load_kb().table(Office)
    for language in ("ru", "en"):
        labels = load(language, "labels.yaml")
        assert {office.rank for office in offices} <= set(labels["rank"])
        assert {office.klass for office in offices} <= set(labels["role"])


@pytest.mark.parametrize(
    ("n", "text"),
    [(1, "1 документ"), (2, "2 документа"), (5, "5 документов"), (11, "11 документов"), (21, "21 документ")],
)
def test_russian_nouns_agree_with_their_number(n: int, text: str) -> None:
    assert counted("ru", "documents", n) == text


def test_an_unknown_code_is_seen() -> None:
    assert label("ru", "event", "PARADE") == "PARADE"


def test_amounts() -> None:
    assert amount_text("ru", 14.3, "percent") == "14,3 %"
    assert amount_text("ru", 3.0, "visit") == "3"
    assert amount_text("en", 1.0, "country") == "1 country"
