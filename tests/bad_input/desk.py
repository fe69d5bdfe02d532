"""What the tests of this folder do with a desk, and look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import get_args

from bot.channels.console.channel import address_of
from bot.desk.ticket import Ticket
from bot.messages import Attachment, Incoming
from bot.outbox.ports import OutboxState
from bot.simulation import Simulation
from bot.transcripts.stage import Received

CONFIG = Path(__file__).parents[2] / "config.yaml"
MORNING = datetime.fromisoformat("2026-03-04T10:00:00+08:00")
LEAK = "厨房水槽下面的水管一直在滴水，麻烦派人来看看"


class Desk:
    """A simulation; every incoming is remembered, to be brought again."""

    def __init__(self, stage: Simulation) -> None:
        self.stage = stage
        self.brought: list[Incoming] = []
        stage.on_incoming = self.brought.append

    async def write(self, person: str, text: str, media: tuple[str, ...] = ()) -> list[Received]:
        """What this person received in answer, once the pause was over."""
        before = len(self.stage.received())
        await self.stage.write(person, text, media)
        await self.stage.end_story()
        return [received for received in self.stage.received()[before:] if received.to == person]

    async def tap(self, person: str, label: str, group: str | None = None) -> list[Received]:
        """Taps the latest button of that label which the person sees."""
        token, key = self.button(group or person, label)
        return await self.tap_token(person, token, key, group)

    async def tap_token(
        self, person: str, token: str, key: str = "1", group: str | None = None
    ) -> list[Received]:
        before = len(self.stage.received())
        await self.stage.tap(person, token, key, group)
        return [received for received in self.stage.received()[before:] if received.to == person]

    def button(self, chat: str, label: str) -> tuple[str, str]:
        """Token and message key of the latest button of that label in a chat."""
        for received in reversed(self.stage.received()):
            if received.to == chat and label in received.buttons:
                return received.tokens[received.buttons.index(label)], received.key
        raise LookupError(f"no button {label} in {chat}")

    async def bring(self, incoming: Incoming) -> bool:
        """As a platform that hands something over; False where it was there already."""
        taken = self.stage.app.handle(incoming, self.stage.present)
        await self.stage.deliver()
        return taken

    def text_of(self, person: str, key: str, text: str, attachments: Sequence[Attachment] = ()) -> Incoming:
        at = self.stage.present
        return Incoming(
            address_of(person), key, "text", person, at, text=text, attachments=tuple(attachments)
        )

    @property
    def tickets(self) -> Sequence[Ticket]:
        with self.stage.app.storage.begin() as work:
            return work.tickets.recent(self.stage.community.id, 1000)

    @property
    def queued(self) -> int:
        """How many messages were ever put into the outbox."""
        with self.stage.app.storage.begin() as work:
            return len(work.queue.listing(get_args(OutboxState), 100_000))
