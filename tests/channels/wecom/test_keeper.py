"""One replica holds the connection; it comes back after a break, and gives way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.wecom.aibot.connection import Frame
from bot.channels.wecom.aibot.keeper import HEARTBEAT, Account, Keeper
from bot.channels.wecom.aibot.lease import Lease
from bot.simulation.platforms.wecom import LongLine, WecomDouble
from bot.simulation.platforms.wecom.longline import BOT_ID, BOT_SECRET
from storage import Storage
from tests.channels.wecom.bot_office import Pauses
from tests.channels.wecom.office import Clock

pytestmark = pytest.mark.asyncio(loop_scope="session")


class World:
    """The platform, a database, and as many replicas as a test starts."""

    def __init__(self, url: str, line: LongLine, storage: Storage) -> None:
        self.url = url
        self.line = line
        self.storage = storage
        self.clock = Clock()
        self.tasks: list[asyncio.Task[None]] = []

    def replica(self, owner: str, secret: str = BOT_SECRET) -> tuple[Keeper, Pauses]:
        pauses = Pauses()
        lease = Lease(self.storage.begin, "wecom:bot", owner, self.clock)
        account = Account(BOT_ID, secret, self.url)

        def hear(frame: Frame) -> None:
            raise AssertionError(frame.command)

        keeper = Keeper(account, lease, hear, lambda: f"{owner}-{len(self.line.commands)}", pause=pauses)
        self.tasks.append(asyncio.create_task(keeper.run()))
        return keeper, pauses


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    line = LongLine(WecomDouble().state)
    storage = Storage.fresh(tmp_path / "desk.db")
    async with line.serving() as url:
        found = World(url, line, storage)
        yield found
        for task in found.tasks:
            task.cancel()
        await asyncio.wait(found.tasks)
    storage.close()


async def test_of_two_replicas_one_connects(world: World) -> None:
    one, first = world.replica("one")
    await first.begun(HEARTBEAT)
    two, second = world.replica("two")
    await second.begun(10.0)
    assert one.connection is not None
    assert two.connection is None
    assert (one.is_elsewhere, two.is_elsewhere) == (False, True)
    assert world.line.commands.count("aibot_subscribe") == 1


async def test_the_second_takes_over_when_the_first_stops(world: World) -> None:
    _, first = world.replica("one")
    await first.begun(HEARTBEAT)
    two, second = world.replica("two")
    await second.begun(10.0)
    world.tasks[0].cancel()
    await asyncio.wait([world.tasks[0]])
    second.end(10.0)
    await second.begun(HEARTBEAT)
    assert two.connection is not None


async def test_a_broken_connection_is_opened_again_after_a_pause(world: World) -> None:
    one, pauses = world.replica("one")
    await pauses.begun(HEARTBEAT)
    await world.line.breaks()
    await pauses.begun(1.0)
    assert one.connection is None
    pauses.end(HEARTBEAT)
    pauses.end(1.0)
    await pauses.begun(HEARTBEAT)
    assert one.connection is not None


async def test_pauses_grow_while_the_platform_is_away(world: World) -> None:
    keeper, pauses = world.replica("one")
    await pauses.begun(HEARTBEAT)
    keeper._account = Account(BOT_ID, BOT_SECRET, "ws://127.0.0.1:9")
    await world.line.breaks()
    for seconds in (1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0):
        await pauses.begun(seconds)
        pauses.end(seconds)


async def test_the_heartbeat_prolongs_the_lease(world: World) -> None:
    _, pauses = world.replica("one")
    await pauses.begun(HEARTBEAT)
    world.clock.passes(seconds=40)
    pauses.end(HEARTBEAT)
    await pauses.begun(HEARTBEAT)
    world.clock.passes(seconds=40)
    with world.storage.begin() as work:
        assert work.leases.holder("wecom:bot", world.clock()) == "one"
    assert world.line.commands.count("ping") == 1


async def test_a_replica_that_lost_its_lease_lets_go(world: World) -> None:
    one, pauses = world.replica("one")
    await pauses.begun(HEARTBEAT)
    world.clock.passes(seconds=60)
    with world.storage.begin() as work:
        now = world.clock()
        assert work.leases.take("wecom:bot", "two", now, now.replace(year=now.year + 1))
        work.commit()
    pauses.end(HEARTBEAT)
    await pauses.begun(1.0)
    assert one.connection is None


async def test_whoever_is_thrown_out_waits_a_minute(world: World, caplog: pytest.LogCaptureFixture) -> None:
    _, pauses = world.replica("one")
    await pauses.begun(HEARTBEAT)
    with caplog.at_level(logging.WARNING):
        await world.line.brings("aibot_event_callback", {"event": {"eventtype": "disconnected_event"}})
        await pauses.begun(60.0)
    assert [record.__dict__["action"] for record in caplog.records] == ["bot_thrown_out"]


async def test_a_wrong_secret_is_not_tried_every_second(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        _, pauses = world.replica("one", secret="wrong-secret")
        await pauses.begun(300.0)
    assert "853000" in caplog.text
    assert "wrong-secret" not in caplog.text
