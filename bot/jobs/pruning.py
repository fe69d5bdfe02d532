"""What nobody needs any more is removed, once a day and a little at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

import structlog

log = structlog.get_logger()
JOB = "prune"
AT = time(19, 30, tzinfo=UTC)
"""Half past three in the morning in China."""
CHUNK = 500

INCOMING = timedelta(days=30)
"""Platforms redeliver for hours, at most for days; what was said stands on the tickets."""
OUTGOING = timedelta(days=400)
BUTTONS = timedelta(days=400)
"""A tap on an older one is answered as one that nobody knows."""
CODES = timedelta(days=30)
"""After they expired."""
NOTES = timedelta(days=400)
"""What channels remember of a chat that has been silent so long: the choices last offered, cards."""
COUNTS = ("quota", "budget", "code")
COUNTED = timedelta(days=30)
"""How much a chat may be sent, and permissions to update: platforms count hours, at most three days."""


class Slots(Protocol):
    def claim(self, job: str, slot: datetime, at: datetime) -> bool: ...


class Old(Protocol):
    """`drop_…` remove at most `limit` rows older than `before`. The first two look at the rows after an id, and return
    the last id that they looked at, 0 where nothing older is left; the others return how many they removed.
    """

    def drop_incoming(self, before: datetime, *, after: int, limit: int) -> int: ...
    def drop_outgoing(self, before: datetime, *, after: int, limit: int) -> int: ...
    def drop_buttons(self, before: datetime, limit: int) -> int: ...
    def drop_codes(self, before: datetime, limit: int) -> int: ...
    def drop_notes(self, before: datetime, limit: int, *, kind: str = "") -> int:
        """Of one kind, or of all."""
        ...


class Kept(Protocol):
    """The part of a unit of work that this job uses."""

    @property
    def slots(self) -> Slots: ...
    @property
    def old(self) -> Old: ...
    def commit(self) -> None: ...


class Pruning:
    """Each `step` is short, so that a year of messages cannot keep anybody waiting."""

    def __init__(self, begin: Callable[[], AbstractContextManager[Kept]]) -> None:
        self._begin = begin
        self._slot: datetime | None = None
        self._left: list[Callable[[Old, datetime], bool]] = []
        self._incoming = self._outgoing = 0

    def step(self, now: datetime) -> bool:
        """Whether there was anything to do."""
        slot = _slot(now)
        if slot != self._slot:
            self._slot = slot
            self._start(slot, now)
        if not self._left:
            return False
        with self._begin() as work:
            more = self._left[-1](work.old, now)
            work.commit()
        if not more:
            self._left.pop()
        return True

    def _start(self, slot: datetime, now: datetime) -> None:
        """One process of all does it."""
        with self._begin() as work:
            ours = work.slots.claim(JOB, slot, now)
            work.commit()
        if ours:
            log.info("pruning", action="pruning")
            self._incoming = self._outgoing = 0
            self._left = [_notes, _counts, _codes, _buttons, self._drop_outgoing, self._drop_incoming]

    def _drop_incoming(self, old: Old, now: datetime) -> bool:
        self._incoming = old.drop_incoming(now - INCOMING, after=self._incoming, limit=CHUNK)
        return self._incoming > 0

    def _drop_outgoing(self, old: Old, now: datetime) -> bool:
        self._outgoing = old.drop_outgoing(now - OUTGOING, after=self._outgoing, limit=CHUNK)
        return self._outgoing > 0


def _buttons(old: Old, now: datetime) -> bool:
    return old.drop_buttons(now - BUTTONS, CHUNK) == CHUNK


def _codes(old: Old, now: datetime) -> bool:
    return old.drop_codes(now - CODES, CHUNK) == CHUNK


def _notes(old: Old, now: datetime) -> bool:
    return old.drop_notes(now - NOTES, CHUNK) == CHUNK


def _counts(old: Old, now: datetime) -> bool:
    removed = [old.drop_notes(now - COUNTED, CHUNK, kind=kind) for kind in COUNTS]
    return CHUNK in removed


def _slot(now: datetime) -> datetime:
    """The latest half past three."""
    today = datetime.combine(now.astimezone(UTC).date(), AT)
    return today if today <= now else today - timedelta(days=1)
