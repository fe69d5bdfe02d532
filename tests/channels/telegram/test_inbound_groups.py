"""What arrives from groups, and what must not."""

from __future__ import annotations

import pytest

from bot.messages import Address
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from tests.channels.telegram.desk import Desk

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_group_message_is_not_private(li: Voice, works: Group, desk: Desk) -> None:
    await li.inside(works).says("我在楼下了")
    [got] = await desk.receives()
    assert (got.address.chat, got.address.thread, got.private) == (works.id, "", False)


async def test_a_topic_is_part_of_the_address(telegram: TelegramDouble, li: Voice, desk: Desk) -> None:
    forum = telegram.group("锦绣花园工作群", li, topics=(7,))
    await li.inside(forum, 7).says("收到")
    [got] = await desk.receives()
    assert got.address == Address("telegram", str(telegram.state.account), forum.id, "7")


async def test_the_message_that_opened_a_topic_is_not_what_people_reply_to(
    telegram: TelegramDouble, li: Voice, desk: Desk
) -> None:
    forum = telegram.group("锦绣花园工作群", li, topics=(7,))
    opening = {"message_id": 7, "date": 0, "chat": forum.chat.json()}
    await li.inside(forum, 7).sends(text="收到", reply_to_message=opening)
    [got] = await desk.receives()
    assert got.on == ""


async def test_a_reply_thread_of_an_ordinary_group_is_no_topic(li: Voice, works: Group, desk: Desk) -> None:
    await li.inside(works).sends(text="收到", message_thread_id=3)
    [got] = await desk.receives()
    assert got.address.thread == ""


async def test_speaking_to_the_bot_by_name_leaves_the_name_out(li: Voice, works: Group, desk: Desk) -> None:
    await li.inside(works).says("@Huiyin_bot 换了角阀")
    await li.inside(works).says("好了 @huiyin_bot")
    await li.inside(works).says("@huiyin_botanic 换了角阀")
    texts = [got.text for got in await desk.receives()]
    assert texts == ["换了角阀", "好了", "@huiyin_botanic 换了角阀"]


async def test_a_group_that_grows_tells_its_new_id_once(
    li: Voice, telegram: TelegramDouble, desk: Desk
) -> None:
    small = telegram.group("保洁群", li, plain=True)
    grown = await small.upgrades()
    [got] = await desk.receives()
    assert (got.kind, got.address.chat, got.argument) == ("migrated", small.id, grown.id)


async def test_taking_the_bot_out_of_a_group_makes_the_group_unreachable(
    li: Voice, works: Group, desk: Desk
) -> None:
    await li.inside(works).removes_bot()
    [got] = await desk.receives()
    assert (got.kind, got.address.chat, got.private) == ("unreachable", works.id, False)


async def test_other_bots_are_not_listened_to(li: Voice, works: Group, desk: Desk) -> None:
    robot = {"id": 5, "is_bot": True, "first_name": "天气"}
    await li.inside(works).sends(**{"text": "今天有雨", "from": robot})
    assert list(await desk.receives()) == []


async def test_an_administrator_who_hides_behind_the_group_is_heard(
    li: Voice, works: Group, desk: Desk
) -> None:
    mask = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    await li.inside(works).sends(**{"text": "/bind K7F3", "from": mask, "sender_chat": works.chat.json()})
    assert [(got.kind, got.argument) for got in await desk.receives()] == [("bind", "K7F3")]


async def test_channel_posts_and_unknown_updates_concern_nobody(telegram: TelegramDouble, desk: Desk) -> None:
    await telegram.inject(
        "message", {"message_id": 1, "date": 0, "chat": {"id": -9, "type": "channel"}, "text": "x"}
    )
    await telegram.inject("quantum_message", {"text": "x"})
    assert list(await desk.receives()) == []


async def test_with_privacy_mode_the_group_is_heard_only_when_it_speaks_to_the_bot(
    telegram: TelegramDouble, li: Voice, works: Group, desk: Desk
) -> None:
    telegram.state.reads_groups = False
    await li.inside(works).says("换了角阀")
    await li.inside(works).says("/help")
    assert [got.text for got in await desk.receives()] == ["/help"]
