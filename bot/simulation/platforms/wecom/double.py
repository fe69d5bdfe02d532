"""The platform with one corporation and one self-built application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.clock import real_now
from bot.simulation.platforms.tencent import Refusal
from bot.simulation.platforms.wechat.callback import Seal
from bot.simulation.platforms.wecom.callback import Line
from bot.simulation.platforms.wecom.interfaces import WITH_TOKEN, Interface, gettoken
from bot.simulation.platforms.wecom.state import Json, Member, State
from bot.simulation.platforms.wecom.voices import Group, Voice
from bot.simulation.platforms.wecom.webhooks import WITH_KEY

NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)
CORP_ID = "ww0000000000000001"
AGENT_ID = "1000002"
SECRET = "secret-of-the-application"  # noqa: S105 - a secret of nothing
TOKEN = "wordForWecom"  # noqa: S105
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
ACCOUNT = f"{CORP_ID}/{AGENT_ID}"


class WecomDouble:
    """`app` is the API; `lead_to` says where the application's server is. `now` is the clock of limits and messages."""

    def __init__(self, *, now: Callable[[], datetime] = lambda: NOON) -> None:
        self.state = State(CORP_ID, AGENT_ID, SECRET, now)
        self.line = Line(TOKEN, Seal(AES_KEY, CORP_ID), real_now)
        self.app = Starlette(routes=[Route("/{path:path}", self._api, methods=["GET", "POST"])])
        self.nonsense: list[Response] = []
        """What the API says next instead of an answer."""

    def lead_to(self, doors: Any) -> None:
        """The application's server is this ASGI app."""
        self.line.transport = httpx.ASGITransport(app=doors, raise_app_exceptions=False)

    def member(self, userid: str, name: str, *, sees: bool = True) -> Voice:
        """A member of the corporation; `sees` False: outside of who may see the application."""
        member = self.state.members[userid] = Member(userid, name, sees)
        return Voice(self, member)

    def group(self, title: str, *members: Voice) -> Group:
        """A group chat with a robot of its own."""
        number = next(self.state.numbers)
        group = Group(self.state, f"wrGroup{number}", title, f"robot-key-{number:04d}", members)
        self.state.robots[group.key] = group.id
        return group

    def refuse(self, path: str, code: int, message: str = "refused", *, after: int = 0) -> None:
        """A later call of the interface is refused, the next one or the one `after` so many that pass."""
        self.state.refusals.setdefault(path, []).extend([*[None] * after, Refusal(code, message)])

    def called(self, path: str) -> list[Json]:
        """What each call of the interface brought: its query."""
        return [asked for name, asked in self.state.calls if name == path]

    def login_of(self, userid: str) -> str:
        """An OAuth code, as WeCom gives it to a phone that is sent there."""
        code = f"oauth-code-{next(self.state.numbers)}"
        self.state.logins[code] = userid
        return code

    async def _api(self, request: Request) -> Response:
        path = request.url.path
        self.state.calls.append((path, dict(request.query_params)))
        if self.nonsense:
            return self.nonsense.pop(0)
        try:
            waiting = self.state.refusals.get(path)
            if waiting and (refusal := waiting.pop(0)) is not None:
                raise refusal
            return await self._interface(path, request)(self.state, request)
        except Refusal as error:
            return JSONResponse({"errcode": error.code, "errmsg": error.message})

    def _interface(self, path: str, request: Request) -> Interface:
        if path == "/cgi-bin/gettoken":
            return gettoken
        if path in WITH_KEY:
            return WITH_KEY[path]
        if path not in WITH_TOKEN:
            raise Refusal(40066, "invalid url")
        if request.query_params.get("access_token") not in self.state.tokens:
            raise Refusal(40014, "invalid access_token")
        return WITH_TOKEN[path]
