"""What a brief says: everything with a source, nothing of its own."""

import re

import msgspec
import pytest
from two_states import AS_OF, OPTIONS, RULES, TEXTS, VERDICTS, knowledge_base

from dragoman.brief import Brief, Options, compose
from dragoman.brief.model import Block, Cell, Entry, Paragraph, Section, Table
from dragoman.brief.speech import unmarked
from dragoman.model.register import Snapshot
from dragoman.views import Naming
from dragoman.views.quotes import country_topic

TOPICS = {code: country_topic(knowledge_base(), code) for code in ("XV", "XT")}


def made(snapshot: Snapshot, naming: Naming, options: Options = OPTIONS) -> Brief:
    return compose(snapshot, options, naming, VERDICTS, RULES, TOPICS, TEXTS)


def section(brief: Brief, key: str) -> Section:
    return next(section for section in brief.sections if section.key == key)


def cells(block: Block) -> list[Cell]:
    match block:
        case Paragraph(cell=cell):
            return [cell]
        case Table(rows=rows):
            return [cell for row in rows for pieces in row for cell in pieces]
        case Entry(lines=lines, items=items):
            return [*lines, *items]


def texts(brief: Brief, key: str) -> list[str]:
    return [cell.text for block in section(brief, key).blocks for cell in cells(block)]


def test_sections_in_order(snapshot: Snapshot, ru: Naming) -> None:
    keys = [section.key for section in made(snapshot, ru).sections]
    assert keys == [
        "coverage", "summary", "visits", "chronology", "meetings", "documents", "bodies", "projects", "forums",
        "statements", "quotes", "claims", "planned", "undated",
    ]  # fmt: skip


def test_the_same_register_is_the_same_brief(snapshot: Snapshot, ru: Naming) -> None:
    turned = msgspec.structs.replace(snapshot, events=snapshot.events[::-1], things=snapshot.things[::-1])
    assert made(turned, ru) == made(snapshot, ru)


def test_every_line_of_every_table_has_its_sources(snapshot: Snapshot, ru: Naming) -> None:
    brief = made(snapshot, ru)
    for part in brief.sections:
        for block in part.blocks:
            if isinstance(block, Table) and block.head[-1] == "Источники":
                assert all(row[-1][0].refs for row in block.rows), part.key
            if isinstance(block, Entry):
                assert any(cell.refs for cell in block.lines), part.key


def test_numbers_run_from_one_in_order_of_first_use(snapshot: Snapshot, ru: Naming) -> None:
    brief = made(snapshot, ru)
    used = [number for part in brief.sections for block in part.blocks for cell in cells(block) for number in cell.refs]
    assert list(dict.fromkeys(used)) == sorted(set(used))
    assert [source.number for source in brief.sources] == sorted(set(used)) == list(range(1, len(brief.sources) + 1))


def test_sources_are_slices_of_articles(snapshot: Snapshot, ru: Naming) -> None:
    whole = "\n".join(TEXTS.values())
    for source in made(snapshot, ru).sources:
        assert source.before + source.marked + source.after in whole


def test_direct_words_are_verbatim_between_marks_and_reported_ones_are_not(snapshot: Snapshot, ru: Naming) -> None:
    said = texts(made(snapshot, ru), "quotes")
    assert "«Торсия для нас – надёжный сосед» … «С торсийской стороной мы строим дорогу через перевал»" in said
    assert "«дружественный варданский народ»" in said
    assert "Вардания готова увеличить поставки шерсти" in said


@pytest.mark.parametrize("marked", ["«слова»", "“слова”", "„слова“", '"слова"', "««слова»»", " «слова» "])
def test_a_report_never_stands_between_marks(marked: str) -> None:
    assert not re.match('[«“„"‘]', unmarked(marked.replace("««", "«").replace("»»", "»")))


def test_a_characterisation_has_no_marks(snapshot: Snapshot, ru: Naming) -> None:
    things = tuple(
        msgspec.structs.replace(thing, title="«отношения достигли уровня союзничества»") if thing.id == "t5" else thing
        for thing in snapshot.things
    )
    said = texts(made(msgspec.structs.replace(snapshot, things=things), ru), "statements")
    assert "отношения достигли уровня союзничества" in said


