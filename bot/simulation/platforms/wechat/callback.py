"""How WeChat calls an account's server: signed, sealed or plain, three tries of five seconds, and the passive reply.

Written from the documentation and independent of the code under test, cipher included.
"""

from __future__ import annotations

import base64
import hashlib
import os
import struct
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.simulation.platforms.documented import documented

TRIES = 3
SECONDS = 5.0
FAULT = "该公众号提供的服务出现故障，请稍后再试"


def sha1(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()  # noqa: S324 - the platform's own


@dataclass(frozen=True)
class Seal:
    """EncodingAESKey and receiver."""

    key: str
    receiver: str

    def _cipher(self) -> Cipher[modes.CBC]:
        key = base64.b64decode(f"{self.key}=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))

    def close(self, text: str) -> str:
        content = text.encode()
        whole = os.urandom(16) + struct.pack(">I", len(content)) + content + self.receiver.encode()
        padding = 32 - len(whole) % 32
        encryptor = self._cipher().encryptor()
        sealed = encryptor.update(whole + bytes([padding]) * padding) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def open(self, sealed: str) -> str:
        decryptor = self._cipher().decryptor()
        whole = decryptor.update(base64.b64decode(sealed)) + decryptor.finalize()
        whole = whole[: -whole[-1]]
        (length,) = struct.unpack(">I", whole[16:20])
        documented(whole[20 + length :].decode() == self.receiver, "sealed for this receiver")
        return whole[20 : 20 + length].decode()


@dataclass
class Line:
    """The line to the account's server. `door` is its address, `transport` leads there without a network."""

    token: str
    seal: Seal | None
    real_now: Callable[[], datetime]
    door: str = "https://desk.example/wechat"
    transport: httpx.AsyncBaseTransport | None = None
    refused: list[int] = field(default_factory=list)
    """Statuses of answers that were none."""

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=self.transport, timeout=SECONDS)

    def signed(self, *more: str) -> dict[str, str]:
        stamp, nonce = str(int(self.real_now().timestamp())), base64.b16encode(os.urandom(5)).decode()
        return {"timestamp": stamp, "nonce": nonce, "signature": sha1(self.token, stamp, nonce, *more)}

    def letter(self, xml: str) -> tuple[dict[str, str], str]:
        """Query and body."""
        query = self.signed()
        if self.seal is None:
            return query, xml
        sealed = self.seal.close(xml)
        signature = sha1(self.token, query["timestamp"], query["nonce"], sealed)
        body = f"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>"
        return {**query, "encrypt_type": "aes", "msg_signature": signature}, body

    async def bring(self, xml: str) -> str | None:
        """The text of the passive reply, None for none; FAULT where the server did not answer as it should."""
        for _ in range(TRIES):
            query, body = self.letter(xml)
            try:
                async with self.client() as http:
                    answer = await http.post(self.door, params=query, content=body)
            except httpx.TimeoutException:
                continue
            if answer.status_code == 200:
                return self.reply(answer.text)
            self.refused.append(answer.status_code)
        return FAULT

    def reply(self, content: str) -> str | None:
        if content in ("", "success"):
            return None
        try:
            fields = read(content)
            if self.seal is not None:
                fields = read(self._opened(self.seal, fields))
        except ElementTree.ParseError:
            return FAULT
        documented(fields["MsgType"] == "text", "a passive reply of ours is a text")
        documented(len(fields["Content"].encode()) <= 2048, "2048 bytes at most")
        return fields["Content"]

    def _opened(self, seal: Seal, fields: Mapping[str, str]) -> str:
        parts = (self.token, fields["TimeStamp"], fields["Nonce"], fields["Encrypt"])
        documented(sha1(*parts) == fields["MsgSignature"], "signed with the token")
        return seal.open(fields["Encrypt"])


def read(content: str) -> dict[str, str]:
    return {one.tag: one.text or "" for one in ElementTree.fromstring(content)}  # noqa: S314 - our own server's


def written(fields: Mapping[str, str | int]) -> str:
    """XML as WeChat writes it: numbers bare, texts as CDATA."""
    parts = [
        f"<{name}>{value}</{name}>" if isinstance(value, int) else f"<{name}><![CDATA[{value}]]></{name}>"
        for name, value in fields.items()
    ]
    return f"<xml>{''.join(parts)}</xml>"
