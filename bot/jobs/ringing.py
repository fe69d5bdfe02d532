"""Rings the timers that are due, one transaction each. A row that raises is pushed forward, so it cannot stop the rest."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

import structlog

from bot.conversation.handler import Conversation
from bot.desk.ports import Timer, Work
from bot.jobs import again, left_to_people, timers

log = structlog.get_logger()
BATCH = 50
FAILED = "failed"
"""How often it has raised, in the timer's data."""
MOST = 4
"""After so many failures, in some three minutes, it is left to people; a timer of a ticket goes on ringing."""

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
        _put_off(begin, conversation, timer, now)


def _put_off(begin: Begin, conversation: Conversation, timer: Timer, now: datetime) -> None:
    """Unless it was set anew meanwhile: that one is not to be touched."""
    failures = int(timer.data.get(FAILED, 0)) + 1
    counted = replace(timer, data={**timer.data, FAILED: failures})
    with begin() as work:
        put_off = work.timers.postpone(counted, max(now, timer.due_at) + again.pause(failures))
        work.commit()
    if put_off and failures == MOST:
        _leave_to_people(begin, conversation, counted, now)


def _leave_to_people(begin: Begin, conversation: Conversation, timer: Timer, now: datetime) -> None:
    """An owner waits for what it brings."""
    log.error("timer_left_to_people", action="timer_left_to_people", key=timer.key)
    told = timer.kind in ("story", "draft")
    tell = left_to_people.tell_of_story if told else left_to_people.tell_of_timer
    try:
        with begin() as work:
            tell(conversation, work, timer, now)
            work.commit()
    except Exception:  # the timer goes on ringing
        log.exception("giving_up_not_told", action="giving_up_not_told", key=timer.key)
