"""What a number of a text means."""

from __future__ import annotations

import msgspec

from dragoman.model.text import Span


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of a text in plain units (2 500 000 000, not 2.5).

    `span` covers comparator, numeral and unit; `count_span` the numeral with its magnitude alone ("2,5 млрд").
    `kind`: `cardinal`, `ordinal`, `collective` ("двое"), `multiple` ("вдвое", "дважды"), `anniversary` ("30-летие").
    `comparator`: `=`, `≈`, `>`, `≥`, `<`, `≤`. `approx`: the words come only near ("около", "порядка", "почти").
    `unit`: `percent`, `percentage_points`, an ISO currency code, `tonne`, `years`, `fold` (so many times as much),
    `times` (on so many occasions) or another unit of `number_words.yaml`; None where no unit stands there.
    `upto`: the upper end of a range ("2–3 млрд"), whose lower end is `value`; None otherwise.
    """

    span: Span
    value: float
    count_span: Span
    kind: str = "cardinal"
    comparator: str = "="
    approx: bool = False
    unit: str | None = None
    upto: float | None = None

    @property
    def ordinal(self) -> bool:
        """Whether it is a rank ("седьмой"), not an amount."""
        return self.kind == "ordinal"
