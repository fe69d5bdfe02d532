"""APScheduler as the ticker: it rings, and keeps nothing itself. What is due is in the database.

Its own job stores drop what is late (a misfire grace of one second) and must not be shared between processes;
a memory store with one interval job has neither fault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK = timedelta(seconds=1)


def ticking(tick: Callable[[], None], every: timedelta = TICK) -> AsyncIOScheduler:
    """A scheduler, not yet started, that calls `tick` again and again, one call at a time."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        _async(tick),
        "interval",
        seconds=every.total_seconds(),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    return scheduler


def _async(tick: Callable[[], None]) -> Callable[[], object]:
    async def call() -> None:
        tick()

    return call
