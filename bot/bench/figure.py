"""One measured figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` holds where it is `at_most` or `at_least` the goal. `detail` is whatever explains it, as JSON values."""

    name: str
    value: float
    bound: Literal["at_most", "at_least"]
    goal: float
    unit: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        return self.value <= self.goal if self.bound == "at_most" else self.value >= self.goal

    @property
    def sign(self) -> str:
        return "≤" if self.bound == "at_most" else "≥"

    def to_json(self) -> dict[str, Any]:
        """The form that others script against."""
        return {
            "figure": self.name,
            "value": self.value,
            "goal": self.goal,
            "holds": self.holds,
            "detail": {"bound": self.sign, "unit": self.unit, **self.detail},
        }
