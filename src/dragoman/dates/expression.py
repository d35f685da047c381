"""What a time expression of a text means."""

from __future__ import annotations

import msgspec

from dragoman.model.text import DateRange, Span


class DateExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and the days it means, never sharper than the words.

    `date` None: the words give no date that can be known (no publication date, "за последние годы").
    `kind`:
      `point`        a day, month, part of a year, year, decade or century;
      `range`        from one day, month or year to another ("20–21 октября", "с 1992 по 2022 год");
      `window`       a stretch looked back over (or ahead), for counts: "за последние три года", "с 2019 года";
      `deadline`     a bound that something ends or is due by: "до 2030 года", "к концу года"; `date` is the bound;
      `programme`    the years of a plan or programme: "на 2022–2026 годы";
      `duration`     a length without a place in time: "в течение трёх лет";
      `same-window`  a window named before or elsewhere: "за тот же период"; `date` the year it is moved to, or None.
    `vague`: the edges are not sharp. `time`: clock time beside the date, `HH:MM`. `rule`: the idea that took it.
    `alternatives`: other readings, best first: for words without a year or week, the nearest date on the other
    side of the publication date, so that a caller can choose by the tense of the verb.
    """

    span: Span
    rule: str
    date: DateRange | None = None
    kind: str = "point"
    vague: bool = False
    time: str | None = None
    alternatives: tuple[DateRange, ...] = ()
