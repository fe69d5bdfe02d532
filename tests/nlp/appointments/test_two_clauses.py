"""Times of one visit that are told in two clauses, read on Wednesday 4 March 2026 at 10:00."""

from __future__ import annotations

import pytest

from tests.nlp.appointments.reading import appointment, line

TOGETHER = [
    ("周六行不行?最好下午两点到四点", "03-07 14:00 .. 03-07 16:00"),
    ("周五来一趟,整个上午都行", "03-06 08:30 .. 03-06 12:00"),
    ("上午十点左右吧,明天后天都行", "03-05 10:00 .. -"),
    ("明天或后天都行,最好上午", "03-05 08:30 .. 03-06 12:00"),
    ("下午五点半到家,六点来修吧", "03-04 18:00 .. -"),
    ("我周四上午有个会,下午两点以后都在家", "03-05 14:00 .. -"),
    ("我晚上九点下班,九点半来吧", "03-04 21:30 .. -"),
    ("这周末吧,周日下午", "03-08 14:00 .. 03-08 18:00"),
    ("Friday works, any time before noon", "- .. 03-06 12:00"),
    ("move it from Friday to Saturday at 9 please", "03-07 09:00 .. -"),
]


@pytest.mark.parametrize(("text", "window"), TOGETHER)
def test_two_clauses_tell_one_time(text: str, window: str) -> None:
    assert line(text) == window


APART = [
    ("下午三点来,明天也行", "03-04 15:00 .. -"),
    ("周四上午或周五下午都可以", "03-05 08:30 .. 03-05 12:00"),
    ("别周六来,周日上午可以", "03-08 08:30 .. 03-08 12:00"),
    ("明天不行,下午三点可以", "03-04 15:00 .. -"),
    ("今天下午来修,晚上八点我要出门", "03-04 14:00 .. 03-04 18:00"),
]


@pytest.mark.parametrize(("text", "window"), APART)
def test_another_time_stays_another(text: str, window: str) -> None:
    assert line(text) == window


def test_both_clauses_are_quoted() -> None:
    found = appointment("周六行吗?最好下午两点")
    assert found is not None
    assert found.text == "周六行吗?最好下午两点"
