"""huiyin demo --channels: a second desk behind doubles of WeChat, WeCom and Telegram, and the page that shows the wire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import App, learned
from bot.cli.serving import Opened
from bot.cli.telegram import Telegram
from bot.cli.wechat import Wechat
from bot.cli.wecom import Wecom
from bot.clock import real_now
from bot.config import Settings
from bot.config.channels import WechatTemplate
from bot.config.loading import read_environment
from bot.roster import roster_of, sync
from bot.server import Server
from bot.simulation.channels.desk import DeskOnDoubles
from bot.simulation.channels.estate import TELEGRAM_TOKEN, WITH_BOT, Estate, seat, settled
from bot.simulation.channels.masking import Mask
from bot.simulation.channels.overhearing import LeadingLine, Overheard
from bot.simulation.channels.talk import Talk
from bot.simulation.channels.telegram_hands import TelegramHands
from bot.simulation.channels.wechat_hands import WechatHands
from bot.simulation.channels.wecom_hands import WecomHands
from bot.simulation.channels.wire import Wire
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Switchboard
from bot.simulation.platforms.wechat.double import AES_KEY, APP_ID, SECRET, TOKEN
from bot.simulation.platforms.wecom import Group
from bot.simulation.platforms.wecom import double as corporation
from bot.simulation.platforms.wecom.longline import BOT_ID, BOT_SECRET
from bot.web.doors import build
from storage import Storage

PUBLIC_URL = "https://desk.example"
"""Leads to the doors on loopback, as a proxy would."""
NEWS = WechatTemplate(
    id="DEMO-TEMPLATE", fields={"character_string1": "number", "thing2": "text", "time3": "time"}
)
_WORDS = {
    "HUIYIN_PUBLIC_URL": PUBLIC_URL,
    "HUIYIN_SECRET_KEY": "a key for a demo, and for nothing else",
    "HUIYIN_TELEGRAM_TOKEN": TELEGRAM_TOKEN,
    "HUIYIN_TELEGRAM_SECRET": "demo-webhook-secret",
    "HUIYIN_WECHAT_APP_ID": APP_ID,
    "HUIYIN_WECHAT_APP_SECRET": SECRET,
    "HUIYIN_WECHAT_TOKEN": TOKEN,
    "HUIYIN_WECHAT_AES_KEY": AES_KEY,
    "HUIYIN_WECOM_CORP_ID": corporation.CORP_ID,
    "HUIYIN_WECOM_AGENT_ID": corporation.AGENT_ID,
    "HUIYIN_WECOM_SECRET": corporation.SECRET,
    "HUIYIN_WECOM_TOKEN": corporation.TOKEN,
    "HUIYIN_WECOM_AES_KEY": corporation.AES_KEY,
    "HUIYIN_WECOM_BOT_ID": BOT_ID,
    "HUIYIN_WECOM_BOT_SECRET": BOT_SECRET,
}
SECRETS = [value for name, value in _WORDS.items() if name.endswith(("TOKEN", "SECRET", "KEY"))]


def running_clock(start: datetime) -> Callable[[], datetime]:
    """Begins at `start` and goes on as the real one does."""
    begun = real_now()
    return lambda: start + (real_now() - begun)


@asynccontextmanager
async def open_channels(settings: Settings, start: datetime) -> AsyncIterator[DeskOnDoubles]:
    """Everything on loopback, on a new database that is gone afterwards."""
    clock, community = running_clock(start), settings.communities[0]
    estate = settled(community, clock)
    words = _WORDS | {f"HUIYIN_WECOM_ROBOT_{key.upper()}": group.key for key, group in _with_robot(estate)}
    wire = Wire(Mask([*SECRETS, *(group.key for _, group in _with_robot(estate))]), real_now)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="huiyin-channels-")))
        words |= {**await _apis(estate, wire, stack), "HUIYIN_MEDIA": str(folder / "media")}
        settings = _with_keys(settings, words)
        storage = Storage.fresh(folder / "desk.db")
        stack.callback(storage.close)
        _seated(storage, settings, estate)
        server = await _running(settings, storage, clock, estate, wire, stack)
        yield _desk(server, estate, wire)


def _with_robot(estate: Estate) -> list[tuple[str, Group]]:
    return [(key, group) for key, group in estate.wecom_groups.items() if key != WITH_BOT]


async def _apis(estate: Estate, wire: Wire, stack: AsyncExitStack) -> Mapping[str, str]:
    """The doubles' APIs, each on a port of its own."""
    platforms = estate.platforms
    platforms.wechat.state.templates[NEWS.id] = tuple(NEWS.fields)
    switchboard = Switchboard(platforms.telegram)
    estate.line.watch = wire.frame
    if WITH_BOT in estate.wecom_groups:  # as if somebody had bound it with @回音 /bind …
        estate.line.chats.add(estate.wecom_groups[WITH_BOT].id)
    open_ = stack.enter_async_context
    return {
        "HUIYIN_WECHAT_API": await open_(serving(Overheard(platforms.wechat.app, wire, "wechat"))),
        "HUIYIN_WECOM_API": await open_(serving(Overheard(platforms.wecom.app, wire, "wecom"))),
        "HUIYIN_TELEGRAM_API": await open_(serving(Overheard(switchboard.app, wire, "telegram"))),
        "HUIYIN_WECOM_BOT_URL": await open_(estate.line.serving()),
    }


