"""Short typed answers, choices and ticket numbers."""

from __future__ import annotations

import pytest

from nlp.answers import Answer, answer_of, choice_of, find_number
from nlp.normalise import normalise

ANSWERS: list[tuple[Answer, list[str]]] = [
    ("yes", ["对", "对的", "是的", "是", "好", "好的", "没错", "嗯", "嗯嗯", "ok", "OK", "yes", "確認", "确认", "可以", "行", "没问题", "👍", "👌", "好的谢谢", "对,谢谢", "yes please", "系", "係", "確認無誤", "好呀", "对,就是这样,谢谢", "嗯嗯知道了", "好的知道了", "对的就这样", "是的，没错", "好的，就这样吧，麻烦了"]),
    ("no", ["不对", "不是", "错了", "不", "no", "唔係", "不正确", "👎", "不同意"]),
    ("cancel", ["取消", "算了", "不用了", "cancel", "不需要了", "撤回", "唔使喇", "不用了谢谢", "算了不用了,我自己弄", "好的,不用了"]),
    ("change", ["修改", "改一下", "修改一下", "我要改", "change", "edit", "不对，改一下"]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "text"), [(a, t) for a, texts in ANSWERS for t in texts])
def test_short_answer_is_understood(answer: Answer, text: str) -> None:
    assert answer_of(normalise(text)) == answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "厨房漏水",
        "好像还在漏",
        "不是厨房是卫生间",
        "对面太吵",
        "不知道",
        "好的,几点来",
        "算了,改天",
        "改到明天下午",
        "好的,另外电梯也坏了",
        "取消报修单BX260304-001吧因为已经好了",
        "1",
    ],
)
def test_longer_message_is_no_answer(text: str) -> None:
    assert answer_of(normalise(text)) is None


CHOICES = [
    ("1", 1),
    ("２", 2),
    ("选2", 2),
    ("第一个", 1),
    ("五分", 5),
    ("3分", 3),
    ("三", 3),
    ("1.", 1),
    ("5星", 5),
    ("third", 3),
    ("满分", 5),
    ("1️⃣", 1),
    ("②", 2),
]


@pytest.mark.parametrize(("text", "number"), CHOICES)
def test_choice_by_number(text: str, number: int) -> None:
    assert choice_of(normalise(text)) == number


@pytest.mark.parametrize("text", ["", "1501", "3栋", "3栋2单元", "一直漏水", "2个问题", "厨房漏水", "三点"])
def test_is_no_choice(text: str) -> None:
    assert choice_of(normalise(text)) is None


NUMBERS = [
    ("BX260304-001", "BX260304-001"),
    ("bx260304-001怎么样了", "BX260304-001"),
    ("工单BX260304001", "BX260304-001"),
    ("ＴＳ２６０３０４－００１２", "TS260304-0012"),
    ("单号 JY 260304-002", "JY260304-002"),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_ticket_number_is_found_in_any_spelling(text: str, number: str) -> None:
    assert find_number(normalise(text)) == number


@pytest.mark.parametrize("text", ["", "BX", "AB260304-001", "260304-001", "XBX260304-001"])
def test_is_no_ticket_number(text: str) -> None:
    assert find_number(normalise(text)) is None
