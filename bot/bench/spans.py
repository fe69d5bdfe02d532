"""Where a message's time goes: understanding, SQL, the commit, and the desk itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from time import perf_counter
from typing import Any

from bot.app import App
from bot.config import Settings
from bot.conversation.ear import Understands
from bot.messages import Incoming
from nlp.understanding import Understanding
from storage import Storage


@dataclass(slots=True)
class Spent:
    """Seconds."""

    nlp: float = 0.0
    statements: float = 0.0
    commit: float = 0.0
    whole: float = 0.0
    runs: int = 0

    def shares(self, messages: int) -> dict[str, float]:
        """Milliseconds a message; `desk` is conversation, desk, texts and rows made from them."""
        desk = self.whole - self.nlp - self.statements - self.commit
        parts = {"nlp": self.nlp, "desk": desk, "statements": self.statements, "commit": self.commit}
        return {name: round(seconds / messages * 1000, 4) for name, seconds in parts.items()}


class TimedUnderstander:
    """Implements bot.conversation.ear.Understands."""

    def __init__(self, understander: Understands, spent: Spent) -> None:
        self._understander = understander
        self._spent = spent

    def understand(self, text: str, now: datetime, zone: tzinfo) -> Understanding:
        start = perf_counter()
        found = self._understander.understand(text, now, zone)
        self._spent.nlp += perf_counter() - start
        return found


class TimedCursor:
    """Implements storage.driver.Cursor."""

    def __init__(self, cursor: Any, spent: Spent) -> None:
        self._cursor = cursor
        self._spent = spent
        self.fetchall = cursor.fetchall
        self.close = cursor.close

    @property
    def rowcount(self) -> int:
        return int(self._cursor.rowcount)

    def execute(self, query: Any, params: Any = (), /) -> Any:
        start = perf_counter()
        self._cursor.execute(query, params)
        took = perf_counter() - start
        if query == "COMMIT":
            self._spent.commit += took
        else:
            self._spent.statements += took
            self._spent.runs += 1

    def executemany(self, query: Any, params: Any, /) -> Any:
        start = perf_counter()
        self._cursor.executemany(query, params)
        self._spent.statements += perf_counter() - start
        self._spent.runs += 1


def measure(
    settings: Settings, storage: Storage, understander: Understands, batch: Sequence[Incoming]
) -> tuple[dict[str, float], float]:
    """Handles the messages; returns the shares and the number of statements a message."""
    spent = Spent()
    app = App(settings, storage, TimedUnderstander(understander, spent))
    driver = storage.begin().driver
    plain, driver.cursor = driver.cursor, TimedCursor(driver.cursor, spent)
    try:
        start = perf_counter()
        for incoming in batch:
            app.handle(incoming, incoming.at)
        spent.whole = perf_counter() - start
    finally:
        driver.cursor = plain
    return spent.shares(len(batch)), round(spent.runs / len(batch), 1)
