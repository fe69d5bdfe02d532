"""Typed answers to 现在解决了吗."""

from __future__ import annotations

import pytest

from bot.conversation.visit_words import answer_in


@pytest.mark.parametrize(
    "text",
    [
        "已解决",
        "修好了",
        "好了,谢谢",
        "没问题了",
        "不漏了",
        "可以了",
        "Yes, fixed",
        "all good now",
        "No problem, thanks",
    ],
)
def test_solved(text: str) -> None:
    assert answer_in(text) == "solved"


@pytest.mark.parametrize(
    "text",
    [
        "未解决",
        "没修好",
        "灯还是不亮了",
        "又不亮了",
        "没亮",
        "不正常了",
        "没有好",
        "还是漏",
        "not fixed",
        "still leaking",
    ],
)
def test_not_solved_goes_before_solved(text: str) -> None:
    assert answer_in(text) == "not"


@pytest.mark.parametrize("text", ["部分解决", "好了一半", "修好了,但还有点滴水", "yes but it leaks"])
def test_partly(text: str) -> None:
    assert answer_in(text) == "partly"


@pytest.mark.parametrize(
    "text", ["什么时候可以了?", "好了吗", "你好还有一个问题想问下", "谢谢", "师傅姓什么"]
)
def test_questions_and_small_talk_are_no_answer(text: str) -> None:
    assert answer_in(text) is None
