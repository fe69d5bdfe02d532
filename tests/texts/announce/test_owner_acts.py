"""What the owner does meanwhile (D07)."""

from __future__ import annotations

from bot.desk import accepting, finishing, owner_acts, registering
from bot.desk.ticket import Actor, Ticket
from nlp.understanding import Appointment, Place
from tests.desk.jinxiu import at
from tests.texts.announce.scene import Scene, labels

OWNER = Actor("resident", 1, "王女士")


def taken(scene: Scene) -> Ticket:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    return ticket


def test_an_urge_is_said_to_the_handler_in_the_group_and_in_private(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 10:30", owner_acts.urge, ticket, OWNER)
    told = "业主催办（第1次）：BX260304-001 3栋2单元1501 厨房漏水。老李，麻烦尽快跟进。"
    assert scene.new("工程群") == told
    assert scene.new("老李") == told
    assert scene.received("王女士") == []


def test_an_urge_before_anybody_took_it_goes_to_the_duty_officer(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", owner_acts.urge, ticket, OWNER)
    told = "业主催办（第1次）：BX260304-001 3栋2单元1501 厨房漏水，还没人接单。小陈，麻烦马上安排。"
    assert scene.new("小陈") == told
    assert labels(scene.messages("工程群")[0]) == ["接单", "转派", "退回", "改分类"]


def test_an_urge_that_waits_for_approval_goes_to_the_manager(scene: Scene) -> None:
    ticket = scene.dispatched(kind="complaint", number="TS260304-001", urgency="normal", grade="minor")
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 10:20", finishing.finish, ticket, scene.staff["老李"], "修好了")
    scene.act("2026-03-04 10:30", owner_acts.urge, ticket, OWNER)
    assert scene.new("刘经理") == "业主在催 TS260304-001 厨房漏水，结果还等您审核。"
    assert scene.everybody() == {"刘经理"}


def test_what_the_owner_adds_is_masked_in_the_group_and_whole_for_the_handler(scene: Scene) -> None:
    ticket = taken(scene)
    scene.photo(ticket, "added", "2026-03-04 10:30")
    scene.act("2026-03-04 10:30", owner_acts.add, ticket, "打我爱人 13900139111", OWNER, photos=1)
    group, private = scene.messages("工程群", edits=False)[0], scene.messages("老李", edits=False)[0]
    assert group.text == "BX260304-001 厨房漏水，业主补充：“打我爱人 139****9111”（照片 1 张）"
    assert private.text == "BX260304-001 厨房漏水，业主补充：“打我爱人 13900139111”（照片 1 张）"
    assert len(group.attachments) == len(private.attachments) == 1


def test_an_appointment_that_comes_later_is_on_the_cards_and_told_to_the_handler(scene: Scene) -> None:
    ticket = taken(scene)
    when = Appointment(at("2026-03-05 15:30"), None, "明天下午三点半")
    scene.act("2026-03-04 10:30", registering.set_appointment, ticket, when, OWNER, "console")
    assert scene.new("老李") == "BX260304-001 厨房漏水，业主约的时间：周四 3月5日 15:30。"
    assert "预约：周四 3月5日 15:30" in scene.edited("工程群").text


def test_the_place_of_an_emergency_is_said_in_the_group(scene: Scene) -> None:
    ticket = scene.dispatched(urgency="emergency", text="水管爆了", place=None, place_text="")
    place = Place(building="3", unit="2", room="1501", text="3-2-1501")
    scene.act("2026-03-04 10:02", registering.set_place, ticket, place, "3栋2单元1501", OWNER, "console")
    assert scene.new("工程群") == "BX260304-001 水管爆了，地点：3栋2单元1501。"
    assert "地点：3栋2单元1501" in scene.edited("工程群").text


def test_a_withdrawn_ticket_is_called_off(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 10:30", owner_acts.withdraw, ticket, OWNER)
    told = "业主撤回了 BX260304-001 3栋2单元1501 厨房漏水，不用处理了。"
    assert scene.new("工程群") == told
    assert scene.new("老李") == told
    assert scene.edited("工程群").buttons == ()


def test_a_draft_that_is_cancelled_disturbs_nobody(scene: Scene) -> None:
    ticket = scene.filed()
    scene.act("2026-03-04 10:01", owner_acts.withdraw, ticket, OWNER)
    assert scene.everybody() == set()
