"""JSON: one array of objects. Beside the listing's fields each object has `sources`, its sentences one by one."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.exports.rows import rows_of
from dragoman.views.listing import Listing, SourceRow

SUFFIX = ".json"


def render(listing: Listing) -> bytes:
    """The listing as UTF-8 JSON, indented by two, keys in the listing's order."""
    sources: dict[str, list[SourceRow]] = {}
    for row in listing.sources:
        sources.setdefault(row.record, []).append(row)
    objects = [{**row, "sources": _without_record(sources.get(str(row.get("id")), []))} for row in rows_of(listing)]
    return msgspec.json.format(msgspec.json.encode(objects), indent=2) + b"\n"


def _without_record(rows: list[SourceRow]) -> list[dict[str, Any]]:
    return [{name: value for name, value in msgspec.structs.asdict(row).items() if name != "record"} for row in rows]
