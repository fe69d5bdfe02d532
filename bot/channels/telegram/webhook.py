"""The door that Telegram knocks at: secret → size → parse → commit to the inbox → 200."""

from __future__ import annotations

import hmac
import json
import logging
import re
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response

from bot.channels.telegram.client import ALLOWED_UPDATES, Client
from bot.channels.telegram.inbound import Reader, Unreadable
from bot.channels.telegram.polling import Take

PATH = "/telegram/webhook"
BODY_LIMIT = 64 * 1024
SECRET_SHAPE = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = (443, 80, 88, 8443)

log = logging.getLogger(__name__)


class SecretMissing(ValueError):
    """A webhook without a secret would let anybody speak as anybody."""

    def __init__(self) -> None:
        super().__init__(
            "HUIYIN_TELEGRAM_SECRET: write 1 to 256 of the characters A-Z a-z 0-9 _ - (32 are good)"
        )


def router(secret: str, client: Client, take: Take, now: Callable[[], datetime]) -> APIRouter:
    """POST /telegram/webhook. Raises SecretMissing where the secret is none that Telegram takes."""
    if not SECRET_SHAPE.fullmatch(secret):
        raise SecretMissing
    door = APIRouter()

    @door.post(PATH, include_in_schema=False)
    async def telegram_webhook(request: Request) -> Response:
        if not _knows(secret, request):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        return Response(status_code=_taken(body, client, take, now()))

    return door


async def announce(client: Client, public_url: str, secret: str) -> None:
    """Tells Telegram where to knock; what has piled up comes too. Raises DeliveryError."""
    with client.errors():
        await client.introduce()
        await client.bot.set_webhook(
            address(public_url),
            secret_token=secret,
            allowed_updates=ALLOWED_UPDATES,
            drop_pending_updates=False,
        )


def address(public_url: str) -> str:
    """`https://desk.example` → `https://desk.example/telegram/webhook`."""
    return public_url.rstrip("/") + PATH


def is_reachable_form(public_url: str) -> bool:
    """Telegram calls https on four ports only."""
    url = urlsplit(public_url)
    try:
        return url.scheme == "https" and bool(url.hostname) and (url.port or 443) in PORTS
    except ValueError:
        return False


def _knows(secret: str, request: Request) -> bool:
    shown = request.headers.get("x-telegram-bot-api-secret-token", "")
    return hmac.compare_digest(shown.encode(), secret.encode())


async def _body(request: Request) -> bytes | None:
    """At most 64 KB, None for more: counted while reading, for the announced length may lie."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > BODY_LIMIT:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)


def _taken(body: bytes, client: Client, take: Take, now: datetime) -> int:
    """The status. A failed commit is 503, so that Telegram brings the update again."""
    try:
        reader = Reader(client.bot, client.account, client.username)
        found = reader.read(json.loads(body), now)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, Unreadable) else type(error).__name__
        log.warning("webhook body unreadable: %s", reason, extra={"action": "body_unreadable"})
        return 400
    if found is None:
        return 200
    try:
        take([found])
    except Exception as error:  # its message may quote what the person wrote
        log.error("update not taken: %s", type(error).__name__, extra={"action": "take_failed"})
        return 503
    return 200
