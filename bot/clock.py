"""The one place that reads the machine's clock. Everything else takes `now` as an argument."""

from __future__ import annotations

from datetime import UTC, datetime


def real_now() -> datetime:
    """The present, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the door
