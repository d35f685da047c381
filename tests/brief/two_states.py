"""A small register about two invented states, Вардания (XV) and Торсия (XT): nobody real says anything here."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dragoman.brief import Options
from dragoman.kb import KnowledgeBase, load_kb
from dragoman.model.actors import Actor
from dragoman.model.records import Claim, Evidence, Participant, Place, Quote, Speaker, Window
from dragoman.model.register import (
    ClaimRecord,
    Count,
    CountingRule,
    Dissent,
    EventRecord,
    QuoteRecord,
    Said,
    Snapshot,
    Source,
    StatusAt,
    ThingRecord,
    Verdict,
)
from dragoman.model.text import DateRange, Span

AS_OF = dt.date(2025, 6, 1)

OUTLETS = {
    "vest.xv": ("Вестник Вардании", "XV"),
    "torsinform.xt": ("Торсинформ", "XT"),
    "relay.example": ("Меридиан", None),
}

TEXTS: dict[str, str] = {}
"""Article key → text: grows with every source that is made, so that sentences can be shown whole."""

ORLAN = Actor(actor="orlan-david", name="Давид Орлан", country="XV")
BELIN = Actor(actor="belin-oskar", name="Оскар Белин", country="XT")
MAREN = Actor(actor="maren-ilza", name="Ильза Марен", country="XT")
SEVAN = Actor(actor="сеян-лука", name="Лука Сеян", country="XV")

RULES = (
    CountingRule(code="all", label="все визиты", label_en="all visits"),
    CountingRule(
        code="bilateral", label="только двусторонние", label_en="bilateral only", occasions=("bilateral", "mixed")
    ),
)


def knowledge_base() -> KnowledgeBase:
    """The package's tables and the invented states."""
    return load_kb(Path(__file__).parent / "kb")


def source(
    article: str,
    text: str,
    published: str | None,
    outlet: str = "vest.xv",
    before: str = "",
    after: str = "",
    **more: object,
) -> Source:
    """A sentence of an article; `before` and `after` are the rest of its sentence."""
    body = TEXTS.get(article, "")
    start = len(body) + (1 if body else 0) + len(before)
    TEXTS[article] = f"{body}{chr(10) if body else ''}{before}{text}{after}"
    name, country = OUTLETS.get(outlet, (outlet, None))
    fields: dict[str, object] = {
        "rule": "visit.pay",
        "item": 0,
        "url": f"https://{outlet}/news/{article}",
        "span": Span(start, start + len(text)),
    }
    return Source(
        article=article,
        label=article,
        outlet=outlet,
        outlet_name=name,
        outlet_country=country,
        published=published,
        text=text,
        **{**fields, **more},  # type: ignore[arg-type]
    )


def person(
    actor: Actor, part: str, role: str = "president", rank: str = "head_of_state", **more: object
) -> Participant:
    """Somebody who takes part."""
    return Participant(
        part=part,
        actor=actor.actor,
        name=actor.name,
        country=actor.country,
        role=role,
        rank=rank,
        **more,  # type: ignore[arg-type]
    )


def country(code: str, part: str) -> Participant:
    """A state that takes part, no person named."""
    return Participant(part=part, country=code)


def event(
    id_: str, type_: str, *sources: Source, status: str = "occurred", date: DateRange | None = None, **more: object
) -> EventRecord:
    """An event record; a date is taken to be stated unless said otherwise."""
    fields: dict[str, object] = {"date_basis": "stated" if date else None, "participants": (), **more}
    reported = min((s.published for s in sources if s.published), default=None)
    return EventRecord(
        id=id_,
        type=type_,
        status=status,
        sources=sources,
        date=date,
        reported=reported,
        **fields,  # type: ignore[arg-type]
    )


ARSINOR = Place(name="Арсинор", country="XV")
LUMERA = Place(name="Люмера", country="XT")


