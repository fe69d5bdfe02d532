"""A ticket as staff see it."""

from __future__ import annotations

from bot.texts import card
from bot.texts.card import Face
from nlp.understanding import Appointment, Evidence
from tests.texts.people import a_complaint, a_ticket, at, voice

WAITING = {
    "state": "assigned",
    "dispatched_at": at(4, "10:00"),
    "accept_by": at(4, "10:15"),
    "solve_by": at(5, "10:00"),
    "promised_at": at(4, "11:00"),
}
TAKEN = {
    **WAITING,
    "state": "accepted",
    "handler_id": 1,
    "handler_name": "老李",
    "accepted_at": at(4, "10:05"),
}


def labels(rows: object) -> list[list[str]]:
    assert isinstance(rows, list)
    return [[label for label, _ in row] for row in rows]


def test_a_group_sees_everything_but_name_and_phone() -> None:
    ticket = a_ticket(
        **WAITING,
        text="厨房水管爆了，我是王女士，打13800138001",
        appointment=Appointment(at(5, "15:30"), None, "明天下午三点半"),
        evidence=(
            Evidence("水管", 2, 4, "facilities"),
            Evidence("爆", 4, 5, "urgent"),
            Evidence("水管", 2, 4, "x"),
        ),
        verified=False,
        unconfirmed=True,
    )
    assert card.text(voice(), ticket, Face(photos=2)) == "\n".join(
        [
            "BX260304-001【设施设备·报修】急修",
            "地点：3栋2单元1501",
            "内容：“厨房水管爆了，打138****8001”",
            "住户：王**，138****8001（未核实、未确认）",
            "预约：周四 3月5日 15:30",
            "时限（急修）：10:15 前接单，3月5日 10:00 前解决",
            "依据：水管、爆",
            "照片：2 张",
            "状态：已派单 10:00，等人接单",
        ]
    )


def test_the_one_who_takes_it_sees_name_and_phone() -> None:
    said = card.text(voice(), a_ticket(**TAKEN), Face(private=True))
    assert "住户：王女士，13800138001" in said
    assert "状态：已接单，老李 10:05" in said
    assert "时限（急修）：11:00 前回业主话，3月5日 10:00 前解决" in said


def test_a_name_inside_the_story_is_masked_in_groups() -> None:
    ticket = a_ticket(**WAITING, text="王女士家厨房漏水，电话 138 0013 8001 随时打")
    said = card.text(voice(), ticket, Face())
    assert "王女士" not in said
    assert "8001" in said
    assert "0013" not in said


def test_the_second_round_names_the_department_manager() -> None:
    said = card.text(
        voice(), a_ticket(**WAITING, round=2), Face(watcher="孙经理", note="第2次：业主说没有解决。")
    )
    assert said.startswith("第2次：业主说没有解决。\n\n【第2次】BX260304-001【设施设备·报修】急修\n")
    assert "督办：孙经理" in said


def test_urgency_and_grade_have_their_own_words() -> None:
    tickets = [
        a_ticket(urgency="emergency"),
        a_ticket(urgency="urgent"),
        a_ticket(urgency="normal"),
        a_complaint(grade="minor"),
        a_complaint(grade="important", urgency="urgent"),
        a_complaint(grade="major", urgency="emergency"),
        a_ticket(kind="suggestion", urgency="normal"),
        a_ticket(kind="inquiry", urgency="urgent"),
    ]
    assert [card.severity(voice(), ticket) for ticket in tickets] == [
        "急修·特急",
        "急修",
        "普通",
        "轻微投诉",
        "重要投诉",
        "重大投诉·特急",
        "建议",
        "咨询·加急",
    ]


def test_what_is_neither_repair_nor_complaint_does_not_say_its_kind_twice() -> None:
    idea = card.text(voice(), a_ticket(**WAITING, kind="suggestion", urgency="normal"), Face())
    assert idea.startswith("BX260304-001【设施设备·建议】\n")
    assert "状态：已报主任 10:00，待定夺" in idea
    question = card.text(voice(), a_ticket(**WAITING, kind="inquiry", urgency="urgent"), Face())
    assert question.startswith("BX260304-001【设施设备·咨询】加急\n")


def test_limits_are_told_earliest_first() -> None:
    late_word = {**TAKEN, "solve_by": at(4, "10:30")}
    assert "时限（急修）：10:30 前解决，11:00 前回业主话" in card.text(voice(), a_ticket(**late_word), Face())


def test_a_card_that_is_gone_names_its_place_once() -> None:
    nowhere = a_ticket(place=None, place_text="")
    assert card.gone(voice(), nowhere, "已退回客服") == "BX260304-001 厨房漏水\n状态：已退回客服"
    corridor = a_ticket(text="5栋楼道着火了", place_text="5栋楼道", place=None)
    assert card.gone(voice(), corridor, "已退回客服") == "BX260304-001 5栋楼道着火了\n状态：已退回客服"


def test_the_state_says_who_and_when() -> None:
    said = [
        card.state(voice(), ticket, private=False)
        for ticket in (
            a_ticket(**{**TAKEN, "state": "working", "arrived_at": at(4, "10:30")}),
            a_ticket(**{**TAKEN, "state": "working", "held_until": at(5, "15:00"), "hold_reason": "等配件"}),
            a_ticket(**{**TAKEN, "offered_id": 2, "offered_name": "小吴"}),
            a_ticket(**{**TAKEN, "state": "finished", "finished_at": at(4, "11:00"), "result": "扫干净了"}),
            a_ticket(**{**TAKEN, "state": "answered", "finished_at": at(4, "11:00"), "result": "换了水管"}),
            a_ticket(**{**TAKEN, "state": "closed", "result": "换了水管"}),
        )
    ]
    assert said == [
        "处理中，老李 10:30 到场",
        "处理中，老李，暂缓到 3月5日 15:00（等配件）",
        "转派给小吴，待接手；接手之前由老李负责",
        "已完成，老李 11:00，等待审核。结果：扫干净了",
        "已完成，老李 11:00，已答复业主。结果：换了水管",
        "已办结。结果：换了水管",
    ]


def test_buttons_follow_the_state() -> None:
    assert labels(card.buttons_for(voice(), a_ticket(**WAITING))) == [["接单", "转派"], ["退回", "改分类"]]
    assert labels(card.buttons_for(voice(), a_ticket(**TAKEN))) == [["到场", "完成"], ["暂缓", "转派"]]
    arrived = a_ticket(**{**TAKEN, "state": "working", "arrived_at": at(4, "10:30")})
    assert labels(card.buttons_for(voice(), arrived)) == [["完成"], ["暂缓", "转派"]]
    assert card.buttons_for(voice(), a_ticket(**{**TAKEN, "state": "answered"})) == []


def test_a_waiting_hand_over_can_be_accepted_but_not_by_its_giver() -> None:
    ticket = a_ticket(**TAKEN, offered_id=2, offered_name="小吴")
    assert labels(card.buttons_for(voice(), ticket))[0] == ["接单"]
    assert labels(card.buttons_for(voice(), ticket, own=True)) == [["到场", "完成"], ["暂缓", "转派"]]


def test_a_patrol_find_names_who_found_it() -> None:
    said = card.text(voice(), a_ticket(**WAITING, source="patrol", resident_name="小马", phone=""), Face())
    assert "【设施设备·巡查】" in said
    assert "发现：小马" in said
