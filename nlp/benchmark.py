"""`huiyin bench understand`: what understanding costs, against plain jieba in the same run."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import warnings
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from nlp.understand import Understander

COST_GOAL = 0.5
"""Of plain `jieba.lcut` over the same texts."""
LOAD_GOAL = 0.5
"""Seconds in a fresh process."""
MEMORY_GOAL = 90.0
"""Megabytes of that process."""

_MESSAGES = Path(__file__).parent / "data" / "bench" / "messages.txt"
_ROUNDS = 60
_READ_AT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
_ZONE = ZoneInfo("Asia/Shanghai")
_LOAD = """
import json, time
begun = time.perf_counter()
from nlp.understand import load
load()
seconds = time.perf_counter() - begun
# Not getrusage: a child's maximum there begins with what its parent had.
status = open("/proc/self/status").read().split("VmHWM:")[1] if __import__("os").path.exists("/proc") else "0 kB"
print(json.dumps([seconds, int(status.split()[0]) / 1024]))
"""


def bench_understand(understander: Understander) -> list[dict[str, Any]]:
    """Two figures: the cost of understanding and the time to be ready."""
    return [cost(understander, messages()), load_time()]


def messages() -> list[str]:
    """Messages as owners write them, longer than twenty-five characters on average."""
    return _MESSAGES.read_text(encoding="utf-8").splitlines()


def cost(understander: Understander, texts: Sequence[str]) -> dict[str, Any]:
    """Many short passes by both sides in turn, and the best of each, so that a busy machine does not decide."""
    plain = _jieba()
    jieba_best = ours_best = inf
    for _ in range(_ROUNDS):
        jieba_best = min(jieba_best, _seconds(plain, texts))
        ours_best = min(
            ours_best, _seconds(lambda text: understander.understand(text, _READ_AT, _ZONE), texts)
        )
    value = ours_best / jieba_best
    return {
        "figure": "understand",
        "value": round(value, 3),
        "goal": COST_GOAL,
        "holds": value <= COST_GOAL,
        "detail": {
            "microseconds_per_message": round(ours_best / len(texts) * 1e6, 1),
            "jieba_microseconds_per_message": round(jieba_best / len(texts) * 1e6, 1),
            "mean_characters": round(sum(map(len, texts)) / len(texts), 1),
            "messages": len(texts),
        },
    }


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    begun = perf_counter()
    for text in texts:
        work(text)
    return perf_counter() - begun


def _jieba() -> Callable[[str], list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    jieba.initialize()
    cut: Callable[[str], list[str]] = jieba.lcut
    return cut


def load_time() -> dict[str, Any]:
    """Seconds until a fresh process is ready to understand, and its memory."""
    done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)  # noqa: S603
    seconds, megabytes = json.loads(done.stdout)
    return {
        "figure": "understand_load_seconds",
        "value": round(seconds, 3),
        "goal": LOAD_GOAL,
        "holds": seconds <= LOAD_GOAL and megabytes <= MEMORY_GOAL,
        "detail": {"megabytes": round(megabytes, 1), "megabytes_goal": MEMORY_GOAL},
    }
