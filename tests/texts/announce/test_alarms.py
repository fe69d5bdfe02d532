"""What the clock brings while nobody acts (C04, C05)."""

from __future__ import annotations

from bot.desk import accepting, escalating, finishing, promises
from bot.desk.ticket import Ticket
from tests.texts.announce.scene import Scene, labels


def test_the_first_step_reminds_the_group_with_buttons_and_the_duty_officer(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:10", escalating.nobody_accepted, ticket.id, 1)
    [message] = scene.messages("工程群")
    assert (
        message.text == "BX260304-001 3栋2单元1501 厨房漏水，10:00 派的单，到现在还没人接，请哪位马上接一下。"
    )
    assert labels(message) == ["接单", "转派", "退回", "改分类"]
    assert scene.new("小陈").endswith("到现在还没人接，请您值班安排人接单。")
    assert scene.everybody() == {"工程群", "小陈"}


def test_by_night_the_security_supervisor_is_reminded(scene: Scene) -> None:
    ticket = scene.dispatched("2026-03-04 19:00")
    scene.act("2026-03-04 19:10", escalating.nobody_accepted, ticket.id, 1)
    assert scene.everybody() == {"工程群", "赵队"}


def test_then_the_department_manager_then_the_director(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:20", escalating.nobody_accepted, ticket.id, 2)
    assert scene.everybody() == {"孙经理"}
    scene.act("2026-03-04 10:40", escalating.nobody_accepted, ticket.id, 3)
    assert scene.everybody() == {"周主任"}


def test_the_managers_group_hears_of_an_emergency_that_nobody_took(scene: Scene) -> None:
    ticket = scene.dispatched(urgency="emergency", text="厨房水管爆了")
    scene.act("2026-03-04 10:06", escalating.nobody_accepted, ticket.id, 2)
    assert scene.everybody() == {"孙经理", "管理群"}
    assert scene.new("孙经理").endswith("到现在还没人接，请您安排人接单。")
    assert scene.new("管理群").endswith("到现在还没人接，已请孙经理安排人接单。")
    scene.act("2026-03-04 10:10", escalating.nobody_accepted, ticket.id, 3)
    assert scene.new("管理群").endswith("已报周主任过问。")


def test_the_managers_group_hears_who_was_asked_about_what_is_overdue(scene: Scene) -> None:
    ticket = scene.dispatched(urgency="emergency", text="厨房水管爆了", place=None, place_text="")
    scene.act("2026-03-04 10:01", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 14:00", escalating.overdue, ticket.id)
    assert scene.new("管理群") == (
        "BX260304-001 厨房水管爆了已超过解决时限（14:00），负责人老李。已请孙经理督促、老李抓紧办。"
    )


def test_the_same_step_is_said_once(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:10", escalating.nobody_accepted, ticket.id, 1)
    kept = scene.work.tickets.get(ticket.id)
    kept.escalated = 0
    scene.work.tickets.save(kept)
    scene.act("2026-03-04 10:11", escalating.nobody_accepted, ticket.id, 1)
    assert scene.everybody() == set()


def test_what_is_overdue_goes_to_manager_and_handler_then_to_the_director(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-05 10:00", escalating.overdue, ticket.id)
    late = "BX260304-001 3栋2单元1501 厨房漏水已超过解决时限（10:00），负责人老李。"
    assert scene.new("孙经理") == late + "请您督促。"
    assert scene.new("老李") == late + "请尽快办完，办不完先写明原因“暂缓”。"
    scene.act("2026-03-05 18:00", escalating.overdue, ticket.id)
    assert scene.new("周主任") == late + "超时还没解决，请您过问。"
    assert scene.everybody() == {"周主任"}


def handled_complaint(scene: Scene) -> Ticket:
    facts = {"number": "TS260304-001", "kind": "complaint", "urgency": "normal", "grade": "minor"}
    ticket = scene.dispatched(**facts)
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["老李"], "扫干净了")
    return ticket


def test_what_waits_for_approval_too_long_is_asked_of_the_approver_and_not_of_the_handler(
    scene: Scene,
) -> None:
    ticket = handled_complaint(scene)
    scene.act("2026-03-04 16:00", escalating.overdue, ticket.id)
    late = "TS260304-001 3栋2单元1501 厨房漏水已超过解决时限（16:00），负责人老李。已经处理完，"
    assert scene.new("刘经理") == late + "结果还等您审核，麻烦尽快看一下。"
    assert scene.new("孙经理") == late + "结果还等刘经理审核。"
    assert scene.everybody() == {"刘经理", "孙经理"}
    scene.act("2026-03-05 15:00", escalating.overdue, ticket.id)
    assert scene.everybody() == {"刘经理", "周主任"}


def test_a_promise_due_while_the_result_waits_does_not_say_that_nothing_was_done(scene: Scene) -> None:
    ticket = handled_complaint(scene)
    scene.act("2026-03-04 16:05", promises.came_due, ticket.id)
    assert scene.new("王女士") == (
        "王女士，您好。您的工单 TS260304-001（厨房漏水）已经处理完了，正在核对结果，让您久等了。\n"
        "3月5日 10:00 前给您答复，或者告诉您到哪一步了。"
    )


def test_a_promise_that_comes_due_is_kept_with_word_of_where_it_stands(scene: Scene) -> None:
    ticket = scene.dispatched()
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 11:05", promises.came_due, ticket.id)
    [message] = scene.messages("王女士")
    assert message.text == "\n".join(
        [
            "王女士，您好。您的工单 BX260304-001（厨房漏水）还没处理好，让您久等了，抱歉。",
            "现在的情况：已接单，老李负责。",
            "12:05 前再给您回话。",
        ]
    )
    assert labels(message) == ["查进度", "催办", "补充", "撤回", "转人工"]
