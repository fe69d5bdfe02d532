"""WeCom's three ways: the application in private, a group's robot, the AI bot in a group.

A robot only sends: people write to the application, its buttons stand on a page, and a change is a new line. The AI bot
gets pictures in private only.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from typing_extensions import override

from bot.messages import Address, Incoming
from bot.outbox.delivery import Channel
from bot.simulation.platforms.wecom import Phone
from bot.simulation.platforms.wecom.voices import Ear
from tests.channels.contract.platform import Platform, Shown
from tests.channels.wecom.bot_office import BotOffice, open_bot_office
from tests.channels.wecom.office import ROBOT, Office, open_office

TOO_FAST, GONE, NO_ROBOT, NOBODY = 45009, 81013, 93000, 40003
SEND, POST, SAY = "/cgi-bin/message/send", "/cgi-bin/webhook/send", "aibot_send_msg"


class Application(Platform):
    sentences = 150
    _path = SEND
    _gone = GONE

    def __init__(self, office: Office, channel: Channel) -> None:
        super().__init__(channel, office.storage, office.clock, office.media)  # type: ignore[arg-type]
        self._office = office
        self._li = office.wecom.member("laoli", "老李")
        self._last: Mapping[str, str] = {}

    @property
    @override
    def chat(self) -> Address:
        return Address("wecom", self.channel.account, self._li.userid)

    @property
    @override
    def kept(self) -> Sequence[Incoming]:
        return self._office.kept

    @override
    async def says(self, text: str) -> None:
        before = len(self.kept)
        self._last = await self._li.says(text)
        await self.answered(before)

    @override
    async def sends_photo(self, content: bytes) -> None:
        self._last = await self._li.sends_photo(content)

    @override
    async def taps(self, label: str) -> None:
        before = len(self.kept)
        self._last = await self._li.taps(label)
        await self.answered(before)

    @override
    async def brings_again(self) -> None:
        await self._li.brings(dict(self._last))

    @override
    def seen(self) -> list[Shown]:
        """A card that was updated shows its last state."""
        screen: dict[str, Shown] = {}
        for number, seen in enumerate(self._ear.all_heard()):
            screen[seen.task or str(number)] = Shown(seen.text, seen.content)
        return list(screen.values())

    @property
    def _ear(self) -> Ear:
        return self._li

    @override
    def throttles(self) -> float:
        self._office.wecom.refuse(self._path, TOO_FAST)
        return 60

    @override
    def refuses(self) -> None:
        self._office.wecom.refuse(self._path, self._gone)


class Robot(Application):
    edits = False
    _path = POST
    _gone = NO_ROBOT

    @property
    @override
    def chat(self) -> Address:
        return Address("wecom", self.channel.account, ROBOT)

    @property
    @override
    def _ear(self) -> Ear:
        return self._office.works.ear

    @override
    async def taps(self, label: str) -> None:
        before, phone = len(self.kept), Phone(self._office.wecom, self._li)
        await phone.opens(self._office.works.link())
        await phone.taps(label)
        await self.answered(before)


class Bot(Application):
    sentences = 1000
    _path = SAY
    _gone = NOBODY

    def __init__(self, bot: BotOffice) -> None:
        super().__init__(bot.office, bot.channel)
        self._bot = bot

    @property
    @override
    def chat(self) -> Address:
        return Address("wecom", self.channel.account, f"group:{self._office.works.id}")

    @property
    @override
    def _ear(self) -> Ear:
        return self._office.works.ear

    @override
    async def says(self, text: str) -> None:
        before = len(self.kept)
        self._frame = await self._bot.line.calls(self._li, text, inside=self._office.works)
        await self._bot.arrived.get()
        await self.answered(before)

    @override
    async def sends_photo(self, content: bytes) -> None:
        await self._bot.sends_sealed(self._li, content)

    @override
    async def taps(self, label: str) -> None:
        before = len(self.kept)
        await self._bot.taps(self._li, label, inside=True)
        await self.answered(before)

    @override
    async def brings_again(self) -> None:
        """Frames are heard in their order: the next one shows that this one was."""
        await self._bot.line.brings("aibot_msg_callback", self._frame)


@asynccontextmanager
async def application(folder: Path) -> AsyncIterator[Application]:
    async with open_office(folder) as office:
        yield Application(office, office.channel)


@asynccontextmanager
async def robot(folder: Path) -> AsyncIterator[Robot]:
    async with open_office(folder) as office:
        yield Robot(office, office.channel)


@asynccontextmanager
async def bot(folder: Path) -> AsyncIterator[Bot]:
    async with open_office(folder) as office, open_bot_office(office) as opened:
        found = Bot(opened)
        await found.says("你好")  # where it was never called it may not speak
        office.kept.clear()
        yield found
