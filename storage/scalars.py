"""Times as integers: comparable in an index, the same on every engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple


class Codec(NamedTuple):
    """How to write and to read a value; None where it stays as it is."""

    write: Callable[[Any], Any] | None
    read: Callable[[Any], Any] | None


def to_ms(moment: datetime) -> int:
    """Milliseconds since the epoch. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone: only aware times are stored")
    return round(moment.timestamp() * 1000)


def from_ms(stored: int) -> datetime:
    """Aware, in UTC."""
    return datetime.fromtimestamp(stored / 1000, UTC)


def maybe_ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)


def maybe_time(stored: int | None) -> datetime | None:
    return None if stored is None else from_ms(stored)
