"""Not solved, or not satisfied: the next round (D05)."""

from __future__ import annotations

from typing import Any

from bot.desk import accepting, finishing, reopening
from bot.desk.ticket import Actor, Ticket
from tests.texts.announce.scene import Scene, labels

OWNER = Actor("resident", 1, "王女士")


def answered(scene: Scene, **facts: Any) -> Ticket:
    ticket = scene.dispatched(**facts)
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["老李"], "换了水龙头")
    if ticket.state == "finished":
        scene.act("2026-03-04 11:10", finishing.approve, ticket, scene.staff["刘经理"])
    return ticket


def test_the_group_gets_a_new_card_and_the_old_one_is_closed(scene: Scene) -> None:
    ticket = answered(scene)
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "not", OWNER)
    message = scene.messages("工程群")[0]
    assert message.text.startswith(
        "第2次：回访时业主说没有解决。\n\n【第2次】BX260304-001【设施设备·报修】急修\n"
    )
    assert "督办：孙经理" in message.text
    assert message.name.startswith("card:1:2:facilities:")
    assert labels(message) == ["接单", "转派", "退回", "改分类"]
    assert scene.edited("工程群").edits == "card:1:1:facilities:0"
    assert scene.edited("工程群").text.endswith("状态：回访时业主说没有解决，已第2次派单，见新卡片")
    assert scene.edited("工程群").buttons == ()


def test_the_old_card_is_closed_once_and_not_again_when_somebody_takes_it(scene: Scene) -> None:
    ticket = answered(scene)
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "not", OWNER)
    scene.act("2026-03-05 11:05", accepting.accept, ticket, scene.staff["小吴"])
    edits = [message.edits for message in scene.messages("工程群") if message.sort == "edit"]
    assert [name.split(":")[2] for name in edits] == ["2"]


def test_the_one_who_handled_it_gets_a_written_notice_and_the_manager_hears(scene: Scene) -> None:
    ticket = answered(scene)
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "result 2", OWNER)
    assert scene.new("老李") == "\n".join(
        [
            "重办通知：BX260304-001 3栋2单元1501 厨房漏水",
            "回访时业主给结果打了 2 分，已第2次派单。上次的结果：换了水龙头",
            "辛苦您了。要是换了同事接手，可能会来问您当时的情况，麻烦您说说。",
        ]
    )
    assert scene.new("孙经理") == (
        "BX260304-001 3栋2单元1501 厨房漏水：回访时业主给结果打了 2 分，已第2次派单。上次处理人：老李，请您督办。"
    )
    assert scene.received("王女士") == []
    assert scene.edited("工程群").text.endswith("状态：回访时业主给结果打了 2 分，已第2次派单，见新卡片")


def test_the_old_card_says_what_the_owner_said(scene: Scene) -> None:
    ticket = answered(scene)
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "partly", OWNER)
    assert scene.edited("工程群").text.endswith("状态：回访时业主说只解决了一部分，已第2次派单，见新卡片")


def test_a_complaint_is_told_to_the_customer_service_manager_too(scene: Scene) -> None:
    ticket = answered(scene, number="TS260304-001", kind="complaint", urgency="normal", grade="minor")
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "partly", OWNER)
    assert {"孙经理", "刘经理"} <= scene.everybody()
    assert "周主任" not in scene.everybody()
    assert "重要投诉" in scene.received("工程群")[0]


def test_a_complaint_that_rises_to_major_is_told_to_the_director(scene: Scene) -> None:
    ticket = answered(scene, number="TS260304-001", kind="complaint", urgency="urgent", grade="important")
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "not", OWNER)
    assert {"周主任", "管理群"} <= scene.everybody()


def test_an_owner_who_was_phoned_hears_in_chat_that_it_goes_on(scene: Scene) -> None:
    ticket = answered(scene)
    phoned = Actor("staff", scene.staff["小陈"].id, "小陈")
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, "not", phoned)
    assert scene.new("王女士") == (
        "真对不起，您的工单 BX260304-001（厨房漏水）没给您办好，已经重新派单，也报告了经理。\n12:00 前给您回话。"
    )
