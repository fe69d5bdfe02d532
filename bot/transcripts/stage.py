"""What a transcript is played on: the real core with a movable clock, or a fake in tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Received:
    """One message that somebody got, one edit of it, or the short notice that answers a tap."""

    at: datetime
    """Aware."""
    to: str
    """The name of a person or a group; the notice that answers a tap is to the tapper, wherever they tapped."""
    kind: Literal["message", "edit", "notice"]
    text: str
    buttons: tuple[str, ...]
    attachments: tuple[str, ...]
    """`(photo)`, `(document NAME)`, …"""
    key: str
    """Which message; an edit carries the key of the message it changes."""
    tokens: tuple[str, ...] = ()
    """One per button, in the same order; never fewer."""


class Stage(Protocol):
    """Aware datetimes throughout; `group` is None for the private chat with the desk."""

    @property
    def zone(self) -> tzinfo: ...
    @property
    def people(self) -> frozenset[str]: ...
    @property
    def groups(self) -> frozenset[str]: ...

    def now(self) -> datetime | None:
        """None until the clock is set for the first time."""

    def received(self) -> Sequence[Received]:
        """Everything since the start, in the order in which it came."""

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None: ...

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None: ...

    async def end_story(self) -> None:
        """The pause that ends a story passes, the clock unmoved; what is due is delivered."""

    async def advance(self, to: datetime) -> None:
        """Moves the clock, and does on the way all that is due; the first call sets it."""
