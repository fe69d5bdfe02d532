"""What was learned, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Lesson:
    """`weights` by `topic word` are all that was ever learned and kept, not only what this lesson added."""

    id: int
    at: datetime
    weights: dict[str, float]
    figures: dict[str, Any]
    """What was measured before it was put to use."""
    undone_at: datetime | None = None