def _with_keys(settings: Settings, words: Mapping[str, str]) -> Settings:
    wechat = settings.channels.wechat.model_copy(
        update={"run": "auto", "certified": True, "templates": {"news": NEWS}}
    )
    channels = settings.channels.model_copy(update={"wechat": wechat})
    return replace(settings, channels=channels, environment=read_environment(words))


def _seated(storage: Storage, settings: Settings, estate: Estate) -> None:
    community = settings.communities[0]
    with storage.begin() as work:
        sync(work, community, roster_of(community))
        seat(work, community, estate)
        work.commit()


async def _running(
    settings: Settings,
    storage: Storage,
    clock: Callable[[], datetime],
    estate: Estate,
    wire: Wire,
    stack: AsyncExitStack,
) -> Server:
    opened: list[Opened] = [
        Telegram(settings),
        Wechat(settings, storage, clock),
        Wecom(settings, storage, clock),
    ]
    server = Server(App(settings, storage, learned(storage)), [one.channel for one in opened], clock)
    loops = [loop for one in opened for loop in one.open(server)]
    doors = await stack.enter_async_context(serving(build(server.missing, server.figures, server.doors)))
    _lead(estate, doors, wire)
    for one in opened:
        stack.push_async_callback(one.close)
    await server.start()
    stack.push_async_callback(server.stop)
    stack.push_async_callback(estate.platforms.wechat.close)
    tasks = [asyncio.ensure_future(loop) for loop in loops]
    stack.push_async_callback(_ended, tasks)
    return server


def _lead(estate: Estate, doors: str, wire: Wire) -> None:
    """Where the platforms find the desk."""
    wechat, wecom = estate.platforms.wechat.line, estate.platforms.wecom.line
    wechat.transport = LeadingLine(doors, wire, "wechat", wechat.seal)
    wecom.transport = LeadingLine(doors, wire, "wecom", wecom.seal)
    estate.platforms.telegram.updates.door = LeadingLine(doors, wire, "telegram")


async def _ended(tasks: Sequence[asyncio.Future[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _desk(server: Server, estate: Estate, wire: Wire) -> DeskOnDoubles:
    talk, platforms = Talk(server.clock), estate.platforms
    groups = tuple(estate.wecom_groups.values())
    with_bot = tuple(group for key, group in estate.wecom_groups.items() if key == WITH_BOT)
    hands = (
        WechatHands(platforms.wechat, talk, estate.followers),
        WecomHands(platforms.wecom, estate.line, talk, estate.members, groups, with_bot),
        TelegramHands(platforms.telegram, talk, estate.people, tuple(estate.telegram_groups.values())),
    )
    roles = estate.roles(server.app.settings.communities[0])
    return DeskOnDoubles(server.app, server.clock, platforms, hands, talk, wire, roles, estate.groups)
