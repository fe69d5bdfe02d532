"""A desk with nothing but an outbox: queues messages and delivers them at given times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.messages import Address, Outgoing
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.ports import Envelope, OutboxState
from storage import Storage, UnitOfWork
from tests.outbox.recording_channel import RecordingChannel

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
WANG = Address("console", "desk", "王女士")
HE = Address("console", "desk", "小何")
ENGINEERS = Address("console", "desk", "工程群")


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


class PostOffice:
    def __init__(self, *channels: RecordingChannel, **settings: Any) -> None:
        self.storage = Storage.memory()
        self.told: list[tuple[str, str]] = []
        self.channels = channels
        self.dispatcher = Dispatcher(
            self.storage.begin, channels, on_dead=self._tell, lease=LEASE, **settings
        )

    def _tell(self, work: UnitOfWork, envelope: Envelope, reason: str) -> None:
        self.told.append((envelope.message.text, reason))
        if not envelope.message.text.startswith("未送达"):
            work.outbox.put([Outgoing(ENGINEERS, f"未送达:{envelope.message.text}")], envelope.put_at)

    def put(self, *messages: Outgoing, at: datetime = NOW) -> None:
        with self.storage.begin() as work:
            work.outbox.put(messages, at)
            work.commit()

    def listing(self, *states: OutboxState) -> list[Envelope]:
        with self.storage.read() as work:
            return list(work.queue.listing(states, 100))

    def next_due(self, now: datetime = NOW) -> datetime | None:
        with self.storage.read() as work:
            return work.queue.next_due(now)

    async def deliver(self, after: float = 0.0) -> int:
        return await self.dispatcher.deliver_due(NOW + seconds(after))