def events() -> tuple[EventRecord, ...]:
    """Visits both ways, a meeting, calls, signings, sessions, plans, and one record without a date."""
    state_visit = event(
        "e01",
        "VISIT",
        source(
            "a1",
            "президент Торсии Оскар Белин прибыл с государственным визитом в Варданию",
            "2024-03-11",
            before="В понедельник ",
            after=".",
        ),
        source(
            "a2",
            "Глава государства прибыл в Арсинор",
            "2024-03-11T09:40",
            "torsinform.xt",
            after=", где пробудет два дня.",
            relays=("Пресс-служба президента",),
        ),
        date=DateRange("2024-03-11", "2024-03-12"),
        participants=(
            person(BELIN, "visitor"),
            person(ORLAN, "host"),
            person(MAREN, "visitor", "foreign_minister", "minister", capacity="accompanying"),
        ),
        place=ARSINOR,
        visit_kind="state",
        occasion="bilateral",
    )
    signing = event(
        "e02",
        "SIGNING",
        source("a1", "По итогам переговоров подписано 10 документов", "2024-03-11", after=".", rule="signing.passive"),
        source(
            "a3",
            "Стороны подписали 12 документов",
            "2024-03-12",
            "relay.example",
            after=", сообщает издание.",
            rule="signing.active",
        ),
        date=DateRange("2024-03-11"),
        participants=(person(ORLAN, "signatory"), person(BELIN, "signatory")),
        place=ARSINOR,
        count=10,
        part_of="e01",
        dissents=(
            Dissent(field="count", values=(Said(value="10", articles=("a1",)), Said(value="12", articles=("a3",)))),
        ),
    )
    working = event(
        "e03",
        "VISIT",
        source(
            "a4",
            "Президент Вардании Давид Орлан совершил рабочую поездку в Люмеру",
            "2023-11-24",
            "torsinform.xt",
            after=" и принял участие в форуме.",
        ),
        date=DateRange("2023-11-24"),
        date_basis="reported",
        participants=(person(ORLAN, "visitor"), country("XT", "host")),
        place=LUMERA,
        visit_kind="working",
        occasion="mixed",
    )
    meeting = event(
        "e04",
        "MEETING",
        source(
            "a4",
            "Давид Орлан провёл встречу с Оскаром Белином",
            "2023-11-24",
            "torsinform.xt",
            after=".",
            rule="meeting.hold",
        ),
        date=DateRange("2023-11-24"),
        date_basis="reported",
        participants=(person(ORLAN, "participant"), person(BELIN, "participant")),
        place=LUMERA,
        part_of="e03",
    )
    old_visit = event(
        "e05",
        "VISIT",
        source(
            "a5",
            "В ноябре 2022 года Белин посетил Варданию с официальным визитом",
            "2024-03-12",
            "relay.example",
            after=".",
        ),
        date=DateRange("2022-11"),
        participants=(person(BELIN, "visitor"), country("XV", "host")),
        place=Place(name="Арсинор", country="XV"),
        visit_kind="official",
        occasion="bilateral",
        frame="background",
    )
    inferred = event(
        "e06",
        "VISIT",
        source("a6", "Оскар Белин принял участие в саммите в Арсиноре", "2024-07-06", after="."),
        date=DateRange("2024-07-06"),
        participants=(person(BELIN, "visitor"),),
        place=ARSINOR,
        occasion="multilateral",
        inferred=True,
    )
    summit = event(
        "e07",
        "SUMMIT_OR_BODY_SESSION",
        source(
            "a6",
            "В саммите участвовали главы государств Вардании, Торсии и Казахстана",
            "2024-07-06",
            after=".",
            rule="summit.take-part",
        ),
        date=DateRange("2024-07-06"),
        participants=(person(ORLAN, "participant"), person(BELIN, "participant"), country("KZ", "participant")),
        place=ARSINOR,
        body="Саммит прибрежных государств",
    )
    session = event(
        "e08",
        "SUMMIT_OR_BODY_SESSION",
        source(
            "a1",
            "Состоялось первое заседание Высшего межгосударственного совета",
            "2024-03-11",
            after=".",
            rule="session.noun",
        ),
        date=DateRange("2024-03-11"),
        participants=(person(ORLAN, "participant"), person(BELIN, "participant")),
        place=ARSINOR,
        body="Высший межгосударственный совет",
        part_of="e01",
    )
    call = event(
        "e09",
        "CALL",
        source(
            "a7",
            "Состоялся телефонный разговор министров иностранных дел двух стран",
            "2024-12-27",
            "torsinform.xt",
            after=".",
            rule="call.noun",
        ),
        date=DateRange("2024-12-26"),
        participants=(
            person(SEVAN, "participant", "foreign_minister", "minister"),
            person(MAREN, "participant", "foreign_minister", "minister"),
        ),
    )
    lapsed = event(
        "e10",
        "VISIT",
        source("a8", "Визит Орлана в Торсию запланирован на апрель 2025 года", "2025-02-14", after="."),
        status="planned",
        date=DateRange("2025-04"),
        participants=(person(ORLAN, "visitor"), country("XT", "host")),
        place=Place(name="Люмера", country="XT"),
        visit_kind="official",
        occasion="bilateral",
        frame="announcement",
        history=(StatusAt(status="planned", reported="2025-02-14", article="a8"),),
    )
    coming = event(
        "e11",
        "SUMMIT_OR_BODY_SESSION",
        source(
            "a9",
            "Следующее заседание совета пройдёт в октябре в Люмере",
            "2025-05-20",
            "torsinform.xt",
            after=".",
            rule="session.future",
        ),
        status="planned",
        date=DateRange("2025-10"),
        participants=(country("XV", "participant"), country("XT", "participant")),
        place=LUMERA,
        body="Высший межгосударственный совет",
        frame="announcement",
    )
    cancelled = event(
        "e12",
        "MEETING",
        source(
            "a10",
            "Встреча министров, намеченная на 3 февраля, отменена",
            "2025-02-01",
            "relay.example",
            after=".",
            rule="meeting.cancel",
        ),
        status="cancelled",
        date=DateRange("2025-02-03"),
        participants=(person(MAREN, "participant", "foreign_minister", "minister"), country("XV", "participant")),
    )
    undated = event(
        "e13",
        "VISIT",
        source("a5", "Ранее Орлан уже посещал Торсию", "2024-03-12", "relay.example", after="."),
        participants=(person(ORLAN, "visitor"),),
        place=Place(name="Люмера", country="XT"),
        frame="background",
    )
    other_pair = event(
        "e14",
        "MEETING",
        source(
            "a6",
            "На полях саммита Белин встретился с президентом Казахстана",
            "2024-07-06",
            after=".",
            rule="meeting.meet",
        ),
        date=DateRange("2024-07-06"),
        participants=(person(BELIN, "participant"), country("KZ", "participant")),
        place=ARSINOR,
    )
    ongoing = event(
        "e15",
        "VISIT",
        source(
            "a11", "Министр иностранных дел Торсии Ильза Марен находится с визитом в Арсиноре", "2025-01-15", after="."
        ),
        source("a12x", "Марен прибыла в Вердан", "2025-01-15", "torsinform.xt", after="."),
        status="ongoing",
        date=DateRange("2025-01-15"),
        participants=(person(MAREN, "visitor", "foreign_minister", "minister"), country("XV", "host")),
        place=ARSINOR,
        occasion="bilateral",
        dissents=(
            Dissent(
                field="place",
                values=(Said(value="Арсинор (XV)", articles=("a11",)), Said(value="Вердан", articles=("a12x",))),
            ),
        ),
    )
    return (
        undated, coming, state_visit, signing, working, meeting, old_visit, inferred, summit, session, call, lapsed,
        cancelled, other_pair, ongoing,
    )  # fmt: skip


