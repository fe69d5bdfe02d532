"""The bot behind a token: its requests, its name, its errors."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest
from typing_extensions import override

from bot.channels.telegram.faults import Flood, translated
from bot.channels.telegram.redaction import RedactingFilter, redactor

ORIGIN = "https://api.telegram.org"
TOKEN_SHAPE = re.compile(r"(\d{1,20}):[A-Za-z0-9_-]{10,200}")
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
DEFAULT_FLOOD_SECONDS = 5.0


class TokenMalformed(ValueError):
    """The token does not look like one; the message says what to write and never shows it."""

    def __init__(self) -> None:
        super().__init__(
            "HUIYIN_TELEGRAM_TOKEN: write the token as @BotFather shows it, like 123456:ABC-DEF…"
        )


@dataclass(frozen=True, slots=True)
class Me:
    """Who the bot is. `reads_groups`: privacy mode is off, so ordinary group messages reach it."""

    username: str
    name: str
    reads_groups: bool
    joins_groups: bool


class Transport(HTTPXRequest):
    """The library's transport, which would write an unreadable answer to the log and warn at every 429."""

    @override
    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        code, payload = await super().do_request(*args, **kwargs)
        if code == 429:
            raise Flood(_flood_seconds(payload))
        return code, payload

    @staticmethod
    @override
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("The answer is not a JSON object")
        return answer


def _flood_seconds(payload: bytes) -> float:
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return DEFAULT_FLOOD_SECONDS


class Api(Bot):
    """The library's bot, with updates as they came: its own get_updates loses a whole batch over one bad update."""

    @override
    def __repr__(self) -> str:
        return f"{type(self).__name__}()"  # the library's shows the token

    async def raw_updates(self, offset: int | None, wait: float, slack: float) -> list[dict[str, Any]]:
        asked = {"offset": offset, "timeout": int(wait), "allowed_updates": list(ALLOWED_UPDATES)}
        answer = await self._post("getUpdates", asked, read_timeout=wait + slack)
        return [update for update in answer if isinstance(update, dict)]


class Client:
    """One bot account. `account` is the bot's id; `username` is known after `introduce`."""

    def __init__(self, token: str, origin: str = "", *, slack: float = 15.0) -> None:
        """`origin` of the Bot API, Telegram's if empty. `slack`: seconds an answer may take. Raises TokenMalformed."""
        match = TOKEN_SHAPE.fullmatch(token)
        if not match:
            raise TokenMalformed
        self.account = match[1]
        self.username = ""
        self.origin = (origin or ORIGIN).rstrip("/")
        self.redact = redactor(token)
        self._slack = slack
        self._requests = [_transport(self.origin, slack, size) for size in (64, 2)]
        self.bot = Api(
            token,
            base_url=f"{self.origin}/bot",
            base_file_url=f"{self.origin}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
        )
        self._filter = RedactingFilter(self.redact)
        self._filter.install()

    def errors(self) -> AbstractContextManager[None]:
        """Inside, Telegram's errors leave as DeliveryError."""
        return translated(self.redact)

    async def introduce(self) -> Me:
        """Asks Telegram who this bot is. Raises telegram.error.TelegramError."""
        user = await self.bot.get_me()
        self.username = user.username or ""
        reads, joins = bool(user.can_read_all_group_messages), bool(user.can_join_groups)
        return Me(self.username, user.full_name, reads, joins)

    async def updates(self, offset: int | None, wait: float) -> list[dict[str, Any]]:
        """Long poll: up to 100 updates as JSON, [] after `wait` seconds without one. Raises TelegramError."""
        return await self.bot.raw_updates(offset, wait, self._slack)

    async def close(self) -> None:
        await asyncio.gather(*(request.shutdown() for request in self._requests))
        self._filter.remove()


def _transport(origin: str, slack: float, size: int) -> Transport:
    # A proxy of the environment is for the way out; an API server on this machine is never behind it.
    outside = urlsplit(origin).hostname not in ("127.0.0.1", "localhost", "::1")
    return Transport(
        connection_pool_size=size,
        read_timeout=slack,
        write_timeout=slack,
        pool_timeout=slack,
        media_write_timeout=60.0,
        # Plain HTTP needs no certificates, and loading them takes longer than all the rest of the start.
        httpx_kwargs={"trust_env": outside, "verify": origin.startswith("https:")},
    )
