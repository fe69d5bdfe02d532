"""The latest exchanges with the platforms."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from bot.simulation.channels.masking import Mask
from bot.simulation.platforms.bell import Bell
from bot.web.demo.wire.desk import Exchange, Half, Platform

_KEPT = 200
LONGEST = 4000
"""Characters of one side that are shown."""


class Wire:
    """`real_now` is the machine's clock."""

    def __init__(self, mask: Mask, real_now: Callable[[], datetime]) -> None:
        self._mask = mask
        self._now = real_now
        self._numbers = count(1)
        self._kept: deque[Exchange] = deque(maxlen=_KEPT)
        self.revision = 0
        self.news = Bell()

    def exchanges(self) -> Sequence[Exchange]:
        return list(self._kept)

    def forget(self) -> None:
        self._kept.clear()
        self.revision += 1

    def add(
        self,
        platform: Platform,
        to_desk: bool,
        method: str,
        path: str,
        asked: tuple[str, str],
        answered: tuple[str, str] = ("", ""),
        status: int = 0,
        milliseconds: float = 0.0,
    ) -> None:
        """Each side is the text on the wire, and what was sealed in it, if anything."""
        error = _error(status, answered[0])
        found = Exchange(
            next(self._numbers),
            self._now(),
            platform,
            to_desk,
            method,
            self._mask(path),
            self._half(*asked),
            self._half(*answered),
            status,
            error,
            milliseconds,
        )
        self._kept.append(found)
        self.revision += 1
        self.news.ring()

    def frame(self, to_desk: bool, frame: dict[str, Any], answer: dict[str, Any]) -> None:
        """A frame of the AI bot's connection; heartbeats are left out."""
        if frame["cmd"] == "ping":
            return
        code = answer.get("errcode", 0)
        self.add(
            "wecom",
            to_desk,
            "WS",
            str(frame["cmd"]),
            (pretty(frame), ""),
            (pretty(answer) if code else "", ""),
        )

    def _half(self, text: str, opened: str) -> Half:
        return Half(self._mask(_cut(text)), self._mask(_cut(opened)))


def pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _error(status: int, answer: str) -> str:
    """`45009 …` where the answer names a code, else a status that is none of success."""
    try:
        said = json.loads(answer)
    except ValueError:
        said = None
    if isinstance(said, dict):
        code = said.get("errcode") or said.get("error_code")
        if code:
            return f"{code} {said.get('errmsg') or said.get('description', '')}"
    return str(status) if status >= 400 else ""
