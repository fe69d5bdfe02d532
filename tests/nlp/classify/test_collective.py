"""Three households or more speak: a collective complaint, known by its words (B04)."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import problem


@pytest.mark.parametrize(
    "text",
    [
        "楼上噪音太大，三户人都受不了",
        "十几户联名投诉电梯天天坏",
        "好几家都被楼上油烟熏得不敢开窗",
        "很多业主一起反映垃圾没人清",
    ],
)
def test_several_households_make_it_collective(text: str) -> None:
    assert "collective" in problem(text).tags


@pytest.mark.parametrize("text", ["楼上噪音太大，我受不了", "垃圾没人清"])
def test_one_household_does_not(text: str) -> None:
    assert "collective" not in problem(text).tags
