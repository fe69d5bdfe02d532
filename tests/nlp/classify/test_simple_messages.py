"""The short messages that people send most are understood exactly."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem, topics


@pytest.mark.parametrize(
    ("text", "category", "topic", "kind", "urgency"),
    [
        ("厨房漏水", "facilities", "leak.home", "repair", "urgent"),
        ("厨房水管爆了", "facilities", "pipe.burst", "repair", "emergency"),
        ("家里没电了", "facilities", "power.outage", "repair", "urgent"),
        ("电梯关人了", "facilities", "lift.trapped", "repair", "emergency"),
        ("楼道灯不亮", "facilities", "light.public", "repair", "normal"),
        ("垃圾没人清", "cleaning", "rubbish.heap", "complaint", "normal"),
        ("保安态度很差", "service", "attitude", "complaint", "normal"),
        ("物业费怎么交", "service", "fee.property", "inquiry", "normal"),
        ("建议加装充电桩", "facilities", "charging.wanted", "suggestion", "normal"),
        ("楼上太吵", "service", "noise.neighbour", "complaint", "normal"),
        ("车被刮了", "security", "vandal", "complaint", "normal"),
        ("下水道堵了反水", "facilities", "drain.sewage_home", "repair", "emergency"),
        ("马桶堵了", "facilities", "toilet.blocked", "repair", "urgent"),
        ("闻到煤气味", "facilities", "gas.smell", "repair", "emergency"),
        ("着火了", "security", "fire.now", "repair", "emergency"),
        ("电梯坏了", "facilities", "lift.stopped", "repair", "urgent"),
        ("空调不制冷", "facilities", "ac.broken", "repair", "normal"),
        ("门禁刷不了", "facilities", "gate.broken", "repair", "normal"),
        ("被偷了", "security", "theft", "complaint", "urgent"),
        ("有老鼠", "cleaning", "pests", "complaint", "normal"),
        ("my kitchen sink is leaking", "facilities", "leak.home", "repair", "urgent"),
        ("廚房漏水", "facilities", "leak.home", "repair", "urgent"),
        ("冇電", "facilities", "power.outage", "repair", "urgent"),
        ("水喉爆咗", "facilities", "pipe.burst", "repair", "emergency"),
        ("没有保安", "security", "guard.absent", "complaint", "normal"),
        ("The light in my living room is broken", "facilities", "light.home", "repair", "normal"),
        ("My bathroom light is broken", "facilities", "light.home", "repair", "normal"),
        ("The bedroom lamp is broken", "facilities", "light.home", "repair", "normal"),
        ("my toilet is blocked", "facilities", "toilet.blocked", "repair", "urgent"),
        ("my sink is blocked", "facilities", "drain.blocked", "repair", "normal"),
        ("厨房水管又有一处漏水", "facilities", "leak.home", "repair", "urgent"),
        ("墙上有裂缝", "facilities", "wall.cracked", "repair", "normal"),
        ("水表走得太快", "facilities", "meter.water", "repair", "normal"),
        ("阳台地漏有点慢", "facilities", "drain.blocked", "repair", "normal"),
        ("快递丢在门卫那里三天没通知我", "service", "service.parcel", "complaint", "normal"),
        ("门口鞋柜上面的灯不亮", "facilities", "light.home", "repair", "normal"),
        ("厨房的灯\n一闪一闪的，不太亮了", "facilities", "light.home", "repair", "normal"),
        ("救命啊\n3号楼电梯\n有人被困在里面了", "facilities", "lift.trapped", "repair", "emergency"),
    ],
)
def test_simple_message(text: str, category: str, topic: str, kind: str, urgency: str) -> None:
    found = problem(text)
    assert (found.category, found.topic, found.kind, found.urgency) == (category, topic, kind, urgency)


@pytest.mark.parametrize(
    "text",
    [
        "我火大得很",
        "气炸了",
        "你好",
        "谢谢师傅，修好了",
        "明天下雨记得带伞",
        "没有漏水",
        "水平不错",
        "👍",
        "我要投诉",
        "我要报修",
        "把客厅的灯调暗一点",
        "钥匙放在物业了",
        "",
    ],
)
def test_no_problem_no_ticket(text: str) -> None:
    assert topics(text) == []
