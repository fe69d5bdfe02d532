"""Short words that answer a tap."""

from __future__ import annotations

import pytest
import pytest_asyncio

from bot.channels.telegram.outbound import TelegramChannel
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from tests.channels.telegram.desk import TAKE, Desk, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def query(channel: TelegramChannel, li: Voice, works: Group, desk: Desk) -> str:
    """The id of 老李's tap on a card."""
    await channel.send(to(works, "1501 漏水", (TAKE,)), "")
    await li.inside(works).taps("接单")
    [got] = await desk.receives()
    return got.tap


async def test_a_notice_floats_before_the_tapper_alone(
    channel: TelegramChannel, li: Voice, works: Group, query: str
) -> None:
    assert await channel.send(to(works, "已接单，辛苦了", sort="notice", tap=query), "") == ""
    assert [(seen.deed, seen.text) for seen in li.all_heard()] == [("notice", "已接单，辛苦了")]
    assert li.all_heard()[0].json == {"show_alert": False}


async def test_a_longer_notice_waits_to_be_read_and_is_cut_at_the_limit(
    channel: TelegramChannel, li: Voice, works: Group, query: str
) -> None:
    await channel.send(to(works, "这张单刚才已经由小吴接了。" * 20, sort="notice", tap=query), "")
    [seen] = li.all_heard()
    assert (len(seen.text), seen.text[-1], seen.json) == (200, "…", {"show_alert": True})


async def test_a_notice_without_words_only_ends_the_waiting(
    channel: TelegramChannel, li: Voice, works: Group, query: str, telegram: TelegramDouble
) -> None:
    await channel.send(to(works, "", sort="notice", tap=query), "")
    assert (telegram.state.queries, li.all_heard()) == ({}, [])


async def test_a_tap_of_long_ago_needs_no_answer(
    channel: TelegramChannel, works: Group, query: str, telegram: TelegramDouble
) -> None:
    telegram.forget_taps()
    assert await channel.send(to(works, "已接单", sort="notice", tap=query), "") == ""


async def test_other_refusals_are_reported(
    channel: TelegramChannel, works: Group, query: str, telegram: TelegramDouble
) -> None:
    telegram.refuse("answerCallbackQuery", 429, "Too Many Requests: retry after 2", retry_after=2)
    with pytest.raises(DeliveryError) as refused:
        await channel.send(to(works, "已接单", sort="notice", tap=query), "")
    assert refused.value.retry_after == 2
