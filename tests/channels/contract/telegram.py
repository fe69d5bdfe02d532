"""Telegram, by long polling."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from typing_extensions import override

from bot.channels.telegram.client import Client
from bot.channels.telegram.outbound import TelegramChannel
from bot.channels.telegram.polling import Poller
from bot.messages import Address
from bot.outbox.delivery import Pace
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Switchboard, TelegramDouble, Voice
from bot.simulation.platforms.telegram.state import Json
from tests.channels.clock import Clock
from tests.channels.contract.platform import OwnInbox, Shown


class Telegram(OwnInbox):
    def __init__(self, double: TelegramDouble, client: Client, clock: Clock, folder: Path) -> None:
        super().__init__(TelegramChannel(client, folder, Pace()), clock, folder)
        self._double = double
        self._wang: Voice = double.person("王女士", started=True)
        self._poller = Poller(client, self.take, clock, wait=0)

    @property
    @override
    def chat(self) -> Address:
        return Address("telegram", self.channel.account, self._wang.id)

    @override
    async def says(self, text: str) -> None:
        await self._brought(await self._wang.says(text))

    @override
    async def sends_photo(self, content: bytes) -> None:
        await self._brought(await self._wang.sends_photo(content=content))

    @override
    async def taps(self, label: str) -> None:
        await self._brought(await self._wang.taps(label))

    @override
    async def brings_again(self) -> None:
        await self._double.redeliver(self._update)
        await self._poller.step()

    @override
    def seen(self) -> list[Shown]:
        now = [self._wang.now(seen) for seen in self._wang.all_heard() if seen.deed == "message"]
        return [Shown(seen.text, self._picture(seen.json)) for seen in now]

    @override
    def throttles(self) -> float:
        self._double.refuse("sendMessage", 429, "Too Many Requests: retry after 30", retry_after=30)
        return 30

    @override
    def refuses(self) -> None:
        self._double.refuse("sendMessage", 403, "Forbidden: bot was blocked by the user")

    def _picture(self, message: Json) -> bytes:
        """The largest of its sizes."""
        sizes = {size["width"]: size["file_id"] for size in message.get("photo", ())}
        return self._double.state.files[sizes[max(sizes)]].content if sizes else b""

    async def _brought(self, update: Json) -> None:
        self._update, before = update, len(self.kept)
        await self._poller.step()
        await self.answered(before)


@asynccontextmanager
async def telegram(folder: Path) -> AsyncIterator[Telegram]:
    clock, switchboard = Clock(), Switchboard()
    double = switchboard.register(TelegramDouble("7000001:TEST-secret_of_the_bot", now=clock))
    async with serving(switchboard.app) as origin:
        client = Client(double.state.token, origin)
        found = Telegram(double, client, clock, folder)
        yield found
        await client.close()
        found.storage.close()
