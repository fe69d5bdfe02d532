"""The return visit (回访) as a value: what was asked and answered, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

VisitState = Literal["planned", "asked", "answering", "phone", "done", "unreached", "dropped"]
Solved = Literal["solved", "partly", "not"]


@dataclass(slots=True)
class Visit:
    """One round of questions about a finished ticket. Scores are 1–5; a silent owner has none."""

    id: int
    ticket_id: int
    community: str
    round: int
    number: int
    """1 for the first visit of a round, 2 for the second look (emergencies)."""
    state: VisitState
    due_at: datetime
    asked_at: datetime | None = None
    way: str = ""
    """chat, phone or in person; the channel's name is on the timeline."""
    by_name: str = ""
    solved: Solved | None = None
    speed: int | None = None
    result: int | None = None
    attitude: int | None = None
    words: str = ""
    reason: str = ""
    ended_at: datetime | None = None
    version: int = 0
