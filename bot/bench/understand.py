"""Understanding beside plain segmentation of the same texts, how soon it is ready in a new process, and what a
larger lexicon and a very long message cost."""

from __future__ import annotations

from bot.bench.figure import Figure


def measure() -> list[Figure]:
    """Six figures: understand (× jieba.lcut) · understand_doubled (× itself, with a lexicon of twice the words) ·
    understand_ready (seconds) and understand_memory (MB) of a new process · understand_long (seconds) and
    understand_long_memory (MB more) for a message of 100,000 characters."""
    from nlp.benchmark import bench_understand
    from nlp.understand import load

    return [
        Figure(one.name, one.value, "at_most", one.goal, one.unit, one.detail)
        for one in bench_understand(load())
    ]
