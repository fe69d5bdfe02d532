"""What delivery needs kept: the queue of messages on their way out. `storage` implements it.

waiting ─ claimed, sent ──────────────→ sent
   │ ↑ ─ tried again later, lease lost
   │ └── released when the person writes ← held
   ├──── given up: told to people ────→ dead ─ `outbox retry` → waiting
   ├──── a notice that came too late ─→ expired
   ├──── a newer edit says it all ────→ merged
   └──── `outbox drop` ───────────────→ dropped
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from bot.messages import Address, Outgoing

OutboxState = Literal["waiting", "held", "sent", "dead", "expired", "merged", "dropped"]


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message with its place in the queue.

    `ready_at`: when it may be claimed next, and while it is being sent the end of the lease. `lost_leases` counts how
    often its sender vanished between sending and marking: so often may a person have got it twice. `target` is the
    platform's id of the message that it edits, empty where there is none.
    """

    id: int
    message: Outgoing
    state: OutboxState
    put_at: datetime
    due_at: datetime
    ready_at: datetime
    attempts: int = 0
    lost_leases: int = 0
    owner: str = ""
    platform_id: str = ""
    reason: str = ""
    target: str = ""


class Queue(Protocol):
    """Completions (sent, retry, hold, dead, resend) return False where the lease went to somebody else."""

    def claim(
        self, channel: str, account: str, *, owner: str, now: datetime, limit: int, lease: timedelta
    ) -> Sequence[Envelope]:
        """Due messages of an account, at most the oldest unsent one of each chat; notices in any number and first.

        Notices that came too late expire; of several waiting edits of one message only the latest is left.
        """
        ...

    def sent(self, envelope: Envelope, platform_id: str, at: datetime) -> bool: ...

    def retry(self, envelope: Envelope, at: datetime, reason: str, *, spent: bool = True) -> bool:
        """Not before `at`. `spent` False: nothing was tried, the attempt is given back."""
        ...

    def resend(self, envelope: Envelope, at: datetime) -> bool:
        """What it edits is gone: it goes out as a new message of that name."""
        ...

    def hold(self, envelope: Envelope, reason: str) -> bool: ...

    def dead(self, envelope: Envelope, reason: str, at: datetime) -> bool: ...

    def expire(self, envelope: Envelope, reason: str, at: datetime) -> bool: ...

    def release(self, address: Address, now: datetime) -> int:
        """The person wrote: what was held for the chat may go. Returns how many."""
        ...

    def abandon(self, now: datetime) -> int:
        """Frees every lease at once. Only for the start of the one process that an SQLite database has."""
        ...

    def next_due(self, now: datetime, *, channel: str = "", account: str = "") -> datetime | None:
        """When there is something to claim, in all or for one account; a lease counts with its end."""
        ...

    def listing(self, states: Sequence[OutboxState], limit: int) -> Sequence[Envelope]:
        """Oldest first."""
        ...

    def again(self, envelope_id: int, now: datetime) -> bool:
        """A dead, held or waiting message is tried at once, with all its attempts."""
        ...

    def drop(self, envelope_id: int, reason: str, at: datetime) -> bool:
        """A message that has not gone never will."""
        ...

    def unsent(self) -> Mapping[str, int]:
        """How many are waiting, held and dead."""
        ...


class Chats(Protocol):
    def move_chat(self, old: Address, new_chat: str) -> None:
        """Rewrites whatever would still be sent to the old chat."""
        ...


class Post(Protocol):
    """The part of a unit of work that delivery uses."""

    @property
    def queue(self) -> Queue: ...
    @property
    def people(self) -> Chats: ...
    def commit(self) -> None: ...
