"""Messages that come in the same turn of the loop are taken together: a commit each would cost more than all the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from bot.messages import Incoming

Take = Callable[[Sequence[Incoming]], None]
"""Commits arrivals to the inbox before it returns; whatever it raises means that not all were kept."""
AT_ONCE = 32
"""So many, then others have their turn."""


class Arrivals:
    """The way from a door, where many knock at once, to the desk."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._waiting: list[tuple[Incoming, asyncio.Future[None]]] = []

    async def take(self, incoming: Incoming) -> None:
        """Returns once it is committed. Raises what the desk raises: the platform must bring it again."""
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[None] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._run)
        self._waiting.append((incoming, kept))
        await kept

    def _run(self) -> None:
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._run)
        error: Exception | None = None
        try:
            self._take([incoming for incoming, _ in now])
        except Exception as raised:
            error = raised
        for _, kept in now:
            if kept.done():  # whoever knocked has gone
                continue
            if error is None:
                kept.set_result(None)
            else:
                kept.set_exception(error)
