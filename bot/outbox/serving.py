"""The loop that keeps sending, for `serve`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.outbox.dispatcher import Account, Dispatcher
from bot.outbox.ports import Envelope

log = structlog.get_logger(__name__)

IN_FLIGHT = 32
"""Messages of one account that may be on their way at once."""
HORIZON = timedelta(seconds=1)
POLL = 2.0
"""Seconds after which it looks without being woken: another process may have queued something."""
SOONEST = 0.03
"""Seconds before it looks again while the account's own limit keeps messages back."""
LAST_WORDS = 5.0
"""Seconds that messages on their way are given when the server stops."""


class Delivery:
    """Runs until it is cancelled. `wake` is set by whoever queued something; `clock` tells the time."""

    def __init__(
        self, dispatcher: Dispatcher[Any], clock: Callable[[], datetime], wake: asyncio.Event
    ) -> None:
        self._dispatcher = dispatcher
        self._clock = clock
        self._wake = wake
        self._sending: dict[Account, set[asyncio.Task[None]]] = {key: set() for key in dispatcher.accounts}

    async def run(self) -> None:
        try:
            while True:
                self._wake.clear()
                await self._rest(self._step())
        finally:
            await self._finish()

    def _step(self) -> float:
        """Starts what may go; returns the seconds until it should look again."""
        try:
            self.start_due()
            now = self._clock()
            due = self._dispatcher.next_due(now)
        except Exception:  # the database may be back at the next look; messages must not stop for good
            log.exception("delivery_failed")
            return POLL
        return POLL if due is None else min(POLL, max(SOONEST, (due - now).total_seconds()))

    def start_due(self) -> int:
        """Starts what may go now, without waiting for it; returns how many."""
        return sum(self._start(key, sending) for key, sending in self._sending.items())

    def _start(self, key: Account, sending: set[asyncio.Task[None]]) -> int:
        free = IN_FLIGHT - len(sending)
        if free <= 0:
            return 0
        claimed = self._dispatcher.claim(key, self._clock(), limit=free, horizon=HORIZON)
        for envelope, slot in claimed:
            task = asyncio.create_task(self._send_at(slot, envelope))
            sending.add(task)
            task.add_done_callback(sending.discard)
            task.add_done_callback(self._sent)
        return len(claimed)

    async def _send_at(self, slot: datetime, envelope: Envelope) -> None:
        pause = (slot - self._clock()).total_seconds()
        if pause > 0:
            await asyncio.sleep(pause)
        await self._dispatcher.deliver(envelope, self._clock)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._wake.set()  # the chat's next message may go
        if not task.cancelled() and (error := task.exception()):
            log.error("delivery_broke_off", error=repr(error))  # the end of the lease brings the message back

    async def _rest(self, pause: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await self._wake.wait()

    async def _finish(self) -> None:
        sending = [task for tasks in self._sending.values() for task in tasks]
        if sending:
            _, late = await asyncio.wait(sending, timeout=LAST_WORDS)
            for task in late:
                task.cancel()
