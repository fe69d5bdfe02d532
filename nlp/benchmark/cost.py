"""Understanding beside plain `jieba.lcut` of the same texts."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Sequence

from nlp.benchmark.messages import understanding
from nlp.benchmark.rounds import Measured, best_of_each
from nlp.understand import Understander

GOAL = 0.5


def cost(understander: Understander, texts: Sequence[str]) -> Measured:
    ours, plain = best_of_each(understanding(understander), _jieba(), texts)
    detail = {
        "microseconds_per_message": round(ours / len(texts) * 1e6, 1),
        "jieba_microseconds_per_message": round(plain / len(texts) * 1e6, 1),
        "mean_characters": round(sum(map(len, texts)) / len(texts), 1),
        "messages": len(texts),
    }
    return Measured("understand", round(ours / plain, 3), GOAL, "× jieba.lcut", detail)


def _jieba() -> Callable[[str], object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    jieba.initialize()
    cut: Callable[[str], object] = jieba.lcut
    return cut
