"""The running desk: channels in, timers, delivery out, in one asyncio loop and one process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from fastapi import APIRouter

from bot.app import App
from bot.desk.errors import TicketMissing
from bot.jobs import scheduler
from bot.jobs.media import Fetching
from bot.jobs.pruning import Pruning
from bot.jobs.undelivered import note_undelivered
from bot.messages import Incoming, Outgoing
from bot.outbox.carrying import Carrier
from bot.outbox.delivery import Channel
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.ports import Envelope
from bot.outbox.serving import Delivery
from bot.web.metrics import Figures
from storage import UnitOfWork

log = structlog.get_logger()
STALLED = timedelta(seconds=30)
INBOX_EVERY = timedelta(seconds=30)
MOST_TIMERS = 500
"""A tick, so that after a pause of the machine doors and delivery are not kept waiting for all of them."""


class Server:
    """`doors` are the routers of channels that platforms call; `loops` the channels that ask by themselves."""

    def __init__(self, app: App, channels: Sequence[Channel], clock: Callable[[], datetime]) -> None:
        self.app = app
        self.clock = clock
        self.wake = asyncio.Event()
        self.channels = {(c.name, c.account): c for c in channels}
        self.dispatcher: Dispatcher[UnitOfWork] = Dispatcher(
            app.storage.begin,
            [Carrier(channel, self.channels, app.settings.media) for channel in channels],
            owner=app.conversation.ids(),
            on_dead=self._gave_up,
        )
        self.doors: list[APIRouter] = []
        self.figures = Figures(self._unsent, self._unhandled)
        self._pruning = Pruning(app.storage.begin)
        self._ticked: datetime | None = None
        self._inbox_at: datetime | None = None
        self._running: list[asyncio.Task[None]] = []

    def take(self, batch: Sequence[Incoming]) -> None:
        """What a door received: kept when this returns, and mostly answered already."""
        self.app.take(batch, self.clock())
        for incoming in batch:
            self.figures.taken.labels(incoming.address.channel).inc()
        self.wake.set()

    def tick(self) -> None:
        """Once a second: timers, and now and then messages that could not be handled before."""
        now = self.clock()
        rung = self.app.ring(now, MOST_TIMERS)
        if self._inbox_at is None or now - self._inbox_at >= INBOX_EVERY:
            self._inbox_at = now
            rung += self.app.retry_inbox(now)
        self._ticked = now
        self._prune(now)
        if rung:
            self.figures.rung.inc(rung)
            self.wake.set()

    def _prune(self, now: datetime) -> None:
        try:
            self._pruning.step(now)
        except Exception:  # what is old may stay; what is due may not wait for it
            log.exception("pruning_failed", action="pruning_failed")

    def missing(self) -> list[str]:
        """What keeps it from being ready."""
        found = []
        try:
            if not self.app.storage.schema_current():
                found.append("schema")
        except Exception:  # whatever it is, the database cannot be used
            found.append("database")
        if self._ticked is None or self.clock() - self._ticked > STALLED:
            found.append("jobs")
        return found

    async def start(self) -> None:
        """Ticker, delivery and media, as tasks of this loop."""
        if self.app.storage.single_process:
            with self.app.storage.begin() as work:
                work.queue.abandon(self.clock())
                work.commit()
        self._ticker = scheduler.ticking(self.tick)
        self._ticker.start()
        self.tick()
        self._run(Delivery(self.dispatcher, self.clock, self.wake).run())
        media = Fetching(self.app.storage.begin, self.channels, self.app.settings.media)
        self._run(media.run(self.clock))

    def _run(self, job: Coroutine[Any, Any, None]) -> None:
        self._running.append(asyncio.create_task(job))

    async def stop(self) -> None:
        self._ticker.shutdown(wait=False)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _unsent(self) -> dict[str, int]:
        with self.app.storage.read() as work:
            return dict(work.queue.unsent())

    def _unhandled(self) -> dict[str, int]:
        with self.app.storage.read() as work:
            return dict(work.inbox.unhandled())

    def unreached(self, message: Outgoing, reason: str) -> None:
        """A message is held until its owner writes again: staff see it on the ticket, and phone."""
        now = self.clock()
        with self.app.storage.begin() as work:
            if not _is_to_its_owner(work, message):
                return
            envelope = Envelope(0, message, "held", now, now, now)
            note_undelivered(self.app.conversation, work, envelope, reason, now)
            work.commit()
        self.wake.set()

    def _gave_up(self, work: UnitOfWork, envelope: Envelope, reason: str) -> None:
        note_undelivered(self.app.conversation, work, envelope, reason, self.clock())


def _is_to_its_owner(work: UnitOfWork, message: Outgoing) -> bool:
    if message.ticket_id is None:
        return False
    try:
        return work.tickets.get(message.ticket_id).origin == message.to
    except TicketMissing:
        return False
