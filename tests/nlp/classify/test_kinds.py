"""Repair, complaint, suggestion, inquiry: told by blame, repetition and what is asked for."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("请求维修3号楼的水管", "repair"),
        ("厨房水龙头一直滴水", "repair"),
        ("电梯坏了半年没人管", "complaint"),
        ("楼道灯经常不亮", "complaint"),
        ("物业费又涨了，毫无依据", "complaint"),
        ("凭什么停水不通知业主", "complaint"),
        ("请问物业费怎么交，太贵可以分期吗", "inquiry"),
        ("物业费一年多少钱", "inquiry"),
        ("强烈建议把门口的保安换掉", "suggestion"),
        ("能否在小区里加装充电桩", "suggestion"),
        ("老人被关在电梯里十几分钟了，对讲没人应", "repair"),
        ("6栋大厅有人吐了一地，麻烦喊阿姨来冲一下", "repair"),
        ("暖气管接头在漏水，几点能来人", "repair"),
        ("想咨询一下，窗户密封条都老化了，更换的费用从哪里出", "inquiry"),
        ("强制绑定物业费才能办门禁卡合理吗", "complaint"),
        ("花坛里能不能种点驱蚊草", "suggestion"),
    ],
)
def test_kind_is_told_by_what_is_said_of_the_matter(text: str, kind: str) -> None:
    assert problem(text).kind == kind


def test_long_story_that_asks_for_nothing_is_a_grievance() -> None:
    told = "三号楼门前那段路面裂开了，雨天存水，老人走过去要扶着墙慢慢挪，夜里更看不清楚"
    assert problem(told).kind == "complaint"
    assert problem(f"{told}，请安排维修").kind == "repair"
