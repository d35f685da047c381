"""The rows of the table of what an article must give, checked alike on the seeds, on their twins and on other articles.

A row is a key of an expectation file; a list has one check an entry. How the files point into a text: tests/cases.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.cases import Case, Want, sentences, spot

from dragoman.model.actors import Mention
from dragoman.model.records import (
    Body,
    Claim,
    Document,
    Event,
    Evidence,
    Forum,
    Project,
    Quote,
    Reading,
    Relation,
    Statement,
)
from dragoman.model.text import Span

Attested = Event | Claim | Document | Body | Project | Forum | Relation | Statement


# source


def check_noise(case: Case) -> None:
    """All that is not article is noise, and no word of the article is."""
    noise, text = case.reading.noise, case.text
    for anchor in case.want["noise"]:
        place = spot(text, anchor)
        assert any(span.holds(place) for span in noise), f"not seen as noise: {anchor}"
    for anchor in case.want["kept"]:
        place = spot(text, anchor)
        assert not any(span.meets(place) for span in noise), f"taken for noise: {anchor}"


def check_section(case: Case) -> None:
    """The section that the saved page prints over the date."""
    assert case.reading.section == case.want["section"]


def check_published(case: Case) -> None:
    """The publication date and time come from the stamp."""
    assert case.reading.published == case.want["published"]


def check_outlet(case: Case) -> None:
    """The outlet is the one that the text names, or none where only a press service is named."""
    outlet, want = case.reading.outlet, case.want["outlet"]
    got = None if outlet is None else {"id": outlet.id, "country": outlet.country, "how": outlet.how}
    assert got == want


def check_relay(case: Case) -> None:
    """The press service that the text names is a relay, with its country."""
    relays = [{"id": r.id, "kind": r.kind, "country": r.country} for r in case.reading.relays]
    assert relays == [case.want["relay"]]


def check_perspective(case: Case) -> None:
    """Whose side tells, and what that was told by."""
    side = case.reading.perspective
    assert side is not None
    assert {"country": side.country, "how": side.how} == case.want["perspective"]


def check_occasion(case: Case) -> None:
    """What the words were said at, and with whom."""
    occasion = case.reading.occasion
    assert occasion is not None
    assert {"kind": occasion.kind, "with": occasion.partner} == case.want["occasion"]


# mentions


def check_role(case: Case, want: Want) -> None:
    """A title, pronoun or name at one place means one person; `actor: null`: nobody, rather than the wrong one."""
    place = spot(case.text, want["at"])
    met = [m for m in case.reading.mentions if m.kind in ("person", "role", "pronoun") and _named_at(m, place)]
    assert met or want["actor"] is None, f"no mention at {want['at']}"
    shown = [(m.span.of(case.text), m.actor, m.rule, m.candidates) for m in met]
    assert {m.actor for m in met} <= {want["actor"]}, shown


def _named_at(mention: Mention, place: Span) -> bool:
    """Whether the name or the title beside it lies there."""
    return mention.span.meets(place) or (mention.title_span is not None and mention.title_span.meets(place))


# quotes


def check_quote(case: Case, want: Want) -> None:
    """Quoted words: whole, verbatim, of the right speaker; `sentences` counts them."""
    place = spot(case.text, want["words"])
    quote = _quote_at(case.reading, place)
    assert quote.span == place, f"quoted: {quote.text!r}"
    assert quote.text == place.of(case.text)
    assert quote.form == want.get("form", "direct"), quote
    assert quote.speaker is not None, quote
    assert (quote.speaker.actor or quote.speaker.name) == want["speaker"], quote.speaker
    if "sentences" in want:
        assert sentences(quote.text) == want["sentences"]
    if "cue" in want:
        assert quote.cue == want["cue"]


def _quote_at(reading: Reading, place: Span) -> Quote:
    met = [q for q in reading.quotes if q.form != "indirect" and q.span.meets(place)]
    assert len(met) == 1, [(q.form, q.text) for q in met] or "no quote there"
    return met[0]


def check_quotes_are_all(case: Case) -> None:
    """No other words are given as quoted."""
    places = [spot(case.text, want["words"]) for want in case.want["quotes"]]
    others = [q.text for q in case.reading.quotes if q.form != "indirect" and not any(q.span.meets(p) for p in places)]
    assert others == []


def check_groups(case: Case) -> None:
    """Pieces of one utterance share a group, and different utterances do not."""
    groups = [
        {_quote_at(case.reading, spot(case.text, words)).group for words in piece} for piece in case.want["groups"]
    ]
    assert all(len(group) == 1 for group in groups), groups
    assert len(set.union(*groups)) == len(groups), groups


def check_reported(case: Case, want: Want) -> None:
    """Reported speech is there as such, with its speaker."""
    place = spot(case.text, want["at"])
    met = [q for q in case.reading.quotes if q.form == "indirect" and q.span.meets(place)]
    assert met, f"no reported speech at {want['at']}"
    speakers = {q.speaker.actor or q.speaker.name for q in met if q.speaker}
    assert speakers == {want["speaker"]}, speakers
    if "cue" in want:
        assert want["cue"] in {q.cue for q in met}


def check_notice(case: Case, want: Want) -> None:
    """A doubtful mark is reported at its place."""
    place = spot(case.text, want["at"])
    assert [n for n in case.reading.notices if n.code == want["code"] and n.span and n.span.meets(place)], (
        case.reading.notices
    )


# claims


def check_claim(case: Case, want: Want) -> None:
    """A counted assertion: kind, value, whose, with whom, in what time, and who says it."""
    place = spot(case.text, want["at"])
    met = [c for c in case.reading.claims if c.kind == want["kind"] and any(e.span.meets(place) for e in c.evidence)]
    assert len(met) == 1, [(c.kind, c.value, c.evidence[0].text) for c in case.reading.claims]
    _check_count(met[0], want)
    _check_window(met[0], want)


def _check_count(claim: Claim, want: Want) -> None:
    for field in ("value", "comparator", "approx", "ordinal", "unit"):
        if field in want:
            assert getattr(claim, field) == want[field], (field, claim)
    for field in ("subject", "object"):
        if field in want:
            actor = getattr(claim, field)
            assert actor is not None, (field, claim)
            assert want[field] in (actor.actor, actor.country), (field, actor)
    if "says" in want:
        assert claim.says is not None, claim
        assert claim.says.actor == want["says"], claim.says
    if "derived" in want:
        assert claim.derived is not None, claim
        assert {"act": claim.derived.act, "date": claim.derived.date} == want["derived"], claim.derived


def _check_window(claim: Claim, want: Want) -> None:
    if "window" in want:
        window = claim.window
        assert window is not None, claim
        assert {"from": window.start, "to": window.end, "vague": window.vague} == want["window"], window


# things


def check_document(case: Case, want: Want) -> None:
    """A document that the text names: its parties and acts, dated only where the text dates them."""
    met = [d for d in case.reading.documents if any(e.span.meets(spot(case.text, want["at"])) for e in d.evidence)]
    assert len(met) == 1, case.reading.documents
    assert sorted(met[0].parties) == case.want["pair"], met[0]
    assert met[0].kind == want["kind"], met[0]
    assert [{"act": a.act, "date": a.date} for a in met[0].acts] == want["acts"], met[0]


def check_body(case: Case, want: Want) -> None:
    """A standing body that the text names, known to the knowledge base, with its acts."""
    met = [b for b in case.reading.bodies if any(e.span.meets(spot(case.text, want["at"])) for e in b.evidence)]
    assert len(met) == 1, case.reading.bodies
    assert met[0].code == want["code"], met[0]
    assert sorted(met[0].parties) == case.want["pair"], met[0]
    assert [{"act": a.act, "date": a.date} for a in met[0].acts] == want["acts"], met[0]


def check_project(case: Case, want: Want) -> None:
    """A joint project: who builds it, and where."""
    met = [p for p in case.reading.projects if any(e.span.meets(spot(case.text, want["at"])) for e in p.evidence)]
    assert len(met) == 1, case.reading.projects
    place = met[0].place
    assert (met[0].builder, place and place.name) == (want["builder"], want["place"]), met[0]
    assert sorted(met[0].parties) == case.want["pair"], met[0]


def check_forums(case: Case) -> None:
    """Organisations in which both states take part together, and no others."""
    got = {forum.code: sorted(forum.members) for forum in case.reading.forums}
    assert got == dict.fromkeys(case.want["forums"], case.want["pair"])


def check_relation(case: Case, want: Want) -> None:
    """A characterisation of the two states' relations, in somebody's words."""
    place = spot(case.text, want["at"])
    met = [r for r in case.reading.relations if any(e.span.meets(place) for e in r.evidence)]
    assert met, case.reading.relations
    for relation in met:
        assert sorted(relation.parties) == case.want["pair"], relation
        assert relation.says is not None, relation
        assert relation.says.actor == want["says"], relation


def check_statement(case: Case, want: Want) -> None:
    """Thanks or congratulation said at a meeting: who to whom."""
    place = spot(case.text, want["at"])
    met = [
        s for s in case.reading.statements if s.kind == want["kind"] and any(e.span.meets(place) for e in s.evidence)
    ]
    assert len(met) == 1, case.reading.statements
    assert met[0].speaker.actor == want["speaker"], met[0]
    assert want["to"] in {a.actor for a in met[0].addressees} | {a.country for a in met[0].addressees}, met[0]


# the whole


def check_attested(case: Case) -> None:
    """Every piece of evidence and every quote is the slice of the text at its span."""
    text, reading = case.text, case.reading
    evidence = list(_evidence(reading))
    assert evidence, "nothing was read"
    assert [e for e in evidence if e.where == "text" and e.span.of(text) != e.text] == []
    assert [q for q in reading.quotes if q.span.of(text) != q.text] == []


def _evidence(reading: Reading) -> Iterator[Evidence]:
    kinds: tuple[tuple[Attested, ...], ...] = (reading.events, reading.claims, reading.documents, reading.bodies)
    kinds += (reading.projects, reading.forums, reading.relations, reading.statements)
    for things in kinds:
        for thing in things:
            yield from thing.evidence
