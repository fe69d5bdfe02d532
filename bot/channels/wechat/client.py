"""The official account's API: what we ask of it, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import httpx

from bot.channels.tencent.api import PATIENCE, Api, Grant, Json
from bot.channels.tencent.codes import Unreachable
from bot.channels.tencent.token import Shelf

ORIGIN = "https://api.weixin.qq.com"


class Client:
    """One account; `account` is its app id. Methods raise ApiError or Unreachable (tencent.codes)."""

    def __init__(
        self,
        app_id: str,
        secret: str,
        origin: str,
        shelf: Shelf,
        now: Callable[[], datetime],
        *,
        timeout: httpx.Timeout = PATIENCE,
    ) -> None:
        self.account = app_id
        # stable_token: the same token for whoever asks, so replicas do not take it from one another.
        asked = {"grant_type": "client_credential", "appid": app_id, "secret": secret, "force_refresh": False}
        grant = Grant("POST", "/cgi-bin/stable_token", body=asked)
        self.api = Api(origin or ORIGIN, grant, shelf, now, timeout=timeout)

    async def say(self, openid: str, text: str) -> None:
        await self._custom(openid, "text", {"content": text})

    async def show(self, openid: str, media_id: str) -> None:
        await self._custom(openid, "image", {"media_id": media_id})

    async def offer(self, openid: str, text: str, choices: Sequence[tuple[str, str]], tail: str) -> None:
        """A text with choices, (id, label), to touch."""
        listed = [{"id": id, "content": label} for id, label in choices]
        await self._custom(openid, "msgmenu", {"head_content": text, "list": listed, "tail_content": tail})

    async def _custom(self, openid: str, kind: str, content: Mapping[str, Any]) -> None:
        body = {"touser": openid, "msgtype": kind, kind: content}
        await self.api.post("/cgi-bin/message/custom/send", body)

    async def notify(self, openid: str, template: str, fields: Mapping[str, str]) -> None:
        """A template message, the one kind that reaches a person at any time."""
        data = {name: {"value": value} for name, value in fields.items()}
        body = {"touser": openid, "template_id": template, "data": data}
        await self.api.post("/cgi-bin/message/template/send", body)

    async def upload(self, name: str, content: bytes, kind: str) -> str:
        """The media id of a picture, for three days. `kind` is its content type."""
        answer = await self.api.upload("/cgi-bin/media/upload", name, content, kind, type="image")
        media_id = answer.get("media_id")
        if not isinstance(media_id, str) or not media_id:
            raise Unreachable("the answer of /cgi-bin/media/upload has no media_id")
        return media_id

    async def media(self, media_id: str) -> bytes:
        """What a person sent, within three days."""
        return await self.api.download("/cgi-bin/media/get", media_id=media_id)

    async def set_menu(self, menu: Mapping[str, Any]) -> None:
        await self.api.post("/cgi-bin/menu/create", menu)

    async def menu(self) -> Json:
        """The menu that people see now, however it was made."""
        return await self.api.get("/cgi-bin/get_current_selfmenu_info")

    async def templates(self) -> frozenset[str]:
        """The ids of the account's templates."""
        answer = await self.api.get("/cgi-bin/template/get_all_private_template")
        listed = answer.get("template_list", [])
        return frozenset(str(one.get("template_id")) for one in listed if isinstance(one, dict))

    async def close(self) -> None:
        await self.api.close()
