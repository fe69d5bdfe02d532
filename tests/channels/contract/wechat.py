"""An official account. Its messages cannot be changed: an edit is told to whom it answers. Texts hold 2048 bytes, and of
messages that nobody waits for only five may follow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from typing_extensions import override

from bot.messages import Address, Incoming
from tests.channels.contract.platform import Platform, Shown
from tests.channels.wechat.office import Office, open_office

SEND = "/cgi-bin/message/custom/send"
BUSY, UNFOLLOWED = 45009, 43004


class Wechat(Platform):
    sentences = 100
    edits = False

    def __init__(self, office: Office, folder: Path) -> None:
        super().__init__(office.channel, office.storage, office.clock, folder)
        self._office = office
        self._wang = office.wechat.follower("王女士")
        self._wang.follower.open("message", office.clock())

    @property
    @override
    def chat(self) -> Address:
        return Address("wechat", self.channel.account, self._wang.openid)

    @property
    @override
    def kept(self) -> Sequence[Incoming]:
        return self._office.kept

    @override
    async def says(self, text: str) -> None:
        await self._brought(self._wang.says(text))

    @override
    async def sends_photo(self, content: bytes) -> None:
        await self._brought(self._wang.sends_photo(content))

    @override
    async def taps(self, label: str) -> None:
        await self._brought(self._wang.taps(label))

    @override
    async def brings_again(self) -> None:
        await (await self._wang.brings_again())

    @override
    def seen(self) -> list[Shown]:
        return [Shown(seen.text, seen.picture) for seen in self._wang.seen()]

    @override
    def throttles(self) -> float:
        self._office.wechat.refuse(SEND, BUSY)
        return 3600

    @override
    def refuses(self) -> None:
        self._office.wechat.refuse(SEND, UNFOLLOWED)

    async def _brought(self, act: object) -> None:
        """The request waits for the answers, which go out with it."""
        self._office.answers, self.answers = self.answers, []
        assert asyncio.iscoroutine(act)
        await (await act)
        await self._office.rests()


@asynccontextmanager
async def wechat(folder: Path) -> AsyncIterator[Wechat]:
    async with open_office(folder, patience=0.1) as office:
        yield Wechat(office, folder)
