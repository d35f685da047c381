"""The tenures against another data set: REIGN's leader of each month is one of our holders.

Differences that were looked into are in reign_decided.tsv: another spelling, no office of ours, one wrong month.
"""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.kb import KnowledgeBase, load_kb
from dragoman.model.text import DateRange, last_day

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or HERE.parents[2] / "shared")
REIGN = SHARED / "kb" / "reign_leaderlist_2021-03.csv"

STATES = {
    "RUS": "RU", "UKR": "UA", "BLR": "BY", "MLD": "MD", "EST": "EE", "LAT": "LV", "LIT": "LT", "GRG": "GE", "ARM": "AM",
    "AZE": "AZ", "KZK": "KZ", "UZB": "UZ", "TKM": "TM", "KYR": "KG", "TAJ": "TJ", "TUR": "TR", "CHN": "CN", "IRN": "IR",
    "USA": "US", "UKG": "GB", "FRN": "FR", "GFR": "DE", "GMY": "DE", "ITA": "IT", "JPN": "JP", "CAN": "CA",
}  # fmt: skip
ROLES = (
    "president",
    "prime_minister",
    "monarch",
    "supreme_leader",
    "speaker",
    "council_chair",
    "party_general_secretary",
)
FIRST, LAST = (1992, 1), (2021, 3)
"""From the first month after the Union to the last of the data set."""


def plain(name: str) -> str:
    """Letters alone, without marks: "Erdoğan" and "Erdogan" are one."""
    marked = unicodedata.normalize("NFD", name.lower().replace("ı", "i"))
    return re.sub("[^a-z]", "", marked)


def leaders() -> Iterator[tuple[str, str, int, int]]:
    """State, leader, year and month."""
    with REIGN.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            if row["stateabb"] in STATES:
                month = max((int(row["syear"]), int(row["smonth"])), FIRST)
                last = (int(row["eyear"]), int(row["emonth"])) if row["eyear"] else LAST
                while month <= last:
                    yield STATES[row["stateabb"]], row["leader"].strip(), *month
                    month = (month[0] + month[1] // 12, month[1] % 12 + 1)


def decided() -> dict[tuple[str, str, str], str]:
    """State, leader and month (empty: every one) → the person that is meant; empty: held no office of ours then."""
    with (HERE / "reign_decided.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["state"], row["leader"], row["month"]): row["person"] for row in rows}


def holders(kb: KnowledgeBase, state: str, year: int, month: int) -> set[str]:
    """Whoever held one of the offices on a day of the month."""
    days = DateRange(f"{year}-{month:02d}")
    return {
        tenure.person
        for role in ROLES
        for tenure in (*kb.holders(role, state, days.last), *kb.past_holders(role, state, days.last))
        if not tenure.valid_to or last_day(tenure.valid_to) >= days.first
    }


def names(kb: KnowledgeBase, person: str) -> str:
    row = kb.persons[person]
    return " ".join(plain(name) for name in (row.name_en, *row.aliases_en, person))


@pytest.mark.skipif(not REIGN.exists(), reason="the REIGN data set is not there")
def test_every_leader_of_every_month_is_a_holder() -> None:
    kb, known = load_kb(), decided()
    missing = []
    for state, leader, year, month in leaders():
        person = known.get((state, leader, ""), known.get((state, leader, f"{year}-{month:02d}")))
        if person == "":
            continue
        held = holders(kb, state, year, month)
        surname = plain(leader.split()[-1])
        if person not in held and not any(surname in names(kb, p) for p in held):
            missing.append(f"{state} {year}-{month:02d}: {leader}, ours: {', '.join(sorted(held))}")
    assert missing == []


@pytest.mark.skipif(not REIGN.exists(), reason="the REIGN data set is not there")
def test_no_decision_is_left_over() -> None:
    named = {(state, leader) for state, leader, _, _ in leaders()}
    assert {(state, leader) for state, leader, _ in decided()} <= named


def test_decided_persons_exist() -> None:
    assert {person for person in decided().values() if person} <= set(load_kb().persons)
