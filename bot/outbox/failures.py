"""What to do when a message could not be sent. Written once, for every channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.outbox.delivery import DeliveryError
from bot.outbox.ports import Envelope

MOST_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(seconds=10)
_LONGEST_PAUSE = timedelta(hours=1)

Step = Literal["move", "hold", "resend", "expire", "give_up", "wait", "retry"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`at`: not before. `wait` is a platform's pause and costs no attempt; `retry` has spent one."""

    step: Step
    at: datetime


def pause(attempts: int) -> timedelta:
    """10 s, 30 s, 90 s … an hour: eight attempts span about two hours and a quarter."""
    return min(_LONGEST_PAUSE, _FIRST_PAUSE * 3.0 ** (attempts - 1))


def judge(error: DeliveryError, envelope: Envelope, now: datetime) -> Verdict:
    """The next step for an envelope whose attempt has just failed."""
    if envelope.message.sort == "notice":
        return Verdict("expire", now)
    if error.hold:
        return Verdict("hold", now)
    if error.permanent and envelope.target:
        return Verdict("resend", now)
    if error.permanent or envelope.attempts >= MOST_ATTEMPTS:
        return Verdict("give_up", now)
    if error.migrated:
        return Verdict("move", now)
    if error.retry_after is not None:
        return Verdict("wait", now + timedelta(seconds=max(0.0, error.retry_after)))
    return Verdict("retry", now + pause(envelope.attempts))
