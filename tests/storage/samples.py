"""Values to store, with the cast's names."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.desk.people import Resident
from bot.desk.ticket import Ticket
from bot.messages import Address, Incoming, Outgoing
from nlp.understanding import Place
from storage import UnitOfWork

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
WANG_CHAT = Address("console", "desk", "王女士")
ENGINEERS_CHAT = Address("console", "desk", "工程群")
WANG_HOME = Place(building="3", unit="2", floor="15", room="1501", text="3栋2单元1501")


def wang(**changes: Any) -> Resident:
    """王女士 of 3栋2单元1501, on the roster."""
    known: dict[str, Any] = {"phone": "13800138001", "rostered": True, "homes": (WANG_HOME,)}
    return Resident(**{"id": 0, "community": "jinxiu", "name": "王女士", **known, **changes})


def leak(number: str = "BX20260304-001", **changes: Any) -> Ticket:
    """Her burst pipe."""
    required: dict[str, Any] = {
        "id": 0,
        "community": "jinxiu",
        "number": number,
        "kind": "repair",
        "category": "facilities",
        "topic": "pipe.burst",
        "cause": "equipment",
        "urgency": "emergency",
        "grade": None,
        "text": "厨房水管爆了,水漫到客厅",
        "language": "zh-Hans",
        "origin": WANG_CHAT,
        "opened_at": NOW,
    }
    return Ticket(**{**required, **changes})


def hello(key: str = "m1", **changes: Any) -> Incoming:
    return Incoming(
        **{"address": WANG_CHAT, "key": key, "kind": "text", "sender": "王女士", "at": NOW, **changes}
    )


def say(text: str, to: Address = WANG_CHAT, **changes: Any) -> Outgoing:
    return Outgoing(to, text, **changes)


def known_wang(work: UnitOfWork) -> Resident:
    return work.people.add_resident(wang())
