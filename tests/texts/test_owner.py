"""What an owner reads about their own tickets."""

from __future__ import annotations

from bot.texts import owner
from nlp.understanding import Appointment
from tests.texts.people import a_complaint, a_ticket, at, voice


def test_one_problem_is_restated_with_all_that_was_understood() -> None:
    ticket = a_ticket(appointment=Appointment(at(5, "15:30"), None, "明天下午三点半"))
    said = owner.restatement(voice(), [ticket], name="王女士", promise=at(4, "11:00"), photos=1)
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
    said = owner.restatement(voice(), [a_ticket(), a_complaint()], name="", promise=at(4, "11:00"))
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
    said = owner.restatement(voice(), [a_complaint()], name="王女士", promise=None)
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
        "TS260304-002 北门晚上没有保安：已答复，过后我们会回访您。"
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
    said = owner.restatement(voice("en"), [ticket], name="Mr Smith", promise=at(5, "09:00"))
    assert said.startswith("Hello Mr Smith. Sorry for the trouble. This is what I noted. Is it right?")
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
