"""Calls for help that do not say what is wrong: one problem, so unsure that the desk asks."""

from __future__ import annotations

import pytest

from nlp.confidence import THRESHOLD
from tests.nlp.classify.heard import problem


@pytest.mark.parametrize(
    "text",
    [
        "家里有点问题，麻烦派人来看看",
        "我家这边有点情况，你们赶紧派个人来",
        "那个事情又来了，你们快处理一下吧",
        "我家这个东西怎么回事啊，坏掉了",
        "There is a problem in my flat, please send someone",
    ],
)
def test_vague_call_for_help_is_one_unsure_problem(text: str) -> None:
    assert problem(text).confidence < THRESHOLD


@pytest.mark.parametrize("text", ["小区凉亭的座椅好些日子了", "浴缸放水要半小时"])
def test_thing_without_a_known_fault_is_an_unsure_guess(text: str) -> None:
    assert problem(text).category == "facilities"
    assert problem(text).confidence < THRESHOLD
