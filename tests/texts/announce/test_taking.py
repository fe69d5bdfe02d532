"""Somebody has it."""

from __future__ import annotations

from bot.desk import accepting, holding
from nlp.understanding import Appointment
from tests.desk.jinxiu import at
from tests.texts.announce.scene import Scene, labels


def test_the_one_who_accepts_gets_name_and_phone_in_private(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    [message] = scene.messages("老李")
    assert "住户：王女士，13800138001" in message.text
    assert labels(message) == ["到场", "完成", "暂缓", "转派"]


def test_the_groups_card_names_who_took_it_and_stays_masked(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    card = scene.edited("工程群")
    assert card.edits == "card:1:1:facilities:0"
    assert card.text.startswith("BX260304-001【设施设备·报修】急修 → 老李\n")
    assert "状态：已接单，老李 10:05" in card.text
    assert "王女士" not in card.text
    assert labels(card) == ["到场", "完成", "暂缓", "转派"]


def test_the_owner_hears_who_comes_and_the_new_promise(scene: Scene) -> None:
    ticket = scene.dispatched(appointment=Appointment(at("2026-03-05 15:30"), None, "明天下午三点半"))
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    assert scene.new("王女士") == "\n".join(
        [
            "您的工单 BX260304-001（厨房漏水）已接单，由老李负责。",
            "约好的时间是 周四 3月5日 15:30。",
            "11:05 前再给您回话。",
        ]
    )


def test_an_owner_who_reads_english_hears_it_in_english() -> None:
    scene = Scene(language="en")
    ticket = scene.dispatched(text="The kitchen tap is leaking")
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    assert scene.new("王女士") == (
        "Your ticket BX260304-001 (The kitchen tap is leaking) has been taken by 老李.\n"
        "You will hear from us again by 11:05."
    )
    scene.storage.close()


def test_arriving_only_changes_the_cards(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 10:30", accepting.arrive, ticket, scene.staff["老李"])
    assert scene.everybody() == {"工程群", "老李"}
    assert "状态：处理中，老李 10:30 到场" in scene.edited("工程群").text
    assert labels(scene.edited("老李")) == ["完成", "暂缓", "转派"]


def test_a_hold_is_explained_to_the_owner_with_the_time_of_the_next_word(scene: Scene) -> None:
    ticket = scene.dispatched()
    staff = scene.staff["老李"]
    scene.act("2026-03-04 10:05", accepting.accept, ticket, staff)
    scene.act("2026-03-04 11:00", holding.hold, ticket, staff, "等配件。", at("2026-03-05 15:00"))
    assert scene.new("王女士") == (
        "您的工单 BX260304-001（厨房漏水）要暂缓一下：等配件。\n给您添麻烦了，抱歉。3月5日 15:00 前一定再给您回话。"
    )


def test_a_handler_without_a_chat_is_named_in_the_group_without_the_phone() -> None:
    scene = Scene(strangers=["老李"])
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    said = scene.new("工程群")
    assert said.startswith("老李，您还没有私聊过我，这条只好发在群里（联系方式已隐去）。")
    assert "13800138001" not in said
    scene.storage.close()


def test_managers_hear_that_an_emergency_has_been_taken(scene: Scene) -> None:
    ticket = scene.dispatched(urgency="emergency", text="厨房水管爆了")
    scene.act("2026-03-04 10:02", accepting.accept, ticket, scene.staff["老李"])
    assert scene.new("管理群") == "BX260304-001 厨房水管爆了：老李已接单。"
