"""Encrypted callbacks, by wechatpy's crypto: what it raises leaves as Undecryptable."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wechatpy.crypto import PrpCrypto

from bot.channels.tencent.signing import signature

KEY_CHARACTERS = 43


class KeyMalformed(ValueError):
    """An EncodingAESKey that is none; the message names its place and never shows it."""

    def __init__(self) -> None:
        super().__init__(
            "EncodingAESKey 要原样复制后台的 43 个字母和数字（HUIYIN_…_AES_KEY）。"
            " Copy the 43 characters of the EncodingAESKey as the platform shows them."
        )


class Undecryptable(ValueError):
    """None of the keys opens it. The message names no content."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`text` of an envelope, and which of the keys opened it: the answer goes out under the same one."""

    text: str
    key: int


class Sealer:
    """Opens and closes envelopes for one receiver (app id, corp id). `keys`: the present one, then former ones."""

    def __init__(self, token: str, receiver: str, keys: Sequence[str]) -> None:
        """Raises KeyMalformed."""
        self._token = token
        self._receiver = receiver
        self._cryptos: list[Any] = [PrpCrypto(_decoded(key)) for key in keys if key]

    @property
    def has_keys(self) -> bool:
        return bool(self._cryptos)

    def open(self, ciphertext: str) -> Opened:
        """Raises Undecryptable."""
        for number in range(len(self._cryptos)):
            text = self._try(number, ciphertext)
            if text is not None:
                return Opened(text, number)
        raise Undecryptable("no key opens it")

    def _try(self, number: int, ciphertext: str) -> str | None:
        try:
            return str(self._cryptos[number].decrypt(ciphertext, self._receiver))
        except Exception:  # wechatpy lets every kind of error through: struct, unicode, index, value …
            return None

    def close(self, xml: str, *, key: int, timestamp: str, nonce: str) -> str:
        """The encrypted answer as XML, signed."""
        ciphertext = self._cryptos[key].encrypt(xml, self._receiver).decode()
        signed = signature(self._token, timestamp, nonce, ciphertext)
        return (
            f"<xml><Encrypt><![CDATA[{ciphertext}]]></Encrypt>"
            f"<MsgSignature><![CDATA[{signed}]]></MsgSignature>"
            f"<TimeStamp>{timestamp}</TimeStamp>"
            f"<Nonce><![CDATA[{nonce}]]></Nonce></xml>"
        )


def _decoded(key: str) -> bytes:
    try:
        decoded = base64.b64decode(f"{key}=")
    except (binascii.Error, ValueError):
        raise KeyMalformed from None
    if len(key) != KEY_CHARACTERS or len(decoded) != 32:
        raise KeyMalformed
    return decoded
