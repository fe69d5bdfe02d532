"""Who is complained about, and what is asked for."""

from __future__ import annotations

import pytest

from nlp.names import find_about, find_demand
from nlp.normalise import normalise

ABOUT = [
    ("保安态度太差", "保安"),
    ("门口保安睡觉", "保安"),
    ("北门的保安一直玩手机", "保安"),
    ("你们前台一直不接电话", "前台"),
    ("客服电话没人接", "客服"),
    ("保洁阿姨从来不扫楼道", "保洁阿姨"),
    ("维修师傅说好了又没来", "维修师傅"),
    ("师傅迟到了两个小时", "师傅"),
    ("老李修得不好还骂人", "老李"),
    ("物业不作为", "物业"),
    ("物业公司乱收费", "物业公司"),
    ("投诉你们经理", "经理"),
    ("我要投诉保安", "保安"),
    ("我要投诉小吴", "小吴"),
    ("投诉刘经理", "刘经理"),
    ("门卫随便放陌生人进来", "门卫"),
    ("管家从来不回消息", "管家"),
    ("收费员态度恶劣", "收费员"),
    ("保安把陌生人放进来", "保安"),
    ("电工修不好还收了钱", "电工"),
    ("工程部踢皮球", "工程部"),
    ("我要投诉工程部的老李,昨天上门态度很差还骂人", "老李"),
    ("保安小马睡觉", "小马"),
    ("物业的保安态度差", "保安"),
    ("the guard was rude to my mother", "guard"),
    ("保安員態度好差", "保安員"),
]


@pytest.mark.parametrize(("text", "who"), ABOUT)
def test_who_is_blamed_is_found(text: str, who: str) -> None:
    assert find_about(normalise(text)) == who


NOBODY = [
    "",
    "厨房漏水",
    "没有保安",
    "请师傅来看看",
    "找师傅来修",
    "谢谢师傅",
    "保安态度很好",
    "保安很负责",
    "物业费怎么交",
    "小区门口",
    "麻烦维修师傅来一下",
    "感谢物业",
    "希望物业尽快处理",
    "楼上太吵",
    "please send a plumber",
    "装修太吵",
    "老小区",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_blamed_without_reason(text: str) -> None:
    assert find_about(normalise(text)) is None


DEMANDS = [
    ("要求退款", "退款"),
    ("我要求赔偿损失", "赔偿损失"),
    ("希望尽快派人", "尽快派人"),
    ("希望物业尽快处理一下", "尽快处理"),
    ("请尽快修", "尽快修"),
    ("请你们马上派人来", "马上派人来"),
    ("厨房漏水,麻烦派人来看看", "派人来看看"),
    ("给个说法", "给个说法"),
    ("必须给我一个说法", "给我一个说法"),
    ("保安态度差,要求道歉", "道歉"),
    ("赶紧派人来吧", "赶紧派人来"),
    ("能不能装个路灯", "装个路灯"),
    ("电梯坏了,尽快维修", "尽快维修"),
    ("請盡快派人來", "盡快派人來"),
    ("please send someone", "send someone"),
    ("I want a refund", "a refund"),
    ("建议换保安", "换保安"),
]


@pytest.mark.parametrize(("text", "what"), DEMANDS)
def test_demand_is_found_as_written(text: str, what: str) -> None:
    assert find_demand(normalise(text)) == what


@pytest.mark.parametrize(
    "text", ["", "厨房漏水", "请问物业费多少", "没希望了", "保安态度差", "麻烦了", "谢谢"]
)
def test_no_demand_is_made_up(text: str) -> None:
    assert find_demand(normalise(text)) is None
