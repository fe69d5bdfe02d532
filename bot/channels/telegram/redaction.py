"""Keeps the bot token out of logs and error texts: Telegram puts it in every URL, and httpx logs URLs."""

from __future__ import annotations

import logging
from collections.abc import Callable

from typing_extensions import override

Redact = Callable[[str], str]

_LOGGERS = (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "telegram.Bot",
    "telegram.request.BaseRequest",
    "telegram.request.HTTPXRequest",
)


def redactor(token: str) -> Redact:
    """A function that blanks the token, also where only its secret half or its URL form stands."""
    secret = token.partition(":")[2] or token

    def redact(text: str) -> str:
        return text.replace(secret, "***")

    return redact


class RedactingFilter(logging.Filter):
    """Rewrites records before any handler sees them."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self._redact(record.getMessage()), ()
        return True

    def install(self) -> None:
        """Filters do not apply to child loggers, so each logger that writes URLs gets it by name."""
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def remove(self) -> None:
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(self)
