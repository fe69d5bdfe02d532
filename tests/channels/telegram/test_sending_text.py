"""Texts and buttons, out."""

from __future__ import annotations

import pytest

from bot.channels.telegram.outbound import TelegramChannel
from bot.messages import Button
from bot.outbox.delivery import Channel, DeliveryError
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from tests.channels.telegram.desk import HOLD, TAKE, to

pytestmark = pytest.mark.asyncio(loop_scope="session")

SHARE = Button("发送我的手机号", contact=True)


async def test_a_text_arrives_as_written(channel: TelegramChannel, wang: Voice) -> None:
    number = await channel.send(to(wang, "已登记 <BX260304-001> *急* _1501_ & [好]"), "")
    seen = await wang.hears("已登记")
    assert (seen.text, str(seen.id)) == ("已登记 <BX260304-001> *急* _1501_ & [好]", number)


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(
    channel: TelegramChannel, works: Group
) -> None:
    number = await channel.send(to(works, "水管漏水，已经关阀。\n" * 500, (TAKE,)), "")
    heard = works.topic(0).heard()
    assert [seen.buttons for seen in heard] == [[], ["接单"]]
    assert str(heard[-1].id) == number
    assert sum(seen.text.count("漏水") for seen in heard) == 500


async def test_buttons_carry_tokens_and_links(channel: TelegramChannel, works: Group) -> None:
    board = Button("打开看板", url="https://desk.example/board")
    await channel.send(to(works, "1501 厨房漏水", (TAKE, HOLD), (board,)), "")
    card = works.last_card()
    assert card.buttons == ["接单", "暂缓", "打开看板"]
    assert [key.get("callback_data", key.get("url")) for row in card.rows for key in row] == [
        "t-take",
        "t-hold",
        "https://desk.example/board",
    ]


async def test_asking_for_the_phone_puts_a_key_in_place_of_the_keyboard(
    channel: TelegramChannel, wang: Voice
) -> None:
    await channel.send(to(wang, "方便留个电话吗？", (SHARE,)), "")
    seen = await wang.hears("电话")
    assert seen.rows == [[{"text": "发送我的手机号", "request_contact": True}]]


async def test_the_key_goes_away_with_the_next_plain_message(channel: TelegramChannel, wang: Voice) -> None:
    for text, rows in (("方便留个电话吗？", ((SHARE,),)), ("记下了", ()), ("谢谢", ())):
        await channel.send(to(wang, text, *rows), "")
    markups = [seen.json.get("reply_markup", {}) for seen in wang.heard()]
    assert markups[1] == {"remove_keyboard": True}
    assert markups[2] == {}


async def test_both_kinds_of_buttons_need_two_messages(channel: TelegramChannel, wang: Voice) -> None:
    number = await channel.send(to(wang, "方便留个电话吗？", (Button("先不留", token="t-no"),), (SHARE,)), "")
    first, second = wang.heard()
    assert (first.text, first.buttons, str(first.id)) == ("方便留个电话吗？", ["先不留"], number)
    assert (second.text, second.buttons) == ("发送我的手机号", ["发送我的手机号"])


async def test_a_group_is_never_asked_for_a_phone(channel: TelegramChannel, works: Group) -> None:
    await channel.send(to(works, "请接单", (TAKE,), (SHARE,)), "")
    assert [seen.buttons for seen in works.topic(0).heard()] == [["接单"]]


async def test_a_message_to_a_topic_stays_there(
    channel: TelegramChannel, telegram: TelegramDouble, li: Voice
) -> None:
    forum = telegram.group("锦绣花园工作群", li, topics=(7,))
    await channel.send(to(forum, "1501 漏水", thread="7"), "")
    assert [seen.text for seen in forum.topic(7).heard()] == ["1501 漏水"]


async def test_a_closed_or_deleted_topic_gives_way_to_the_general_one(
    channel: TelegramChannel, telegram: TelegramDouble, li: Voice
) -> None:
    forum = telegram.group("锦绣花园工作群", li, topics=(7,))
    forum.closes_topic(7)
    await channel.send(to(forum, "1501 漏水", thread="7"), "")
    await channel.send(to(forum, "1401 漏水", thread="8"), "")
    assert [seen.text for seen in forum.topic(0).heard()] == ["1501 漏水", "1401 漏水"]
    assert not forum.topic(7).heard()


async def test_a_retry_goes_on_behind_the_parts_that_have_arrived(
    channel: TelegramChannel, wang: Voice, telegram: TelegramDouble
) -> None:
    message = to(wang, "\n".join("第" + number + "段" + "。" * 4000 for number in "一二三"))
    telegram.refuse("sendMessage", 429, "Too Many Requests: retry after 3", after=1, retry_after=3)
    with pytest.raises(DeliveryError) as failed:
        await channel.send(message, "")
    assert failed.value.retry_after == 3
    await channel.send(message, "")
    assert [seen.text[:3] for seen in wang.heard()] == ["第一段", "第二段", "第三段"]


async def test_nothing_to_say_is_refused_for_good(channel: TelegramChannel, wang: Voice) -> None:
    with pytest.raises(DeliveryError) as refused:
        await channel.send(to(wang, " \n"), "")
    assert refused.value.permanent


async def test_it_is_a_channel_with_telegrams_pace(
    channel: TelegramChannel, telegram: TelegramDouble
) -> None:
    as_the_dispatcher_sees_it: Channel = channel
    assert (as_the_dispatcher_sees_it.name, channel.account) == ("telegram", str(telegram.state.account))
    assert (channel.pace.chat, channel.pace.group, round(1 / channel.pace.account)) == (1.0, 3.0, 30)


async def test_only_negative_ids_are_groups(channel: TelegramChannel, wang: Voice, works: Group) -> None:
    assert channel.is_group(to(works).to)
    assert not channel.is_group(to(wang).to)
