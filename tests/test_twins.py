"""Own-written twins of the two seed articles, in invented states: the seeds' rows on other words and sides."""

from __future__ import annotations

import pytest
from tests import event_rows, rows
from tests.cases import DATA, KB, Case, Want, cases, each, having

TWINS = cases(DATA / "twins", DATA / "twins", KB)


@pytest.mark.parametrize("case", having(TWINS, "noise"))
def test_noise(case: Case) -> None:
    """Stamps, counters, picture names and subscribe lines are noise; the article is not."""
    rows.check_noise(case)


@pytest.mark.parametrize("case", having(TWINS, "section"))
def test_section(case: Case) -> None:
    """The section name over the stamp."""
    rows.check_section(case)


@pytest.mark.parametrize("case", having(TWINS, "published"))
def test_published(case: Case) -> None:
    """Date and time of the stamp."""
    rows.check_published(case)


@pytest.mark.parametrize("case", having(TWINS, "outlet"))
def test_outlet(case: Case) -> None:
    """Which outlet published, or that none is named."""
    rows.check_outlet(case)


@pytest.mark.parametrize("case", having(TWINS, "relay"))
def test_relay(case: Case) -> None:
    """The press service is a relay."""
    rows.check_relay(case)


@pytest.mark.parametrize("case", having(TWINS, "perspective"))
def test_perspective(case: Case) -> None:
    """Whose side tells."""
    rows.check_perspective(case)


@pytest.mark.parametrize("case", having(TWINS, "occasion"))
def test_occasion(case: Case) -> None:
    """Said in an interview, and to whom."""
    rows.check_occasion(case)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "roles"))
def test_role(case: Case, want: Want) -> None:
    """Whom each title, pronoun and name means."""
    rows.check_role(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "visits"))
def test_visit(case: Case, want: Want) -> None:
    """The visit: whose, to where, of what character."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "meetings"))
def test_meeting(case: Case, want: Want) -> None:
    """The meeting of the two."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "summits"))
def test_summit(case: Case, want: Want) -> None:
    """The summit ahead: by whom it is organised, and no place that the text does not give."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize("case", having(TWINS, "never"))
def test_no_other_events(case: Case) -> None:
    """Thanks and oral congratulations make no event; nothing else is invented."""
    event_rows.check_never(case)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "quotes"))
def test_quote(case: Case, want: Want) -> None:
    """Quoted words whole and verbatim, and who said them."""
    rows.check_quote(case, want)


@pytest.mark.parametrize("case", having(TWINS, "only_quotes"))
def test_no_other_quotes(case: Case) -> None:
    """Nothing else is given as quoted."""
    rows.check_quotes_are_all(case)


@pytest.mark.parametrize("case", having(TWINS, "groups"))
def test_groups(case: Case) -> None:
    """The paragraph whose mark was opened again goes on with the same words."""
    rows.check_groups(case)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "reported"))
def test_reported_speech(case: Case, want: Want) -> None:
    """Reported speech and its speaker."""
    rows.check_reported(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "notices"))
def test_notice(case: Case, want: Want) -> None:
    """Marks that do not close are told."""
    rows.check_notice(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "claims"))
def test_claim(case: Case, want: Want) -> None:
    """Counted assertions."""
    rows.check_claim(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "documents"))
def test_document(case: Case, want: Want) -> None:
    """Documents and their acts."""
    rows.check_document(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "bodies"))
def test_body(case: Case, want: Want) -> None:
    """The standing body."""
    rows.check_body(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "projects"))
def test_project(case: Case, want: Want) -> None:
    """The joint project."""
    rows.check_project(case, want)


@pytest.mark.parametrize("case", having(TWINS, "forums"))
def test_forums(case: Case) -> None:
    """Where the two states work together."""
    rows.check_forums(case)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "relations"))
def test_relation(case: Case, want: Want) -> None:
    """How the relations were characterised."""
    rows.check_relation(case, want)


@pytest.mark.parametrize(("case", "want"), each(TWINS, "statements"))
def test_statement(case: Case, want: Want) -> None:
    """Thanks and congratulations as statements."""
    rows.check_statement(case, want)


@pytest.mark.parametrize("case", TWINS, ids=lambda case: case.name)
def test_attested(case: Case) -> None:
    """Every value rests on words of the article."""
    rows.check_attested(case)
