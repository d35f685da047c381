"""What one article yields: events, quotes, claims and the things they are about; and the reading that holds them.

Field names are those of the reading's printed form and are fixed: other programs load them.
"""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.model.actors import Actor, Mention
from dragoman.model.findings import Notice
from dragoman.model.text import DateRange, Span


class Evidence(msgspec.Struct, frozen=True, kw_only=True, rename={"where": "in"}, omit_defaults=True):
    """The words a value rests on and the rule that took them. `where`: `text`, or `title` for a separate title.

    Made by `Evidence.cut`, which cuts the words out of the source, so they cannot differ from it.
    """

    span: Span
    rule: str
    text: str
    where: str = "text"

    @classmethod
    def cut(cls, source: str, span: Span, rule: str, where: str = "text") -> Evidence:
        """Evidence for `span` of `source`. Raises ValueError where the span is empty or leaves the source."""
        if not 0 <= span.start < span.end <= len(source):
            raise ValueError(f"evidence {rule}: span {span} is not within a text of {len(source)} characters")
        return cls(span=span, rule=rule, text=span.of(source), where=where)


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """One party of an event.

    `role`: class of the office held (`president` …), None where unknown; `title`: the office as written;
    `rank`: its protocol rank; `capacity`: `head`, `member`, `accompanying` or None;
    `part`: `visitor`, `host`, `participant`, `signatory`, `sender`, `recipient`, `organiser`, `member`.
    """

    part: str
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    role: str | None = None
    title: str | None = None
    rank: str | None = None
    acting: bool = False
    capacity: str | None = None

    @property
    def party(self) -> str | None:
        """What stands for this party where events are compared: the person, else the country."""
        return self.actor or self.country


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where: a city's usual name, nominative; its country, None where disputed or unknown."""

    name: str
    country: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something done between states, as one article tells it.

    `status`: `occurred`, `ongoing`, `planned`, `possible`, `cancelled`. `frame`: `news`, `background`,
    `announcement`. `visit_kind`: a visit's character, None where the source does not say. `occasion`: of a
    visit, `bilateral`, `multilateral`, `mixed`. `date` None: the text has no time expression for it.
    `reported`: day of publication, kept apart. `document`, `body`: title of what was signed, name of what met.
    `within`: index of the enclosing visit in the same reading. `count`: how many documents a bundle has.
    """

    type: str
    status: str
    evidence: tuple[Evidence, ...]
    frame: str = "news"
    participants: tuple[Participant, ...] = ()
    visit_kind: str | None = None
    occasion: str | None = None
    place: Place | None = None
    date: DateRange | None = None
    reported: str | None = None
    document: str | None = None
    body: str | None = None
    within: int | None = None
    count: int | None = None


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks. `span`: the words that name him in the attribution; None where nothing does."""

    actor: str | None = None
    name: str | None = None
    country: str | None = None
    span: Span | None = None
    candidates: tuple[str, ...] = ()


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words and their speaker.

    `form`: `direct`, `indirect`, `mixed`. `text` is the slice of the article at `span`, without outer marks.
    Pieces of one utterance share a `group`. `cue`: infinitive of the verb of saying, None where there is none.
    `repaired`: the marks were mended. `context`: for `mixed`, the clause around the fragment.
    `rule`: how words and speaker were joined. `addressee`: country or person spoken to, where given.
    """

    span: Span
    text: str
    form: str
    group: int
    speaker: Speaker | None
    cue: str | None = None
    repaired: bool = False
    context: Span | None = None
    rule: str = ""


class Window(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """The time that a count covers; None: open. `vague`: its edges are not sharp ("за последние три года")."""

    start: str | None = None
    end: str | None = None
    vague: bool = False


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from a claim: an anniversary gives the act's date. `document` None: something else (`event`)."""

    act: str
    date: str
    document: str | None = None
    event: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A counted assertion that somebody made.

    `kind`: `visit_count`, `meeting_count`, `document_count`, `anniversary`, `trade_turnover`, `growth`,
    `other_count`. `value` in plain units (2000000000, not 2), `unit` names them. `comparator`: `=`, `≈`, `>`,
    `≥`, `<`, `≤`. `ordinal`: the number is a rank ("седьмой визит"), so it includes the event it is said at.
    `subject` counts whose, `object` to or with whom. `target`: a promise ("довести до 1 млрд"), not a state of things.
    """

    kind: str
    value: float
    comparator: str
    unit: str
    evidence: tuple[Evidence, ...]
    approx: bool = False
    ordinal: bool = False
    target: bool = False
    subject: Actor | None = None
    object: Actor | None = None
    window: Window | None = None
    derived: Derived | None = None
    says: Speaker | None = None
    what: str | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Something done with a document, body or project: `initialled`, `signed`, `adopted`, `ratified`, `in_force`,
    `terminated`, `established`. `date` None: not said.
    """

    act: str
    date: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document between states. `kind`: `treaty`, `agreement`, `declaration`, …; `klass`: `interstate`,
    `intergovernmental`, … or None where the source does not say.
    """

    title: str
    kind: str
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    klass: str | None = msgspec.field(default=None, name="class")
    acts: tuple[Act, ...] = ()


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A standing body of states. `code`: its id in the knowledge base, None where unknown there."""

    name: str
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    code: str | None = None
    acts: tuple[Act, ...] = ()


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A joint project: a centre, plant, road. `builder`: country that builds it, `place` where."""

    name: str
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    builder: str | None = None
    place: Place | None = None
    acts: tuple[Act, ...] = ()


class Forum(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation in which the named states take part together."""

    code: str
    members: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody characterised the relations of two states: `words` as said, `kind` a stable label."""

    kind: str
    words: str
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    says: Speaker | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """An act of speech towards somebody that is no letter: thanks, congratulation, condolence at a meeting."""

    kind: str
    speaker: Speaker
    addressees: tuple[Actor, ...]
    evidence: tuple[Evidence, ...]


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """Who published, or from whom it was taken. `how`: `given`, `url`, `text`. `span` None: not from the text."""

    id: str | None
    name: str
    country: str | None = None
    how: str = "given"
    span: Span | None = None
    kind: str | None = None


class Occasion(msgspec.Struct, frozen=True, kw_only=True, rename={"partner": "with"}):
    """What the words were said at: `interview`, `briefing`, `meeting`; with whom (an outlet's id or name)."""

    kind: str
    partner: str | None = None
    span: Span | None = None


class Perspective(msgspec.Struct, frozen=True, kw_only=True):
    """Whose side tells: "Глава государства" without more is this country's. `how`: `relay` or `outlet`."""

    country: str
    how: str


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """What made a reading: digests or versions of the rules, the knowledge base (overlays included) and the models."""

    rules: str
    kb: str
    models: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one article yields; the same article and versions always give the same reading.

    `origin`: name of the file (and line) that the article came in, without its folder.
    """

    id: str
    key: str
    sha256: str
    language: str | None
    versions: Versions
    url: str | None = None
    outlet: Outlet | None = None
    relays: tuple[Outlet, ...] = ()
    perspective: Perspective | None = None
    occasion: Occasion | None = None
    published: str | None = None
    section: str | None = None
    title: str | None = None
    noise: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    bodies: tuple[Body, ...] = ()
    projects: tuple[Project, ...] = ()
    forums: tuple[Forum, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()
    notices: tuple[Notice, ...] = ()
    raw_sha256: str | None = None
    extractor: str | None = None
    origin: str | None = None
    text: str | None = None

    @property
    def label(self) -> str:
        """What people call the article: the id it was given, else the file it came in, else its hash's beginning."""
        return self.id if self.id != self.sha256 else self.origin or self.sha256[:12]


def to_json(value: Any) -> bytes:
    """Any of these values as JSON, in field order: the same value always gives the same bytes."""
    return msgspec.json.encode(value)
