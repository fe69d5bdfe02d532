"""Keeps secrets out of logs: both platforms want them in the URL, and httpx logs URLs."""

from __future__ import annotations

import logging
import re

from typing_extensions import override

_SECRET = re.compile(
    r"((?:access_token|suite_access_token|corpsecret|appsecret|secret|key|code|signature|msg_signature)=)[^&\s\"']+"
)
_LOGGERS = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.proxy")


def redacted(text: str) -> str:
    """The text with the values of secret parameters blanked."""
    return _SECRET.sub(r"\1***", text)


class _Filter(logging.Filter):
    @override
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redacted(record.getMessage()), ()
        return True


_FILTER = _Filter()


def keep_secrets_out_of_logs() -> None:
    """Filters do not apply to child loggers, so each that writes URLs gets it by name. Once is enough."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_FILTER)  # a filter that is there already is not added again
