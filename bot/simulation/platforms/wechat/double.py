"""The platform with one official account."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.clock import real_now
from bot.simulation.platforms.tencent import Refusal
from bot.simulation.platforms.wechat.callback import Line, Seal
from bot.simulation.platforms.wechat.interfaces import WITH_TOKEN, WITHOUT_TOKEN, Interface
from bot.simulation.platforms.wechat.state import Follower, Json, State
from bot.simulation.platforms.wechat.voices import Voice

T = TypeVar("T")
NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)
APP_ID = "wx0000000000000001"
SECRET = "app-secret-of-the-double"  # noqa: S105 - a secret of nothing
TOKEN = "wordForWechat"  # noqa: S105
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


class WechatDouble:
    """`app` is the API; `lead_to` says where the account's server is. `aes_key` "" is plain mode.

    `now` is the clock of messages; signatures follow the real one.
    """

    def __init__(
        self,
        app_id: str = APP_ID,
        secret: str = SECRET,
        *,
        token: str = TOKEN,
        aes_key: str = AES_KEY,
        now: Callable[[], datetime] = lambda: NOON,
    ) -> None:
        self.state = State(app_id, secret, now)
        self.line = Line(token, Seal(aes_key, app_id) if aes_key else None, real_now)
        self.app = Starlette(routes=[Route("/{path:path}", self._api, methods=["GET", "POST"])])
        self.nonsense: list[Response] = []
        """What the API says next instead of an answer."""
        self.tasks: set[asyncio.Task[Any]] = set()

    def lead_to(self, doors: Any) -> None:
        """The account's server is this ASGI app."""
        self.line.transport = httpx.ASGITransport(app=doors, raise_app_exceptions=False)

    def follower(self, name: str) -> Voice:
        """Somebody who follows the account and has not written yet."""
        openid = f"o{next(self.state.numbers):027d}"
        self.state.followers[openid] = Follower(openid, name)
        return Voice(self, self.state.followers[openid])

    def refuse(self, path: str, code: int, message: str = "refused", times: int = 1) -> None:
        """The next calls of the interface are refused."""
        self.state.refusals.setdefault(path, []).extend([Refusal(code, message)] * times)

    def called(self, path: str) -> list[Json]:
        """What each call of the interface brought."""
        return [asked for name, asked in self.state.calls if name == path]

    def spawn(self, job: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Runs beside the test: WeChat does not wait for one follower before it serves the next."""
        task = asyncio.create_task(job)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def close(self) -> None:
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    def expire_tokens(self) -> None:
        """As if every token were over."""
        self.state.tokens = dict.fromkeys(self.state.tokens, self.state.now() - timedelta(seconds=1))

    async def _api(self, request: Request) -> Response:
        path = request.url.path
        try:
            found = self._interface(request, path)
            if self.nonsense:
                return self.nonsense.pop(0)
            refusals = self.state.refusals.get(path)
            if refusals:
                raise refusals.pop(0)
            return await found(self.state, request)
        except Refusal as refusal:
            return JSONResponse({"errcode": refusal.code, "errmsg": refusal.message})

    def _interface(self, request: Request, path: str) -> Interface:
        self.state.calls.append((path, dict(request.query_params)))
        if path in WITHOUT_TOKEN:
            return WITHOUT_TOKEN[path]
        until = self.state.tokens.get(request.query_params.get("access_token", ""))
        if until is None:
            raise Refusal(40001, "invalid credential, access_token is invalid or not latest")
        if self.state.now() >= until:
            raise Refusal(42001, "access_token expired")
        if path not in WITH_TOKEN:
            raise Refusal(48001, "api unauthorized")
        return WITH_TOKEN[path]
