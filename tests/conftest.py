"""For all tests: logs are rendered plainly, because drawing a traceback in colour costs a second each, and no example
fails for being slow, because a busy machine is; speed is measured by `huiyin bench`."""

from __future__ import annotations

import sys

import structlog
from hypothesis import settings

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.processors.KeyValueRenderer(),
    ],
    logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
)

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
