"""Danger told plainly is heard; what is loose, feared, dreamt or told of elsewhere sounds no alarm."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem, topics, understood


def levels(text: str) -> set[str]:
    return {each.urgency for each in understood(text).problems}


ALARMS = [
    "电梯卡在五楼和六楼中间，里面有两个老人", "电梯门开着，里面没轿厢", "电梯夹人了", "電梯入面困咗人", "屋企爆水管",
    "The lift stopped between floors and I'm stuck inside with my kid", "man trapped in elevator", "there's a gas leak",
    "Someone is trying to break into unit 1203 right now", "someone has a knife", "my kid is locked in the car",
    "有人翻到顶楼护栏外坐着，怎么劝都不下来", "阳台的水泥块刚砸下来，车顶都凹了", "停车场顶塌了一块", "树砸下来压到人了",
    "小孩掉水池里了", "我妈在楼道摔倒了，动不了", "我爸晕倒在楼下", "老爷子突然不行了，快叫120", "楼下一个老人躺地上",
    "孩子头卡栏杆里了", "小孩从楼梯滚下去了，头流血", "我被锁在楼顶天台了", "隔壁传来呼救声", "隔壁家暴，女的一直惨叫",
    "我男朋友打我，快来人", "有个陌生人闯进我家了", "小偷还在里面", "小区里有人放火", "有人撬我家门",
    "厨房燃气表那边嘶嘶响", "燃气管被挖断了", "煤气中毒，我爸没反应", "烟雾报警器一直响，有烟", "污水井炸了", "变压器爆炸了",
    "楼上漏水漏到电箱上了，滋滋响", "邻居家没人，一直有水流出来", "总阀坏了，水喷到天花板", "马桶往上喷水，屎都出来了",
    "一楼家里地漏往外冒黑水，已经到客厅", "整个单元停水", "全楼都没暖气，老人受不了",
]  # fmt: skip


@pytest.mark.parametrize("text", ALARMS)
def test_danger_told_plainly_is_an_emergency(text: str) -> None:
    assert "emergency" in levels(text)


def test_loose_cladding_is_urgent_and_fallen_an_emergency() -> None:
    assert problem("外墙砖松了，怕掉下来砸人").urgency == "urgent"
    assert problem("外墙砖刚掉下来一大块").urgency == "emergency"


def test_what_may_burn_one_day_does_not_burn() -> None:
    assert problem("楼上总往下扔烟头，早晚着火").urgency == "urgent"


@pytest.mark.parametrize("text", ["昨晚做噩梦，家里着火了，吓醒", "昨天看电影里面楼都塌了，太好看了", "在吗"])
def test_dream_film_and_greeting_open_no_ticket(text: str) -> None:
    assert topics(text) == []


def test_greeting_does_not_hide_the_fault_behind_it() -> None:
    assert (problem("在吗，书房的灯不亮了").kind, problem("在吗，书房的灯不亮了").topic) == (
        "repair",
        "light.home",
    )


@pytest.mark.parametrize(
    "text",
    [
        "老公打我电话没接到，水管坏了麻烦看下",
        "隔壁小孩一直尖叫，吵死了",
        "楼梯上滚下来一个球，谁家的",
        "空调外机有水往外流，滴到楼下了",
        "玩具掉水池里了，堵了",
        "上次我妈在楼道摔倒了，地砖现在修了吗",
        "树枝怕砸到人，修剪一下吧",
        "车被锁在车库里了，杆子不抬",
    ],
)
def test_words_of_danger_about_something_else_sound_no_alarm(text: str) -> None:
    assert "emergency" not in levels(text)