def things() -> tuple[ThingRecord, ...]:
    """A document, a body, a project, a forum, a relation and a statement."""
    both = ("XT", "XV")
    return (
        ThingRecord(
            id="t1",
            kind="document",
            title="Договор о союзнических отношениях",
            parties=both,
            detail=(("class", "interstate"), ("in_force", ""), ("kind", "treaty"), ("signed", "2022-11")),
            sources=(
                source(
                    "a5",
                    "Договор о союзнических отношениях подписан в ноябре 2022 года",
                    "2024-03-12",
                    "relay.example",
                    after=" и вступил в силу.",
                ),
            ),
        ),
        ThingRecord(
            id="t2",
            kind="body",
            title="Высший межгосударственный совет",
            parties=both,
            detail=(("established", "2022"),),
            sources=(
                source(
                    "a5",
                    "Высший межгосударственный совет учреждён в 2022 году",
                    "2024-03-12",
                    "relay.example",
                    after=".",
                ),
            ),
        ),
        ThingRecord(
            id="t3",
            kind="project",
            title="Центр развития ремёсел",
            parties=both,
            detail=(("builder", "XT"), ("opened", "2024-03"), ("place", "Арсинор")),
            sources=(
                source(
                    "a3", "Торсия построила в Арсиноре Центр развития ремёсел", "2024-03-12", "relay.example", after="."
                ),
            ),
        ),
        ThingRecord(
            id="t4",
            kind="forum",
            title="UN",
            parties=both,
            sources=(source("a2", "Обе страны взаимодействуют в ООН", "2024-03-11", "torsinform.xt", after="."),),
        ),
        ThingRecord(
            id="t5",
            kind="relation",
            title="отношения двух стран достигли уровня союзничества",
            parties=both,
            detail=(("kind", "alliance"), ("says", "Давид Орлан")),
            sources=(
                source(
                    "a1",
                    "отношения двух стран достигли уровня союзничества",
                    "2024-03-11",
                    before="Орлан отметил, что ",
                    after=".",
                ),
            ),
        ),
        ThingRecord(
            id="t6",
            kind="statement",
            title="thanks",
            parties=both,
            detail=(("addressee", "Давид Орлан"), ("published", "2024-03-11"), ("speaker", "Оскар Белин")),
            sources=(source("a1", "Белин поблагодарил Орлана за тёплый приём", "2024-03-11", after="."),),
        ),
    )


