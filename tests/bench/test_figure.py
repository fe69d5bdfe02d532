from __future__ import annotations

from bot.bench import figures
from bot.bench.figure import Figure


def test_value_at_the_goal_holds_either_way() -> None:
    assert Figure("start", 3.0, "at_most", 3.0).holds
    assert Figure("intake", 0.15, "at_least", 0.15).holds


def test_value_beyond_the_goal_does_not_hold() -> None:
    assert not Figure("start", 3.1, "at_most", 3.0).holds
    assert not Figure("intake", 0.14, "at_least", 0.15).holds


def test_json_has_the_keys_that_others_script_against() -> None:
    found = Figure("intake", 0.2, "at_least", 0.15, "×", {"p50_ms": 1.5}).to_json()
    assert list(found) == ["figure", "value", "goal", "holds", "detail"]
    assert found["detail"]["p50_ms"] == 1.5


def test_row_for_people_says_whether_it_holds() -> None:
    row = figures.row(Figure("start", 4.0, "at_most", 3.0, "s", {"seconds": [4.0], "parts": {"nlp": 1.0}}))
    assert row.startswith("✗ start")
    assert "≤ 3" in row
    assert "nlp 1" in row
