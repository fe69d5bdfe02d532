"""What failed is tried again: at once where somebody was only quicker, else after longer and longer pauses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from bot.desk.errors import Stale

T = TypeVar("T")

AT_ONCE = 3
"""So often altogether."""
_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 3600))


def pause(failures: int) -> timedelta:
    """After the first failure, the second, … 5 s, 30 s, 2 min, 10 min, then every hour."""
    return _PAUSES[min(max(failures, 1), len(_PAUSES)) - 1]


def unless_stale(act: Callable[[], T]) -> T:
    """Two touched the same row at the same moment; the later one looks again and goes on. `act` is one transaction."""
    for _ in range(AT_ONCE - 1):
        try:
            return act()
        except Stale:
            continue
    return act()
