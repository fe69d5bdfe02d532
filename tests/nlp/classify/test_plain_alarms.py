"""Danger told plainly is heard; what is loose, feared, dreamt or told of elsewhere sounds no alarm."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem, topics


@pytest.mark.parametrize(
    "text",
    [
        "电梯卡在五楼和六楼中间，里面有两个老人",
        "The lift stopped between floors and I'm stuck inside with my kid",
        "Someone is trying to break into unit 1203 right now",
        "有人翻到顶楼护栏外坐着，怎么劝都不下来",
        "阳台的水泥块刚砸下来，车顶都凹了",
    ],
)
def test_danger_told_plainly_is_an_emergency(text: str) -> None:
    assert problem(text).urgency == "emergency"


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