def quotes() -> tuple[QuoteRecord, ...]:
    """One utterance in two pieces, a report, a fragment; all by invented persons."""

    def record(id_: str, text: str, form: str, group: int, who: Actor, **place: str) -> QuoteRecord:
        said = source("a1", text, "2024-03-11", rule=f"quote.{form}", **place)
        speaker = Speaker(actor=who.actor, name=who.name, country=who.country)
        quote = Quote(
            span=said.span, text=text, form=form, group=group, speaker=speaker, cue="отметить", rule=said.rule
        )
        return QuoteRecord(id=id_, quote=quote, sources=(said,), published="2024-03-11")

    return (
        record("q1", "Торсия для нас – надёжный сосед", "direct", 1, ORLAN, before="«", after="», – сказал Орлан."),
        record(
            "q2",
            "С торсийской стороной мы строим дорогу через перевал",
            "direct",
            1,
            ORLAN,
            before="«",
            after="», – добавил он.",
        ),
        record(
            "q3",
            "Вардания готова увеличить поставки шерсти",
            "indirect",
            2,
            BELIN,
            before="Белин отметил, что ",
            after=".",
        ),
        record("q4", "дружественный варданский народ", "mixed", 3, BELIN, before="Он поприветствовал «", after="»."),
    )


def claims() -> tuple[ClaimRecord, ...]:
    """A count of visits that depends on the rule, and a turnover that nobody checks."""
    visit = source(
        "a2",
        "это мой третий визит за два года",
        "2024-03-11",
        "torsinform.xt",
        before="Белин отметил: ",
        after=".",
        rule="claim.ordinal-visit",
    )
    trade = source(
        "a3",
        "товарооборот превысил 2,5 млрд долларов",
        "2024-03-12",
        "relay.example",
        before="По его словам, ",
        after=".",
        rule="claim.trade",
    )
    belin = Speaker(actor=BELIN.actor, name=BELIN.name, country="XT")
    return (
        ClaimRecord(
            id="c1",
            published="2024-03-11",
            sources=(visit,),
            claim=Claim(
                kind="visit_count",
                value=3.0,
                comparator="=",
                unit="visit",
                ordinal=True,
                subject=BELIN,
                object=Actor(country="XV"),
                window=Window(start="2022-03-11", end="2024-03-11", vague=True),
                says=belin,
                evidence=(Evidence(span=visit.span, rule=visit.rule, text=visit.text),),
            ),
        ),
        ClaimRecord(
            id="c2",
            published="2024-03-12",
            sources=(trade,),
            claim=Claim(
                kind="trade_turnover",
                value=2_500_000_000.0,
                comparator=">",
                unit="USD",
                subject=Actor(country="XT"),
                object=Actor(country="XV"),
                says=belin,
                evidence=(Evidence(span=trade.span, rule=trade.rule, text=trade.text),),
            ),
        ),
    )


VERDICTS = {
    "c1": Verdict(
        claim="c1",
        verdict="incomplete",
        says="Заявлено 3, в реестре 2: это ниже заявленного, но не противоречит ему.",
        says_en="Claimed 3, on record 2: fewer than claimed, which is no contradiction.",
        counts=(
            Count(
                rule="all",
                window=DateRange("2022-03-11", "2024-03-11"),
                widened=False,
                records=("e05", "e01"),
                edge=("e06",),
            ),
            Count(rule="bilateral", window=DateRange("2022-01-01", "2024-12-31"), widened=True, records=("e05", "e01")),
        ),
        coverage="2022-11-01 – 2024-03-12, 4",
    ),
}


def snapshot() -> Snapshot:
    """The whole register."""
    TEXTS.clear()
    return Snapshot(
        events=events(),
        claims=claims(),
        quotes=quotes(),
        things=things(),
        articles=12,
        outlets=(("Вестник Вардании", 5), ("Торсинформ", 4), ("Меридиан", 3)),
        first_published="2023-11-24",
        last_published="2025-05-20",
        digest="f00dfeed0123",
    )


OPTIONS = Options(countries=("XV", "XT"), as_of=AS_OF, version="0.1.0", since="2022")
