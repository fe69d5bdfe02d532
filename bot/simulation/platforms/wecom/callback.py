"""How WeCom calls the application's server: signed, sealed, three tries of five seconds, any 200 is enough."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import escape

import httpx

from bot.simulation.platforms.wechat.callback import Seal, sha1

TRIES = 3
SECONDS = 5.0


@dataclass
class Line:
    """The line to the server. `door` is its address, `transport` leads there without a network."""

    token: str
    seal: Seal
    real_now: Callable[[], datetime]
    door: str = "https://desk.example/wecom"
    transport: httpx.AsyncBaseTransport | None = None
    refused: list[int] = field(default_factory=list)
    """Statuses of answers that were no 200."""

    async def verifies(self, word: str) -> httpx.Response:
        """What happens when the administrator saves the address."""
        sealed = self.seal.close(word)
        async with self._http() as http:
            return await http.get(self.door, params={**self.signed(sealed), "echostr": sealed})

    async def brings(self, fields: Mapping[str, str]) -> int:
        """The status of the last try."""
        status = 0
        for _ in range(TRIES):
            status = (await self.knocks(*self.letter(xml(fields)))).status_code
            if status == 200:
                return status
            self.refused.append(status)
        return status

    async def knocks(self, query: Mapping[str, str], body: bytes) -> httpx.Response:
        async with self._http() as http:
            return await http.post(self.door, params=dict(query), content=body)

    def letter(self, inner: str) -> tuple[dict[str, str], bytes]:
        """Query and body of a sealed callback."""
        sealed = self.seal.close(inner)
        whole = (
            f"<xml><ToUserName><![CDATA[{self.seal.receiver}]]></ToUserName>"
            f"<AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>"
        )
        return self.signed(sealed), whole.encode()

    def signed(self, sealed: str) -> dict[str, str]:
        stamp, nonce = str(int(self.real_now().timestamp())), base64.b16encode(os.urandom(5)).decode()
        return {
            "timestamp": stamp,
            "nonce": nonce,
            "msg_signature": sha1(self.token, stamp, nonce, sealed),
        }

    def _http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=self.transport, timeout=SECONDS)


def xml(fields: Mapping[str, str]) -> str:
    inside = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
    return f"<xml>{inside}</xml>"
