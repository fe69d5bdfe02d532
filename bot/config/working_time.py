"""When a community works: weekdays, hours of the day, and the days that differ."""

from __future__ import annotations

import re
from datetime import date, time
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from bot.config.frozen import Frozen

_DAYS = {"周一": 0, "周二": 1, "周三": 2, "周四": 3, "周五": 4, "周六": 5, "周日": 6}
_ENGLISH = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_HOURS = re.compile(r"(\d{1,2}):([0-5]\d)\s*[-–—~至到]\s*(\d{1,2}):([0-5]\d)")


class Hours(Frozen):
    """A stretch of work within one day."""

    start: time
    end: time


def _to_weekday(value: Any) -> Any:
    day = {**_DAYS, **_ENGLISH}.get(str(value).strip().lower())
    if day is None and value not in range(7):
        raise ValueError(f"不认识星期 {value!r}。请写 周一 到 周日（或 mon 到 sun）。")
    return value if day is None else day


def _to_hours(value: Any) -> Any:
    if isinstance(value, Hours):
        return value
    match = _HOURS.fullmatch(str(value).strip())
    if match is None or int(match[1]) > 23 or int(match[3]) > 23:
        raise ValueError(f'看不懂时间段 {value!r}。请写例如 "08:30-12:00"。')
    start, end = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    if start >= end:
        raise ValueError(f'时间段 {value!r} 的开始要早于结束。请写例如 "08:30-12:00"。')
    return Hours(start=start, end=end)


class WorkingTime(Frozen):
    """`off` and `on` are the editable table: they go before the public holidays, and those before the week."""

    days: Annotated[frozenset[Annotated[int, BeforeValidator(_to_weekday)]], Field(min_length=1)]
    hours: Annotated[tuple[Annotated[Hours, BeforeValidator(_to_hours)], ...], Field(min_length=1)]
    holidays: Literal["china", "none"] = "china"
    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()

    @model_validator(mode="after")
    def _in_order(self) -> WorkingTime:
        if any(a.end > b.start for a, b in pairwise(self.hours)):
            raise ValueError(
                'hours 里的时间段要从早到晚、互不重叠。请写例如 ["08:30-12:00", "14:00-18:00"]。'
            )
        both = sorted(self.off & self.on)
        if both:
            raise ValueError(f"{both[0]} 同时写在 off 和 on 里。请只留一处。")
        return self
