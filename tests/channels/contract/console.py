"""The console: no platform at all, so its faults are the listener's, and files are in the media folder already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from typing_extensions import override

from bot.channels.console.channel import NAME, ConsoleChannel, address_of
from bot.messages import Address, Arrival, Attachment, Incoming, Outgoing
from bot.outbox.delivery import DeliveryError
from tests.channels.clock import Clock
from tests.channels.contract.platform import OwnInbox, Shown


class Console(OwnInbox):
    splits = False

    def __init__(self, clock: Clock, folder: Path) -> None:
        super().__init__(ConsoleChannel(self._listens, frozenset()), clock, folder)
        self._screen: dict[str, Outgoing] = {}
        self._faults: list[DeliveryError] = []

    def _listens(self, message: Outgoing, key: str) -> None:
        if self._faults:
            raise self._faults.pop()
        self._screen[key] = message

    @property
    @override
    def chat(self) -> Address:
        return address_of("王女士")

    @override
    async def says(self, text: str) -> None:
        await self._does("text", text=text)

    @override
    async def sends_photo(self, content: bytes) -> None:
        (self.folder / "in.jpg").write_bytes(content)
        await self._does("text", attachments=(Attachment("photo", path="in.jpg"),))

    @override
    async def taps(self, label: str) -> None:
        shown = [button for one in self._screen.values() for row in one.buttons for button in row]
        await self._does("tap", token=next(button.token for button in shown if button.label == label))

    @override
    async def brings_again(self) -> None:
        self.take([self._last])

    @override
    def seen(self) -> list[Shown]:
        found = []
        for message in self._screen.values():
            found += [Shown(picture=(self.folder / one.path).read_bytes()) for one in message.attachments]
            found.append(Shown(message.text))
        return found

    @override
    def throttles(self) -> float:
        self._faults.append(DeliveryError("busy", retry_after=30))
        return 30

    @override
    def refuses(self) -> None:
        self._faults.append(DeliveryError("gone", permanent=True))

    @override
    async def content(self, attachment: Attachment) -> bytes:
        return (self.folder / attachment.path).read_bytes()

    async def _does(
        self, kind: Arrival, *, text: str = "", token: str = "", attachments: tuple[Attachment, ...] = ()
    ) -> None:
        before = len(self.kept)
        key = f"m{before}"
        self._last = Incoming(
            self.chat, key, kind, "王女士", self.clock(), text=text, token=token, attachments=attachments
        )
        self.take([self._last])
        await self.answered(before)


@asynccontextmanager
async def console(folder: Path) -> AsyncIterator[Console]:
    found = Console(Clock(), folder)
    assert found.channel.name == NAME
    yield found
    found.storage.close()
