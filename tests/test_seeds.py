"""The two articles that the project began with: each row of what they must give. Skipped where they are not at hand.

They lie in `seeds/` of the folder `$DRAGOMAN_SHARED`, or of `shared` beside the checkout. The tests point into them
by short anchors only (tests/data/seeds/*.yaml).
"""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest
from tests import event_rows, rows
from tests.cases import DATA, Case, Want, cases, each, having

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[2] / "shared")
WANTED = cases(DATA / "seeds", SHARED / "seeds", None)
SEEDS = [case for case in WANTED if case.file.is_file()]
ABSENT = len(WANTED) - len(SEEDS)
MISSING = f"{ABSENT} of {len(WANTED)} seed articles skipped: not in {SHARED / 'seeds'} (set $DRAGOMAN_SHARED)"

if ABSENT:
    warnings.warn(MISSING, stacklevel=1)
if not SEEDS:
    pytest.skip(MISSING, allow_module_level=True)


@pytest.mark.parametrize("case", having(SEEDS, "noise"))
def test_noise(case: Case) -> None:
    """Stamps, counters, picture names and subscribe lines are noise; the article is not."""
    rows.check_noise(case)


@pytest.mark.parametrize("case", having(SEEDS, "section"))
def test_section(case: Case) -> None:
    """The section name over the stamp."""
    rows.check_section(case)


@pytest.mark.parametrize("case", having(SEEDS, "published"))
def test_published(case: Case) -> None:
    """Date and time of the stamp."""
    rows.check_published(case)


@pytest.mark.parametrize("case", having(SEEDS, "outlet"))
def test_outlet(case: Case) -> None:
    """Which outlet published, or that none is named."""
    rows.check_outlet(case)


@pytest.mark.parametrize("case", having(SEEDS, "relay"))
def test_relay(case: Case) -> None:
    """The press service is a relay."""
    rows.check_relay(case)


@pytest.mark.parametrize("case", having(SEEDS, "perspective"))
def test_perspective(case: Case) -> None:
    """Whose side tells."""
    rows.check_perspective(case)


@pytest.mark.parametrize("case", having(SEEDS, "occasion"))
def test_occasion(case: Case) -> None:
    """Said in an interview, and to whom."""
    rows.check_occasion(case)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "roles"))
def test_role(case: Case, want: Want) -> None:
    """Whom each title, pronoun and name means."""
    rows.check_role(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "visits"))
def test_visit(case: Case, want: Want) -> None:
    """The visit: whose, to where, of what character."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "meetings"))
def test_meeting(case: Case, want: Want) -> None:
    """The meeting of the two."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "summits"))
def test_summit(case: Case, want: Want) -> None:
    """The summit ahead: by whom it is organised, and no place that the text does not give."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize("case", having(SEEDS, "never"))
def test_no_other_events(case: Case) -> None:
    """Thanks and oral congratulations make no event; nothing else is invented."""
    event_rows.check_never(case)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "quotes"))
def test_quote(case: Case, want: Want) -> None:
    """Quoted words whole and verbatim, and who said them."""
    rows.check_quote(case, want)


@pytest.mark.parametrize("case", having(SEEDS, "only_quotes"))
def test_no_other_quotes(case: Case) -> None:
    """Nothing else is given as quoted."""
    rows.check_quotes_are_all(case)


@pytest.mark.parametrize("case", having(SEEDS, "groups"))
def test_groups(case: Case) -> None:
    """The paragraph whose mark was opened again goes on with the same words."""
    rows.check_groups(case)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "reported"))
def test_reported_speech(case: Case, want: Want) -> None:
    """Reported speech and its speaker."""
    rows.check_reported(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "notices"))
def test_notice(case: Case, want: Want) -> None:
    """Marks that do not close are told."""
    rows.check_notice(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "claims"))
def test_claim(case: Case, want: Want) -> None:
    """Counted assertions."""
    rows.check_claim(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "documents"))
def test_document(case: Case, want: Want) -> None:
    """Documents and their acts."""
    rows.check_document(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "bodies"))
def test_body(case: Case, want: Want) -> None:
    """The standing body."""
    rows.check_body(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "projects"))
def test_project(case: Case, want: Want) -> None:
    """The joint project."""
    rows.check_project(case, want)


@pytest.mark.parametrize("case", having(SEEDS, "forums"))
def test_forums(case: Case) -> None:
    """Where the two states work together."""
    rows.check_forums(case)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "relations"))
def test_relation(case: Case, want: Want) -> None:
    """How the relations were characterised."""
    rows.check_relation(case, want)


@pytest.mark.parametrize(("case", "want"), each(SEEDS, "statements"))
def test_statement(case: Case, want: Want) -> None:
    """Thanks and congratulations as statements."""
    rows.check_statement(case, want)


@pytest.mark.parametrize("case", SEEDS, ids=lambda case: case.name)
def test_attested(case: Case) -> None:
    """Every value rests on words of the article."""
    rows.check_attested(case)
