"""The desk on a database file, fed by the platform. Every step is reported as a beat, so that it can be killed there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App
from bot.channels.console.channel import address_of
from bot.config import Settings
from bot.conversation.ear import Understands
from bot.messages import Incoming
from bot.outbox.dispatcher import Dispatcher
from storage import Storage
from tests.crash import world
from tests.crash.platform import FileChannel, Ledger, Row

Beat = Callable[[], None]
AFTERWARDS = timedelta(days=2)
"""How long the clock runs on at the end: drafts, promises and escalations come due."""
AGAIN_EVERY = 7
"""The platform brings every so-many-th message once more."""


class BeatingCursor:
    """Passes everything on, with a beat before and after."""

    def __init__(self, cursor: Any, beat: Beat) -> None:
        self._cursor = cursor
        self._beat = beat
        self.fetchall = cursor.fetchall
        self.close = cursor.close

    @property
    def rowcount(self) -> int:
        return int(self._cursor.rowcount)

    def execute(self, query: Any, params: Any = (), /) -> Any:
        self._beat()
        self._cursor.execute(query, params)
        self._beat()

    def executemany(self, query: Any, params: Any, /) -> Any:
        self._beat()
        self._cursor.executemany(query, params)
        self._beat()


class Desk:
    """One life of the process."""

    def __init__(
        self, folder: Path, settings: Settings, understander: Understands, seed: int, beat: Beat
    ) -> None:
        self._seed = seed
        self._deeds = Ledger(folder / "deeds.jsonl")
        self._acknowledged = Ledger(folder / "acknowledged.jsonl")
        self._delivered = Ledger(folder / "delivered.jsonl")
        storage = Storage(f"sqlite:///{folder / 'desk.db'}")
        driver = storage.begin().driver
        driver.cursor = BeatingCursor(driver.cursor, beat)
        self.app = App(settings, storage, understander)
        groups = [group.name for group in settings.communities[0].groups.values()]
        channel = FileChannel(self._delivered, groups)
        self.dispatcher = Dispatcher(storage.begin, [channel], owner="desk")

    def come_back(self) -> None:
        """As a restart: leases of the dead process are freed, the platform brings what was not acknowledged."""
        now = world.now(self._deeds.rows)
        with self.app.storage.begin() as work:
            work.queue.abandon(now)
            work.commit()
        known = {row["key"] for row in self._acknowledged.rows}
        for deed in list(self._deeds.rows):
            if deed["key"] not in known:
                self._bring(deed)

    def live_on(self) -> None:
        """The next thing that somebody does; on the platform's disk before the desk hears of it."""
        deed = world.next_deed(self._seed, self._deeds.rows, self._delivered.rows)
        self._deeds.add(deed)
        self._bring(deed)
        if len(self._deeds.rows) % AGAIN_EVERY == 0:
            self._bring(self._deeds.rows[len(self._deeds.rows) // 2])

    def finish(self) -> datetime:
        """Lets the clock run on until nothing is due before the end; returns that end."""
        end = world.now(self._deeds.rows) + AFTERWARDS
        while (due := self.app.next_due()) is not None and due <= end:
            self._work(max(due, world.now(self._deeds.rows)))
        self._work(end)
        return end

    def _bring(self, deed: Row) -> None:
        now = world.now(self._deeds.rows)
        if deed["do"] != "wait":
            self.app.take([_incoming(deed)], now)
        self._acknowledged.add({"key": deed["key"]})
        self._work(now)

    def _work(self, now: datetime) -> None:
        self.app.ring(now)
        asyncio.run(self.dispatcher.deliver_due(now))


def _incoming(deed: Row) -> Incoming:
    tap = deed["do"] == "tap"
    return Incoming(
        address=address_of(deed["chat"]),
        key=deed["key"],
        kind="tap" if tap else "text",
        sender=deed["who"],
        at=datetime.fromisoformat(deed["at"]),
        private=deed["chat"] == deed["who"],
        sender_name=deed["who"],
        text=deed.get("text", ""),
        token=deed.get("token", ""),
        tap=deed["key"] if tap else "",
    )