def test_claims_list_the_records_counted_and_those_at_the_edge(snapshot: Snapshot, ru: Naming) -> None:
    first = section(made(snapshot, ru), "claims").blocks[0]
    assert isinstance(first, Entry)
    assert [item.text.split(":")[0] for item in first.items] == ["ноябрь 2022", "11–12 марта 2024", "6 июля 2024"]
    assert "у края окна" in first.items[-1].text
    assert "у края окна" not in first.items[0].text
    assert "11 марта 2022 – 11 марта 2024: все визиты – 2 записи (у края окна ещё 1)." in [c.text for c in first.lines]


def test_plans_are_not_in_the_chronology(snapshot: Snapshot, ru: Naming) -> None:
    brief = made(snapshot, ru)
    assert "не подтверждено" in texts(brief, "planned")
    assert "апрель 2025" not in texts(brief, "chronology")
    assert "апрель 2025" in texts(brief, "planned")


def test_a_document_named_at_its_signing_is_one_row(snapshot: Snapshot, ru: Naming) -> None:
    events = tuple(
        msgspec.structs.replace(event, document="договор о союзнических отношениях", count=None)
        if event.id == "e02"
        else event
        for event in snapshot.events
    )
    table = section(made(msgspec.structs.replace(snapshot, events=events), ru), "documents").blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 1


def test_more_quotes_than_asked_for_are_said_to_be_more(snapshot: Snapshot, ru: Naming) -> None:
    said = texts(made(snapshot, ru, msgspec.structs.replace(OPTIONS, quotes=1)), "quotes")
    assert said[0] == "Показано 1 из 3, самые поздние."
    assert said[1] == "«дружественный варданский народ»"


def test_the_options_are_printed(snapshot: Snapshot, ru: Naming) -> None:
    brief = made(snapshot, ru, msgspec.structs.replace(OPTIONS, known_at="2025-05-30"))
    values = dict(brief.colophon)
    assert values["По состоянию на"] == AS_OF.isoformat()
    assert values["Известно реестру на"] == "2025-05-30"
    assert "f00dfeed0123" in brief.generated
    assert "0.1.0" in brief.generated


@pytest.mark.parametrize(
    ("since", "until", "period"),
    [
        ("2022", None, "Период: с 1 января 2022."),
        ("2022-02", "2024-02", "Период: с 1 февраля 2022 по 29 февраля 2024."),
        (None, "2024", "Период: по 31 декабря 2024."),
        (None, None, "Период: всё время, охваченное реестром."),
    ],
)
def test_period(snapshot: Snapshot, ru: Naming, since: str | None, until: str | None, period: str) -> None:
    assert made(snapshot, ru, msgspec.structs.replace(OPTIONS, since=since, until=until)).period == period


def test_an_empty_register_gives_an_honest_brief(ru: Naming) -> None:
    brief = made(Snapshot(), ru)
    assert brief.sources == ()
    assert "О сторонах за этот период в реестре ничего нет." in texts(brief, "coverage")
    assert texts(brief, "chronology") == ["В реестре нет."]


def test_english_keeps_the_evidence_in_russian(snapshot: Snapshot, en: Naming) -> None:
    brief = made(snapshot, en)
    assert brief.title == "Brief on relations: Vardania – Torsia"
    assert "Oskar Belin (Torsia) → Vardania" in texts(brief, "chronology")
    assert brief.sources[0].marked.startswith("В саммите")


def test_english_words_of_our_own_hold_no_cyrillic(snapshot: Snapshot, en: Naming) -> None:
    """Outlets sign as they sign; all else that is Russian says that it is."""
    names = ("Вестник Вардании", "Торсинформ", "Меридиан")
    for part in made(snapshot, en).sections:
        for block in part.blocks:
            for cell in cells(block):
                text = cell.text
                for name in (*names, "Договор о союзнических отношениях", "Саммит прибрежных государств"):
                    text = text.replace(name, "")
                assert cell.language == "ru" or not re.search("[а-яё]", text, re.IGNORECASE), (part.key, cell)
