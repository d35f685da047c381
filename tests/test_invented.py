"""Eight short articles with direct speech, in states and by persons that do not exist.

A letter, an interview, a briefing, a Telegram post, a headline with a colon, a bundle signed, a visit cancelled,
a call.
"""

from __future__ import annotations

import pytest
from tests import event_rows, rows
from tests.cases import DATA, KB, Case, Want, cases, each, having

from dragoman.kb.check import check

INVENTED = cases(DATA / "invented", DATA / "invented", KB)


def test_the_folder_of_invented_states_is_sound() -> None:
    """It is the documented example of a user's own rows, so the checker finds nothing in it."""
    assert check(KB) == ()


@pytest.mark.parametrize("case", having(INVENTED, "noise"))
def test_noise(case: Case) -> None:
    """Stamps, counters, picture names and subscribe lines are noise; the article is not."""
    rows.check_noise(case)


@pytest.mark.parametrize("case", having(INVENTED, "outlet"))
def test_outlet(case: Case) -> None:
    """Which outlet published, or that none is named."""
    rows.check_outlet(case)


@pytest.mark.parametrize("case", having(INVENTED, "relay"))
def test_relay(case: Case) -> None:
    """The press service is a relay."""
    rows.check_relay(case)


@pytest.mark.parametrize("case", having(INVENTED, "occasion"))
def test_occasion(case: Case) -> None:
    """Said in an interview, and to whom."""
    rows.check_occasion(case)


@pytest.mark.parametrize(("case", "want"), each(INVENTED, "roles"))
def test_role(case: Case, want: Want) -> None:
    """Whom each title, pronoun and name means."""
    rows.check_role(case, want)


@pytest.mark.parametrize(("case", "want"), each(INVENTED, "events"))
def test_event(case: Case, want: Want) -> None:
    """Each event: type, status, parties, place, date; told twice, it is one."""
    event_rows.check_event(case, want)


@pytest.mark.parametrize("case", having(INVENTED, "never"))
def test_no_other_events(case: Case) -> None:
    """Thanks and oral congratulations make no event; nothing else is invented."""
    event_rows.check_never(case)


@pytest.mark.parametrize(("case", "want"), each(INVENTED, "quotes"))
def test_quote(case: Case, want: Want) -> None:
    """Quoted words whole and verbatim, and who said them."""
    rows.check_quote(case, want)


@pytest.mark.parametrize("case", having(INVENTED, "only_quotes"))
def test_no_other_quotes(case: Case) -> None:
    """Nothing else is given as quoted."""
    rows.check_quotes_are_all(case)


@pytest.mark.parametrize("case", having(INVENTED, "groups"))
def test_groups(case: Case) -> None:
    """The paragraph whose mark was opened again goes on with the same words."""
    rows.check_groups(case)


@pytest.mark.parametrize(("case", "want"), each(INVENTED, "reported"))
def test_reported_speech(case: Case, want: Want) -> None:
    """Reported speech and its speaker."""
    rows.check_reported(case, want)


@pytest.mark.parametrize(("case", "want"), each(INVENTED, "claims"))
def test_claim(case: Case, want: Want) -> None:
    """Counted assertions."""
    rows.check_claim(case, want)


@pytest.mark.parametrize("case", INVENTED, ids=lambda case: case.name)
def test_attested(case: Case) -> None:
    """Every value rests on words of the article."""
    rows.check_attested(case)
