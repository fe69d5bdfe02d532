"""Writes down, once a second, which quotas people opened: not a commit for each message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


async def keep_quota(flush: Callable[[], None], pause: float = 1.0) -> None:
    """Runs until it is cancelled."""
    while True:
        await asyncio.sleep(pause)
        try:
            flush()
        except Exception as error:  # the database comes back, and the platform counts too
            log.warning("quota not kept: %s", type(error).__name__, extra={"action": "quota_not_kept"})
