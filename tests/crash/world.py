"""What people do next: decided by a seed and by how much has happened, so that a run can be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.bench import town
from tests.crash.platform import Row

START = datetime.fromisoformat("2026-03-04T10:00:00+08:00")
OWNERS = 600
TAKER = "老李"
_TAPS = {"确认": "", "接单": TAKER}
"""Who taps: the owner in whose chat the button is, or a member of staff in the group."""


def next_deed(seed: int, deeds: Sequence[Row], delivered: Sequence[Row]) -> dict[str, Any]:
    """A report of an owner who has not written yet, a tap, or time that passes."""
    chance = Random(f"{seed}:{len(deeds)}")  # noqa: S311 - repeatable on purpose
    pause = timedelta(seconds=chance.choice([1, 4, 30, 200, 700]))
    deed = {"key": f"d{len(deeds)}", "at": (now(deeds) + pause).isoformat()}
    choice = chance.random()
    button = _button(deeds, delivered) if choice < 0.4 else None
    if button is not None:
        return deed | button
    if choice < 0.9:
        return deed | _report(sum(each["do"] == "write" for each in deeds))
    return deed | {"do": "wait"}


def now(deeds: Sequence[Row]) -> datetime:
    return datetime.fromisoformat(deeds[-1]["at"]) if deeds else START


def _report(n: int) -> dict[str, Any]:
    incoming = next(town.messages(1, START, first=n))
    return {"do": "write", "who": incoming.sender, "chat": incoming.sender, "text": incoming.text}


def _button(deeds: Sequence[Row], delivered: Sequence[Row]) -> dict[str, Any] | None:
    """The oldest button of some use that nobody has tapped."""
    tapped = {deed["token"] for deed in deeds if deed["do"] == "tap"}
    for message in delivered:
        for label, token in message["buttons"]:
            if label in _TAPS and token not in tapped:
                who = _TAPS[label] or message["to"]
                return {"do": "tap", "who": who, "chat": message["to"], "token": token}
    return None
