"""How writers say they are called."""

from __future__ import annotations

import pytest

from nlp.names import find_name
from nlp.normalise import normalise


def name(text: str) -> str | None:
    return find_name(normalise(text))


NAMES = [
    ("我姓何", "何"),
    ("免贵姓王", "王"),
    ("本人姓李,3栋的", "李"),
    ("我是王女士", "王女士"),
    ("你好我是王女士,厨房漏水", "王女士"),
    ("我是3栋的王女士", "王女士"),
    ("我是黃太", "黃太"),
    ("叫我小李", "小李"),
    ("叫我小李就行", "小李"),
    ("我叫张三", "张三"),
    ("我叫张三丰,住3栋", "张三丰"),
    ("我叫欧阳锋", "欧阳锋"),
    ("我叫李明,电话13800138000", "李明"),
    ("联系人:张伟", "张伟"),
    ("联系人张伟 13800138000", "张伟"),
    ("联系人王女士", "王女士"),
    ("姓名:李四", "李四"),
    ("我的名字叫陈晓", "陈晓"),
    ("7栋1单元501 何先生", "何先生"),
    ("7栋1单元501何先生", "何先生"),
    ("何先生 13800138000", "何先生"),
    ("3栋2单元1501,王女士,13800138001", "王女士"),
    ("陈阿姨", "陈阿姨"),
    ("我是陈阿姨", "陈阿姨"),
    ("我是住户李先生", "李先生"),
    ("业主周先生,5栋1单元301", "周先生"),
    ("I'm Mr Smith", "Mr Smith"),
    ("my name is John Smith", "John Smith"),
    ("This is Mary from 802", "Mary"),
    ("I am Mrs. Brown", "Mrs. Brown"),
    ("我姓欧阳", "欧阳"),
    ("姓何", "何"),
    ("5-1-903,姓周,厨房漏水", "周"),
    ("7-1-501,何建国", "何建国"),
    ("7栋1单元501 何建国", "何建国"),
    ("7栋1单元501何建国,马桶堵了", "何建国"),
    ("何建国 7栋1单元501", "何建国"),
    ("7-1-501,何建国,13800138000", "何建国"),
    ("3-2-1501，欧阳建国", "欧阳建国"),
    ("I live in Building 5 Unit 1 Room 903, my name is John Brown, my sink is blocked", "John Brown"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_name_is_found_as_written(text: str, expected: str) -> None:
    assert name(text) == expected


NONE = [
    "",
    "厨房漏水",
    "我是业主",
    "我是租户",
    "我是3栋的",
    "我是3栋2单元1501的业主",
    "我叫了半天没人理",
    "我叫什么你不用管",
    "我是新来的",
    "我是说电梯坏了",
    "找张经理",
    "保安张队长态度差",
    "王女士家的狗叫",
    "我叫保安来",
    "我叫人来修",
    "先生你好",
    "I am very angry",
    "I'm at home",
    "This is urgent",
    "I'm still waiting",
    "My lift is broken",
    "我是何时报修的",
    "我是高层住户",
    "我叫车进不来",
    "我是白天在家",
    "我是租房子的",
    "太吵了",
    "小区太脏",
    "这是什么",
    "这是水管漏水",
    "7-1-501,马桶堵了",
    "7-1-501 高压锅坏了",
    "3-2-1501,麻烦派人",
    "3-2-1501 谢谢",
    "3-2-1501,明早",
    "投诉3栋的保安,姓张,态度差",
    "何建国",
]


@pytest.mark.parametrize("text", NONE)
def test_no_name_is_made_up(text: str) -> None:
    assert name(text) is None
