"""Rings the timers that are due, one transaction each. A row that raises is pushed forward, so it cannot stop the rest."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.conversation.handler import Conversation
from bot.desk.ports import Timer, Work
from bot.jobs import timers

log = structlog.get_logger()
LATER = timedelta(hours=1)
BATCH = 50


def ring_due(
    begin: Callable[[], AbstractContextManager[Work]],
    conversation: Conversation,
    now: datetime,
    *,
    kind: str = "",
    until: datetime | None = None,
) -> int:
    """Rings what is due at `until` (else `now`); returns how many. Each acts at `now`."""
    rung = 0
    while True:
        with begin() as work:
            due = list(work.timers.due(until or now, BATCH, kind=kind))
        if not due:
            return rung
        for timer in due:
            _ring(begin, conversation, timer, now)
        rung += len(due)


def _ring(
    begin: Callable[[], AbstractContextManager[Work]], conversation: Conversation, timer: Timer, now: datetime
) -> None:
    try:
        with begin() as work:
            if work.timers.done(timer):
                timers.act(conversation, work, timer, now)
            work.commit()
    except Exception:  # one bad row must not stop the clock for everybody else
        log.exception("timer_failed", action="timer_failed", key=timer.key, kind=timer.kind)
        with begin() as work:
            work.timers.put(replace(timer, due_at=max(now, timer.due_at) + LATER))
            work.commit()
