"""Ticket numbers: BX260304-001."""

from __future__ import annotations

from datetime import date

from bot.desk.ticket import PREFIX


def number(sort: str, day: date, serial: int) -> str:
    """`sort` is a kind, "patrol" or "incident"; `day` a date of the community's zone. Raises KeyError."""
    return f"{PREFIX[sort]}{day:%y%m%d}-{serial:03d}"
