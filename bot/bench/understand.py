"""Understanding beside plain segmentation of the same texts, and how soon it is ready in a new process."""

from __future__ import annotations

from bot.bench.figure import Figure


def measure() -> list[Figure]:
    """Two figures: understand (× jieba.lcut) and understand_ready (seconds)."""
    from nlp import benchmark
    from nlp.understand import load

    cost, ready = benchmark.bench_understand(load())
    return [
        Figure("understand", cost["value"], "at_most", cost["goal"], "× jieba.lcut", cost["detail"]),
        Figure("understand_ready", ready["value"], "at_most", ready["goal"], "s", ready["detail"]),
    ]
