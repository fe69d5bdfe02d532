"""What a process of its own says: how soon it is ready, and what a very long message does to it."""

from __future__ import annotations

import json
import subprocess
import sys

from nlp.benchmark.messages import messages
from nlp.benchmark.rounds import Measured

READY_GOAL = 0.5
"""Seconds."""
MEMORY_GOAL = 90.0
"""Megabytes."""
LONG = 100_000
"""Characters."""
LONG_GOAL = 1.0
"""Seconds."""
LONG_MEMORY_GOAL = 60.0
"""Megabytes more."""

_STARTS = 5
"""What else the machine does is not ours: the best of them counts."""
_TIMED = """
import json, sys
from pathlib import Path
from time import perf_counter

def megabytes(key):  # not getrusage: a child's maximum there begins with what its parent had
    status = Path("/proc/self/status")
    return int(status.read_text().split(key)[1].split()[0]) / 1024 if status.exists() else 0.0

text = sys.stdin.buffer.read().decode()
begun = perf_counter()
from nlp.understand import load
understander = load()
ready = perf_counter() - begun
from datetime import UTC, datetime
before, most = megabytes("VmRSS:"), megabytes("VmHWM:")
now = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
begun = perf_counter()
understander.understand(text, now, "Asia/Shanghai")
first = perf_counter() - begun
more = max(megabytes("VmHWM:") - before, 0.0)
print(json.dumps({"ready": ready, "most": most, "first": first, "more": more}))
"""


def ready(starts: int = _STARTS) -> list[Measured]:
    """Seconds until a new process is ready to understand, the best of some, and the most memory that one held."""
    runs = [_run(messages()[0]) for _ in range(starts)]
    detail = {
        "seconds": [round(run["ready"], 3) for run in runs],
        "first_message_seconds": round(_least(runs, "first"), 3),
    }
    return [
        Measured("understand_ready", round(_least(runs, "ready"), 3), READY_GOAL, "s", detail),
        Measured("understand_memory", round(_most(runs, "most"), 1), MEMORY_GOAL, "MB", {}),
    ]


def long_message(characters: int = LONG, starts: int = _STARTS) -> list[Measured]:
    """Seconds and further memory for a message of so many characters, the first that a new process hears."""
    texts = "\n".join(messages())
    text = (texts * (characters // len(texts) + 1))[:characters]
    runs = [_run(text) for _ in range(starts)]
    detail = {"characters": len(text), "seconds": [round(run["first"], 3) for run in runs]}
    return [
        Measured("understand_long", round(_least(runs, "first"), 3), LONG_GOAL, "s", detail),
        Measured("understand_long_memory", round(_most(runs, "more"), 1), LONG_MEMORY_GOAL, "MB more", {}),
    ]


def _least(runs: list[dict[str, float]], what: str) -> float:
    return min(run[what] for run in runs)


def _most(runs: list[dict[str, float]], what: str) -> float:
    return max(run[what] for run in runs)


def _run(text: str) -> dict[str, float]:
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", _TIMED], input=text.encode(), capture_output=True, check=True
    )
    said: dict[str, float] = json.loads(done.stdout)
    return said
