"""The counting rules: rows of `rules.tsv`, and which of them serve a claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.model.records import Claim
from dragoman.model.register import CountingRule

_LISTS = ("kinds", "types", "statuses", "occasions", "characters")
_FLAGS = ("inferred", "once_a_day")


@lru_cache(maxsize=1)
def load_rules() -> tuple[CountingRule, ...]:
    """The package's rules, in the table's order.

    >>> [rule.code for rule in load_rules()][:3]
    ['all', 'stated', 'bilateral']
    """
    text = files("dragoman.audit").joinpath("rules.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(_rule(dict(zip(header, line.split("\t"), strict=True))) for line in lines[1:])


def _rule(row: dict[str, str]) -> CountingRule:
    values: dict[str, Any] = dict(row)
    values |= {name: tuple(filter(None, row[name].split("|"))) for name in _LISTS}
    values |= {name: row[name] == "yes" for name in _FLAGS}
    return CountingRule(**values)


def rules_for(claim: Claim, rules: Sequence[CountingRule]) -> tuple[CountingRule, ...]:
    """The rules that serve a claim, its default first; empty where none counts this kind.

    "Третий официальный визит" is counted by official visits first, then by the others.
    """
    words = (claim.what or "").casefold()
    serving = [rule for rule in rules if claim.kind in rule.kinds and rule.when in words]
    return tuple(sorted(serving, key=lambda rule: not rule.when))
