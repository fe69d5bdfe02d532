"""Finished, judged, answered (C07)."""

from __future__ import annotations

from typing import Any

from bot.desk import accepting, finishing
from bot.desk.ticket import CLOCK, Ticket
from tests.texts.announce.scene import Scene, labels


def taken(scene: Scene, **facts: Any) -> Ticket:
    ticket = scene.dispatched(**facts)
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["小张"])
    return ticket


def complaint(scene: Scene, **facts: Any) -> Ticket:
    told = {"number": "TS260304-001", "kind": "complaint", "category": "cleaning", "group": "cleaning"}
    return taken(
        scene, **{**told, "urgency": "normal", "grade": "minor", "text": "楼道的垃圾三天没人清了", **facts}
    )


def finished(scene: Scene, ticket: Ticket, result: str = "已经清扫干净") -> None:
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["小张"], result)


def test_a_finished_repair_is_answered_at_once(scene: Scene) -> None:
    ticket = taken(scene)
    finished(scene, ticket, "换了水龙头")
    assert scene.new("王女士") == (
        "您报修的“厨房漏水”（BX260304-001）已完成：换了水龙头\n"
        "给您添麻烦了。过些时候我再来问您一声，有不对的地方随时告诉我。"
    )
    card = scene.edited("工程群")
    assert "状态：已完成，小张 11:00，已答复业主。结果：换了水龙头" in card.text
    assert card.buttons == ()
    assert len(scene.messages("工程群")) == 1


def test_the_photos_of_the_work_go_to_the_owner(scene: Scene) -> None:
    ticket = taken(scene)
    scene.photo(ticket, "report", "2026-03-04 10:00")
    scene.photo(ticket, "result", "2026-03-04 10:58")
    finished(scene, ticket)
    [message] = scene.messages("王女士")
    assert [photo.name for photo in message.attachments] == ["result.jpg"]


def test_a_photo_that_comes_after_the_sentence_is_passed_on(scene: Scene) -> None:
    ticket = taken(scene)
    finished(scene, ticket)
    scene.photo(ticket, "result", "2026-03-04 11:05")
    scene.act("2026-03-04 11:05", lambda desk: desk.note(ticket, "photo_added", CLOCK, photos=1))
    [message] = scene.messages("王女士")
    assert message.text == "您报的“厨房漏水”（BX260304-001），补一张完工照片给您看看。"
    assert len(message.attachments) == 1


def test_a_complaints_result_waits_for_the_customer_service_manager(scene: Scene) -> None:
    ticket = complaint(scene)
    finished(scene, ticket)
    [message] = scene.messages("刘经理")
    assert message.text == "\n".join(
        [
            "投诉处理结果，请您审核：",
            "TS260304-001 3栋2单元1501",
            "业主：王女士 13800138001",
            "反映：“楼道的垃圾三天没人清了”",
            "处理人：小张",
            "结果：已经清扫干净",
        ]
    )
    assert labels(message) == ["同意", "无效", "退回重办"]
    assert scene.received("王女士") == []


def test_the_approved_result_goes_to_the_owner(scene: Scene) -> None:
    ticket = complaint(scene)
    finished(scene, ticket)
    scene.act("2026-03-04 11:30", finishing.approve, ticket, scene.staff["刘经理"])
    assert scene.new("王女士") == (
        "您反映的“楼道的垃圾三天没人清了”（TS260304-001）已完成处理，结果是：已经清扫干净\n"
        "给您添麻烦了，谢谢您告诉我们。过些时候我再来问您一声，还有不满意的地方随时告诉我。"
    )
    assert "已答复" in scene.edited("保洁群").text


def test_a_result_that_is_sent_back_returns_to_the_handler_and_the_owner_hears_nothing(scene: Scene) -> None:
    ticket = complaint(scene)
    finished(scene, ticket)
    scene.act("2026-03-04 11:30", finishing.redo, ticket, scene.staff["刘经理"])
    told = (
        "TS260304-001 楼道的垃圾三天没人清了：刘经理把结果退回重办。小张，请再处理一下，办好后重新点“完成”。"
    )
    assert scene.new("小张") == told
    assert scene.new("保洁群") == told
    assert "完成" in labels(scene.edited("保洁群"))
    assert scene.received("王女士") == []


def test_a_complaint_that_is_not_valid_is_explained_in_the_managers_words(scene: Scene) -> None:
    ticket = complaint(scene)
    finished(scene, ticket)
    scene.act(
        "2026-03-04 11:30",
        finishing.invalidate,
        ticket,
        scene.staff["刘经理"],
        "三天的清运记录都在，每天都有人清。",
    )
    assert scene.new("王女士") == (
        "您反映的“楼道的垃圾三天没人清了”（TS260304-001），我们认真核实过了。\n"
        "三天的清运记录都在，每天都有人清。\n"
        "谢谢您的理解。还有疑问随时告诉我，我们继续听您说。"
    )
    assert "状态：无效，已向业主说明" in scene.edited("保洁群").text


def test_a_complaint_about_a_mans_manner_is_judged_by_his_manager(scene: Scene) -> None:
    ticket = complaint(scene, category="service", group="service", about="保安", text="北门保安态度很差")
    finished(scene, ticket)
    assert labels(scene.messages("赵队")[0]) == ["同意", "无效", "退回重办"]
    assert scene.received("刘经理") == []


def test_an_adopted_suggestion_is_thanked_for(scene: Scene) -> None:
    ticket = scene.dispatched(
        number="JY260304-001", kind="suggestion", urgency="normal", text="建议北门加一盏路灯"
    )
    scene.act("2026-03-04 15:00", finishing.decide, ticket, scene.staff["周主任"], True)
    assert (
        scene.new("王女士")
        == "您的建议“建议北门加一盏路灯”（JY260304-001）已采纳，主任已经同意照办。\n谢谢您替小区着想！"
    )
    assert scene.edited("周主任").buttons == ()
