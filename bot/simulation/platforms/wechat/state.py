"""What the platform knows of one account: followers, what they saw, what may still be sent to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Literal

from bot.simulation.platforms.bell import Bell
from bot.simulation.platforms.tencent import Refusal

Json = dict[str, Any]
Way = Literal["passive", "custom", "template", "fault"]

ALLOWANCES: Mapping[str, tuple[int, timedelta]] = {
    "event": (3, timedelta(minutes=1)),
    "message": (5, timedelta(hours=48)),
}


@dataclass(frozen=True)
class Seen:
    """Something that appeared in a follower's chat. `choices` can be touched: (id, label)."""

    openid: str
    way: Way
    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    picture: bytes = b""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Follower:
    """`allowances`: by what opened them, until when and how many messages are left."""

    openid: str
    name: str
    follows: bool = True
    allowances: dict[str, tuple[datetime, int]] = field(default_factory=dict)

    def open(self, by: str, now: datetime) -> None:
        most, span = ALLOWANCES[by]
        self.allowances[by] = (now + span, most)

    def spend(self, now: datetime) -> None:
        """One customer-service message. Raises Refusal 45015 outside every window, 45047 past the quota."""
        living = [by for by in ALLOWANCES if by in self.allowances and now < self.allowances[by][0]]
        if not self.follows or not living:
            raise Refusal(45015, "response out of time limit or subscription is canceled")
        for by in living:
            until, left = self.allowances[by]
            if left:
                self.allowances[by] = (until, left - 1)
                return
        raise Refusal(45047, "out of response count limit")


@dataclass
class State:
    """`now` is the clock of messages and windows."""

    app_id: str
    secret: str
    now: Callable[[], datetime]
    followers: dict[str, Follower] = field(default_factory=dict)
    journal: list[Seen] = field(default_factory=list)
    media: dict[str, tuple[bytes, datetime]] = field(default_factory=dict)
    templates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Template id → its fields."""
    menu: Json = field(default_factory=dict)
    rights: set[str] = field(default_factory=lambda: {"custom", "template", "media", "menu"})
    allowed_ip: bool = True
    tokens: dict[str, datetime] = field(default_factory=dict)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    refusals: dict[str, list[Refusal]] = field(default_factory=dict)
    numbers: count[int] = field(default_factory=lambda: count(1))
    changes: Bell = field(default_factory=Bell)

    def show(self, seen: Seen) -> None:
        self.journal.append(seen)
        self.changes.ring()

    def store(self, content: bytes) -> str:
        media_id = f"MEDIA_{next(self.numbers)}"
        self.media[media_id] = (content, self.now() + timedelta(days=3))
        return media_id

    def token(self) -> str:
        """The valid token; a new one five minutes before the old one ends."""
        for value, until in self.tokens.items():
            if until - self.now() > timedelta(minutes=5):
                return value
        value = f"TOKEN_{next(self.numbers)}_{'x' * 120}"
        self.tokens[value] = self.now() + timedelta(seconds=7200)
        return value
