"""What a platform brings to a door: checked by size, age and signature, and opened, before anything looks inside.

Refused 413: over 64 KB · 403: old, or not signed by our token · 400: signed, but it cannot be opened or read
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

from fastapi import Request

from bot.channels.tencent.sealing import Sealer, Undecryptable
from bot.channels.tencent.signing import is_fresh, is_signed

BODY_LIMIT = 64 * 1024
NONCE_LIMIT = 128
_ENVELOPE = re.compile(rb"<Encrypt>\s*(?:<!\[CDATA\[)?\s*([A-Za-z0-9+/=]+)\s*(?:\]\]>)?\s*</Encrypt>")


class Refused(Exception):
    """The door's answer is this HTTP status. `reason` is for the log and shows no content."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Query:
    """The query of a callback as both platforms send it; what is missing is empty."""

    timestamp: str = ""
    nonce: str = ""
    signature: str = ""
    msg_signature: str = ""
    encrypt_type: str = ""
    echostr: str = ""

    @classmethod
    def of(cls, request: Request) -> Query:
        """Read at once: what Starlette builds to hold parameters costs as much as the signature."""
        written = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        found = dict(written)
        return cls(*[found.get(name, "") for name in cls.__slots__])

    def check_age(self, now: datetime) -> None:
        """By the real clock. Raises Refused 403."""
        if not is_fresh(self.timestamp, now):
            raise Refused(403, "older than five minutes, or without a timestamp")
        if len(self.nonce) > NONCE_LIMIT:
            raise Refused(403, "the nonce is too long")

    def check_plain(self, token: str) -> None:
        """The signature of the URL alone (plain mode, and WeChat's first knock). Raises Refused 403."""
        if not token or not is_signed(self.signature, token, self.timestamp, self.nonce):
            raise Refused(403, "the signature is not our token's")

    def check_sealed(self, token: str, ciphertext: str) -> None:
        """The signature over the ciphertext. Raises Refused 403."""
        if not token or not is_signed(self.msg_signature, token, self.timestamp, self.nonce, ciphertext):
            raise Refused(403, "the msg_signature is not our token's")


@dataclass(frozen=True, slots=True)
class Letter:
    """An authentic body: the inner XML, and the key that opened it (None: it came in plain)."""

    xml: str
    key: int | None = None


async def body_of(request: Request) -> bytes:
    """At most 64 KB, counted while reading, for the announced length may lie. Raises Refused 413."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > BODY_LIMIT:
        raise Refused(413, "over 64 KB")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise Refused(413, "over 64 KB")
    return bytes(body)


def opened(body: bytes, query: Query, token: str, sealer: Sealer) -> Letter:
    """The inner XML of an encrypted callback. Raises Refused 403 or 400."""
    ciphertext = _ciphertext(body)
    if ciphertext is None:
        query.check_plain(token)  # without it nobody has shown to know the token
        raise Refused(400, "no envelope")
    query.check_sealed(token, ciphertext)
    try:
        found = sealer.open(ciphertext)
    except Undecryptable as error:
        raise Refused(400, str(error)) from None
    return Letter(found.text, found.key)


def plain(body: bytes) -> Letter:
    """The body as text; the signature of the URL is checked before. Raises Refused 400."""
    try:
        return Letter(body.decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused(400, "not UTF-8") from None


def _ciphertext(body: bytes) -> str | None:
    """Found without an XML parser: nothing is parsed before its signature is known to be ours."""
    found = _ENVELOPE.search(body)
    return found[1].decode("ascii") if found else None
