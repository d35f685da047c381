"""What the register holds: records merged from many readings, each with all its sources; verdicts; judgements."""

from __future__ import annotations

import msgspec

from dragoman.model.records import Claim, Participant, Place, Quote
from dragoman.model.text import DateRange, Span


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence that attests a record: which article, who published it when, where in it, by which rule.

    `article` is the article's key, `label` what people call it (its id as given, else its file's
    name), `item` the position in that list of its reading.
    `relays`: names of whom the outlet has it from. `where`: `span` is in the `text`, or in a separate `title`.
    """

    article: str
    label: str
    outlet: str | None
    outlet_name: str | None
    outlet_country: str | None
    published: str | None
    span: Span
    text: str
    rule: str
    item: int
    url: str | None = None
    relays: tuple[str, ...] = ()
    where: str = "text"


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a field and the articles (keys) that give it. Values are printed forms ("2024-03-11", "10")."""

    value: str
    articles: tuple[str, ...]


class Dissent(msgspec.Struct, frozen=True, kw_only=True):
    """A field on which the sources differ: every value, best supported first."""

    field: str
    values: tuple[Said, ...]


class StatusAt(msgspec.Struct, frozen=True, kw_only=True):
    """A status as reported by one article on one day (None: undated article)."""

    status: str
    reported: str | None
    article: str


class EventRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="event"):
    """One real event, whoever told of it.

    `date`: when it was, as sharp as the best source; None: no source says and no report bounds it.
    `date_basis`: `stated` (a source gives it) or `reported` (placed by the day it was reported), None with no date.
    `inferred`: a visit that follows from presence at a summit abroad, counted apart.
    `part_of`: id of the visit that this meeting or signing belongs to. `aliases`: former ids.
    `history`: statuses in order of report; `status` is the one that stands.
    """

    id: str
    type: str
    status: str
    participants: tuple[Participant, ...]
    sources: tuple[Source, ...]
    frame: str = "news"
    date: DateRange | None = None
    date_basis: str | None = None
    reported: str | None = None
    place: Place | None = None
    visit_kind: str | None = None
    occasion: str | None = None
    document: str | None = None
    body: str | None = None
    count: int | None = None
    inferred: bool = False
    part_of: str | None = None
    history: tuple[StatusAt, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def countries(self) -> frozenset[str]:
        """All countries and organisations that take part, the place's excluded."""
        return frozenset(p.country for p in self.participants if p.country)

    def part(self, name: str) -> tuple[Participant, ...]:
        """The participants with this part ("visitor", "host" …)."""
        return tuple(p for p in self.participants if p.part == name)


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="claim"):
    """One counted claim, told by one or more articles. `published`: day of the earliest, the claim's own time."""

    id: str
    claim: Claim
    sources: tuple[Source, ...]
    published: str | None = None
    aliases: tuple[str, ...] = ()


class QuoteRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="quote"):
    """One quote of one article."""

    id: str
    quote: Quote
    sources: tuple[Source, ...]
    published: str | None = None
    aliases: tuple[str, ...] = ()


class ThingRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="thing"):
    """A document, body, project, forum, relation or statement. `detail`: its own fields, printed, sorted by name."""

    id: str
    kind: str
    title: str
    parties: tuple[str, ...]
    sources: tuple[Source, ...]
    detail: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()


Record = EventRecord | ClaimRecord | QuoteRecord | ThingRecord


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided. Append-only; names what it judges by article key, kind and words, never by record id.

    `decision`: `same`, `different`, `wrong`, `corrected`, `undo`. `at`: ISO time.
    """

    id: str
    decision: str
    targets: tuple[tuple[str, str, str], ...]
    author: str
    at: str
    reason: str = ""
    field: str | None = None
    value: str | None = None


class CountingRule(msgspec.Struct, frozen=True, kw_only=True):
    """How visits are counted: a row of a table, printed with each verdict.

    `occasions`, `characters`: which count, empty: all. `statuses`: which count. `inferred`: whether presence at a
    summit abroad makes a visit. `label` and `label_en` are for people. `kinds`: kinds of claim that it serves; `types`:
    types of event that it counts. `when`: stem of a word ("официальн") that must stand in the claim's `what`,
    empty: none.
    `once_a_day`: what happens on the same days counts as one ("встреча" in narrow and wide circle).
    """

    code: str
    label: str
    label_en: str
    statuses: tuple[str, ...] = ("occurred", "ongoing")
    occasions: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    inferred: bool = True
    kinds: tuple[str, ...] = ("visit_count",)
    types: tuple[str, ...] = ("VISIT",)
    when: str = ""
    once_a_day: bool = False


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """One way of counting: under this rule, in this window, these records.

    `edge`: records outside a vague window, within 60 days of its edges. `widened`: counted over calendar years.
    """

    rule: str
    window: DateRange | None
    widened: bool
    records: tuple[str, ...]
    edge: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """How many are on record."""
        return len(self.records)


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The audit's answer on a claim.

    `verdict`: `confirmed`, `consistent`, `contradicted`, `incomplete`, `depends`, `uncheckable`. `says`: the answer
    in a sentence, in Russian; `says_en` in English. `missing`: for `uncheckable`, what would be needed.
    `coverage`: first and last day of the register's events about these parties in the window, and how many articles.
    """

    claim: str
    verdict: str
    says: str
    says_en: str
    counts: tuple[Count, ...] = ()
    missing: str | None = None
    coverage: str | None = None


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A consistent look at the register: all that views and audit work from."""

    events: tuple[EventRecord, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
    quotes: tuple[QuoteRecord, ...] = ()
    things: tuple[ThingRecord, ...] = ()
    articles: int = 0
    outlets: tuple[tuple[str, int], ...] = ()
    first_published: str | None = None
    last_published: str | None = None
    digest: str = ""

    def event(self, id_: str) -> EventRecord | None:
        """The event with this id, or None."""
        return next((e for e in self.events if e.id == id_), None)
