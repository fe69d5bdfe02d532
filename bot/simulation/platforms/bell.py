"""Wakes whoever waits for a change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Wakes whoever waits for a change; no polling."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, found: Callable[[], T], within: float) -> T:
        """The first truthy value of `found`, else its last after `within` seconds."""
        try:
            async with asyncio.timeout(within):
                while not (value := found()):
                    await self._event.wait()
                return value
        except TimeoutError:
            return found()
