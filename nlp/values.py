"""Values that are made for every message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def value(kind: type[Value]) -> type[Value]:
    """A dataclass that the type checker takes for frozen. At run time nothing guards it, for the guard makes
    every instance four times as dear (Python 3.11: 960 ns against 230 ns for five fields)."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
