"""An estate whose staff are on WeCom: a robot or the AI bot in the group, the application in private; owners elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI

from bot.app import App
from bot.cli.serving import Opened
from bot.cli.telegram import Telegram
from bot.cli.wechat import Wechat
from bot.cli.wecom import Wecom
from bot.config import load
from bot.outbox.delivery import Channel, Pace
from bot.roster import roster_of, sync
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Switchboard, TelegramDouble
from bot.simulation.platforms.wechat import WechatDouble
from bot.simulation.platforms.wecom import Group, LongLine, Phone, Voice, WecomDouble
from bot.simulation.platforms.wecom.double import AES_KEY, TOKEN
from bot.simulation.platforms.wecom.longline import BOT_ID, BOT_SECRET
from nlp.understand import load as load_understander
from storage import Storage
from tests.loops.conftest import MORNING, Clock, Estate, code_in
from tests.loops.two_platforms import Attentive

TELEGRAM_TOKEN = "7000001:TEST-secret_of_the_bot"


@dataclass
class Premises:
    """`estate` has the Telegram side and the clock; `works` is 工程群 with its robot, `line` the AI bot's."""

    estate: Estate
    wechat: WechatDouble
    wecom: WecomDouble
    line: LongLine
    works: Group
    li: Voice
    manager: Voice

    async def staffed(self) -> None:
        """刘经理 joins with the first code in the application's chat, and invites 老李."""
        await self.manager.says(f"/start {self.estate.code(self.manager.name)}")
        await self.manager.hears(self.manager.name)
        await self.manager.says(f"邀请 {self.li.name}")
        code = code_in((await self.manager.hears("/start")).text, "start")
        await self.li.says(f"/start {code}")
        await self.li.hears(self.li.name)

    async def bot_bound(self) -> None:
        """The group is bound to the AI bot with a one-time code, by @mention."""
        await self.manager.says("绑定 工程群")
        code = code_in((await self.manager.hears("/bind")).text, "bind")
        await self.line.online.wait()
        await self.line.calls(self.manager, f"/bind {code}", inside=self.works)
        await self.works.hears("工程群")

    def phone(self, who: Voice | None) -> Phone:
        return Phone(self.wecom, who)


def environment(folder: Path, origins: Mapping[str, str], works: Group, *, robot: bool) -> dict[str, str]:
    """As an administrator would set it."""
    wecom = works.state
    robots = {"HUIYIN_WECOM_ROBOT_FACILITIES": f"{origins['wecom']}/cgi-bin/webhook/send?key={works.key}"}
    return {
        "HUIYIN_MEDIA": str(folder / "media"),
        "HUIYIN_PUBLIC_URL": "https://desk.example",
        "HUIYIN_SECRET_KEY": "a-long-key-for-tests-and-nothing-else",
        "HUIYIN_TELEGRAM_TOKEN": TELEGRAM_TOKEN,
        "HUIYIN_TELEGRAM_API": origins["telegram"],
        "HUIYIN_TELEGRAM_SECRET": "s3cret",
        "HUIYIN_WECHAT_APP_ID": "wx0000000000000001",
        "HUIYIN_WECHAT_APP_SECRET": "app-secret-of-the-double",
        "HUIYIN_WECHAT_TOKEN": "wordForWechat",
        "HUIYIN_WECHAT_AES_KEY": AES_KEY,
        "HUIYIN_WECHAT_API": origins["wechat"],
        "HUIYIN_WECOM_CORP_ID": wecom.corp_id,
        "HUIYIN_WECOM_AGENT_ID": wecom.agent_id,
        "HUIYIN_WECOM_SECRET": wecom.secret,
        "HUIYIN_WECOM_TOKEN": TOKEN,
        "HUIYIN_WECOM_AES_KEY": AES_KEY,
        "HUIYIN_WECOM_API": origins["wecom"],
        **(
            robots
            if robot
            else {
                "HUIYIN_WECOM_BOT_ID": BOT_ID,
                "HUIYIN_WECOM_BOT_SECRET": BOT_SECRET,
                "HUIYIN_WECOM_BOT_URL": origins["line"],
            }
        ),
    }


@asynccontextmanager
async def premises(folder: Path, *, robot: bool) -> AsyncIterator[Premises]:
    """`robot`: 工程群 has a robot, else the AI bot."""
    clock, switchboard = Clock(MORNING), Switchboard()
    telegram = switchboard.register(TelegramDouble(TELEGRAM_TOKEN, now=clock))
    wechat, wecom = WechatDouble(now=clock), WecomDouble(now=clock)
    line = LongLine(wecom.state)
    li, manager = wecom.member("laoli", "老李"), wecom.member("liujl", "刘经理")
    works = wecom.group("工程群", li, manager)
    async with AsyncExitStack() as stack:
        origins = {
            "telegram": await stack.enter_async_context(serving(switchboard.app)),
            "wechat": await stack.enter_async_context(serving(wechat.app)),
            "wecom": await stack.enter_async_context(serving(wecom.app)),
            "line": await stack.enter_async_context(line.serving()),
        }
        settings = load(None, environment(folder, origins, works, robot=robot))
        storage = Storage.fresh(folder / "desk.db")
        stack.callback(storage.close)
        with storage.begin() as work:
            sync(work, settings.communities[0], roster_of(settings.communities[0]))
            work.commit()
        opened: list[Opened] = [
            Telegram(settings),
            Wechat(settings, storage, clock),
            Wecom(settings, storage, clock),
        ]
        channels: Sequence[Channel] = [one.channel for one in opened]
        for channel in channels:
            channel.pace = Pace()  # the clock stands still while messages go
        server = Attentive(App(settings, storage, load_understander()), channels, clock)
        estate = Estate(telegram, server, clock, server.arrived)
        loops = [loop for one in opened for loop in one.open(server)]
        doors = FastAPI()
        for router in server.doors:
            doors.include_router(router)
        for double in (wechat, wecom):
            double.lead_to(doors)
        telegram.lead_webhook_to(doors)
        await server.start()
        running = [asyncio.create_task(loop) for loop in loops]
        yield Premises(estate, wechat, wecom, line, works, li, manager)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await wechat.close()
        await server.stop()
        for one in opened:
            await one.close()
