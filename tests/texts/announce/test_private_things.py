"""What groups may not read, and what goes past the one who is blamed (G02, B08)."""

from __future__ import annotations

from bot.desk import accepting, escalating, finishing, owner_acts, reopening, visiting
from bot.desk.ticket import CLOCK, Actor, Ticket
from tests.texts.announce.scene import Scene, labels

PHONE = "13800138001"
UNREADABLE = f"我是王女士，电话{PHONE}"
"""An answer to 在哪里 that nobody could read as a place."""


def lost(scene: Scene) -> Ticket:
    return scene.dispatched(place=None, place_text=UNREADABLE)


def test_a_place_that_nobody_could_read_is_masked_in_the_group(scene: Scene) -> None:
    lost(scene)
    assert "地点：我是王**，电话138****8001" in scene.new("工程群")


def test_lines_for_the_group_mask_it_too(scene: Scene) -> None:
    ticket = lost(scene)
    scene.act("2026-03-04 10:10", owner_acts.urge, ticket, Actor("resident", scene.owner.id, "王女士"))
    assert PHONE not in scene.new("工程群")


def test_whoever_took_it_reads_it_in_full(scene: Scene) -> None:
    ticket = lost(scene)
    scene.act("2026-03-04 10:10", accepting.accept, ticket, scene.staff["老李"])
    assert f"地点：{UNREADABLE}" in scene.new("老李")


def lost_message(scene: Scene) -> None:
    ticket = scene.dispatched()
    told = {"reason": "blocked", "text": f"住户：王女士，{PHONE}", "to_owner": False}
    scene.act("2026-03-04 10:10", lambda desk: desk.note(ticket, "undelivered", CLOCK, **told))


def test_an_undelivered_private_card_is_quoted_in_full_in_private(scene: Scene) -> None:
    lost_message(scene)
    assert f"消息是：“住户：王女士，{PHONE}”" in scene.new("小陈")


def test_an_undelivered_private_card_is_masked_where_a_group_reads_it() -> None:
    scene = Scene(strangers=["小陈"])
    lost_message(scene)
    (group,) = scene.everybody()
    assert "消息是：“住户：王**，138****8001”" in scene.new(group)
    scene.storage.close()


def blaming(scene: Scene, name: str) -> Ticket:
    facts = {"number": "TS260304-001", "kind": "complaint", "category": "service", "group": "service"}
    return scene.dispatched(**facts, urgency="normal", grade="minor", about=name, text=f"{name}说话很不客气")


def test_the_phone_task_of_an_assistant_who_is_blamed_goes_to_the_manager(scene: Scene) -> None:
    ticket = blaming(scene, "小陈")
    scene.act("2026-03-04 11:00", visiting.plan, ticket)
    (visit, *_) = scene.work.visits.of_ticket(ticket.id)
    visit.state = "asked"
    scene.work.visits.save(visit)
    scene.act("2026-03-06 11:00", visiting.hand_to_assistant, visit.id)
    assert scene.everybody() == {"刘经理"}
    assert labels(scene.messages("刘经理")[0]) == ["已电话回访", "无法联系"]


def test_a_duty_officer_who_is_blamed_is_not_reminded_of_it(scene: Scene) -> None:
    ticket = blaming(scene, "小陈")
    scene.act("2026-03-04 10:30", escalating.nobody_accepted, ticket.id, 1)
    assert scene.everybody() == {"刘经理"}
    ticket = scene.work.tickets.get(ticket.id)
    scene.act("2026-03-04 10:40", owner_acts.urge, ticket, Actor("resident", scene.owner.id, "王女士"))
    assert scene.everybody() == {"刘经理"}
    assert "刘经理，麻烦马上安排" in scene.new("刘经理")


def test_whoever_stands_above_two_of_them_is_asked_once(scene: Scene) -> None:
    ticket = blaming(scene, "刘经理")
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["小陈"])
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["小陈"], "道歉了")
    scene.act("2026-03-04 16:00", escalating.overdue, ticket.id)
    assert scene.new("周主任").endswith("结果还等您审核，麻烦尽快看一下。")
    assert scene.everybody() == {"周主任"}


def test_words_of_the_staff_that_begin_another_round_are_masked(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["老李"], "好了")
    by = Actor("staff", scene.staff["小陈"].id, "小陈")
    scene.act("2026-03-05 11:00", reopening.reopen, ticket, f"王女士说还漏，打{PHONE}", by)
    assert "第2次：王**说还漏，打138****8001。" in scene.messages("工程群", edits=False)[0].text
