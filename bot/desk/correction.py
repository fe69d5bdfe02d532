"""What somebody put right of what the desk had understood (B09)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nlp.understanding import Evidence


@dataclass(frozen=True, slots=True)
class Correction:
    """`field` is "category", "urgency" or "cause"; `evidence` the words that had decided. `by_kind` is "staff" or
    "resident": an owner who was asked, and chose, corrects too. `old` and `new` may be the same: a guess confirmed."""

    ticket_id: int
    text: str
    field: str
    old: str
    new: str
    by_name: str
    at: datetime
    evidence: tuple[Evidence, ...] = ()
    by_kind: str = "staff"
