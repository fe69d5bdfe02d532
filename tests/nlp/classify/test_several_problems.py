"""Several problems in one message, and one problem told in several clauses (A13)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.nlp.classify.heard import topics, understood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("楼道灯不亮，垃圾也没人清", ["light.public", "rubbish.heap"]),
        ("我家厨房漏水，3号楼电梯也坏了，还有物业费怎么交", ["leak.home", "lift.stopped", "fee.property"]),
        ("马桶堵了。另外楼上半夜太吵", ["toilet.blocked", "noise.neighbour"]),
        ("1、电梯坏了 2、北门路灯不亮", ["lift.stopped", "light.public"]),
        ("The lift is broken. Also there is garbage in the lobby", ["lift.stopped", "rubbish.heap"]),
        ("卧室窗户玻璃裂了一条缝，还有楼道里到处是小广告", ["window.broken", "dirt.posters"]),
        (
            "The light in my living room is broken and there is rubbish in the hallway",
            ["light.home", "rubbish.heap"],
        ),
    ],
)
def test_each_problem_is_its_own(text: str, expected: list[str]) -> None:
    assert topics(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "厨房漏水，地上都是水，麻烦派人来看看",
        "消防报警器一直响，吵死了",
        "电梯坏了半年，反映多次没人管，物业不作为",
        "楼上漏水，把我家天花板都泡了",
        "车库的起落杆不抬，车出不去",
        "空调不制冷，遥控器按了没反应",
        "门口积水，每次下雨都进不了门",
    ],
)
def test_one_problem_in_several_clauses_is_one(text: str) -> None:
    assert len(topics(text)) == 1


def test_each_problem_has_its_own_place() -> None:
    found = understood("3栋2单元1501厨房漏水，5栋电梯也坏了")
    assert found.place is not None
    assert found.place.room == "1501"
    second = found.problems[1].place
    assert second is not None
    assert second.building == "5"


def test_problem_quotes_its_own_clauses() -> None:
    first, second = understood("楼道灯不亮，垃圾也没人清").problems
    assert (first.text, second.text) == ("楼道灯不亮", "垃圾也没人清")


def test_categories_of_all_problems_are_found() -> None:
    """Multiset F1 over messages with one to four problems."""
    found, labelled, right = 0, 0, 0
    for line in Path(__file__).with_name("several.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        expected = Counter(row["categories"])
        got = Counter(problem.category for problem in understood(row["text"]).problems)
        right += (expected & got).total()
        labelled += expected.total()
        found += got.total()
    assert 2 * right / (found + labelled) >= 0.9


def test_blame_at_the_end_of_a_sentence_is_for_everything_in_it() -> None:
    found = understood("门禁坏了、楼道灯不亮，多次反映物业不予处理").problems
    assert [one.kind for one in found] == ["complaint", "complaint"]


def test_blame_of_another_sentence_is_for_its_own_matter_only() -> None:
    found = understood("我家厨房漏水。另外门禁坏了，反映多次没人管").problems
    assert [one.kind for one in found] == ["repair", "complaint"]
