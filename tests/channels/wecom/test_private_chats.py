"""The application's private chats, out: texts, cards, their one update a code."""

from __future__ import annotations

import pytest

from bot.messages import Button, Outgoing
from bot.simulation.platforms.wecom import Voice
from tests.channels.wecom.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")

CARD = "BX260304-001【设施设备·报修】普通\n地点：3栋2单元1501\n状态：已派单 10:00，等人接单"
TAKEN = CARD.replace("已派单 10:00，等人接单", "已接单，老李 10:05")


async def test_a_text_arrives_as_written(office: Office, li: Voice) -> None:
    await office.channel.send(to(li, "已登记 <b> *急* 😀 & [好]"), "")
    (seen,) = li.heard()
    assert (seen.kind, seen.text) == ("text", "已登记 <b> *急* 😀 & [好]")


async def test_a_mention_that_somebody_typed_calls_nobody(office: Office, li: Voice) -> None:
    await office.channel.send(to(li, "业主说：<@all> 快来"), "")
    assert li.heard()[0].text == "业主说：＜@all> 快来"


async def test_a_long_text_comes_in_parts_cut_at_sentences(office: Office, li: Voice) -> None:
    text = "水管漏水，已经关阀😀。" * 200
    await office.channel.send(to(li, text), "")
    parts = [seen.text for seen in li.heard()]
    assert len(parts) > 1
    assert all(len(part.encode()) <= 2048 and part.endswith("。") for part in parts)
    assert "".join(parts) == text


async def test_a_short_text_stands_on_its_card(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单", "转派"), "")
    (seen,) = li.heard()
    assert (seen.text, seen.buttons, seen.task) == (CARD, ["接单", "转派"], card_id)


async def test_a_long_one_goes_before_its_card(office: Office, li: Voice) -> None:
    text = f"{CARD}\n内容：“{'水一直在漏，' * 40}”"
    await office.channel.send(to(li, text, "接单"), "")
    said, card = li.heard()
    assert said.text == text
    assert (card.text, card.buttons) == ("BX260304-001【设施设备·报修】普通\n详情见上一条", ["接单"])


async def test_more_than_six_buttons_take_a_second_card(office: Office, li: Voice) -> None:
    names = [f"同事{n}" for n in range(9)]
    await office.channel.send(to(li, "转派给谁？", *names), "")
    first, second = li.heard()
    assert (first.buttons, second.buttons) == (names[:6], names[6:])
    assert second.text == "更多选择\n转派给谁？"


async def test_a_link_opens_and_a_request_for_a_phone_is_left_out(office: Office, li: Voice) -> None:
    rows = ((Button("打开看板", url="https://desk.example/board"), Button("手机号", contact=True)),)
    await office.channel.send(Outgoing(to(li).to, "看板", buttons=rows), "")
    (key,) = li.heard()[0].keys
    assert (key.label, key.url) == ("打开看板", "https://desk.example/board")


async def test_a_card_is_changed_after_a_tap(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    await office.channel.send(to(li, TAKEN, "完成", sort="edit"), card_id)
    await li.taps("完成")
    again = await office.channel.send(to(li, TAKEN.replace("已接单", "处理中"), "完成", sort="edit"), card_id)
    (seen,) = li.heard()
    assert (seen.deed, seen.task, again) == ("update", card_id, card_id)
    assert "处理中，老李" in seen.text


async def test_without_a_code_a_change_with_buttons_is_a_new_card(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    await office.channel.send(to(li, TAKEN, "完成", sort="edit"), card_id)
    fresh = await office.channel.send(to(li, TAKEN, "完成", "暂缓", sort="edit"), card_id)
    assert [seen.deed for seen in li.heard()] == ["message", "update", "message"]
    assert fresh != card_id
    assert li.heard()[-1].buttons == ["完成", "暂缓"]


async def test_without_a_code_a_change_without_buttons_is_a_short_line(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    await office.channel.send(to(li, TAKEN, "完成", sort="edit"), card_id)
    done = TAKEN.replace("已接单，老李 10:05", "已完成，老李 10:30")
    assert await office.channel.send(to(li, done, sort="edit"), card_id) == card_id
    assert li.heard()[-1].text == "BX260304-001 状态：已完成，老李 10:30"


async def test_a_code_older_than_72_hours_is_not_tried(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    office.clock.passes(hours=73)
    await office.channel.send(to(li, TAKEN, sort="edit"), card_id)
    assert office.wecom.called("/cgi-bin/message/update_template_card") == []
    assert li.heard()[-1].text == "BX260304-001 状态：已接单，老李 10:05"


async def test_a_code_that_is_refused_gives_way_to_a_new_card(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    office.wecom.refuse("/cgi-bin/message/update_template_card", 40058, "invalid response_code")
    fresh = await office.channel.send(to(li, TAKEN, "完成", sort="edit"), card_id)
    assert fresh != card_id
    assert li.heard()[-1].buttons == ["完成"]


async def test_a_change_to_more_than_six_buttons_is_a_new_card(office: Office, li: Voice) -> None:
    names = [f"同事{n}" for n in range(8)]
    card_id = await office.channel.send(to(li, "转派给谁？", *names), "")
    await office.channel.send(to(li, "转派给哪位？", *names, sort="edit"), card_id)
    assert [len(seen.buttons) for seen in li.heard()] == [6, 2, 6, 2]


async def test_a_card_without_buttons_left_turns_grey(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    await office.channel.send(to(li, TAKEN, sort="edit"), card_id)
    seen = li.heard()[-1]
    assert (seen.deed, seen.buttons) == ("update", [])
    assert "已更新" in seen.text


async def test_an_edit_that_changes_nothing_says_nothing(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, CARD, "接单"), "")
    assert await office.channel.send(to(li, CARD, "接单", sort="edit"), card_id) == card_id
    assert len(li.heard()) == 1


async def test_the_answer_to_a_tap_is_a_short_text(office: Office, li: Voice) -> None:
    await office.channel.send(to(li, "接单成功", sort="notice", tap="card:laoli"), "")
    await office.channel.send(to(li, "", sort="notice", tap="card:laoli"), "")
    assert [seen.text for seen in li.heard()] == ["接单成功"]


async def test_messages_of_one_chat_keep_their_order(office: Office, li: Voice) -> None:
    await office.sends(*(to(li, f"第{n}条") for n in range(12)))
    assert [seen.text for seen in li.heard()] == [f"第{n}条" for n in range(12)]
