"""Files that people send to the AI bot: encrypted, each with a key of its own, at an address that lives five minutes."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import urlsplit

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.channels.tencent.api import DOWNLOAD_LIMIT
from bot.channels.wecom.places import remote_name
from bot.outbox.delivery import DeliveryError

_MARK = "sealed "
_BLOCK = 32


def sealed_name(account: str, url: str, key: str) -> str:
    """`wecom:<account>:sealed <key> <address>`."""
    return remote_name(account, f"{_MARK}{key} {url}")


def is_sealed(what: str) -> bool:
    """Whether what stands behind the account is such a file."""
    return what.startswith(_MARK)


async def fetch(what: str) -> bytes:
    """The content. Raises DeliveryError; what cannot be opened is permanent."""
    key, _, url = what.removeprefix(_MARK).partition(" ")
    try:
        outside = urlsplit(url).hostname not in ("127.0.0.1", "localhost", "::1")
        client = httpx.AsyncClient(timeout=10.0, trust_env=outside)
        async with client as http, http.stream("GET", url) as answer:
            if 400 <= answer.status_code < 500:
                raise DeliveryError("the file's address is over", permanent=True)
            answer.raise_for_status()
            return opened(await _limited(answer), key)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise DeliveryError(f"{type(error).__name__} at the file's address") from None


def opened(content: bytes, key: str) -> bytes:
    """AES-256-CBC, the first half of the key as its start, filled up to 32 bytes. Raises DeliveryError."""
    try:
        secret = base64.b64decode(key + "=" * (-len(key) % 4))
        turned = Cipher(algorithms.AES(secret), modes.CBC(secret[:16])).decryptor()
        plain = turned.update(content) + turned.finalize()
    except (ValueError, binascii.Error):
        raise DeliveryError("the file cannot be opened", permanent=True) from None
    filled = plain[-1] if plain else 0
    if not 1 <= filled <= _BLOCK or plain[-filled:] != bytes([filled]) * filled:
        raise DeliveryError("the file cannot be opened", permanent=True)
    return plain[:-filled]


async def _limited(answer: httpx.Response) -> bytes:
    content = bytearray()
    async for chunk in answer.aiter_bytes():
        content += chunk
        if len(content) > DOWNLOAD_LIMIT:
            raise DeliveryError("The file is over 20 MB", permanent=True)
    return bytes(content)
