"""What we gave out comes back as we gave it: who a phone belongs to, what it was asked for, which form it sends."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta

SESSION = timedelta(hours=12)
LOGIN = timedelta(minutes=10)
_MAC = 40


@dataclass(frozen=True, slots=True)
class Signer:
    """`key` is HUIYIN_SECRET_KEY. Times are the real clock's, always."""

    key: str = field(repr=False)

    def mac(self, purpose: str, text: str) -> str:
        """40 hexadecimal characters."""
        made = hmac.new(self.key.encode(), f"{purpose}\0{text}".encode(), hashlib.sha256)
        return made.hexdigest()[:_MAC]

    def is_mac(self, given: str, purpose: str, text: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.mac(purpose, text).encode())

    def sealed(self, purpose: str, text: str, until: datetime) -> str:
        """Letters and digits only, which is all that OAuth's state may hold."""
        said = f"{int(until.timestamp()):08x}{text.encode().hex()}"
        return f"{self.mac(purpose, said)}{said}"

    def opened(self, purpose: str, given: str, now: datetime) -> str:
        """The text, "" where it is not ours or over."""
        mac, said = given[:_MAC], given[_MAC:]
        if not self.is_mac(mac, purpose, said):
            return ""
        until = int(said[:8], 16)
        return bytes.fromhex(said[8:]).decode() if now.timestamp() < until else ""
