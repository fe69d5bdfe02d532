"""The figures by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.bench import fuzz, intake, start, throttle, understand, webhook
from bot.bench.figure import Figure
from bot.config import Settings

Progress = Callable[[int], None]

_MEASURES: dict[str, Callable[[Settings, Progress], Sequence[Figure]]] = {
    "understand": lambda settings, progress: understand.measure(),
    "intake": lambda settings, progress: intake.measure(settings),
    "start": start.measure,
    "webhook": webhook.measure,
    "throttle": throttle.measure,
    "fuzz": fuzz.measure,
}
NAMES = tuple(_MEASURES)
IN_ALL = tuple(name for name in NAMES if name != "fuzz")
"""Fuzzing takes some minutes."""


def measure(settings: Settings, name: str, progress: Progress) -> Iterator[Figure]:
    """Those of one name, or of `all`, as soon as each is there."""
    for each in IN_ALL if name == "all" else (name,):
        yield from _MEASURES[each](settings, progress)


def row(figure: Figure) -> str:
    """A few lines for people."""
    mark = "✓" if figure.holds else "✗"
    head = f"{mark} {figure.name:<18} {figure.value:>8g} {figure.unit:<14} {figure.sign} {figure.goal:g}"
    return "\n".join([head, *(f"    {key:<24} {_shown(value)}" for key, value in figure.detail.items())])


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{key} {inner:g}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return " · ".join(map(str, value))
    return str(value)
