"""Updates wait here until the bot has confirmed them, by an offset or by answering its webhook with 2xx."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from urllib.parse import urlsplit

import httpx

from bot.simulation.platforms.bell import Bell
from bot.simulation.platforms.telegram.rules import bad
from bot.simulation.platforms.telegram.state import ApiError, Json

PORTS = (443, 80, 88, 8443)


class Updates:
    """The queue of one bot, its long polls and its webhook."""

    def __init__(self, stamp: Callable[[], int]) -> None:
        self._stamp = stamp
        self._ids = count(100_001)
        self._pending: list[Json] = []
        self._again: list[Json] = []
        self._bell = Bell()
        self._poll = 0
        self.allowed: list[str] = []
        self.webhook: Json = {}
        self.door: httpx.AsyncBaseTransport | None = None
        """What the public address leads to."""
        self.statuses: list[int] = []
        """What the webhook answered, in order."""

    async def add(self, kind: str, payload: Json) -> Json:
        """A new update, unless the bot did not ask for its kind."""
        update = {"update_id": next(self._ids), kind: payload}
        if not self.allowed or kind in self.allowed:
            self._pending.append(update)
            await self._arrived()
        return update

    async def repeat(self, update: Json) -> None:
        """Delivers once more, whatever was confirmed."""
        if self.webhook:
            await self._post(update)
            return
        self._again.append(update)
        self._bell.ring()

    async def flush(self) -> None:
        """What the webhook has not confirmed is posted again, in order."""
        while self.webhook and self._pending and 200 <= await self._post(self._pending[0]) < 300:
            self._pending.pop(0)

    @property
    def waiting(self) -> list[Json]:
        return list(self._pending)

    async def _arrived(self) -> None:
        self._bell.ring()
        await self.flush()

    async def get(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Long poll: a later one ends an earlier one."""
        if self.webhook:
            what = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            raise ApiError(409, f"Conflict: {what}")
        self._poll += 1
        mine = self._poll
        self._bell.ring()
        self._confirm(offset)
        await self._bell.until(lambda: self._pending or self._again or self._poll != mine, seconds)
        if self._poll != mine:
            what = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise ApiError(409, f"Conflict: {what}")
        again, self._again = self._again, []
        return [*again, *self._pending][:limit]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._pending = self._pending[offset:]
        elif offset:
            self._pending = [update for update in self._pending if update["update_id"] >= offset]

    def set_webhook(self, url: str, secret: str, *, drop: bool) -> None:
        if drop:
            self._pending = []
        if not url:
            self.webhook = {}
            return
        parts = urlsplit(url)
        if parts.scheme != "https":
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if (parts.port or 443) not in PORTS:
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        self.webhook = {"url": url, "secret": secret}
        self._poll += 1
        self._bell.ring()

    def info(self) -> Json:
        error = {k: v for k, v in self.webhook.items() if k.startswith("last_error")}
        head = {"url": self.webhook.get("url", ""), "has_custom_certificate": False}
        return {**head, "pending_update_count": len(self._pending), **error}

    async def _post(self, update: Json) -> int:
        headers = (
            {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret"]} if self.webhook["secret"] else {}
        )
        try:
            async with httpx.AsyncClient(transport=self.door, timeout=10) as client:
                status = (await client.post(self.webhook["url"], json=update, headers=headers)).status_code
        except (httpx.HTTPError, ConnectionError):
            status = 0
        self.statuses.append(status)
        if not 200 <= status < 300:
            what = f"Wrong response from the webhook: {status}" if status else "Connection refused"
            self.webhook |= {"last_error_date": self._stamp(), "last_error_message": what}
        await asyncio.sleep(0)
        return status
