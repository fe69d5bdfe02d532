"""The desk's side of the tests: what has come in, and messages to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.channels.telegram.polling import Poller
from bot.messages import Address, Button, Incoming, Outgoing
from bot.simulation.platforms.telegram import Group, Voice


class Desk:
    """`receives` polls once and returns what came; `kept` is all that was ever taken."""

    def __init__(self, kept: list[Incoming], poller: Poller) -> None:
        self.kept = kept
        self.poller = poller

    async def receives(self) -> Sequence[Incoming]:
        before = len(self.kept)
        await self.poller.step()
        return self.kept[before:]


def to(whom: Voice | Group, text: str = "", *rows: tuple[Button, ...], **more: Any) -> Outgoing:
    """A message to a person or group; `thread` goes into the address."""
    address = Address("telegram", "", str(whom.chat.id), more.pop("thread", ""))
    return Outgoing(address, text, buttons=rows, **more)


TAKE = Button("接单", token="t-take")
HOLD = Button("暂缓", token="t-hold")
