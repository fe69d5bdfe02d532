"""What the page sees: chats on three platforms, and each request between the desk and a platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.web.demo.cast import Role
from bot.web.demo.desk import Chats

Platform = Literal["wechat", "wecom", "telegram"]


@dataclass(frozen=True, slots=True)
class Half:
    """What one side said: the text on the wire, secrets masked, and, where that was sealed, what is inside."""

    text: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, or one frame of a connection (then `answered` is empty)."""

    number: int
    at: datetime
    """By the real clock, aware."""
    platform: Platform
    to_desk: bool
    """The platform calls the desk."""
    method: str
    path: str
    """With the query, secrets masked."""
    asked: Half = Half()
    answered: Half = Half()
    status: int = 0
    """Of HTTP; 0 for a frame."""
    error: str = ""
    """`45009 api freq out of limit`; "" where the platform is content."""
    milliseconds: float = 0.0


class ChannelsDesk(Chats, Protocol):
    @property
    def roles(self) -> tuple[Role, ...]:
        """The phones: owner is WeChat's, staff WeCom's, manager Telegram's."""

    def exchanges(self) -> Sequence[Exchange]:
        """The latest, oldest first; at most some hundred."""

    def forget_exchanges(self) -> None: ...
    def expire_tokens(self) -> None:
        """Every access token ends now: the next call is refused, and the desk asks once for a new one."""

    def throttle(self) -> None:
        """The next message on each platform is refused as too many."""
