"""When the next message may go: to one chat, to one group, on one account.

Each limit is kept as one instant, the time at which its budget is whole again (a leaky bucket, GCRA). A message costs
one interval; `burst` messages may go at once after a pause.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from bot.outbox.delivery import Pace


def next_slot(whole_at: datetime | None, now: datetime, interval: timedelta, burst: int) -> datetime:
    """The earliest time, not before now, at which a message may go."""
    if whole_at is None:
        return now
    return max(now, whole_at - (burst - 1) * interval)


def spend(whole_at: datetime | None, at: datetime, interval: timedelta) -> datetime:
    """When the budget is whole again after a message at `at`."""
    return (at if whole_at is None else max(whole_at, at)) + interval


def room(whole_at: datetime | None, now: datetime, horizon: timedelta, interval: timedelta) -> int | None:
    """How many messages fit between now and the horizon; None without a limit."""
    if not interval:
        return None
    free = horizon - (next_slot(whole_at, now, interval, 1) - now)
    return max(0, math.floor(free / interval) + 1)


class AccountPacing:
    """The limits of one account of a channel. Times are arguments; it only remembers what was spent."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._account = timedelta(seconds=pace.account)
        self._account_whole_at: datetime | None = None
        self._chats_whole_at: dict[str, datetime] = {}

    def room(self, now: datetime, horizon: timedelta) -> int | None:
        """How many messages the account may send before the horizon; None without a limit."""
        return room(self._account_whole_at, now, horizon, self._account)

    def slot(self, chat: str, now: datetime, *, group: bool) -> datetime:
        """The earliest time at which a message to the chat may go."""
        by_account = next_slot(self._account_whole_at, now, self._account, 1)
        by_chat = next_slot(self._chats_whole_at.get(chat), now, self._interval(group), self._pace.burst)
        return max(by_account, by_chat)

    def take(self, chat: str, at: datetime, *, group: bool) -> None:
        """A message to the chat goes at `at`."""
        self._account_whole_at = spend(self._account_whole_at, at, self._account)
        interval = self._interval(group)
        if interval:
            self._chats_whole_at[chat] = spend(self._chats_whole_at.get(chat), at, interval)

    def forget(self, now: datetime) -> None:
        """Lets go of chats whose budget is whole."""
        self._chats_whole_at = {chat: at for chat, at in self._chats_whole_at.items() if at > now}

    def _interval(self, group: bool) -> timedelta:
        return timedelta(seconds=self._pace.group if group else self._pace.chat)
