"""Understanding beside plain segmentation of the same texts, and how soon it is ready."""

from __future__ import annotations

from collections.abc import Sequence

from bot.bench.figure import Figure

RATIO = 0.5
READY_WITHIN = 0.5


def measure() -> Sequence[Figure]:
    from nlp import benchmark

    raise NotImplementedError(benchmark)
