"""What a channel is: one method that sends, and one error that says what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from bot.messages import Address, Attachment, Outgoing


class DeliveryError(Exception):
    """A message could not be sent.

    `permanent`: trying again is useless. `retry_after`: seconds the platform asks us to wait. `hold`: keep it until the
    person writes again. `migrated`: the chat's new id; the sender rewrites its addresses and tries again.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        hold: bool = False,
        migrated: str = "",
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after
        self.hold = hold
        self.migrated = migrated


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a platform may be written to. Seconds between messages to one chat, to one group, on one account.

    `burst`: so many to one chat or group may go at once after a pause; the seconds are then the mean.
    """

    chat: float = 0.0
    group: float = 0.0
    account: float = 0.0
    burst: int = 1


@runtime_checkable
class Prepares(Protocol):
    """A channel that may do its own part for a message in the transaction that claims it: a commit less for each."""

    def prepare(self, work: Any, message: Outgoing) -> None:
        """`work` is the unit of work of the claim. What comes of it counts once it is committed. Must not raise."""
        ...


class Channel(Protocol):
    """A way to people. `send` returns the platform's id of the message ("" where it gives none)."""

    name: str
    account: str
    pace: Pace

    async def send(self, message: Outgoing, platform_id: str) -> str:
        """Deliver. `platform_id` is that of the message to edit, "" for a new one. Raises DeliveryError."""
        ...

    async def fetch(self, attachment: Attachment) -> bytes:
        """The content of something a person sent. Raises DeliveryError."""
        ...

    def is_group(self, address: Address) -> bool:
        """Whether the address is a group, for pacing."""
        ...
