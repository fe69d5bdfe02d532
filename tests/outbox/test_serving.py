"""The loop of `serve`. It reads a fixed clock; the tests wait for what it sends, never for time to pass."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.messages import Address, Outgoing
from bot.outbox.serving import IN_FLIGHT, Delivery
from tests.outbox.post_office import HE, NOW, WANG, PostOffice
from tests.outbox.recording_channel import RecordingChannel


@asynccontextmanager
async def serving(office: PostOffice) -> AsyncIterator[asyncio.Event]:
    """The loop beside the test; gives the event that wakes it."""
    wake = asyncio.Event()
    task = asyncio.create_task(Delivery(office.dispatcher, lambda: NOW, wake).run())
    try:
        async with asyncio.timeout(10):
            yield wake
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_what_is_queued_goes_out_when_the_loop_is_woken() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    async with serving(office) as wake:
        office.put(Outgoing(WANG, "一"), Outgoing(WANG, "二"))
        wake.set()
        await channel.until(2)
    assert channel.texts() == ["一", "二"]
    assert office.listing("waiting") == []


async def test_a_platform_that_hangs_for_one_chat_delays_no_other() -> None:
    channel = RecordingChannel(stuck={"王女士": asyncio.Event()})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"), Outgoing(WANG, "二"), *[Outgoing(HE, str(n)) for n in range(5)])
    async with serving(office):
        await channel.until(5)
        assert {chat for chat, _, _ in channel.sent} == {"小何"}
        channel.stuck["王女士"].set()
        await channel.until(7)
    assert channel.texts()[5:] == ["一", "二"]


async def test_a_platform_that_hangs_for_all_chats_delays_no_other_platform() -> None:
    never = asyncio.Event()
    chats = [str(n) for n in range(IN_FLIGHT + 5)]
    hanging = RecordingChannel("telegram", "bot", stuck=dict.fromkeys(chats, never))
    quick = RecordingChannel()
    office = PostOffice(hanging, quick)
    office.put(*[Outgoing(Address("telegram", "bot", chat), "x") for chat in chats])
    async with serving(office) as wake:
        office.put(Outgoing(WANG, "一"))
        wake.set()
        await quick.until(1)
        never.set()
        await hanging.until(len(chats))
    assert office.listing("waiting") == []


async def test_a_database_that_fails_for_a_moment_does_not_stop_delivery() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"))
    with office.storage.begin():  # another unit of work is refused meanwhile
        running = serving(office)
        wake = await running.__aenter__()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    wake.set()
    await channel.until(1)
    await running.__aexit__(None, None, None)
    assert channel.texts() == ["一"]


async def test_messages_on_their_way_are_finished_when_the_server_stops() -> None:
    channel = RecordingChannel(stuck={"王女士": asyncio.Event()})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"))
    delivery = Delivery(office.dispatcher, lambda: NOW, asyncio.Event())
    task = asyncio.create_task(delivery.run())
    await channel.asked.wait()
    task.cancel()
    channel.stuck["王女士"].set()
    with suppress(asyncio.CancelledError):
        await task
    assert [envelope.message.text for envelope in office.listing("sent")] == ["一"]
