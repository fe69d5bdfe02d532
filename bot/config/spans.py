"""A length of time as a manager writes it: "5 min", "0.5 wh", "24 h", "15 days"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from typing_extensions import override

Unit = Literal["s", "min", "h", "wh", "days"]

_UNITS: dict[str, Unit] = {
    "s": "s",
    "秒": "s",
    "min": "min",
    "分钟": "min",
    "h": "h",
    "小时": "h",
    "wh": "wh",
    "工作小时": "wh",
    "day": "days",
    "days": "days",
    "天": "days",
}
_SECONDS: dict[Unit, int] = {"s": 1, "min": 60, "h": 3600, "wh": 3600, "days": 86400}
_WRITTEN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+|[一-鿿]+)\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """`wh` counts working time only (lunch and days off stop the clock); the other units are plain time."""

    amount: float
    unit: Unit

    @classmethod
    def parse(cls, written: str) -> Span:
        """Raises ValueError, with a sentence for people, where it cannot be read."""
        match = _WRITTEN.fullmatch(written)
        unit = _UNITS.get(match[2]) if match else None
        if match is None or unit is None:
            raise ValueError(
                f"看不懂时长 {written!r}。请写数字加单位：5 min、1 h、0.5 wh（工作小时）、15 days。"
            )
        if float(match[1]) <= 0:
            raise ValueError(f"时长 {written!r} 要大于零。请写例如 15 min。")
        return cls(float(match[1]), unit)

    @property
    def working(self) -> bool:
        return self.unit == "wh"

    @property
    def length(self) -> timedelta:
        """How much time it is, of whichever clock counts it."""
        return timedelta(seconds=self.amount * _SECONDS[self.unit])

    @override
    def __str__(self) -> str:
        return f"{self.amount:g} {self.unit}"


def _to_span(value: Any) -> Any:
    if isinstance(value, Span):
        return value
    return Span.parse(str(value))


def _to_plain(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    span = Span.parse(str(value))
    if span.working:
        raise ValueError(f"这里不能用工作小时（{value}）。请写 min、h 或 days，例如 30 min。")
    return span.length


def _to_pause(value: Any) -> Any:
    return timedelta(0) if str(value).strip() in ("0", "0 s", "0 秒") else _to_plain(value)


Spanned = Annotated[Span, BeforeValidator(_to_span)]
"""A setting that may count working time."""
Plain = Annotated[timedelta, BeforeValidator(_to_plain)]
"""A setting in plain time, a timedelta once it is read."""
Pause = Annotated[timedelta, BeforeValidator(_to_pause)]
"""The same, or none at all: "0 s"."""
