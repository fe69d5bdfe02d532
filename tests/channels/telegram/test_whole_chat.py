"""A short conversation over the wire, with polling and with a webhook: the chat as people see it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from fastapi import FastAPI

from bot.channels.telegram.client import Client
from bot.channels.telegram.outbound import TelegramChannel
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.webhook import announce, router
from bot.messages import Incoming, Outgoing
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from bot.simulation.platforms.telegram.double import NOON
from tests.channels.telegram.desk import TAKE, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


class TinyDesk:
    """Hands what owners write to the group as a card, and names whoever takes it."""

    def __init__(self, channel: TelegramChannel, works: Group) -> None:
        self._channel = channel
        self._works = works
        self._owner = ""
        self._inbox: asyncio.Queue[Incoming] = asyncio.Queue()

    def take(self, arrivals: Sequence[Incoming]) -> None:
        for arrival in arrivals:
            self._inbox.put_nowait(arrival)

    async def run(self) -> None:
        while True:
            got = await self._inbox.get()
            await (self._taken(got) if got.kind == "tap" else self._told(got))

    async def _told(self, got: Incoming) -> None:
        self._owner = got.sender
        await self._channel.send(to(self._works, got.text, (TAKE,)), "")
        await self._channel.send(Outgoing(got.address, "收到，马上派人。"), "")

    async def _taken(self, got: Incoming) -> None:
        text = f"{got.sender_name}已接单"
        await self._channel.send(Outgoing(got.address, "辛苦了", "notice", tap=got.tap), "")
        await self._channel.send(Outgoing(got.address, text, "edit"), got.on)


@pytest_asyncio.fixture(params=["polling", "webhook"], loop_scope="session")
async def running_desk(
    request: pytest.FixtureRequest,
    client: Client,
    channel: TelegramChannel,
    works: Group,
    telegram: TelegramDouble,
) -> AsyncIterator[None]:
    desk = TinyDesk(channel, works)
    tasks = [asyncio.create_task(desk.run())]
    if request.param == "polling":
        tasks.append(asyncio.create_task(Poller(client, desk.take, lambda: NOON).run()))
    else:
        app = FastAPI()
        app.include_router(router("s3cret", client, desk.take, lambda: NOON))
        telegram.lead_webhook_to(app)
        await announce(client, "https://desk.example", "s3cret")
    yield
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


@pytest.mark.usefixtures("running_desk")
async def test_a_leak_reaches_the_plumber_and_the_card_names_him(
    wang: Voice, li: Voice, works: Group
) -> None:
    await wang.says("3栋2单元1501厨房漏水")
    await wang.hears("收到")
    await works.hears("1501", "漏水", button="接单")
    await li.inside(works).taps("接单")
    await li.hears("辛苦了")
    await works.hears("老李已接单")
    assert works.topic(0).now(works.topic(0).all_heard()[0]).buttons == []
