"""What people decided, as the merge uses it: who is the same, who is not, what is wrong, what is corrected.

A judgement names an item by article key, kind and quoted words, so it survives a re-reading and a change of ids.
Conventions: `same` and `different` hold between all their targets; `wrong` takes an item out; `corrected` puts `value`
in place of `field`; `undo` withdraws the judgement whose id is its `value`. A later judgement overrules an earlier one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import msgspec

from dragoman.model.records import Event, Place
from dragoman.model.register import Judgement
from dragoman.model.text import DateRange, first_day
from dragoman.register.items import Item

Target = tuple[str, str, str]

CORRECTABLE = ("type", "status", "frame", "visit_kind", "occasion", "document", "body", "count", "date", "place")
"""Fields of an event that a `corrected` judgement can set; an empty `value` empties the field."""


@dataclass(frozen=True)
class Rulings:
    """The standing judgements, sorted for use.

    `links`: two targets and whether they are the same, oldest first. `wrong`: targets taken out.
    `corrections`: for a target, its corrected fields.
    """

    links: tuple[tuple[Target, Target, bool], ...] = ()
    wrong: frozenset[Target] = frozenset()
    corrections: Mapping[Target, Mapping[str, str]] = field(default_factory=dict)

    @property
    def articles(self) -> frozenset[str]:
        """Keys of the articles that any standing judgement is about."""
        linked = (target for one, other, _ in self.links for target in (one, other))
        return frozenset(target[0] for target in (*linked, *self.wrong, *self.corrections))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, oldest first: without those undone, and without the undoing itself."""
    undone: set[str] = set()
    held: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.decision == "undo":
            undone.add(judgement.value or "")
        else:
            held.append(judgement)
    return tuple(reversed(held))


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """What the judgements come to. Raises ValueError on a decision or a field that does not exist."""
    links: list[tuple[Target, Target, bool]] = []
    wrong: set[Target] = set()
    corrections: dict[Target, dict[str, str]] = defaultdict(dict)
    given = tuple(judgements)
    for judgement in given:
        check(judgement)
    for judgement in standing(given):
        if judgement.decision in ("same", "different"):
            same = judgement.decision == "same"
            links.extend((one, other, same) for one, other in combinations(judgement.targets, 2))
        elif judgement.decision == "wrong":
            wrong.update(judgement.targets)
        else:
            for target in judgement.targets:
                corrections[target][judgement.field or ""] = judgement.value or ""
    return Rulings(links=tuple(links), wrong=frozenset(wrong), corrections=corrections)


def check(judgement: Judgement) -> None:
    """Raise ValueError where a judgement cannot be carried out: unknown decision or field, a value that is no date."""
    if judgement.decision not in ("same", "different", "wrong", "corrected", "undo"):
        raise ValueError(f"judgement {judgement.id}: no decision {judgement.decision!r}")
    if judgement.decision == "undo" and not judgement.value:
        raise ValueError(f"judgement {judgement.id}: an undo names the undone judgement in its value")
    if judgement.decision == "corrected":
        if judgement.field not in CORRECTABLE:
            raise ValueError(f"judgement {judgement.id}: no field {judgement.field!r} to correct")
        _check_value(judgement)


def _check_value(judgement: Judgement) -> None:
    try:
        if judgement.value:
            _parsed(judgement.field or "", judgement.value)
    except ValueError as error:
        raise ValueError(f"judgement {judgement.id}: {judgement.value!r} is no {judgement.field}") from error


def names(target: Target, item: Item) -> bool:
    """Whether a target means this item: same article and kind, and its quoted words hold the evidence or lie in it.

    The kind may be an event's type as well, where one sentence attests a meeting and a signing.
    """
    article, kind, quoted = target
    kinds = (item.kind, item.value.type) if isinstance(item.value, Event) else (item.kind,)
    if article != item.article or kind not in kinds:
        return False
    said = " ".join(quoted.split())
    return any(said in words or words in said for e in item.evidence if (words := " ".join(e.text.split())))


def ruled(items: Sequence[Item], given: Rulings) -> tuple[Item, ...]:
    """The items of one reading as the judgements leave them."""
    return tuple(
        _corrected(item, given) for item in items if not any(names(target, item) for target in sorted(given.wrong))
    )


def _corrected(item: Item, given: Rulings) -> Item:
    fields: dict[str, str] = {}
    for target in sorted(given.corrections):
        if names(target, item):
            fields.update(given.corrections[target])
    if not fields or not isinstance(item.value, Event):
        return item
    changes = {name: _parsed(name, value) if value else None for name, value in fields.items()}
    value = msgspec.structs.replace(item.value, **changes)
    return Item(item.kind, item.index, value, item.reading, judged=frozenset(fields))


def _parsed(name: str, value: str) -> object:
    """A corrected value from its printed form: a date as `2024-03-11/2024-03-12`, a place as `Баку (AZ)`."""
    if name == "date":
        start, _, end = value.partition("/")
        for day in (start, end or start):
            first_day(day)
        return DateRange(start, end or None)
    if name == "place":
        town, _, country = value.partition(" (")
        return Place(name=town, country=country.rstrip(")") or None)
    return int(value) if name == "count" else value
