"""Cards that change."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.outbound import TelegramChannel
from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import Group, TelegramDouble
from bot.simulation.platforms.telegram.voices import JPEG
from tests.channels.telegram.desk import HOLD, TAKE, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_card_changes_in_place(channel: TelegramChannel, works: Group) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    assert await channel.send(to(works, "1501 漏水 · 老李已接单", (HOLD,), sort="edit"), number) == number
    card = works.last_card()
    assert (card.text, card.buttons, str(card.id)) == ("1501 漏水 · 老李已接单", ["暂缓"], number)


async def test_an_edit_without_buttons_takes_them_away(channel: TelegramChannel, works: Group) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    await channel.send(to(works, "1501 漏水 · 已办结", sort="edit"), number)
    assert works.topic(0).now(works.topic(0).heard()[0]).buttons == []


async def test_an_edit_that_changes_nothing_is_done(channel: TelegramChannel, works: Group) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    assert await channel.send(to(works, "1501 漏水", (TAKE,), sort="edit"), number) == number


async def test_an_edit_may_change_the_buttons_alone(channel: TelegramChannel, works: Group) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    await channel.send(to(works, "", (HOLD,), sort="edit"), number)
    assert (works.last_card().text, works.last_card().buttons) == ("1501 漏水", ["暂缓"])


async def test_a_card_that_is_gone_comes_anew(
    channel: TelegramChannel, works: Group, telegram: TelegramDouble
) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    del telegram.state.messages[works.chat.id, int(number)]
    fresh = await channel.send(to(works, "1501 漏水 · 老李已接单", (HOLD,), sort="edit"), number)
    assert fresh != number
    assert works.last_card().text == "1501 漏水 · 老李已接单"


async def test_an_edit_of_what_was_never_sent_is_a_message(channel: TelegramChannel, works: Group) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,), sort="edit"), "")
    assert str(works.last_card().id) == number


async def test_an_edit_of_a_picture_changes_its_caption(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    (media / "leak.jpg").write_bytes(JPEG)
    picture = (Attachment("photo", path="leak.jpg"),)
    number = await channel.send(to(works, "1501 漏水", (TAKE,), attachments=picture), "")
    assert (
        await channel.send(to(works, "已接单", (HOLD,), attachments=picture, sort="edit"), number) == number
    )
    assert (works.last_card().text, works.last_card().buttons) == ("已接单", ["暂缓"])


@pytest.mark.parametrize("length", [4097, 9000])
async def test_a_text_that_no_longer_fits_is_said_anew_and_only_the_new_buttons_live(
    channel: TelegramChannel, works: Group, length: int
) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    fresh = await channel.send(to(works, "漏" * length, (HOLD,), sort="edit"), number)
    first, *_, last = works.topic(0).all_heard()
    assert works.topic(0).now(first).buttons == []
    assert (last.buttons, str(last.id)) == (["暂缓"], fresh)


async def test_other_refusals_of_an_edit_are_reported(
    channel: TelegramChannel, works: Group, telegram: TelegramDouble
) -> None:
    number = await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    telegram.refuse("editMessageText", 400, "Bad Request: CHAT_RESTRICTED")
    with pytest.raises(DeliveryError) as refused:
        await channel.send(to(works, "已接单", sort="edit"), number)
    assert refused.value.permanent
