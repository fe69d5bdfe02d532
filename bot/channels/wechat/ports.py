"""What the channel needs kept: its notes, and the rest of what is due for a person. `storage` implements it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot.channels.tencent.notes import Noting
from bot.messages import Address
from bot.outbox.ports import Envelope


class Company(Protocol):
    """The part of the queue that lets messages travel together."""

    def claim_company(
        self, to: Address, *, owner: str, now: datetime, limit: int, lease: timedelta
    ) -> Sequence[Envelope]:
        """What else is due for the chat of a message that is being sent, oldest first, leased."""
        ...

    def sent(self, envelope: Envelope, platform_id: str, at: datetime) -> bool: ...
    def retry(self, envelope: Envelope, at: datetime, reason: str, *, spent: bool = True) -> bool: ...
    def hold(self, envelope: Envelope, reason: str) -> bool: ...


class Work(Noting, Protocol):
    """The part of a unit of work that this channel uses."""

    @property
    def queue(self) -> Company: ...


Begin = Callable[[], AbstractContextManager[Work]]
