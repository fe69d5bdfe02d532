"""转派, 退回 and what follows them up."""

from __future__ import annotations

from bot.desk import accepting, escalating, handing
from bot.desk.ticket import Ticket
from tests.texts.announce.scene import Scene, labels


def taken(scene: Scene) -> Ticket:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    return ticket


def test_a_hand_over_is_asked_of_the_other_in_private_and_told_to_the_owner(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 10:20", handing.offer, ticket, scene.staff["老李"], scene.staff["小吴"])
    [message] = scene.messages("小吴")
    assert message.text.startswith("老李转派给您，请接单。\n\nBX260304-001")
    assert "13800138001" not in message.text
    assert labels(message) == ["接单"]
    assert scene.new("王女士") == "您的工单 BX260304-001（厨房漏水）已转派给小吴，11:20 前给您回话。"
    assert "状态：转派给小吴，待接手；接手之前由老李负责" in scene.edited("工程群").text


def test_whoever_had_it_hears_that_it_is_taken_and_loses_name_and_phone(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 10:20", handing.offer, ticket, scene.staff["老李"], scene.staff["小吴"])
    scene.act("2026-03-04 10:25", accepting.accept, ticket, scene.staff["小吴"])
    assert scene.new("老李") == "BX260304-001 厨房漏水已由小吴接手，辛苦了。"
    card = scene.edited("老李")
    assert card.text == "BX260304-001 3栋2单元1501 厨房漏水\n状态：已由小吴接手"
    assert card.buttons == ()
    assert "王女士，13800138001" in scene.new("小吴")


def test_a_hand_over_that_nobody_takes_reminds_both_and_tells_the_manager(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 10:20", handing.offer, ticket, scene.staff["老李"], scene.staff["小吴"])
    scene.act("2026-03-04 10:35", escalating.offer_unanswered, ticket.id)
    assert scene.new("小吴") == "BX260304-001 3栋2单元1501 厨房漏水还等您接单，请点“接单”或回个话。"
    assert scene.new("老李") == "小吴还没接 BX260304-001（厨房漏水），接手之前仍由您负责。"
    assert (
        scene.new("孙经理") == "BX260304-001 3栋2单元1501 厨房漏水转派给小吴，到时间还没人接，请您过问一下。"
    )


def test_a_return_goes_to_customer_service_with_the_reason_and_not_to_the_owner(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act(
        "2026-03-04 10:30",
        handing.give_back,
        ticket,
        scene.staff["老李"],
        "这是物业费的事，打13800138001问过",
    )
    assert scene.new("客服群").startswith("老李退回：这是物业费的事，打138****8001问过\n\nBX260304-001")
    assert labels(scene.messages("客服群")[0]) == ["接单", "转派", "退回", "改分类"]
    assert scene.edited("工程群").text == "BX260304-001 3栋2单元1501 厨房漏水\n状态：已退回客服"
    assert scene.edited("工程群").buttons == ()
    assert scene.edited("老李").text.endswith("状态：已不在您手上，谢谢")
    assert scene.received("王女士") == []
