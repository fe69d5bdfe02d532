"""锦绣花园 as config.yaml ships it, and tickets of its people."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.config import load
from bot.desk.calendar import calendar_of
from bot.desk.ticket import Ticket
from bot.messages import Address

COMMUNITY = load(Path(__file__).parents[2] / "config.yaml", {}).community("jinxiu")
CALENDAR = calendar_of(COMMUNITY)


def at(written: str) -> datetime:
    """ "2026-03-04 10:00" in the community's zone, as UTC."""
    return datetime.fromisoformat(written).replace(tzinfo=COMMUNITY.zone).astimezone(UTC)


def shown(instant: datetime | None) -> str:
    """Back again: what a person reads on the wall clock."""
    return instant.astimezone(COMMUNITY.zone).strftime("%m-%d %H:%M") if instant else "-"


def a_ticket(**changes: Any) -> Ticket:
    """An ordinary repair of 王女士, registered on Wednesday 2026-03-04 at 10:00."""
    told: dict[str, Any] = {
        "id": 1,
        "community": "jinxiu",
        "number": "BX260304-001",
        "kind": "repair",
        "category": "facilities",
        "topic": "lamp",
        "cause": "equipment",
        "urgency": "normal",
        "grade": None,
        "text": "客厅灯不亮",
        "language": "zh-Hans",
        "origin": Address("console", "demo", "王女士"),
        "opened_at": at("2026-03-04 10:00"),
    }
    return Ticket(**(told | changes))
