"""An estate with two platforms: owners on WeChat, staff on Telegram, one desk, one clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from typing_extensions import override

from bot.app import App
from bot.channels.telegram.client import Client
from bot.channels.telegram.outbound import TelegramChannel
from bot.channels.telegram.polling import Poller
from bot.cli.wechat import Wechat
from bot.config import load
from bot.messages import Incoming
from bot.outbox.delivery import Channel, Pace
from bot.roster import roster_of, sync
from bot.server import Server
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Group, Switchboard, TelegramDouble, Voice
from bot.simulation.platforms.wechat import Voice as Follower
from bot.simulation.platforms.wechat import WechatDouble
from nlp.understand import load as load_understander
from storage import Storage
from tests.loops.conftest import MORNING, Clock, Estate, bound, staffed


class Attentive(Server):
    """Says what has arrived, so that a test knows when to let time pass."""

    def __init__(self, app: App, channels: Sequence[Channel], clock: Clock) -> None:
        super().__init__(app, channels, clock)
        self.arrived: asyncio.Queue[Incoming] = asyncio.Queue()

    @override
    def take(self, batch: Sequence[Incoming]) -> None:
        super().take(batch)
        for incoming in batch:
            self.arrived.put_nowait(incoming)


@dataclass
class Both:
    """`estate` is the Telegram side and the clock."""

    estate: Estate
    wechat: WechatDouble

    async def tells(self, who: Follower, *pieces: str) -> list[asyncio.Task[str | None]]:
        """Pieces of one story on WeChat, and the pause after them; the requests, oldest first."""
        requests = []
        for piece in pieces:
            requests.append(await who.says(piece))
            await self.estate.arrival(piece)
        await self.estate.passes(seconds=4)
        return requests

    async def prepared(self) -> tuple[Voice, Group]:
        """老李 on the staff, the facilities group bound."""
        telegram = self.estate.telegram
        li, manager = telegram.person("老李"), telegram.person("刘经理")
        works = telegram.group("工程群", li, manager)
        await staffed(self.estate, manager, li)
        await bound(manager, manager, works, "工程群")
        return li, works


def environment(wechat: WechatDouble, origin: str, media: Path) -> Mapping[str, str]:
    """As an administrator would set it."""
    seal = wechat.line.seal
    return {
        "HUIYIN_MEDIA": str(media),
        "HUIYIN_WECHAT_APP_ID": wechat.state.app_id,
        "HUIYIN_WECHAT_APP_SECRET": wechat.state.secret,
        "HUIYIN_WECHAT_TOKEN": wechat.line.token,
        "HUIYIN_WECHAT_AES_KEY": seal.key if seal else "",
        "HUIYIN_WECHAT_API": origin,
    }


@asynccontextmanager
async def two_platforms(folder: Path) -> AsyncIterator[Both]:
    clock, switchboard = Clock(MORNING), Switchboard()
    telegram = switchboard.register(TelegramDouble("7000001:TEST-secret_of_the_bot", now=clock))
    wechat = WechatDouble(now=clock)
    storage = Storage.fresh(folder / "desk.db")
    async with serving(switchboard.app) as telegram_origin, serving(wechat.app) as wechat_origin:
        settings = load(None, environment(wechat, wechat_origin, folder / "media"))
        with storage.begin() as work:
            sync(work, settings.communities[0], roster_of(settings.communities[0]))
            work.commit()
        client = Client(telegram.state.token, telegram_origin)
        account = Wechat(settings, storage, clock)
        channels: list[Channel] = [TelegramChannel(client, settings.media, Pace()), account.channel]
        server = Attentive(App(settings, storage, load_understander()), channels, clock)
        estate = Estate(telegram, server, clock, server.arrived)
        loops = [*account.open(server), Poller(client, server.take, clock).run()]
        doors = FastAPI()
        for router in server.doors:
            doors.include_router(router)
        wechat.lead_to(doors)
        await server.start()
        running = [asyncio.create_task(loop) for loop in loops]
        yield Both(estate, wechat)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await wechat.close()
        await server.stop()
        await client.close()
        await account.close()
    storage.close()
