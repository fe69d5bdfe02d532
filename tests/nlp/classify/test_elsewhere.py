"""What happened elsewhere, was dreamt, joked, advertised or said between friends opens no ticket."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem, topics, understood


@pytest.mark.parametrize(
    "text",
    [
        "昨天新闻说某市一个小区电梯坠落，太吓人了",
        "梦见自己被困在电梯里，吓醒了",
        "我妈说她们那边停水三天了，让我多囤点矿泉水",
        "这天热得我要着火了，晚上吃冰去",
        "专业防水补漏，不成功不收费，电话微信同号",
        "出一台九成新洗衣机，三百自提",
        "我在电梯里信号不好，等我上去再打给你",
        "商场停车场的卫生间太脏了",
        "感谢16栋好心邻居捡到我的钱包",
    ],
)
def test_talk_that_only_sounds_like_a_matter_opens_no_ticket(text: str) -> None:
    assert topics(text) == []


def test_fire_asked_about_in_alarm_is_a_fire() -> None:
    assert problem("厨房着火了怎么办").urgency == "emergency"


def test_fire_that_is_only_supposed_is_an_inquiry() -> None:
    found = problem("如果着火了怎么办")
    assert (found.kind, found.urgency) == ("inquiry", "normal")


def test_a_clerks_record_of_a_call_tells_of_no_electric_shock() -> None:
    assert problem("来电人反映小区广告灯箱整夜刺眼，影响睡眠").urgency == "normal"


DANGERS = [
    "厨房着火了",
    "电梯把我妈关在里面了",
    "水管爆了满屋子水",
    "家里有股煤气味",
    "整栋楼都停电了",
    "老人晕倒在楼道",
    "有人在撬我家门",
]
FRAMES = [
    "{}怎么办",
    "我在公司加班，家里人说{}",
    "老师说放学晚，回来发现{}",
    "楼下邻居发视频给我，{}",
    "朋友来家里玩，{}，出差在外回不去",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("danger", DANGERS)
def test_danger_is_heard_whatever_is_said_around_it(frame: str, danger: str) -> None:
    found = understood(frame.format(danger)).problems
    assert "emergency" in {one.urgency for one in found}
