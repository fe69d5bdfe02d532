"""Two places where requests are noticed: in front of a platform's API, and on its own line to the desk's doors."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from time import perf_counter
from urllib.parse import parse_qsl

import httpx
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from typing_extensions import override

from bot.simulation.channels.wire import Wire, pretty
from bot.simulation.platforms.wechat.callback import Seal
from bot.web.demo.wire.desk import Platform

_SEALED = re.compile(r"<Encrypt>(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)")
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name


class Overheard:
    """An ASGI app in front of another that tells the wire of each request."""

    def __init__(self, app: ASGIApp, wire: Wire, platform: Platform) -> None:
        self._app, self._wire, self._platform = app, wire, platform

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked, answered, head = bytearray(), bytearray(), dict[str, Message]()

        async def hears() -> Message:
            message = await receive()
            asked.extend(message.get("body", b""))
            return message

        async def says(message: Message) -> None:
            head.setdefault(message["type"], message)
            answered.extend(message.get("body", b""))
            await send(message)

        begun = perf_counter()
        await self._app(scope, hears, says)
        start = head.get("http.response.start")
        if start is None or _is_idle(scope["path"], bytes(answered)):
            return
        query = scope["query_string"].decode()
        self._wire.add(
            self._platform,
            False,
            scope["method"],
            scope["path"] + (f"?{query}" if query else ""),
            (_text(bytes(asked), _headers(scope["headers"])), ""),
            (_text(bytes(answered), _headers(start["headers"])), ""),
            start["status"],
            (perf_counter() - begun) * 1000,
        )


class LeadingLine(httpx.AsyncBaseTransport):
    """Leads the public address of the desk to its doors on loopback, `origin`, and tells the wire of each request.

    `seal` opens what was sealed, for people to read.
    """

    def __init__(self, origin: str, wire: Wire, platform: Platform, seal: Seal | None = None) -> None:
        self._origin, self._wire, self._platform, self._seal = httpx.URL(origin), wire, platform, seal

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        content, begun = await request.aread(), perf_counter()
        url = request.url.copy_with(scheme="http", host=self._origin.host, port=self._origin.port)
        led = httpx.Request(request.method, url, headers=request.headers, content=content)
        led.extensions = request.extensions
        async with httpx.AsyncHTTPTransport() as inner:
            answer = await inner.handle_async_request(led)
            body = await answer.aread()
        self._wire.add(
            self._platform,
            True,
            request.method,
            request.url.raw_path.decode(),
            self._both(content, request.headers),
            self._both(body, answer.headers),
            answer.status_code,
            (perf_counter() - begun) * 1000,
        )
        return httpx.Response(answer.status_code, headers=answer.headers, content=body, request=request)

    def _both(self, content: bytes, headers: Mapping[str, str]) -> tuple[str, str]:
        text = _text(content, headers)
        sealed = _SEALED.search(text)
        secret = headers.get(_SECRET_HEADER)
        shown = f"X-Telegram-Bot-Api-Secret-Token: {secret}\n\n{text}" if secret else text
        return shown, self._seal.open(sealed[1]) if self._seal and sealed else ""


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode().lower(): value.decode("latin-1") for name, value in raw}


def _is_idle(path: str, answered: bytes) -> bool:
    """A long poll that brought nothing."""
    return path.endswith("/getUpdates") and answered == b'{"ok": true, "result": []}'


def _text(content: bytes, headers: Mapping[str, str]) -> str:
    """A body as people read it: JSON laid out, forms a line a field, files by their size."""
    kind = headers.get("content-type", "").partition(";")[0]
    if not content:
        return ""
    if kind.startswith(("image/", "multipart/")):
        return f"({kind}, {len(content):,} B)"
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return f"({len(content):,} B)"
    return _LAID_OUT.get(kind, _as_it_is)(text)


def _as_it_is(text: str) -> str:
    try:  # WeChat's client posts JSON without naming it
        return pretty(json.loads(text)) if text.startswith("{") else text
    except ValueError:
        return text


def _form(text: str) -> str:
    return "\n".join(f"{name} = {value}" for name, value in parse_qsl(text))


def _page(text: str) -> str:
    """Without its looks."""
    return re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


_LAID_OUT: Mapping[str, Callable[[str], str]] = {
    "application/x-www-form-urlencoded": _form,
    "text/html": _page,
}
