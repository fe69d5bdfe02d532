"""Of several problems each has the place that its own clauses name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.understand import load

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)

SEVERAL: list[tuple[str, list[str | None]]] = [
    ("我家空调不制冷,还有消防通道被车堵了", [None, "消防通道"]),
    ("3栋2单元1501水管漏水，还有北门的路灯不亮", ["3栋2单元1501", "北门"]),
    ("北门垃圾没人清，还有3号楼电梯坏了", ["北门", "3号楼电梯"]),
]


@pytest.mark.parametrize(("text", "places"), SEVERAL)
def test_each_of_several_problems_has_its_own_place(text: str, places: list[str | None]) -> None:
    understood = load().understand(text, NOW, "Asia/Shanghai")
    assert [p.place.text if p.place else None for p in understood.problems] == places


def test_single_problem_leaves_its_place_to_the_message() -> None:
    understood = load().understand("3栋2单元1501水管漏水", NOW, "Asia/Shanghai")
    assert understood.place is not None
    assert [p.place for p in understood.problems] == [None]
