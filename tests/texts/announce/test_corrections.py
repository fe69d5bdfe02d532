"""What a ticket is was put right (B09)."""

from __future__ import annotations

from bot.desk import accepting, correcting
from tests.texts.announce.scene import Scene, labels


def test_another_category_sends_the_card_to_its_group_and_tells_the_owner(scene: Scene) -> None:
    ticket = scene.dispatched(urgency="normal", text="楼道里有水")
    scene.act("2026-03-04 10:05", correcting.set_category, ticket, scene.staff["老李"], "cleaning", "保洁群")
    assert scene.new("保洁群").startswith("老李改的分类，原来是“设施设备”。\n\nBX260304-001【环境卫生·报修】")
    assert labels(scene.messages("保洁群")[0]) == ["接单", "转派", "退回", "改分类"]
    assert scene.edited("工程群").text.endswith("状态：已改为“环境卫生”，转到保洁群")
    assert scene.edited("工程群").buttons == ()
    assert (
        scene.new("王女士")
        == "您的工单 BX260304-001（楼道里有水）已转派给环境卫生的同事处理，16:05 前给您回话。"
    )


def test_whoever_has_it_keeps_it_until_the_other_group_takes_it(scene: Scene) -> None:
    ticket = scene.dispatched(urgency="normal", text="楼道里有水")
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 10:10", correcting.set_category, ticket, scene.staff["老李"], "cleaning", "保洁群")
    assert scene.edited("工程群").text.endswith("已改为“环境卫生”，转到保洁群；有人接手之前仍由老李负责")
    assert "接单" in labels(scene.messages("保洁群")[0])
    assert labels(scene.edited("老李")) == ["到场", "完成", "暂缓", "转派"]


def test_a_ticket_that_turns_out_to_be_an_emergency_is_told_to_the_managers(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", correcting.set_urgency, ticket, scene.staff["老李"], "emergency")
    assert scene.everybody() == {"工程群", "孙经理", "周主任", "管理群"}
    assert "急修·特急" in scene.edited("工程群").text


def test_a_corrected_cause_disturbs_nobody(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", correcting.set_cause, ticket, scene.staff["老李"], "building")
    assert scene.everybody() == set()
