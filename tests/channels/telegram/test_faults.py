"""What goes wrong on the way, and what the dispatcher is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.client import Client
from bot.channels.telegram.outbound import TelegramChannel
from bot.messages import Address, Outgoing
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from tests.channels.telegram.desk import to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def failure(channel: TelegramChannel, message: Outgoing) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(message, "")
    return caught.value


async def test_a_person_who_blocked_the_bot_is_out_of_reach_for_good(
    channel: TelegramChannel, wang: Voice
) -> None:
    await wang.blocks()
    error = await failure(channel, to(wang, "修好了吗？"))
    assert error.permanent
    assert "blocked by the user" in error.reason


async def test_nobody_is_written_to_before_they_wrote(
    channel: TelegramChannel, telegram: TelegramDouble
) -> None:
    assert (await failure(channel, to(telegram.person("周先生"), "您好"))).permanent


async def test_an_unknown_chat_is_out_of_reach_for_good(channel: TelegramChannel) -> None:
    for chat in ("424242", "工程群"):
        assert (await failure(channel, Outgoing(Address("telegram", "", chat), "您好"))).permanent


async def test_a_group_that_became_a_supergroup_names_its_new_id(
    channel: TelegramChannel, telegram: TelegramDouble, li: Voice
) -> None:
    small = telegram.group("保洁群", li, plain=True)
    grown = await small.upgrades()
    error = await failure(channel, to(small, "请接单"))
    assert (error.migrated, error.permanent) == (grown.id, False)


async def test_too_many_messages_say_how_long_to_wait(
    channel: TelegramChannel, works: Group, telegram: TelegramDouble
) -> None:
    telegram.refuse("sendMessage", 429, "Too Many Requests: retry after 17", retry_after=17)
    error = await failure(channel, to(works, "请接单"))
    assert (error.retry_after, error.permanent) == (17, False)


async def test_a_flood_without_seconds_still_waits(
    channel: TelegramChannel, works: Group, telegram: TelegramDouble
) -> None:
    telegram.refuse("sendMessage", 429, "Too Many Requests")
    assert (await failure(channel, to(works, "请接单"))).retry_after == 5


async def test_a_gateways_error_page_is_temporary(
    channel: TelegramChannel, works: Group, telegram: TelegramDouble
) -> None:
    telegram.outage.next(1)
    error = await failure(channel, to(works, "请接单"))
    assert (error.permanent, error.retry_after, error.migrated) == (False, None, "")


async def test_a_body_that_is_too_large_stays_too_large(
    channel: TelegramChannel, works: Group, telegram: TelegramDouble
) -> None:
    telegram.refuse("sendMessage", 413, "Request Entity Too Large")
    assert (await failure(channel, to(works, "请接单"))).permanent


async def test_an_unreachable_server_is_temporary(media: Path, telegram: TelegramDouble) -> None:
    nowhere = Client(telegram.state.token, "http://127.0.0.1:9", slack=2)
    error = await failure(TelegramChannel(nowhere, media), Outgoing(Address("telegram", "", "5"), "您好"))
    await nowhere.close()
    assert not error.permanent


async def test_a_rejected_token_is_not_the_messages_fault(origin: str, media: Path, wang: Voice) -> None:
    stranger = Client("99:AAAA-not-a-known-token", origin)
    error = await failure(TelegramChannel(stranger, media), to(wang, "您好"))
    await stranger.close()
    assert (error.permanent, error.retry_after) == (False, 300)
