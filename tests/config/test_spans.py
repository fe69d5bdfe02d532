from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.config import Span
from bot.config.spans import Pause


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("5 min", Span(5, "min")),
        ("0.5 wh", Span(0.5, "wh")),
        ("24h", Span(24, "h")),
        ("15 days", Span(15, "days")),
        ("1 day", Span(1, "days")),
        ("3 s", Span(3, "s")),
        ("30 分钟", Span(30, "min")),
        ("4 工作小时", Span(4, "wh")),
        ("2天", Span(2, "days")),
    ],
)
def test_a_length_of_time_as_people_write_it(written: str, span: Span) -> None:
    assert Span.parse(written) == span


@pytest.mark.parametrize(
    "written", ["", "5", "min", "-5 min", "0 h", "5 weeks", "5 min 3 s", "1e3 h", "五 min"]
)
def test_what_is_no_length_says_how_to_write_one(written: str) -> None:
    with pytest.raises(ValueError, match="请写"):
        Span.parse(written)


def test_only_working_hours_ask_the_calendar() -> None:
    assert [Span.parse(w).working for w in ("1 wh", "1 h", "1 days")] == [True, False, False]
    assert Span.parse("1.5 wh").length == timedelta(minutes=90)


@given(st.integers(1, 99999), st.sampled_from(["s", "min", "h", "wh", "days"]))
def test_what_is_shown_can_be_read_again(amount: int, unit: str) -> None:
    span = Span.parse(f"{amount} {unit}")
    assert Span.parse(str(span)) == span


class _Pausing(BaseModel):
    pause: Pause


@pytest.mark.parametrize(("written", "pause"), [("0 s", 0), ("0", 0), ("3 s", 3), ("1 min", 60)])
def test_a_pause_may_be_none_at_all(written: str, pause: int) -> None:
    assert _Pausing(pause=written).pause == timedelta(seconds=pause)  # type: ignore[arg-type]


def test_a_pause_is_plain_time() -> None:
    with pytest.raises(ValueError, match="工作小时"):
        _Pausing(pause="1 wh")  # type: ignore[arg-type]
