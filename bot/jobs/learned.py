"""The understander with what was learned, taken up without a restart: `huiyin learn --apply` runs in another process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, tzinfo

import structlog

from nlp.learning.lesson import Lesson
from nlp.lexicon import load_lexicon
from nlp.understand import Understander, load
from nlp.understanding import Understanding

log = structlog.get_logger()
LOOK_EVERY = 60.0
"""Seconds between two looks."""


class Learned:
    """Implements bot.conversation.ear.Understands. `in_use` reads the lesson in use from the database."""

    def __init__(self, in_use: Callable[[], Lesson | None]) -> None:
        self._in_use = in_use
        self._lesson = in_use()
        self.understander = built(self._lesson)

    def understand(self, text: str, now: datetime, zone: tzinfo) -> Understanding:
        return self.understander.understand(text, now, zone)

    async def look(self) -> bool:
        """Takes up another lesson, where there is one; it is built beside the loop, which goes on answering."""
        lesson = self._in_use()
        if lesson == self._lesson:
            return False
        self.understander = await asyncio.to_thread(built, lesson)
        self._lesson = lesson
        log.info("lesson_taken_up", action="lesson_taken_up", lesson=lesson.id if lesson else None)
        return True

    async def keep_up(self) -> None:
        """For ever."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self.look()
            except Exception:  # the lesson in use until now serves on
                log.exception("lesson_not_taken_up", action="lesson_not_taken_up")


def built(lesson: Lesson | None) -> Understander:
    """The packaged understander where nothing was learned."""
    return Understander(load_lexicon().with_weights(lesson.weights)) if lesson else load()
