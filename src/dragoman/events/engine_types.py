"""The type that kinds and the engine share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Frames = Mapping[str, Any]
"""A kind's word lists by name, as its file in lang/ru/frames has them."""
