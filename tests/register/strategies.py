"""Small random registers: few persons, few towns, few weeks, so that almost everything may be something else too."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from factories import PERSONS, claim, document, event, party, quote, reading
from hypothesis import strategies as st

from dragoman.model.records import Event, Reading
from dragoman.model.register import Judgement
from dragoman.model.text import DateRange

_DAYS = [f"2024-03-{day:02}" for day in (4, 5, 6, 7, 8, 12, 14, 29)] + ["2024-04-01", "2024-05-03"]
_DATES = [None, None, *_DAYS, "2024-03-04/2024-03-06", "2024-03-05/2024-03-07", "2024-03", "2024"]
_PLACES = [None, None, ("Баку", "AZ"), ("Астана", "KZ"), ("Алматы", "KZ"), ("Ташкент", "UZ"), ("Минск", None)]
_WHO = [*PERSONS, "KZ", "AZ", "UZ", "OTS"]
_PARTS = {
    "VISIT": ("visitor", "host"),
    "MEETING": ("participant", "participant", "participant"),
    "SIGNING": ("signatory", "signatory"),
    "SUMMIT_OR_BODY_SESSION": ("participant", "participant", "organiser"),
    "CONGRATULATION_OR_CONDOLENCE": ("sender", "recipient"),
    "APPOINTMENT": ("member",),
}


@st.composite
def events(draw: st.DrawFn) -> Event:
    type_ = draw(st.sampled_from([*_PARTS, "VISIT", "MEETING", "SUMMIT_OR_BODY_SESSION"]))
    parts = _PARTS[type_][: draw(st.integers(1, 3))]
    who = [draw(st.sampled_from(_WHO)) for _ in parts]
    more: dict[str, Any] = {"place": draw(st.sampled_from(_PLACES))} if draw(st.booleans()) else {}
    if type_ == "SIGNING":
        more["document"] = draw(st.sampled_from([None, "Договор о дружбе", "Соглашение о торговле"]))
    if type_ == "SUMMIT_OR_BODY_SESSION":
        more["body"] = draw(st.sampled_from([None, "саммит глав государств", "деловой совет"]))
    return event(
        type_,
        *(party(w, p) for w, p in zip(who, parts, strict=True)),
        date=draw(st.sampled_from(_DATES)),
        status=draw(st.sampled_from(["occurred", "occurred", "ongoing", "planned", "cancelled"])),
        frame=draw(st.sampled_from(["news", "news", "background"])),
        within=draw(st.sampled_from([None, None, 0, 1])),
        visit_kind=draw(st.sampled_from([None, "state", "working"])),
        **more,
    )


_REAL = (
    event("VISIT", party("tokayev", "visitor"), party("AZ", "host"), date="2024-03-05/2024-03-06"),
    event("VISIT", party("bektenov", "visitor"), party("AZ", "host"), date="2024-03-07"),
    event("VISIT", party("aliyev", "visitor"), party("UZ", "host"), date="2024-03-06"),
    event("MEETING", party("tokayev"), party("aliyev"), date="2024-03-05", place=("Баку", "AZ")),
    event("MEETING", party("nurtleu"), party("bayramov"), date="2024-03-06", place=("Баку", "AZ")),
    event("MEETING", party("tokayev"), party("mirziyoyev"), date="2024-03-07", place=("Ташкент", "UZ")),
    event("SIGNING", party("KZ", "signatory"), party("AZ", "signatory"), date="2024-03-06"),
    event(
        "SUMMIT_OR_BODY_SESSION",
        *(party(who) for who in ("tokayev", "aliyev", "nurtleu", "OTS")),
        date="2024-03-07/2024-03-08",
        place=("Ташкент", "UZ"),
        body="саммит глав государств",
    ),
)
"""What happened, of which articles tell in part: a visit with its meetings, a summit with its guests."""


@st.composite
def tellings(draw: st.DrawFn) -> Event:
    """One of those as an article may tell it: less sharply, in part, or looking back."""
    real = draw(st.sampled_from(_REAL))
    left_out = draw(st.integers(0, 3))
    who = [party(p.country or "", p.part) if draw(st.booleans()) else p for p in real.participants]
    changes: dict[str, Any] = {"participants": tuple(p for i, p in enumerate(who) if i != left_out)}
    if draw(st.booleans()):
        written = draw(st.sampled_from([None, None, "2024-03", "2024", "2024-03-06", "2024-03-07"]))
        changes["date"] = DateRange(written) if written else None
    if draw(st.booleans()):
        changes["place"] = None
    if draw(st.booleans()):
        changes["frame"] = draw(st.sampled_from(["news", "background"]))
        changes["status"] = draw(st.sampled_from(["occurred", "ongoing", "planned"]))
        changes["within"] = draw(st.sampled_from([None, 0, 1]))
    return msgspec.structs.replace(real, **changes)


def _others() -> st.SearchStrategy[Any]:
    return st.sampled_from(
        [
            claim(7, "tokayev", "AZ"),
            claim(7, "tokayev", "UZ"),
            document("Договор о дружбе", "KZ", "AZ"),
            document("договора о дружбе", "AZ", "KZ", signed="2005"),
            quote("Мы рады.", "aliyev"),
        ]
    )


@st.composite
def readings(draw: st.DrawFn, most: int = 7) -> tuple[Reading, ...]:
    """Up to `most` articles of one or two events each."""
    count = draw(st.integers(1, most))
    return tuple(
        reading(
            f"a{number}",
            draw(st.sampled_from([*_DAYS, *_DAYS, None])),
            *draw(st.lists(st.one_of(tellings(), tellings(), tellings(), events(), _others()), min_size=1, max_size=3)),
        )
        for number in range(count)
    )


@st.composite
def judgements(draw: st.DrawFn, among: tuple[Reading, ...]) -> tuple[Judgement, ...]:
    """A few decisions about the events of these readings."""
    told = [(r.key, "event", e.evidence[0].text) for r in among for e in r.events]
    if not told:
        return ()
    made = []
    for number in range(draw(st.integers(0, 3))):
        decision = draw(st.sampled_from(["same", "same", "different", "wrong", "corrected"]))
        targets = draw(st.lists(st.sampled_from(told), min_size=1, max_size=2, unique=True))
        made.append(judgement(number, decision, *targets))
    if made and draw(st.booleans()):
        made.append(msgspec.structs.replace(judgement(9, "undo"), value=made[0].id))
    return tuple(made)


def judgement(number: int, decision: str, *targets: tuple[str, str, str], **more: Any) -> Judgement:
    """A decision of an invented desk officer."""
    if decision == "corrected" and not more:
        more = {"field": "date", "value": "2024-03-05"}
    name = hashlib.sha256(f"{number}{decision}".encode()).hexdigest()[:8]
    return Judgement(
        id=name, decision=decision, targets=targets, author="desk", at=f"2024-06-01T00:00:0{number}", **more
    )
