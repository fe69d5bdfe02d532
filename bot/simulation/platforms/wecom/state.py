"""What the platform knows of one corporation: members, groups, cards, and what they saw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Literal

from bot.simulation.platforms.bell import Bell
from bot.simulation.platforms.tencent import Refusal

Json = dict[str, Any]
Deed = Literal["message", "update"]
CODE_LIVES = timedelta(hours=72)


@dataclass(frozen=True)
class Key:
    """A button as it is on the screen."""

    label: str
    token: str = ""
    url: str = ""


@dataclass(frozen=True)
class Seen:
    """Something that appeared in a chat. `kind` is the message's type."""

    chat: str
    kind: str
    text: str = ""
    keys: tuple[Key, ...] = ()
    deed: Deed = "message"
    task: str = ""
    content: bytes = b""

    @property
    def buttons(self) -> list[str]:
        return [key.label for key in self.keys]


@dataclass
class Member:
    """`sees`: the application is visible to them. `sent`: when they were sent something."""

    userid: str
    name: str
    sees: bool = True
    sent: list[datetime] = field(default_factory=list)


@dataclass
class State:
    """`now` is the platform's clock. A chat is `app:<userid>`, `bot:<userid>` or a group's id."""

    corp_id: str
    agent_id: str
    secret: str
    now: Callable[[], datetime]
    members: dict[str, Member] = field(default_factory=dict)
    robots: dict[str, str] = field(default_factory=dict)
    """A robot's key → its group."""
    posted: dict[str, list[datetime]] = field(default_factory=dict)
    """When each robot posted."""
    journal: list[Seen] = field(default_factory=list)
    since: dict[str, int] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    """task_id → the chat in which the card is."""
    codes: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    """Unspent response codes: → task_id and when it was given."""
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    logins: dict[str, str] = field(default_factory=dict)
    """OAuth codes that are not spent: → userid."""
    tokens: list[str] = field(default_factory=list)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    refusals: dict[str, list[Refusal | None]] = field(default_factory=dict)
    agent: Json = field(default_factory=dict)
    numbers: count[int] = field(default_factory=lambda: count(1))
    deeds: Bell = field(default_factory=Bell)

    def show(self, seen: Seen) -> None:
        self.journal.append(seen)
        self.deeds.ring()

    def token(self) -> str:
        """gettoken gives the same one while it lives."""
        if not self.tokens:
            self.tokens.append(f"wecom-token-{next(self.numbers)}")
        return self.tokens[-1]

    def new_code(self, task: str) -> str:
        code = f"response-code-{next(self.numbers)}"
        self.codes[code] = (task, self.now())
        return code

    def spend_code(self, code: str) -> str:
        """The card. Raises Refusal for one that was spent or is older than 72 hours."""
        task, given = self.codes.pop(code, ("", self.now()))
        if not task or self.now() - given > CODE_LIVES:
            raise Refusal(40058, "invalid response_code")
        return task

    def store(self, kind: str, content: bytes) -> str:
        media_id = f"media-{next(self.numbers)}"
        self.media[media_id] = (kind, content)
        return media_id
