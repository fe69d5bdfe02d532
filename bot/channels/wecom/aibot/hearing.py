"""What the AI bot hears goes to the inbox. The platform never repeats a frame, so one that was not kept is tried again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.channels.wecom.aibot.connection import Frame
from bot.channels.wecom.aibot.inbound import Reader, Unreadable
from bot.channels.wecom.door import Take

PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
log = logging.getLogger(__name__)


class Hearing:
    """`tapped(card, request)` is told of taps on cards before they are handled: their card may be changed for seconds."""

    def __init__(
        self,
        reader: Reader,
        take: Take,
        tapped: Callable[[str, str], None],
        now: Callable[[], datetime],
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._reader = reader
        self._take = take
        self._tapped = tapped
        self._now = now
        self._pause = pause
        self._again: set[asyncio.Task[None]] = set()

    def hear(self, frame: Frame) -> None:
        """Keeps what a frame says, now or later."""
        try:
            self._keep(frame)
        except Exception as error:  # its message may quote what a person wrote
            log.error("frame not taken: %s", type(error).__name__, extra={"action": "take_failed"})
            task = asyncio.create_task(self._keep_later(frame))
            self._again.add(task)
            task.add_done_callback(self._again.discard)

    def _keep(self, frame: Frame) -> None:
        try:
            found = self._reader.read(frame, self._now())
        except Unreadable as error:
            log.warning("frame skipped: %s", error, extra={"action": "frame_unreadable"})
            return
        if found is None:
            return
        if found.kind == "tap" and frame.command == "aibot_event_callback":
            self._tapped(found.on, frame.request)
        self._take([found])

    async def _keep_later(self, frame: Frame) -> None:
        for seconds in PAUSES:
            await self._pause(seconds)
            try:
                self._keep(frame)
            except Exception as error:
                log.error("frame not taken: %s", type(error).__name__, extra={"action": "take_failed"})
            else:
                return
        log.error("a frame was lost", extra={"action": "frame_lost"})
