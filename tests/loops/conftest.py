"""The running desk behind a double of the Telegram API, with a clock that the test moves."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from fastapi import FastAPI

from bot.app import App
from bot.channels.telegram.client import Client
from bot.channels.telegram.outbound import TelegramChannel
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.webhook import announce, router
from bot.config import load
from bot.messages import Incoming
from bot.outbox.delivery import Pace
from bot.roster import roster_of, sync
from bot.server import Server
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Group, Switchboard, TelegramDouble, Voice
from nlp.understand import load as load_understander
from storage import Storage

MORNING = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
"""10:00 in Shanghai."""


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Estate:
    """The desk, the platform, and the means to move the clock."""

    telegram: TelegramDouble
    server: Server
    clock: Clock
    arrived: asyncio.Queue[Incoming]

    async def arrival(self, text: str) -> None:
        """Until the desk has taken in a message with this text."""
        while (await self.arrived.get()).text != text:
            pass

    def take(self, batch: Sequence[Incoming]) -> None:
        self.server.take(batch)
        for incoming in batch:
            self.arrived.put_nowait(incoming)

    async def passes(self, **span: float) -> None:
        """Time passes; what is due is done."""
        self.clock.now += timedelta(**span)
        self.server.tick()

    def code(self, name: str) -> str:
        """As `huiyin code NAME` gives it."""
        code = self.server.app.conversation.ids()
        with self.server.app.storage.begin() as work:
            expires = self.clock.now + timedelta(hours=24)
            work.people.issue_code(code, "jinxiu", {"staff": name}, expires)
            work.commit()
        return code


def code_in(text: str, command: str) -> str:
    found = re.search(rf"/{command} (\S+)", text)
    assert found, text
    return found[1]


async def staffed(estate: Estate, manager: Voice, staff: Voice) -> None:
    """刘经理 joins with the first code, and invites a member of staff."""
    await manager.starts(estate.code(manager.name))
    await manager.hears(manager.name)
    await manager.says(f"邀请 {staff.name}")
    invitation = await manager.hears("/start")
    await staff.starts(code_in(invitation.text, "start"))
    await staff.hears(staff.name)


async def bound(manager: Voice, member: Voice, group: Group, name: str) -> None:
    """A group is bound with a one-time code of the manager."""
    await manager.says(f"绑定 {name}")
    code = code_in((await manager.hears("/bind")).text, "bind")
    await member.inside(group).says(f"/bind {code}")
    await group.hears(name)


@pytest_asyncio.fixture(params=["polling", "webhook"], loop_scope="session")
async def estate(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Estate]:
    clock, switchboard = Clock(MORNING), Switchboard()
    telegram = switchboard.register(TelegramDouble("7000001:TEST-secret_of_the_bot", now=clock))
    storage = Storage.fresh(tmp_path / "desk.db")
    settings = load(None, {"HUIYIN_MEDIA": str(tmp_path / "media")})
    with storage.begin() as work:
        sync(work, settings.communities[0], roster_of(settings.communities[0]))
        work.commit()
    async with serving(switchboard.app) as origin:
        client = Client(telegram.state.token, origin)
        channel = TelegramChannel(client, settings.media, Pace())
        server = Server(App(settings, storage, load_understander()), [channel], clock)
        await server.start()
        estate = Estate(telegram, server, clock, asyncio.Queue())
        polling = await _opened(request.param, estate, client)
        yield estate
        polling.cancel()
        await asyncio.wait([polling])
        await server.stop()
        await client.close()
    storage.close()


async def _opened(way: str, estate: Estate, client: Client) -> asyncio.Task[None]:
    if way == "polling":
        return asyncio.create_task(Poller(client, estate.take, estate.clock).run())
    doors = FastAPI()
    doors.include_router(router("s3cret", client, estate.take, estate.clock))
    estate.telegram.lead_webhook_to(doors)
    await announce(client, "https://desk.example", "s3cret")
    return asyncio.create_task(asyncio.sleep(0))
