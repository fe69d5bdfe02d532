"""Rings the timers that are due, one transaction each. A row that raises is pushed forward, so it cannot stop the rest."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

import structlog

from bot.conversation.handler import Conversation
from bot.desk.ports import Timer, Work
from bot.jobs import again, timers

log = structlog.get_logger()
BATCH = 50
FAILED = "failed"
"""How often it has raised, in the timer's data."""

Begin = Callable[[], AbstractContextManager[Work]]


def ring_due(
    begin: Begin,
    conversation: Conversation,
    now: datetime,
    *,
    kind: str = "",
    until: datetime | None = None,
    most: int | None = None,
) -> int:
    """Rings what is due at `until` (else `now`), at most about `most`; returns how many. Each acts at `now`."""
    rung = 0
    while most is None or rung < most:
        with begin() as work:
            due = list(work.timers.due(until or now, BATCH, kind=kind))
        if not due:
            break
        for timer in due:
            _ring(begin, conversation, timer, now)
        rung += len(due)
    return rung


def _ring(begin: Begin, conversation: Conversation, timer: Timer, now: datetime) -> None:
    def act() -> None:
        with begin() as work:
            if work.timers.done(timer):
                timers.act(conversation, work, timer, now)
            work.commit()

    try:
        again.unless_stale(act)
    except Exception:  # one bad row must not stop the clock for everybody else
        log.exception("timer_failed", action="timer_failed", key=timer.key, kind=timer.kind)
        _put_off(begin, timer, now)


def _put_off(begin: Begin, timer: Timer, now: datetime) -> None:
    """Unless it was set anew meanwhile: that one is not to be touched."""
    failures = int(timer.data.get(FAILED, 0)) + 1
    counted = replace(timer, data={**timer.data, FAILED: failures})
    with begin() as work:
        work.timers.postpone(counted, max(now, timer.due_at) + again.pause(failures))
        work.commit()
