"""What an owner reads about their own tickets."""

from __future__ import annotations

import pytest

from bot.texts import owner
from nlp.understanding import Appointment, Place
from tests.texts.people import a_complaint, a_ticket, at, voice


def test_one_problem_is_restated_with_all_that_was_understood() -> None:
    ticket = a_ticket(appointment=Appointment(at(5, "15:30"), None, "明天下午三点半"))
    said = owner.restatement(voice(), [ticket], name="王女士", promises=[at(4, "11:00")], photos=1)
    assert said == "\n".join(
        [
            "王女士，您好。给您带来不便了，抱歉。我这样记下了，您看对不对：",
            "",
            "工单：BX260304-001（已登记）",
            "地点：3栋2单元1501",
            "问题：厨房漏水",
            "类别：设施设备·报修",
            "缓急：急修，优先处理",
            "预约：周四 3月5日 15:30",
            "电话：13800138001",
            "照片：1 张",
            "",
            "没问题就点“确认”，11:00 前给您回话。",
        ]
    )


def test_two_problems_are_restated_in_one_message() -> None:
    promises = [at(4, "11:00"), at(4, "11:00")]
    said = owner.restatement(voice(), [a_ticket(), a_complaint()], name="", promises=promises)
    assert said == "\n".join(
        [
            "您好。给您带来不便了，抱歉。您说的 2 件事都记下了，您看对不对：",
            "",
            "1. 工单 BX260304-001（已登记）",
            "地点：3栋2单元1501",
            "问题：厨房漏水",
            "类别：设施设备·报修，急修，优先处理",
            "",
            "2. 工单 TS260304-002（已登记）",
            "地点：3栋2单元1501",
            "问题：北门晚上没有保安",
            "类别：安全保障·投诉",
            "",
            "电话：13800138001",
            "都没问题就点一次“确认”，11:00 前给您回话。",
        ]
    )


def test_matters_with_different_promises_say_each_its_own() -> None:
    promises = [at(4, "11:00"), at(5, "10:00")]
    said = owner.restatement(voice(), [a_ticket(), a_complaint()], name="", promises=promises)
    assert "类别：设施设备·报修，急修，优先处理\n回话：确认后 11:00 前\n" in said
    assert "类别：安全保障·投诉\n回话：确认后 3月5日 10:00 前\n" in said
    assert said.endswith("都没问题就点一次“确认”。")


def test_what_was_changed_is_restated_without_greeting_again() -> None:
    one = owner.restatement(voice(), [a_ticket()], name="王女士", promises=[at(4, "11:00")], again=True)
    assert one.startswith("改好了，您看对不对：\n\n工单：BX260304-001（已登记）")
    promises = [at(4, "11:00"), at(5, "10:00")]
    several = owner.restatement(
        voice(), [a_ticket(), a_complaint()], name="王女士", promises=promises, again=True
    )
    assert several.startswith("改好了，一共 2 件事，您看对不对：\n\n1. 工单 BX260304-001（已登记）")


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("王女士", "王女士，您好。"),
        ("刘", "您好。"),
        ("欧阳", "您好。"),
        ("Smith", "您好。"),
        ("Mr Smith", "Mr Smith，您好。"),
        ("", "您好。"),
    ],
)
def test_nobody_is_called_by_a_bare_surname(name: str, greeting: str) -> None:
    assert owner.hello(voice(), name) == greeting


def test_a_matter_that_begins_with_its_place_does_not_say_it_twice() -> None:
    lobby = Place(building="5", area="5栋楼道", text="5栋楼道")
    ticket = a_ticket(text="5栋楼道着火了", urgency="emergency", place=lobby, place_text="5栋楼道")
    assert "\n工单 BX260304-001：5栋楼道着火了\n" in owner.emergency_reply(voice(), ticket, name="")


def test_a_place_in_traditional_characters_is_not_said_twice_either() -> None:
    ticket = a_ticket(text="3號樓電梯停咗", urgency="emergency", place=None, place_text="3号楼电梯")
    assert "工單 BX260304-001：3號樓電梯停咗\n" in owner.emergency_reply(voice("zh-Hant"), ticket, name="")


def test_a_complaint_about_one_of_the_staff_is_handled_in_confidence() -> None:
    rude = a_complaint(category="service", promised_at=at(5, "10:00"))
    matters = [owner.dispatched(voice(), rude, confidential=True, team="客服部")]
    said = voice().say("talk.confirmed", matters=matters, opening="")
    assert said == "好的，TS260304-002 已交由专人处理，3月5日 10:00 前给您回话。"
    matters = [owner.dispatched(voice(), rude, confidential=False, team="客服部")]
    assert "已派单给客服部的同事" in voice().say("talk.confirmed", matters=matters, opening="")


