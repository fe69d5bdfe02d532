"""Own loop for updates: asked for → committed to the inbox → confirmed by the next request's offset.

The library's Updater confirms what is only in memory, so a kill would lose it. Here a kill anywhere makes Telegram
send the batch again, and the inbox knows it by its keys.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.faults import Flood
from bot.channels.telegram.inbound import Reader, Unreadable
from bot.messages import Incoming

Take = Callable[[Sequence[Incoming]], None]
"""Commits arrivals to the inbox before it returns; whatever it raises means that nothing was kept."""

LONGEST_PAUSE = 30.0
CONFLICT_PAUSE = 5.0

log = logging.getLogger(__name__)


class TokenRejected(RuntimeError):
    """Telegram does not know the token. Asking again is useless."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram rejects HUIYIN_TELEGRAM_TOKEN: ask @BotFather for the current token (/mybots → API Token), "
            "write it there and start again; HUIYIN_TELEGRAM_API, if set, must be a Bot API server"
        )


class Poller:
    """`run` until cancelled. `wait`: seconds that Telegram holds a request open while there is nothing new."""

    def __init__(
        self,
        client: Client,
        take: Take,
        now: Callable[[], datetime],
        *,
        wait: float = 25.0,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._client = client
        self._take = take
        self._now = now
        self._wait = wait
        self._pause = pause
        self._offset: int | None = None
        self._opened = False
        self._failures = 0

    async def run(self) -> None:
        """Polls for ever; only a rejected token ends it. Raises TokenRejected."""
        while True:
            try:
                await self.step()
                self._failures = 0
            except Exception as error:  # the network, Telegram or the database: all of them come back
                if _is_final(error):
                    raise TokenRejected from None
                await self._pause(self._after(error))

    async def step(self) -> int:
        """One request and its commit; how many updates it brought. Raises what went wrong, having confirmed nothing."""
        if not self._opened:
            await self._open()
        updates = await self._client.updates(self._offset, self._wait)
        reader = Reader(self._client.bot, self._client.account, self._client.username)
        arrivals = [found for raw in updates if (found := _read(reader, raw, self._now()))]
        if arrivals:
            self._take(arrivals)
        # After an empty answer all is confirmed. Ids may start anew after a quiet week, below an old offset.
        self._offset = _following(updates)
        return len(updates)

    async def _open(self) -> None:
        """Polling and a webhook exclude each other; what has piled up is kept."""
        await self._client.introduce()
        await self._client.bot.delete_webhook(drop_pending_updates=False)
        self._opened = True

    def _after(self, error: Exception) -> float:
        """Logs the trouble without anybody's words; the seconds to wait."""
        self._failures += 1
        backoff = min(LONGEST_PAUSE, 2.0 ** min(self._failures - 1, 10))
        if isinstance(error, Conflict):
            # Another poll, or a webhook set meanwhile: taking it back and forth would help neither.
            log.warning(
                "this token is in use elsewhere (%s): stop one of the two",
                error,
                extra={"action": "conflict"},
            )
            return CONFLICT_PAUSE
        if isinstance(error, TelegramError):
            text = self._client.redact(f"{type(error).__name__}: {error}")
            log.warning("Telegram cannot be reached: %s", text, extra={"action": "poll_failed"})
            return error.seconds if isinstance(error, Flood) else backoff
        # Its message may quote what a person wrote (a failed INSERT does), so only the way there is logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("updates not taken: %s\n%s", type(error).__name__, where, extra={"action": "take_failed"})
        return backoff


def _following(updates: Sequence[dict[str, object]]) -> int | None:
    """The offset that confirms these updates."""
    last = max((n for update in updates if isinstance(n := update.get("update_id"), int)), default=None)
    return None if last is None else last + 1


def _is_final(error: Exception) -> bool:
    """The library also says InvalidToken to a gateway's 404 page; only Telegram's own answer counts."""
    return isinstance(error, InvalidToken) and "Parsing the server response" not in str(error)


def _read(reader: Reader, raw: object, now: datetime) -> Incoming | None:
    """One unreadable update must not hold up those behind it."""
    try:
        return reader.read(raw, now)
    except Unreadable as error:
        log.warning("update skipped: %s", error, extra={"action": "update_unreadable"})
        return None
