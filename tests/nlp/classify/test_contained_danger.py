"""Danger that is over leaves urgent work; danger that goes on, or is only a pattern told beside it, stays an alarm."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem


@pytest.mark.parametrize(
    "text",
    [
        "水管半夜爆了，我已经把总阀关了，来人换管",
        "火已经扑灭了，是楼下的电瓶车自燃",
        "刚才电梯困了我一刻钟，已经出来了",
        "路面塌陷，拉了警戒线，等你们来修",
    ],
)
def test_danger_that_is_over_is_urgent(text: str) -> None:
    assert problem(text).urgency == "urgent"


@pytest.mark.parametrize(
    "text",
    ["总阀关了还是止不住，厨房水还在喷", "火苗又窜起来了，扑灭了又烧", "水管爆了，总阀关不上"],
)
def test_danger_that_goes_on_is_an_emergency(text: str) -> None:
    assert problem(text).urgency == "emergency"


def test_whoever_sits_in_the_lift_now_is_an_emergency_however_often_it_fails() -> None:
    assert problem("我被困电梯了，这电梯三天两头坏").urgency == "emergency"
    assert problem("这电梯三天两头困人").urgency == "urgent"


def test_outage_in_effect_is_an_emergency_and_a_recurring_one_urgent() -> None:
    assert problem("家属院整院停水到第四天了").urgency == "emergency"
    assert problem("桂花苑隔三差五停水").urgency == "urgent"


def test_what_may_fall_one_day_is_urgent() -> None:
    assert problem("外墙瓷砖有脱落风险").urgency == "urgent"
    assert problem("外墙瓷砖空鼓，随时可能掉下来").urgency == "urgent"
    assert problem("外墙瓷砖掉下来一大块，砸在人行道上").urgency == "emergency"