def test_a_suggestion_goes_to_the_director_whoever_that_is() -> None:
    idea = a_ticket(kind="suggestion", number="JY260304-001", state="assigned", promised_at=at(11, "10:00"))
    said = voice().say(
        "talk.confirmed",
        matters=[owner.dispatched(voice(), idea, confidential=False, team="客服部")],
        opening="",
    )
    assert said == "好的，JY260304-001 已报主任定夺，3月11日 10:00 前给您回话。"
    assert "已报主任，正等定夺，3月11日 10:00 前给您回话" in owner.progress(voice(), [idea])


def test_one_tap_confirms_several_problems() -> None:
    rows = owner.restatement_rows(voice(), [a_ticket(), a_complaint()])
    assert rows == [
        [
            ("确认", {"act": "confirm", "tickets": [1, 2]}),
            ("修改", {"act": "change", "tickets": [1, 2]}),
            ("取消", {"act": "cancel", "tickets": [1, 2]}),
        ]
    ]


def test_a_minor_complaint_is_not_called_minor_to_its_owner() -> None:
    said = owner.restatement(voice(), [a_complaint()], name="王女士", promises=[None])
    assert "轻微" not in said
    assert "缓急" not in said


def test_an_emergency_is_answered_with_the_number_a_promise_and_advice() -> None:
    ticket = a_ticket(text="厨房水管爆了，到处是水", urgency="emergency", promised_at=at(4, "10:15"))
    assert owner.emergency_reply(voice(), ticket, name="王女士") == "\n".join(
        [
            "王女士，您好。收到，情况紧急，已经派单，马上有人处理！",
            "工单 BX260304-001：3栋2单元1501，厨房水管爆了，到处是水",
            "10:15 前一定给您回话。",
            "",
            "在我们到之前，请先注意安全：",
            "· 别蹚水，湿手别碰开关插座，先别坐电梯；够得着就关上总水阀。有人有危险马上打 119。",
        ]
    )


def test_an_emergency_without_a_place_does_not_wait_for_it() -> None:
    ticket = a_ticket(text="水管爆了", urgency="emergency", place=None, place_text="")
    assert "工单 BX260304-001：水管爆了" in owner.emergency_reply(voice(), ticket, name="")


def test_progress_says_where_it_stands_who_has_it_and_until_when() -> None:
    taken = a_ticket(state="accepted", handler_name="老李", promised_at=at(4, "15:00"))
    done = a_complaint(state="answered", promised_at=at(4, "15:00"))
    assert owner.progress(voice(), [taken, done]) == (
        "BX260304-001 厨房漏水：已接单，老李负责，15:00 前给您回话。\n"
        "TS260304-002 北门晚上没有保安：已答复；解决了没有，回访时请您点一下告诉我们。"
    )


def test_progress_of_a_ticket_on_hold_gives_the_reason() -> None:
    ticket = a_ticket(
        state="working",
        handler_name="老李",
        held_until=at(5, "15:00"),
        hold_reason="等配件",
        promised_at=at(5, "15:00"),
    )
    assert owner.progress(voice(), [ticket]) == (
        "BX260304-001 厨房漏水：处理中，老李在跟进，暂缓一下（等配件），3月5日 15:00 前给您回话。"
    )


def test_mr_smith_reads_english() -> None:
    ticket = a_ticket(text="My kitchen tap is leaking", language="en")
    said = owner.restatement(voice("en"), [ticket], name="Mr Smith", promises=[at(5, "09:00")])
    assert said.startswith("Hello Mr Smith. Sorry for the trouble. This is what I noted. Is it right?")
    assert "Place: Building 3, Unit 2, Room 1501\n" in said
    assert "Problem: My kitchen tap is leaking" in said
    assert said.endswith("If so, tap Confirm and you will hear from us by 5 Mar 09:00.")


def test_wong_tai_reads_traditional() -> None:
    said = owner.progress(
        voice("zh-Hant"), [a_ticket(text="廚房漏水", state="assigned", promised_at=at(4, "11:00"))]
    )
    assert said == "BX260304-001 廚房漏水：已派單，正在安排人手，11:00 前給您回覆。"


def test_what_an_owner_can_do_with_a_ticket() -> None:
    rows = owner.matter_rows(voice(), a_ticket())
    assert [[label for label, _ in row] for row in rows] == [["查进度", "催办", "补充"], ["撤回", "转人工"]]
    assert rows[0][1][1] == {"act": "urge", "ticket": 1}
