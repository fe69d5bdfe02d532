"""A channel that writes down what it sends, and fails as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import DeliveryError, Pace

Sent = tuple[str, str, str]
"""The chat, the text, and the platform's id of the message that was edited."""


@dataclass
class RecordingChannel:
    """`failures` are raised one a sending, for the texts they are filed under. Groups' chats end with 群."""

    name: str = "console"
    account: str = "desk"
    pace: Pace = field(default_factory=Pace)
    failures: dict[str, list[Exception]] = field(default_factory=dict)
    stuck: dict[str, asyncio.Event] = field(default_factory=dict)
    """Chats that answer only when their event is set."""
    sent: list[Sent] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    on_send: Callable[[], None] = lambda: None

    async def send(self, message: Outgoing, platform_id: str) -> str:
        self.asked.set()
        self.on_send()
        if message.to.chat in self.stuck:
            await self.stuck[message.to.chat].wait()
        if self.failures.get(message.text):
            raise self.failures[message.text].pop(0)
        self.sent.append((message.to.chat, message.text, platform_id))
        self.arrived.set()
        return f"p{len(self.sent)}"

    async def fetch(self, attachment: Attachment) -> bytes:
        raise DeliveryError("nothing to fetch", permanent=True)

    def is_group(self, address: Address) -> bool:
        return address.chat.endswith("群")

    def texts(self) -> Sequence[str]:
        return [text for _, text, _ in self.sent]

    async def until(self, count: int) -> None:
        """Waits until so many messages were sent."""
        while len(self.sent) < count:
            self.arrived.clear()
            await self.arrived.wait()
