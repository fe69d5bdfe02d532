"""The cast of the texts' tests: one ticket, changed where a test needs it, and voices to speak with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.desk.ticket import Ticket
from bot.messages import Address
from bot.texts.voice import Voice
from bot.texts.words import Words
from nlp.understanding import Language, Place

ZONE = ZoneInfo("Asia/Shanghai")
WORDS = Words()
ROOM = Place(building="3", unit="2", floor="15", room="1501", text="3栋2单元1501")
OWNER = Address("console", "desk", "王女士")


def at(day: int, clock: str, *, month: int = 3, year: int = 2026) -> datetime:
    """A time of March 2026 in the community, as aware UTC."""
    hour, minute = map(int, clock.split(":"))
    return datetime(year, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


NOW = at(4, "10:00")


def voice(language: Language = "zh-Hans", now: datetime = NOW) -> Voice:
    return Voice(WORDS, language, now, ZONE)


def a_ticket(**changes: Any) -> Ticket:
    """王女士's leak of Wednesday morning."""
    facts: dict[str, Any] = {
        "id": 1,
        "community": "jinxiu",
        "number": "BX260304-001",
        "kind": "repair",
        "category": "facilities",
        "group": "facilities",
        "topic": "pipe.leak",
        "cause": "equipment",
        "urgency": "urgent",
        "grade": None,
        "text": "厨房漏水",
        "language": "zh-Hans",
        "origin": OWNER,
        "opened_at": NOW,
        "resident_id": 1,
        "resident_name": "王女士",
        "phone": "13800138001",
        "verified": True,
        "place": ROOM,
        "place_text": "3栋2单元1501",
        "at_home": True,
    }
    return Ticket(**{**facts, **changes})


def a_complaint(**changes: Any) -> Ticket:
    facts: dict[str, Any] = {
        "id": 2,
        "number": "TS260304-002",
        "kind": "complaint",
        "category": "security",
        "group": "security",
        "topic": "guard.absent",
        "cause": "quality",
        "urgency": "normal",
        "grade": "minor",
        "text": "北门晚上没有保安",
    }
    return a_ticket(**{**facts, **changes})
