"""Opens the Telegram channel: a webhook where there is a public address, else polling."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

import structlog

from bot.channels.telegram import menu, polling, webhook
from bot.channels.telegram.client import Client, TokenMalformed
from bot.channels.telegram.outbound import TelegramChannel
from bot.cli.faults import Mendable
from bot.clock import real_now
from bot.outbox.delivery import DeliveryError

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.server import Server

log = structlog.get_logger()
FIRST_PAUSE = 2.0
LONGEST_PAUSE = 300.0

Step = Callable[[], Awaitable[None]]
Pause = Callable[[float], Awaitable[None]]


class Telegram:
    """The bot of the settings. Raises Mendable for a token that cannot be one."""

    def __init__(self, settings: Settings) -> None:
        self._keys, self._public_url = settings.environment.telegram, settings.public_url
        try:
            self._client = Client(self._keys.token.get_secret_value(), self._keys.api)
        except TokenMalformed as error:
            raise Mendable(str(error)) from None
        self.channel = TelegramChannel(self._client, settings.media)

    def open(self, server: Server) -> Sequence[Coroutine[Any, Any, None]]:
        """Puts up its door, if it has one; returns what has to run besides. Raises Mendable."""
        menus = insist("menu", lambda: menu.publish(self._client), refusal_matters=False)
        if not self._public_url:
            return [polling.Poller(self._client, server.take, real_now).run(), menus]
        secret = self._keys.secret.get_secret_value()
        try:
            server.doors.append(webhook.router(secret, self._client, server.take, real_now))
        except webhook.SecretMissing as error:
            raise Mendable(str(error)) from None
        announcing = insist("webhook", lambda: webhook.announce(self._client, self._public_url, secret))
        return [announcing, menus]

    async def close(self) -> None:
        await self._client.close()


async def insist(
    what: str, step: Step, *, refusal_matters: bool = True, pause: Pause = asyncio.sleep
) -> None:
    """Repeats a step of the set-up while the platform does not answer. Raises Mendable where it refuses for good."""
    failures = 0
    while True:
        try:
            return await step()
        except DeliveryError as error:
            log.warning("telegram_not_set_up", action="telegram_not_set_up", what=what, reason=error.reason)
            if error.permanent:
                return _refused(what, error, refusal_matters)
            failures += 1
            await pause(error.retry_after or min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (failures - 1)))


def _refused(what: str, error: DeliveryError, refusal_matters: bool) -> None:
    if refusal_matters:
        raise Mendable(
            f"HUIYIN_PUBLIC_URL: Telegram 不接受这个 {what} 地址（{error.reason}）。"
            "请写 https 开头、公网能访问的地址；用 huiyin check --online 可以再查一遍。",
            1,
        )
