"""What the three ways have in common: a message as posts in order, gone on with behind those that have arrived."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.messages import Outgoing

REMEMBERED = 256
Post = Callable[[], Awaitable[str]]
"""Sends one thing; gives its id."""


class Way(Protocol):
    """How messages reach chats of one kind. Methods raise DeliveryError, ApiError or Unreachable."""

    async def say(self, message: Outgoing) -> str:
        """Sends; the id under which it can be changed."""
        ...

    async def edit(self, message: Outgoing, target: str) -> str:
        """Changes what was sent under `target`, or says what is new; the id under which it can be changed next."""
        ...


class Progress:
    """How many posts of a message have arrived: a later attempt goes on behind them."""

    def __init__(self) -> None:
        self._begun: dict[Outgoing, list[str]] = {}

    def left(self, message: Outgoing, posts: Sequence[Post]) -> int:
        """How many are still to be sent."""
        return len(posts) - len(self._begun.get(message, []))

    async def run(self, message: Outgoing, posts: Sequence[Post]) -> list[str]:
        """The ids of all posts, sent now or before."""
        ids = self._begun.pop(message, [])
        try:
            for post in posts[len(ids) :]:
                ids.append(await post())
        except BaseException:
            self._remember(message, ids)
            raise
        return ids

    def _remember(self, message: Outgoing, ids: list[str]) -> None:
        if ids:
            self._begun[message] = ids
        while len(self._begun) > REMEMBERED:
            self._begun.pop(next(iter(self._begun)))
