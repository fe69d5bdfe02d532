"""Logs of the server: JSON lines on standard error."""

from __future__ import annotations

import logging
import sys

import structlog


def json_lines() -> None:
    """For `huiyin serve`."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(message)s")
    for chatty in ("httpx", "apscheduler", "alembic"):  # httpx would write addresses with the token in them
        logging.getLogger(chatty).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
