"""Buttons carry an opaque token; what they mean is kept in the database and looked up at every tap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.desk.ports import Buttons
from bot.messages import Button

Act = Mapping[str, Any]
Rows = Sequence[Sequence[tuple[str, Act]]]
"""Rows of (label, act); an act is a JSON object with the key "act"."""


class Keyboard:
    """Makes the buttons of messages. `ids` gives keys of at most 24 characters of A–Z, a–z, 0–9, - and _."""

    def __init__(self, buttons: Buttons, ids: Callable[[], str], now: datetime) -> None:
        self._buttons = buttons
        self.ids = ids
        self._now = now

    def make(self, rows: Rows) -> tuple[tuple[Button, ...], ...]:
        """Stores what the buttons of one message mean, in one row. No buttons, nothing stored."""
        acts = [act for row in rows for _, act in row]
        if not acts:
            return ()
        key = self.ids()
        self._buttons.put(key, acts, self._now)
        numbers = iter(range(len(acts)))
        return tuple(
            tuple(
                Button(label, f"{key}:{next(numbers)}", contact=act["act"] == "share_phone")
                for label, act in row
            )
            for row in rows
        )
