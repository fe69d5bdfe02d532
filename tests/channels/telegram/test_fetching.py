"""What people sent, as bytes."""

from __future__ import annotations

import pytest

from bot.channels.telegram.outbound import TelegramChannel
from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import TelegramDouble, Voice
from bot.simulation.platforms.telegram.voices import JPEG
from tests.channels.telegram.desk import Desk

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_photo_can_be_fetched(channel: TelegramChannel, wang: Voice, desk: Desk) -> None:
    await wang.sends_photo()
    [got] = await desk.receives()
    assert await channel.fetch(got.attachments[0]) == JPEG


async def test_a_file_over_twenty_megabytes_is_refused_for_good(
    channel: TelegramChannel, wang: Voice, desk: Desk
) -> None:
    await wang.sends_document("装修图纸.zip", size=20_000_001)
    [got] = await desk.receives()
    with pytest.raises(DeliveryError) as refused:
        await channel.fetch(got.attachments[0])
    assert refused.value.permanent


@pytest.mark.parametrize("remote", ["telegram:1:F1", "22.5,114.0", "", "telegram:"])
async def test_what_is_not_a_file_of_this_account_is_refused_for_good(
    channel: TelegramChannel, remote: str
) -> None:
    with pytest.raises(DeliveryError) as refused:
        await channel.fetch(Attachment("photo", remote=remote))
    assert refused.value.permanent


async def test_a_gateways_bad_moment_is_worth_another_try(
    channel: TelegramChannel, wang: Voice, desk: Desk, telegram: TelegramDouble
) -> None:
    await wang.sends_photo()
    [got] = await desk.receives()
    telegram.outage.next(1)
    with pytest.raises(DeliveryError) as failed:
        await channel.fetch(got.attachments[0])
    assert not failed.value.permanent
