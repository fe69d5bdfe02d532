"""The library's errors, translated once into what the dispatcher acts on.

ChatMigrated          → migrated: the group has a new id
Flood                 → retry_after: Telegram says how long
Forbidden             → permanent: blocked, kicked, deactivated
BadRequest            → permanent: the same request would fail again
InvalidToken          → temporary, long: an operator must act, no message is to blame
TimedOut, network, …  → temporary (a timed-out message may have arrived: at-least-once)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.channels.telegram.redaction import Redact
from bot.outbox.delivery import DeliveryError

TOKEN_PAUSE = 300.0


class Flood(TelegramError):
    """429. Stands in for the library's RetryAfter, whose seconds cannot be read without a deprecation warning."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Too many requests, retry after {seconds:g} s")
        self.seconds = seconds


def translate(error: TelegramError, redact: Redact) -> DeliveryError:
    """What the dispatcher should do about an error; the reason carries no token."""
    reason = redact(f"{type(error).__name__}: {error}")
    if isinstance(error, ChatMigrated):
        return DeliveryError(reason, migrated=str(error.new_chat_id))
    if isinstance(error, Flood):
        return DeliveryError(reason, retry_after=error.seconds)
    if isinstance(error, InvalidToken):
        return DeliveryError(reason, retry_after=TOKEN_PAUSE)
    # 413 has no class of its own in the library; a body that is too large stays too large.
    permanent = isinstance(error, Forbidden | BadRequest) or "too large" in str(error).lower()
    return DeliveryError(reason, permanent=permanent)


@contextmanager
def translated(redact: Redact) -> Iterator[None]:
    """Inside, Telegram's errors leave as DeliveryError; the original, which may show a URL, is not chained."""
    try:
        yield
    except TelegramError as error:
        raise translate(error, redact) from None


def says(error: TelegramError, *fragments: str) -> bool:
    """Whether the platform's description has one of the fragments; it has no codes for these cases."""
    text = str(error).lower()
    return any(fragment in text for fragment in fragments)
