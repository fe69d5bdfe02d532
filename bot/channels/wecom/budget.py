"""How much a chat may still be sent. What is over a member's limit is dropped by WeCom without a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.channels.tencent.notes import Begin
from bot.channels.wecom.places import CHANNEL, way
from bot.outbox.delivery import DeliveryError


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages within so many seconds."""

    most: int
    seconds: float


# A member from one application, and a chat from the AI bot: 30 a minute and 1000 an hour. A robot: 20 a minute.
MEMBER = (Limit(30, 60.0), Limit(1000, 3600.0))
ROBOT = (Limit(20, 60.0),)


def wait(sent: list[float], now: float, more: int, limits: tuple[Limit, ...]) -> float:
    """Seconds until `more` messages may go to a chat that was sent some at these times; 0 for at once."""
    longest = 0.0
    for limit in limits:
        recent = [at for at in sent if at > now - limit.seconds]
        over = len(recent) + min(more, limit.most) - limit.most
        if over > 0:
            longest = max(longest, recent[over - 1] + limit.seconds - now)
    return longest


class Budget:
    """Counts in the database, so replicas share it and a restart forgets nothing."""

    def __init__(self, begin: Begin, account: str, now: Callable[[], datetime]) -> None:
        self._begin = begin
        self._account = account
        self._now = now

    def spend(self, chat: str, messages: int = 1) -> None:
        """Before sending. Raises DeliveryError(retry_after) where the platform would drop or refuse."""
        limits = ROBOT if way(chat)[0] == "robot" else MEMBER
        at = self._now()
        now = at.timestamp()
        with self._begin() as work:
            found = work.notes.get(CHANNEL, self._account, "budget", chat) or {}
            sent = [one for one in found.get("sent", []) if one > now - limits[-1].seconds]
            pause = wait(sent, now, messages, limits)
            if pause > 0:
                raise DeliveryError("WeCom's limit for this chat is used up", retry_after=pause)
            sent += [now] * messages
            work.notes.put(CHANNEL, self._account, "budget", chat, {"sent": sent}, at)
            work.commit()
