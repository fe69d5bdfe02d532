"""Plays one transcript at a time, for all windows; each line is kept so that the phones can follow it."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import dataclass
from pathlib import Path

from nicegui import background_tasks

from bot.web.demo.desk import DemoDesk

logger = logging.getLogger(__name__)
_WHO = re.compile(r"(?P<who>[^:：<]+?)(?: in (?P<group>[^:：<]+?))?\s*(?P<sign>[:：]|<!?)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line happens: whose phone and which chat; `acts` is false where somebody only receives."""

    person: str | None
    chat: str
    acts: bool


def place_of(line: str) -> Place | None:
    """None for lines that only move the clock."""
    found = _WHO.match(line.strip())
    if found is None or line.lstrip().startswith(("@", "+", "#")):
        return None
    acts = not found["sign"].startswith("<")
    return Place(found["who"] if acts else None, found["group"] or found["who"], acts)


class Player:
    def __init__(self, desk: DemoDesk) -> None:
        self._desk = desk
        self.stopped = False
        self._task: asyncio.Task[None] | None = None
        self.revision = 0
        self.plays = 0
        self.title = ""
        self.length = 0
        self.lines: list[str] = []
        self.running = False
        self.error = ""

    def start(self, title: str, path: Path, pace: float) -> None:
        """Begins; a second one while one plays does nothing."""
        if self.running:
            return
        self.title, self.lines, self.error = title, [], ""
        self.length = _count(path)
        self.running, self.stopped = True, False
        self.plays += 1
        self.revision += 1
        self._task = background_tasks.create(self._run(path, pace), name="demo scenario")

    def stop(self) -> None:
        self.stopped = True

    async def halt(self) -> None:
        """Stops, and waits until it has."""
        self.stop()
        if self._task is not None:
            await asyncio.wait({self._task})

    async def _run(self, path: Path, pace: float) -> None:
        try:
            await self._desk.play(path, pace, self._on_line, lambda: self.stopped)
        except Exception as error:
            logger.exception("a scenario could not be played to its end")
            self.error = str(error)
        finally:
            self.running = False
            self.revision += 1

    def _on_line(self, line: str) -> None:
        self.lines.append(line)
        self.revision += 1


def _count(path: Path) -> int:
    lines = (line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)
