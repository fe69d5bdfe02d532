"""A ticket goes out."""

from __future__ import annotations

from typing import Any

from bot.desk import dispatching
from bot.desk.ticket import CLOCK
from tests.texts.announce.scene import Scene, labels
from tests.texts.people import a_complaint


def complaint(**facts: Any) -> dict[str, Any]:
    told = a_complaint()
    names = ("number", "kind", "category", "group", "topic", "urgency", "grade", "text")
    return {**{name: getattr(told, name) for name in names}, **facts}


def test_the_card_goes_to_the_group_of_the_category_with_its_buttons(scene: Scene) -> None:
    scene.dispatched()
    [message] = scene.messages("工程群")
    assert message.text.startswith("BX260304-001【设施设备·报修】急修\n地点：3栋2单元1501\n内容：“厨房漏水”")
    assert labels(message) == ["接单", "转派", "退回", "改分类"]
    assert message.name == "card:1:1:facilities:0"
    assert scene.everybody() == {"工程群"}


def test_the_photos_of_the_report_follow_the_card(scene: Scene) -> None:
    ticket = scene.filed()
    scene.photo(ticket, "report", "2026-03-04 10:00")
    scene.act("2026-03-04 10:00", dispatching.dispatch, ticket, CLOCK)
    message = scene.messages("工程群")[1]
    assert message.text == "BX260304-001 厨房漏水的照片"
    assert [photo.name for photo in message.attachments] == ["report.jpg"]


def test_an_unconfirmed_ticket_is_told_to_its_owner_and_marked(scene: Scene) -> None:
    ticket = scene.filed()
    scene.act("2026-03-04 10:10", dispatching.dispatch, ticket, CLOCK, unconfirmed=True)
    assert "（未确认）" in scene.new("工程群")
    assert scene.new("王女士") == "\n".join(
        [
            "王女士，您好。怕耽误您的事，没等到您点确认，我们先按这样派单了：",
            "工单 BX260304-001：3栋2单元1501，厨房漏水",
            "11:10 前给您回话。哪里不对，随时告诉我。",
        ]
    )


def test_outside_opening_hours_the_duty_officer_has_the_card_too(scene: Scene) -> None:
    scene.dispatched("2026-03-04 20:00")
    [message] = scene.messages("赵队")
    assert message.text.startswith("下班时间的新工单，请您值班处理。\n\nBX260304-001")
    assert "王女士" not in message.text
    assert labels(message) == ["接单", "转派", "退回", "改分类"]
    assert scene.everybody() == {"工程群", "赵队"}


def test_at_lunch_the_desk_is_open(scene: Scene) -> None:
    scene.dispatched("2026-03-04 13:00")
    assert scene.everybody() == {"工程群"}


def test_an_emergency_is_told_to_manager_and_director_at_once(scene: Scene) -> None:
    scene.dispatched(urgency="emergency", text="厨房水管爆了")
    assert scene.everybody() == {"工程群", "孙经理", "周主任", "管理群"}
    assert scene.new("孙经理").startswith("请关注：急修·特急，已派到工程群。\n\nBX260304-001")
    assert (
        scene.new("管理群")
        == "急修·特急：BX260304-001 3栋2单元1501 厨房水管爆了，已派到工程群，已报孙经理、周主任。"
    )
    assert all(message.important for message in scene.messages("工程群"))


def test_an_emergency_by_night_is_told_to_the_duty_manager_too(scene: Scene) -> None:
    scene.dispatched("2026-03-04 22:00", urgency="emergency", text="厨房水管爆了")
    assert scene.everybody() == {"工程群", "赵队", "孙经理", "周主任", "刘经理", "管理群"}


def test_a_major_complaint_is_told_at_once(scene: Scene) -> None:
    scene.dispatched(**complaint(grade="major", text="昨晚车库的车被偷了"))
    assert scene.everybody() == {"秩序群", "赵队", "周主任", "管理群"}


def test_a_suggestion_goes_to_the_director_alone(scene: Scene) -> None:
    scene.dispatched(number="JY260304-001", kind="suggestion", urgency="normal", text="建议北门加一盏路灯")
    [message] = scene.messages("周主任")
    assert message.text.startswith("业主的建议，请您定夺。\n\nJY260304-001")
    assert labels(message) == ["采纳", "不采纳"]
    assert scene.everybody() == {"周主任"}


def test_a_group_without_a_chat_is_stood_in_for_by_customer_service() -> None:
    scene = Scene(unbound=["工程群"])
    scene.dispatched()
    assert scene.new("客服群").startswith("工程群还没有绑定，先发到这里。\n\nBX260304-001")
    scene.storage.close()


def test_a_director_without_a_chat_is_told_by_name_in_the_managers_group() -> None:
    scene = Scene(strangers=["周主任"])
    scene.dispatched(urgency="emergency", text="厨房水管爆了")
    assert scene.received("管理群")[0].startswith("周主任，请关注：急修·特急，已派到工程群。")
    scene.storage.close()


def test_a_complaint_about_a_man_is_shown_to_his_manager_alone(scene: Scene) -> None:
    scene.dispatched(
        **complaint(category="service", group="service", about="老李", text="老李昨天上门态度很差")
    )
    assert scene.new("孙经理").startswith("有业主投诉老李，只发给您一个人，请安排别人处理。\n\nTS260304-002")
    assert scene.everybody() == {"孙经理"}
