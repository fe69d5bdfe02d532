"""The application's API: what we ask of it, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import httpx

from bot.channels.tencent.api import PATIENCE, Api, Grant, Json
from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.tencent.token import Shelf

ORIGIN = "https://qyapi.weixin.qq.com"


class Client:
    """One self-built application. Methods raise ApiError or Unreachable (tencent.codes)."""

    def __init__(
        self,
        corp_id: str,
        agent_id: str,
        secret: str,
        origin: str,
        shelf: Shelf,
        now: Callable[[], datetime],
        *,
        timeout: httpx.Timeout = PATIENCE,
    ) -> None:
        self.corp_id = corp_id
        self.agent_id = agent_id
        grant = Grant("GET", "/cgi-bin/gettoken", params={"corpid": corp_id, "corpsecret": secret})
        self.api = Api(origin or ORIGIN, grant, shelf, now, timeout=timeout)

    async def send(self, userid: str, kind: str, content: Mapping[str, Any]) -> Json:
        """One message to one member; the answer has `msgid`, for a card with buttons also `response_code`."""
        body = {"touser": userid, "agentid": self._agent, "msgtype": kind, kind: content}
        answer = await self.api.post("/cgi-bin/message/send", body)
        # Somebody outside of who may see the application is named here while the call succeeds.
        if userid.lower() in str(answer.get("invaliduser", "")).lower().split("|"):
            raise ApiError(81013, "the member may not see the application", "/cgi-bin/message/send")
        return answer

    async def update(self, userid: str, response_code: str, card: Mapping[str, Any]) -> None:
        """Replaces a card that the member has; the code is good for once, within 72 hours."""
        body = {
            "userids": [userid],
            "agentid": self._agent,
            "response_code": response_code,
            "template_card": card,
        }
        await self.api.post("/cgi-bin/message/update_template_card", body)

    async def upload(self, kind: str, name: str, content: bytes, content_type: str) -> str:
        """The media id of an image, voice, video or file, for three days."""
        answer = await self.api.upload("/cgi-bin/media/upload", name, content, content_type, type=kind)
        return media_id_in(answer)

    async def media(self, media_id: str) -> bytes:
        """What a member sent, within three days."""
        return await self.api.download("/cgi-bin/media/get", media_id=media_id)

    async def whose(self, code: str) -> str:
        """The userid behind an OAuth code, empty for somebody who is no member."""
        answer = await self.api.get("/cgi-bin/auth/getuserinfo", code=code)
        return str(answer.get("userid") or "")

    async def agent(self) -> Json:
        """The application as the administrator set it up."""
        return await self.api.get("/cgi-bin/agent/get", agentid=self.agent_id)

    async def close(self) -> None:
        await self.api.close()

    @property
    def _agent(self) -> int | str:
        return int(self.agent_id) if self.agent_id.isdecimal() else self.agent_id


def media_id_in(answer: Mapping[str, Any]) -> str:
    """Raises Unreachable where there is none."""
    media_id = answer.get("media_id")
    if not isinstance(media_id, str) or not media_id:
        raise Unreachable("the answer of an upload has no media_id")
    return media_id
