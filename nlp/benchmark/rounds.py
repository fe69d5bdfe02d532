"""Measuring two sides on a machine that does other things, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from time import perf_counter
from typing import Any, NamedTuple

_ROUNDS = 60


class Measured(NamedTuple):
    """A figure that is to be at most its goal."""

    name: str
    value: float
    goal: float
    unit: str
    detail: dict[str, Any]


def best_of_each(
    one: Callable[[str], object], other: Callable[[str], object], texts: Sequence[str]
) -> tuple[float, float]:
    """Seconds for all texts. Many rounds by both sides in turn, and the best of each for every single text, so that
    what else the machine does does not decide."""
    best, other_best = [inf] * len(texts), [inf] * len(texts)
    sides = [(one, best), (other, other_best)]
    for _ in range(_ROUNDS):
        sides.reverse()  # whoever comes second finds the processor's caches warm
        for number, text in enumerate(texts):
            for work, least in sides:
                least[number] = min(least[number], _seconds(work, text))
    return sum(best), sum(other_best)


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = perf_counter()
    work(text)
    return perf_counter() - begun
