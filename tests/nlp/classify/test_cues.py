"""Negation, past, hypothesis, question, blame, pressing: the sentence around a word decides with it."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem, topics, understood


def test_denied_fault_is_none() -> None:
    assert topics("厨房没有漏水") == []


def test_missing_guard_is_a_problem_though_a_denied_fault_is_none() -> None:
    assert problem("门口没有保安").topic == "guard.absent"


def test_missing_signal_is_a_problem() -> None:
    assert problem("电梯里没有手机信号").category == "facilities"


def test_supposed_emergency_is_none() -> None:
    assert problem("如果水管爆了应该找谁").urgency == "normal"


def test_feared_emergency_is_not_dispatched_as_one() -> None:
    assert problem("担心台风天玻璃会掉下来，希望提前加固").urgency != "emergency"


def test_outage_of_the_past_is_not_urgent() -> None:
    assert problem("上次停电没有提前通知").urgency == "normal"


def test_pattern_of_emergencies_is_urgent_only() -> None:
    found = problem("电梯经常关人")
    assert (found.kind, found.urgency) == ("complaint", "urgent")


def test_outage_at_home_is_urgent_and_of_the_building_an_emergency() -> None:
    assert problem("家里停水了").urgency == "urgent"
    assert problem("整栋楼停水了").urgency == "emergency"


def test_asking_about_fees_is_an_inquiry_and_blaming_a_complaint() -> None:
    assert problem("物业费多少钱一平").kind == "inquiry"
    assert problem("物业费乱涨价，太不合理").kind == "complaint"


def test_question_that_blames_is_a_complaint() -> None:
    assert problem("垃圾为什么没人管").kind == "complaint"


def test_neglected_fault_stays_the_thing_and_becomes_a_complaint() -> None:
    found = problem("电梯坏了半年没人管")
    assert (found.category, found.kind) == ("facilities", "complaint")


def test_emergency_at_home_is_a_repair_whatever_is_blamed() -> None:
    found = problem("家里水管爆了，打电话没人接，快来人")
    assert (found.kind, found.urgency) == ("repair", "emergency")


def test_pressing_is_noted_and_raises_nothing_here() -> None:
    found = problem("灯坏了，特别急，马上来")
    assert found.pressed
    assert found.urgency == "normal"


@pytest.mark.parametrize("told", ["里面没人", "没人在里面", "没有人被困"])
def test_lift_in_which_nobody_is_has_only_stopped(told: str) -> None:
    found = problem(f"5栋电梯停了不动，{told}")
    assert (found.topic, found.kind, found.urgency) == ("lift.stopped", "repair", "urgent")


def test_asking_when_it_will_be_mended_does_not_say_that_it_is() -> None:
    assert problem("六号楼一整栋没暖气，啥时候修好啊").urgency == "emergency"
    assert problem("六号楼一整栋没暖气，已经修好了").urgency == "normal"


def test_outage_of_the_building_that_lasts_is_an_emergency_and_one_that_recurs_is_not() -> None:
    assert problem("整栋楼到现在都没水，每天提着桶去接").urgency == "emergency"
    assert problem("整栋楼经常停水").urgency == "urgent"


def test_figure_of_speech_is_no_fire() -> None:
    assert topics("我火大得很") == []
    assert problem("物业不作为，业主都气炸了").category == "service"


def test_evidence_stands_in_the_text_as_written() -> None:
    text = "您好!!  廚房　水管爆了"
    for found in problem(text).evidence:
        assert text[found.start : found.end] == found.text
        assert found.weight > 0
        assert found.says == "pipe.burst"


def test_unclear_matter_of_the_estate_is_asked_about_not_dropped() -> None:
    found = problem("投诉咱们小区")
    assert found.confidence < 0.55
    assert understood("投诉咱们小区").intent == "report"
