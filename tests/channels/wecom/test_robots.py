"""Groups with a robot: cards with a link, changes as short lines."""

from __future__ import annotations

import pytest

from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError
from tests.channels.wecom.office import ROBOT, Office, to
from tests.channels.wecom.test_private_chats import CARD, TAKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_card_calls_the_duty_officer_and_links_to_its_page(office: Office) -> None:
    office.called.append("xiaochen")
    card_id = await office.channel.send(to(ROBOT, CARD, "接单", "转派"), "")
    (seen,) = office.works.heard()
    assert seen.kind == "markdown"
    assert seen.text == f"{CARD}\n<@xiaochen>\n[接单 · 转派](https://desk.example/wecom/card/{card_id})"


async def test_markup_that_an_owner_typed_stays_words(office: Office) -> None:
    text = "内容：“<@all> **急** [点我](http://evil.example) `x`”\n# 大\n> 引"
    await office.channel.send(to(ROBOT, text, "接单"), "")
    shown = office.works.heard()[0].text.partition("\n[接单]")[0]
    assert shown == "内容：“＜@all> ＊＊急＊＊ [点我］(http://evil.example) 'x'”\n＃ 大\n＞ 引"


async def test_what_has_no_buttons_is_plain_text(office: Office) -> None:
    await office.channel.send(to(ROBOT, "王**，138****8001 的 <@all> 事"), "")
    (seen,) = office.works.heard()
    assert (seen.kind, seen.text) == ("text", "王**，138****8001 的 ＜@all> 事")


async def test_long_texts_keep_within_the_bytes(office: Office) -> None:
    text = "水管漏水，已经关阀。" * 300
    office.called.append("xiaochen")
    await office.channel.send(to(ROBOT, text), "")
    await office.channel.send(to(ROBOT, text, "接单"), "")
    texts = [seen.text for seen in office.works.heard() if seen.kind == "text"]
    cards = [seen.text for seen in office.works.heard() if seen.kind == "markdown"]
    assert sum(part.count("漏水") for part in texts) == sum(part.count("漏水") for part in cards) == 300
    assert (len(texts), len(cards)) == (5, 3)
    assert [("[接单](" in part) for part in cards] == [False, False, True]


async def test_a_change_is_a_short_new_line(office: Office) -> None:
    card_id = await office.channel.send(to(ROBOT, CARD, "接单"), "")
    assert await office.channel.send(to(ROBOT, TAKEN, "完成", sort="edit"), card_id) == card_id
    seen = office.works.heard()[-1]
    assert (seen.kind, seen.text) == ("text", "BX260304-001 状态：已接单，老李 10:05")


async def test_a_change_of_buttons_alone_is_no_line(office: Office) -> None:
    card_id = await office.channel.send(to(ROBOT, CARD, "接单"), "")
    await office.channel.send(to(ROBOT, CARD, "完成", sort="edit"), card_id)
    assert len(office.works.heard()) == 1
    shown = office.cards.get(card_id)
    assert shown is not None
    assert shown.labels == ["完成"]


async def test_several_waiting_changes_become_one_line(office: Office) -> None:
    await office.sends(to(ROBOT, CARD, "接单", name="card:1"))
    edits = [CARD.replace("等人接单", f"提醒 {n} 次") for n in range(3)]
    await office.sends(*(to(ROBOT, text, "接单", sort="edit", edits="card:1") for text in edits))
    assert [seen.text for seen in office.works.heard()[1:]] == ["BX260304-001 状态：已派单 10:00，提醒 2 次"]


async def test_a_picture_goes_as_a_picture_and_a_big_one_as_a_file(office: Office) -> None:
    for name, content in (("small.jpg", b"\xff\xd8\xff small"), ("big.jpg", b"\xff\xd8\xff" * 700_000)):
        (office.media / name).write_bytes(content)
        await office.channel.send(to(ROBOT, "照片", attachments=(Attachment("photo", path=name),)), "")
    assert [seen.kind for seen in office.works.heard()] == ["image", "text", "file", "text"]


async def test_twenty_a_minute_and_the_rest_waits(office: Office) -> None:
    await office.sends(*(to(ROBOT, f"第{n}条") for n in range(25)))
    assert len(office.works.heard()) == 20
    assert office.states()[20:] == ["waiting"] * 5
    office.clock.passes(seconds=61)
    await office.sends()
    assert [seen.text for seen in office.works.heard()] == [f"第{n}条" for n in range(25)]


async def test_a_robot_that_was_removed_is_given_up(office: Office) -> None:
    office.wecom.state.robots.clear()
    with pytest.raises(DeliveryError) as caught:
        await office.channel.send(to(ROBOT, "卡片"), "")
    assert caught.value.permanent
    assert office.works.key not in str(caught.value)


async def test_a_robot_that_is_not_set_is_given_up(office: Office) -> None:
    with pytest.raises(DeliveryError, match="HUIYIN_WECOM_ROBOT_CLEANING") as caught:
        await office.channel.send(to("robot:CLEANING", "卡片"), "")
    assert caught.value.permanent
