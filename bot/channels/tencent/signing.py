"""Signatures of callbacks: SHA-1 over the sorted parts, as both platforms document it."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=5)
"""Older or later than this by the real clock, a callback is a replay."""


def signature(*parts: str) -> str:
    """The hexadecimal signature of token, timestamp, nonce and, in encrypted mode, the ciphertext."""
    joined = "".join(sorted(parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha1(joined).hexdigest()  # noqa: S324 - the platforms' own choice


def is_signed(given: str, *parts: str) -> bool:
    """Whether `given` is the signature of the parts; takes as long whichever character differs."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), signature(*parts).encode())


def is_fresh(timestamp: str, now: datetime) -> bool:
    """Whether a callback's timestamp, in seconds, lies within five minutes of the real `now`."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        return False
    return abs(now.timestamp() - int(timestamp)) <= WINDOW.total_seconds()
