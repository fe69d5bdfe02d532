"""An access token, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.channels.tencent.notes import Begin

MARGIN = timedelta(minutes=5)
"""Both platforms hand out the next token so long before the last one ends."""


@dataclass(frozen=True, slots=True)
class Token:
    value: str
    expires_at: datetime

    def lives(self, now: datetime) -> bool:
        return bool(self.value) and now < self.expires_at - MARGIN


class Shelf(Protocol):
    """Where a token is shared. Both may raise what the database raises."""

    def read(self) -> Token | None: ...
    def write(self, token: Token, now: datetime) -> None: ...


class MemoryShelf:
    """For one process without a database (`huiyin check`)."""

    def __init__(self) -> None:
        self._token: Token | None = None

    def read(self) -> Token | None:
        return self._token

    def write(self, token: Token, now: datetime) -> None:
        self._token = token


class SharedShelf:
    """One token for all replicas, in the database."""

    def __init__(self, begin: Begin, channel: str, account: str) -> None:
        self._begin = begin
        self._place = (channel, account, "token", "")

    def read(self) -> Token | None:
        with self._begin() as work:
            found = work.notes.get(*self._place)
        if found is None:
            return None
        return Token(str(found["value"]), datetime.fromtimestamp(found["expires_at"], UTC))

    def write(self, token: Token, now: datetime) -> None:
        with self._begin() as work:
            data = {"value": token.value, "expires_at": token.expires_at.timestamp()}
            work.notes.put(*self._place, data, now)
            work.commit()
