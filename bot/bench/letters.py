"""WeChat's callbacks as whole HTTP requests: one owner's text each, signed, sealed or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import urlencode

from bot.bench import town
from bot.channels.tencent.sealing import Sealer
from bot.channels.tencent.signing import signature

APP_ID = "wxbench0000000001"
TOKEN = "tokenOfTheBenchmark"  # noqa: S105 - of an account that there is not
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
ENVIRONMENT: Mapping[str, str] = {
    "HUIYIN_WECHAT_APP_ID": APP_ID,
    "HUIYIN_WECHAT_APP_SECRET": "secretOfTheBenchmark",
    "HUIYIN_WECHAT_TOKEN": TOKEN,
    "HUIYIN_WECHAT_AES_KEY": AES_KEY,
    "HUIYIN_WECHAT_API": "http://127.0.0.1:9",  # nobody listens: every answer must go with its request
}
_SEALED = re.compile(r"<Encrypt><!\[CDATA\[(.*?)\]\]></Encrypt>")


def sealed(first: int, owners: int, now: datetime) -> Iterator[bytes]:
    """POST /wechat in encrypted mode, from owners of the town (`town.settle`). Valid for five minutes."""
    sealer = Sealer(TOKEN, APP_ID, [AES_KEY])
    for n in range(first, first + owners):
        yield request("/wechat", *envelope(sealer, message(n, now), n, now))


def envelope(sealer: Sealer, xml: str, n: int, now: datetime) -> tuple[dict[str, str], bytes]:
    """Query and body of a sealed callback."""
    stamp, nonce = _stamp(now), str(100_000_000 + n)
    ciphertext = _ciphertext(sealer.close(xml, key=0, timestamp=stamp, nonce=nonce))
    query = {**_signed(stamp, nonce), "encrypt_type": "aes"}
    query["msg_signature"] = signature(TOKEN, stamp, nonce, ciphertext)
    body = f"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{ciphertext}]]></Encrypt></xml>"
    return query, body.encode()


def plain(first: int, owners: int, now: datetime) -> Iterator[bytes]:
    """POST / in plain mode."""
    stamp = _stamp(now)
    for n in range(first, first + owners):
        yield request("/", _signed(stamp, str(100_000_000 + n)), message(n, now).encode())


def message(n: int, now: datetime) -> str:
    """The XML of what that owner writes."""
    return (
        f"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[{town.user(n)}]]></FromUserName>"
        f"<CreateTime>{_stamp(now)}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        f"<Content><![CDATA[{town.text(n)}]]></Content><MsgId>{20_000_000_000_000_000 + n}</MsgId></xml>"
    )


def _stamp(now: datetime) -> str:
    return str(int(now.timestamp()))


def _signed(stamp: str, nonce: str) -> dict[str, str]:
    return {"timestamp": stamp, "nonce": nonce, "signature": signature(TOKEN, stamp, nonce)}


def _ciphertext(envelope: str) -> str:
    found = _SEALED.search(envelope)
    assert found is not None, "our own envelope has its ciphertext"  # noqa: S101
    return found[1]


def request(path: str, query: Mapping[str, str], content: bytes) -> bytes:
    """The whole of it, as it goes over the line."""
    head = (
        f"POST {path}?{urlencode(query)} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Mozilla/4.0\r\n"
        f"Content-Type: text/xml\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content
